"""What one edition tells and another does not: so that whoever raises a telling age sees what comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from msgspec import Struct

from lsbook.editions.visibility import Visibility
from lsbook.model.item import Item, Telling, excerpt
from lsbook.model.walk import list_fields


class EditionDifference(Struct, frozen=True):
    """An item told only in the first edition (``is_reworded`` false), or told in both with other words."""

    item: Item
    ancestors: tuple[Item, ...]
    is_reworded: bool = False
    says: str = ""
    """The first words that the first edition tells."""


def find_differences(first: Visibility, second: Visibility) -> tuple[EditionDifference, ...]:
    """Return, by place, items that ``first`` shows and ``second`` does not, and those for which it has other words."""
    return tuple(sorted(_compare_verdicts(first, second), key=lambda difference: difference.item.at))


def _compare_verdicts(first: Visibility, second: Visibility) -> Iterator[EditionDifference]:
    for verdict in first.verdicts.values():
        if not verdict.is_visible:
            continue
        if not second.is_visible(verdict.item):
            yield EditionDifference(verdict.item, verdict.ancestors, says=_excerpt_item(verdict.item, first))
        elif _list_chosen_versions(verdict.item, first) != _list_chosen_versions(verdict.item, second):
            yield EditionDifference(
                verdict.item, verdict.ancestors, is_reworded=True, says=_excerpt_item(verdict.item, first)
            )


def _list_chosen_versions(item: Item, visibility: Visibility) -> list[object]:
    """Return which version of each of its own tellings is chosen."""
    tellings = [part for _, part in list_fields(item)]
    tellings += [item.heads_up.about] if item.heads_up else []
    chosen = (
        telling.find_version(visibility.edition.age, visibility.edition.easy)
        for telling in tellings
        if isinstance(telling, Telling)
    )
    return [(version.age, version.easy) if version else None for version in chosen]


def _excerpt_item(item: Item, visibility: Visibility) -> str:
    for telling in item.required_texts:
        version = telling.find_version(visibility.edition.age, visibility.edition.easy)
        if version is not None:
            return (
                version.content
                if isinstance(version.content, str)
                else excerpt(cast("tuple[object, ...]", version.content))
            )
    return item.label
