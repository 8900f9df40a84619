"""Words of English that are no slip, also where they stand with a capital."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from xkcdpass.xkcd_password import locate_wordfile

_NAME_LISTS = ("female_names", "male_names", "surnames")
_LISTS = ("english_wikipedia", "us_tv_and_film", *_NAME_LISTS)


@cache
def load_dictionary() -> frozenset[str]:
    """Return words of English and names that people have, in small letters."""
    return _load_plain_words() | _load_lists(_LISTS)


@cache
def load_names() -> frozenset[str]:
    """Return names that people have and that mean nothing else, in small letters."""
    return _load_lists(_NAME_LISTS) - _load_plain_words()


def _load_lists(keys: tuple[str, ...]) -> frozenset[str]:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # noqa: PLC0415 (a build has no use for a megabyte of words)

    return frozenset(word for key in keys for word in FREQUENCY_LISTS[key])


@cache
def _load_plain_words() -> frozenset[str]:
    lines = Path(locate_wordfile()).read_text(encoding="utf-8").split()
    return frozenset(map(str.casefold, lines))
