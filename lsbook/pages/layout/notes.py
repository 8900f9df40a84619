"""Where something comes from: small notes at the end of a page, each with the number that stands beside the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from lsbook.pages.layout.components import SourcedStatement

T = TypeVar("T")


def number_notes(content: T) -> tuple[T, tuple[str, ...]]:
    """``content`` with a number at each statement that has a note, and the notes in their order, each once."""
    notes: dict[str, int] = {}

    def count(note: str) -> tuple[int, bool]:
        is_first = note not in notes
        return notes.setdefault(note, len(notes) + 1), is_first

    return cast("T", _number_statements(content, count)), tuple(notes)


def _number_statements(value: object, count: Callable[[str], tuple[int, bool]]) -> object:
    if isinstance(value, tuple):
        parts = tuple(_number_statements(part, count) for part in value)
        return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    if not is_dataclass(value) or isinstance(value, type):
        return value
    if isinstance(value, SourcedStatement):
        number, is_first = count(value.note)
        value = replace(value, number=number, is_first=is_first)
    changed = {
        field.name: new
        for field in fields(value)
        if (new := _number_statements(old := getattr(value, field.name), count)) is not old
    }
    return replace(value, **changed) if changed else value
