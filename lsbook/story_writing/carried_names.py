"""Names that a text carries without a card of their own: in a story made from the Book they are words like others."""

from __future__ import annotations

from typing import TypeVar, cast

from lsbook.model.book import NameLink
from lsbook.model.prose import Text
from lsbook.model.walk import map_parts

T = TypeVar("T")


def spell_out_carried_names(value: T) -> T:
    """Return ``value``, a Book or a part of one, with such names as words of the sentences in which they stand.

    In a book for a reader beside the child these are whom nobody has marked for them. A page looks the same; only the
    address of something that shares its title with another is made from all its words, and is another then.
    """
    return cast("T", _spell_out(value))


def _spell_out(value: object) -> object:
    if isinstance(value, tuple):
        return _spell_out_row(value)
    if isinstance(value, dict):
        return {key: _spell_out(inner) for key, inner in value.items()}
    return map_parts(value, _spell_out)


def _spell_out_row(row: tuple[object, ...]) -> tuple[object, ...]:
    """Return a row with its names as words; only in the sentences of prose do such names stand in a row."""
    new = map_parts(row, _spell_out)
    if not any(map(_is_carried, new)):
        return new
    merged: list[object] = []
    for part in new:
        words = Text(part.label) if isinstance(part, NameLink) and _is_carried(part) else part
        if isinstance(words, Text) and merged and isinstance(before := merged[-1], Text):
            merged[-1] = Text(before.text + words.text)
        else:
            merged.append(words)
    return tuple(merged)


def _is_carried(part: object) -> bool:
    return isinstance(part, NameLink) and part.card is None and not part.me
