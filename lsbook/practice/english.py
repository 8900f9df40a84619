"""Days and names in the sentences that a worker reads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_OBJECTS = {"she": "her", "he": "him", "they": "them"}
_POSSESSIVES = {"she": "her", "he": "his", "they": "their"}
_OWNERS = ("your ", "my ", "the ", "a ", "an ")


def format_full_day(day: date) -> str:
    """Return ``21 November 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def format_day(day: date, today: date) -> str:
    """Return ``12 March``, with its year where that is not this year."""
    return f"{day.day} {_MONTHS[day.month - 1]}" if day.year == today.year else format_full_day(day)


def find_object_pronoun(pronouns: str, name: str) -> str:
    """Return ``her``, ``him`` or ``them``; the name where nothing is known."""
    return _OBJECTS.get(pronouns.casefold().split("/")[0].strip(), name)


def find_possessive(pronouns: str, name: str) -> str:
    """Return ``her``, ``his`` or ``their``; the name's where nothing is known."""
    return _POSSESSIVES.get(pronouns.casefold().split("/")[0].strip(), f"{name}’s")


def find_subject(pronouns: str, name: str) -> str:
    """Return ``She``, ``He`` or ``They`` for the start of a sentence; the name where nothing is known."""
    first = pronouns.casefold().split("/")[0].strip()
    return first.capitalize() if first in _OBJECTS else name


def strip_owner(name: str) -> str:
    """Return ``the blue blanket`` for ``Your blue blanket``; any other name as it is."""
    for owner in _OWNERS:
        if name.casefold().startswith(owner):
            return f"the {name[len(owner) :]}"
    return name


def is_plural(name: str) -> bool:
    """Return whether a name sounds like several things: "first footprints"."""
    return name.casefold().endswith("s") and not name.casefold().endswith(("ss", "us", "is", "'s", "’s"))


def lower_first(text: str) -> str:
    """Return ``text`` with a small first letter, unless its first word is written in capitals."""
    return text if text[:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def join_with_and(words: Iterable[str]) -> str:
    """Return ``a, b and c``."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def format_count(count: int, singular: str, plural: str = "") -> str:
    """Return ``1 session`` or ``2 sessions``."""
    return f"{count} {singular if count == 1 else plural or f'{singular}s'}"
