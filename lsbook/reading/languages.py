"""Tags of languages as a worker writes them: ``en-GB``, ``cy``, ``pl``."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

from lsbook.model.problem import Location
from lsbook.model.suggestions import find_closest
from lsbook.reading.problems import ProblemCollector

_REMEDY = "Write a code such as en-GB, cy or pl."


def read_language(written: str, at: Location, problems: ProblemCollector, *, needs_dates: bool = False) -> str:
    """The tag that is meant, or nothing with a complaint.

    With ``dates`` it must be a language of which the Unicode tables know how it writes dates: a whole book's. For a
    passage it is enough that they know its name, as they do of Romani.
    """
    tag = written.strip().replace("_", "-")
    if _has_dates(tag) or (not needs_dates and tag.partition("-")[0].lower() in _load_languages()):
        return tag
    names = {name: code for code, name in (_load_languages_with_dates() if needs_dates else _load_languages()).items()}
    near = find_closest(tag, names, 0.75)
    hint = f' Did you mean "{names[near]}" ({near})?' if near else ""
    problems.add(at, f'"{written.strip()}" is no language that lsbook knows.{hint}', _REMEDY)
    return ""


def _has_dates(tag: str) -> bool:
    try:
        Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


@cache
def _load_languages() -> dict[str, str]:
    """Every language with a code of two or three letters, and its name in English."""
    return {code: str(name) for code, name in Locale("en").languages.items() if code.isalpha()}


@cache
def _load_languages_with_dates() -> dict[str, str]:
    return {code: name for code, name in _load_languages().items() if _has_dates(code)}
