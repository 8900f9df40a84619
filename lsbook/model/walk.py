"""Walking through values: everything of one kind, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

from lsbook.model.item import Item

T = TypeVar("T")


def every(kind: type[T], value: object) -> Iterator[T]:
    """Every ``kind`` anywhere within ``value``, in the order of the story."""
    if isinstance(value, kind):
        yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from every(kind, getattr(value, field.name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from every(kind, inner)


def items_within(value: object, inside: tuple[Item, ...] = ()) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """Every item in ``value`` with the items that it stands in, the outermost first."""
    if isinstance(value, Item):
        yield value, inside
        inside = (*inside, value)
    if is_dataclass(value):
        for field in fields(value):
            yield from items_within(getattr(value, field.name), inside)
    elif isinstance(value, tuple):
        for inner in value:
            yield from items_within(inner, inside)
