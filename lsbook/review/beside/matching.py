"""Who and what is the same in two stories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lsbook.model.named_items import NamedItem, Person
from lsbook.review.beside.side import StorySide


class Pair(NamedTuple):
    """The same person or place in two stories; ``None`` stands for the child whose story it is."""

    first: NamedItem | None
    second: NamedItem | None

    @property
    def label(self) -> str:
        """Return by which names the two stories know them."""
        return " / ".join(dict.fromkeys(item.label for item in self if item is not None))


def match_items(first: StorySide, second: StorySide, kind: type[NamedItem]) -> Iterator[Pair]:
    """Yield who is in both stories; each child is the other's brother or sister by name."""
    others = list(second.list_named(kind))
    for item in first.list_named(kind):
        match = next((other for other in others if is_same(item, other)), None)
        if match is not None:
            others.remove(match)
            yield Pair(item, match)
        elif isinstance(item, Person) and second.child.casefold() in _list_names(item):
            yield Pair(item, None)
    yield from (
        Pair(None, other)
        for other in others
        if isinstance(other, Person) and first.child.casefold() in _list_names(other)
    )


def list_unmatched(first: StorySide, second: StorySide) -> Iterator[NamedItem]:
    """Yield the people of the first story whom the second does not have at all."""
    for person in first.list_named(Person):
        is_known = any(is_same(person, other) for other in second.list_named(Person))
        if not is_known and second.child.casefold() not in _list_names(person):
            yield person


def is_same(item: NamedItem, other: NamedItem) -> bool:
    """Return whether two entries are the same: by what nobody else is called where both say it, else by their names.

    Both children may have a "Dad", and not the same one.
    """
    ours, theirs = _fold(item.also_called), _fold(other.also_called)
    if ours and theirs:
        return bool(ours & theirs)
    return bool(_list_names(item) & _list_names(other))


def _list_names(item: NamedItem) -> frozenset[str]:
    shown = _fold(tuple(version.content for version in item.name.versions))
    return shown | _fold(item.also_called)


def _fold(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names if name)
