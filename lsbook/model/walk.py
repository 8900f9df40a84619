"""Walking through values: everything of one kind, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from typing import TypeVar

from lsbook.model.item import Item

T = TypeVar("T")


def every(kind: type[T], value: object) -> Iterator[T]:
    """Every ``kind`` anywhere within ``value``, in the order of the story."""
    if isinstance(value, kind):
        yield value
    for inner in parts(value):
        yield from every(kind, inner)


def every_own(kind: type[T], item: Item) -> Iterator[T]:
    """Every ``kind`` in the words of ``item`` itself, and not in those of the items that stand in it."""
    for part in parts(item):
        yield from _outside_items(kind, part)


def _outside_items(kind: type[T], value: object) -> Iterator[T]:
    if isinstance(value, kind):
        yield value
    if not isinstance(value, Item):
        for part in parts(value):
            yield from _outside_items(kind, part)


def items_within(value: object, inside: tuple[Item, ...] = ()) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """Every item in ``value`` with the items that it stands in, the outermost first."""
    if isinstance(value, Item):
        yield value, inside
        inside = (*inside, value)
    for inner in parts(value):
        yield from items_within(inner, inside)


def parts(value: object) -> Iterable[object]:
    """What stands directly in a tuple or a dataclass, whose ``__dict__`` has its fields in their order, and no more."""
    if isinstance(value, tuple):
        return value
    return vars(value).values() if is_dataclass(value) else ()
