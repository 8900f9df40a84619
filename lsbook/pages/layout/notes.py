"""Where something comes from: small notes at the end of a page, each with the number that stands beside the words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from lsbook.model.walk import map_parts
from lsbook.pages.layout.components import SourcedStatement

T = TypeVar("T")


def number_notes(content: T) -> tuple[T, tuple[str, ...]]:
    """``content`` with a number at each statement that has a note, and the notes in their order, each once."""
    notes: dict[str, int] = {}

    def count(note: str) -> tuple[int, bool]:
        is_first = note not in notes
        return notes.setdefault(note, len(notes) + 1), is_first

    return _number_statements(content, count), tuple(notes)


def _number_statements(value: T, count: Callable[[str], tuple[int, bool]]) -> T:
    if isinstance(value, SourcedStatement):
        number, is_first = count(value.note)
        value = replace(value, number=number, is_first=is_first)
    return map_parts(value, lambda part: _number_statements(part, count))
