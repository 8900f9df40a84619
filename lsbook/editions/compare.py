"""What one edition tells and another does not: so that whoever raises a telling age sees what comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import cast

from lsbook.editions.sight import Sight
from lsbook.model.item import Item, Telling, opening


@dataclass(frozen=True)
class Difference:
    """An item told only in the first edition (``in_other_words`` false), or told in both with other words."""

    item: Item
    inside: tuple[Item, ...]
    in_other_words: bool = False
    says: str = ""
    """The first words that the first edition tells."""


def told_in_one_only(one: Sight, other: Sight) -> tuple[Difference, ...]:
    """Items that ``one`` shows and ``other`` does not, and items for which ``one`` has other words; in the order of
    their places.
    """
    return tuple(sorted(_differences(one, other), key=lambda difference: difference.item.at))


def _differences(one: Sight, other: Sight) -> Iterator[Difference]:
    for verdict in one.verdicts.values():
        if not verdict.seen:
            continue
        if not other.sees(verdict.item):
            yield Difference(verdict.item, verdict.inside, says=_says(verdict.item, one))
        elif _words(verdict.item, one) != _words(verdict.item, other):
            yield Difference(verdict.item, verdict.inside, in_other_words=True, says=_says(verdict.item, one))


def _words(item: Item, sight: Sight) -> list[object]:
    """Which version of each of its own tellings is chosen."""
    tellings = [getattr(item, field.name) for field in fields(item)]
    tellings += [item.heads_up.about] if item.heads_up else []
    chosen = (telling.at(sight.edition.age, sight.edition.easy) for telling in tellings if isinstance(telling, Telling))
    return [(version.age, version.easy) if version else None for version in chosen]


def _says(item: Item, sight: Sight) -> str:
    for telling in item.needs:
        version = telling.at(sight.edition.age, sight.edition.easy)
        if version is not None:
            return (
                version.words if isinstance(version.words, str) else opening(cast("tuple[object, ...]", version.words))
            )
    return item.label
