"""Tags of languages as a worker writes them: ``en-GB``, ``cy``, ``pl``."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from lsbook.model.problem import Location, Problem
from lsbook.model.suggestions import find_closest
from lsbook.reading.parsed import Parsed
from lsbook.reading.rules.entries import UNKNOWN_LANGUAGE

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
"""A tag of BCP 47: a file of words is called by it."""
_REMEDY = "Write a code such as en-GB, cy or pl."


def read_language(written: str, at: Location, *, needs_dates: bool = False) -> Parsed[str]:
    """Return the tag that is meant, or ``""`` with a problem.

    ``needs_dates``: the Unicode tables must know how the language writes dates, as for a whole book's. For a passage
    it is enough that they know its name, as they do of Romani.
    """
    tag = written.strip().replace("_", "-")
    is_tag = _TAG.fullmatch(tag) is not None
    if is_tag and (_has_dates(tag) or (not needs_dates and tag.partition("-")[0].lower() in _load_languages())):
        return Parsed(tag)
    names = {name: code for code, name in (_load_languages_with_dates() if needs_dates else _load_languages()).items()}
    closest = find_closest(tag, names, 0.75)
    hint = f' Did you mean "{names[closest]}" ({closest})?' if closest else ""
    problem = Problem(
        at, f'"{written.strip()}" is no language that lsbook knows.{hint}', _REMEDY, rule=UNKNOWN_LANGUAGE.id
    )
    return Parsed("", (problem,))


def _has_dates(tag: str) -> bool:
    try:
        Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


@cache
def _load_languages() -> dict[str, str]:
    """Return every language with a code of two or three letters: code to English name."""
    return {code: str(name) for code, name in Locale("en").languages.items() if code.isalpha()}


@cache
def _load_languages_with_dates() -> dict[str, str]:
    return {code: name for code, name in _load_languages().items() if _has_dates(code)}
