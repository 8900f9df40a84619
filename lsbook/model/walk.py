"""Walking through values: everything of one kind, wherever it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TypeVar

from lsbook.model.item import Item
from lsbook.model.located_text import LocatedText

T = TypeVar("T")

_LEAVES = frozenset({str, int, float, bool, type(None), LocatedText, date})
"""Kinds of values in which nothing stands: half of a story. They are told at a look, and not walked into."""


def find_all(kind: type[T], value: object) -> Iterator[T]:
    """Every ``kind`` anywhere within ``value``, in the order of the story."""
    if isinstance(value, kind):
        yield value
    for inner in list_parts(value):
        if type(inner) not in _LEAVES or isinstance(inner, kind):
            yield from find_all(kind, inner)


def find_own(kind: type[T], item: Item) -> Iterator[T]:
    """Every ``kind`` in the words of ``item`` itself, and not in those of the items that stand in it."""
    for part in list_parts(item):
        yield from _find_outside_items(kind, part)


def _find_outside_items(kind: type[T], value: object) -> Iterator[T]:
    if isinstance(value, kind):
        yield value
    if not isinstance(value, Item):
        for part in list_parts(value):
            if type(part) not in _LEAVES or isinstance(part, kind):
                yield from _find_outside_items(kind, part)


def walk_items(value: object, ancestors: tuple[Item, ...] = ()) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """Every item in ``value`` with the items that it stands in, the outermost first."""
    if isinstance(value, Item):
        yield value, ancestors
        ancestors = (*ancestors, value)
    for inner in list_parts(value):
        if type(inner) not in _LEAVES:
            yield from walk_items(inner, ancestors)


def list_parts(value: object) -> Iterable[object]:
    """What stands directly in a tuple or a dataclass, whose ``__dict__`` has its fields in their order, and no more."""
    if isinstance(value, tuple):
        return value
    return vars(value).values() if hasattr(value, "__dataclass_fields__") else ()  # is_dataclass takes twice as long


def list_fields(value: object) -> Collection[tuple[str, object]]:
    """The fields of a dataclass with their names, in their order; none of anything else."""
    return vars(value).items() if hasattr(value, "__dataclass_fields__") else ()
