"""Names that an edition may say, and how it says them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lsbook.editions.child_names import names_told
from lsbook.editions.common_words import is_common
from lsbook.editions.name_terms import owners_in, possessors_in
from lsbook.editions.sight import Sight
from lsbook.editions.spelling import keys_of
from lsbook.model.item import Item, Version
from lsbook.model.passage import folded
from lsbook.model.story import Named, Person, Story

Phrase = tuple[str, ...]
"""The keys of the words of a name."""


@dataclass(frozen=True)
class ShownNames:
    """What may be said. A word of a shown person's name gives nobody else away who has it too ("Moss")."""

    phrases: frozenset[Phrase]
    words_of_people: frozenset[str]
    words_of_places: frozenset[str]
    """Of homes, schools and keepsakes, without those whose they are: the Rose of "Rose Cottage"."""
    by_owner: dict[str, tuple[Phrase, ...]]
    """The shown names of each id."""

    def clear(self, item: Named | None) -> frozenset[str]:
        """Return the words that do not give away ``item`` (``None``: the child).

        A place tells of nobody where its name is an everyday word; "Lorcan House" tells of Lorcan.
        """
        places = self.words_of_places
        if isinstance(item, Person) or item is None:
            places = frozenset(word for word in places if is_common(word))
        own = {word for phrase in self.by_owner.get(item.id if item else "", ()) for word in phrase}
        return self.words_of_people | places | own


def shown_names(story: Story, sight: Sight) -> ShownNames:
    """Collect the names that the edition of ``sight`` may say."""
    named = [(item, tuple(folded(name) for name in _names_of(item, sight))) for item in named_items(story)]
    child = tuple(folded(name) for name in (story.child.name, *story.child.name.split(), *names_told(story, sight)))
    people = [name for item, names in named if isinstance(item, Person) for name in names]
    places = [name for item, names in named if not isinstance(item, Person) for name in names]
    return ShownNames(
        frozenset(keys_of(name) for name in (*child, *people, *places)),
        frozenset(word for name in (*child, *people) for word in {*keys_of(name)} - possessors_in(name)),
        frozenset(word for name in places for word in {*keys_of(name)} - owners_in(name)),
        {item.id: tuple(keys_of(name) for name in names) for item, names in named},
    )


def named_items(story: Story) -> tuple[Named, ...]:
    """Return everything that ``[[id]]`` can name."""
    return (*story.people, *story.homes, *story.schools, *story.keepsakes)


def _names_of(item: Named, sight: Sight) -> Iterator[str]:
    yield from (version.words for version in printed_versions(item, sight))
    if sight.sees(item) and not has_later_name(item, sight):
        yield from item.also_called


def has_later_name(item: Named, sight: Sight) -> bool:
    """Whether a fuller name is told only later: then what else they are called waits for it."""
    return any(version.age > sight.edition.age for version in item.name.versions)


def printed_versions(item: Named, sight: Sight) -> tuple[Version[str], ...]:
    """Return the versions of a name that this edition prints, or, if younger ones are told, has printed before."""
    if sight.sees(item):
        return tuple(version for version in item.name.versions if version.age <= sight.edition.age)
    carried = carried_version(item, sight)
    return (carried,) if carried else ()


def carried_version(item: Named, sight: Sight) -> Version[str] | None:
    """Return the name by which a text for another reader carries ``item`` without a card: the youngest.

    ``None`` in the child's books, and for what is held or the child's own: those are carried nowhere (design.md).
    """
    if not is_carried(item, sight) or not item.name.versions:
        return None
    return next((version for version in item.name.versions if not version.easy), item.name.versions[0])


def is_carried(item: Item, sight: Sight) -> bool:
    """Whether a text for another reader may name ``item`` though it is not marked for them."""
    return not sight.edition.for_child and not item.gate.only_me and item.gate.hold is None
