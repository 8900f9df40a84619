"""Names that an edition may say, and how it says them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from lsbook.editions.child_names import find_shown_child_names
from lsbook.editions.generic_words import is_common
from lsbook.editions.name_terms import find_owners, find_possessors
from lsbook.editions.spelling import make_keys
from lsbook.editions.visibility import Visibility
from lsbook.model.item import Item, Version
from lsbook.model.named_items import NamedItem, Person
from lsbook.model.passage import fold_text
from lsbook.model.story import Story

Phrase = tuple[str, ...]
"""The keys of the words of a name."""


class ShownNames(Struct, frozen=True):
    """What may be said. A word of a shown person's name gives nobody else away who has it too ("Moss")."""

    phrases: frozenset[Phrase]
    words_of_people: frozenset[str]
    words_of_places: frozenset[str]
    """Of homes, schools and keepsakes, without those whose they are: the Rose of "Rose Cottage"."""
    by_owner: dict[str, tuple[Phrase, ...]]
    """The shown names of each id."""

    def list_harmless_words(self, item: NamedItem | None) -> frozenset[str]:
        """Return the words that do not give away ``item`` (``None``: the child).

        A place tells of nobody where its name is an everyday word; "Lorcan House" tells of Lorcan.
        """
        places = self.words_of_places
        if isinstance(item, Person) or item is None:
            places = frozenset(word for word in places if is_common(word))
        own = {word for phrase in self.by_owner.get(item.id if item else "", ()) for word in phrase}
        return self.words_of_people | places | own


def collect_shown_names(story: Story, visibility: Visibility) -> ShownNames:
    """Collect the names that the edition of ``visibility`` may say."""
    named = [(item, tuple(fold_text(name) for name in _list_names(item, visibility))) for item in story.named_items]
    child = tuple(
        fold_text(name)
        for name in (story.child.name, *story.child.name.split(), *find_shown_child_names(story, visibility))
    )
    people = [name for item, names in named if isinstance(item, Person) for name in names]
    places = [name for item, names in named if not isinstance(item, Person) for name in names]
    return ShownNames(
        frozenset(make_keys(name) for name in (*child, *people, *places)),
        frozenset(word for name in (*child, *people) for word in {*make_keys(name)} - find_possessors(name)),
        frozenset(word for name in places for word in {*make_keys(name)} - find_owners(name)),
        {item.id: tuple(make_keys(name) for name in names) for item, names in named},
    )


def _list_names(item: NamedItem, visibility: Visibility) -> Iterator[str]:
    yield from (version.content for version in find_printed_versions(item, visibility))
    if visibility.is_visible(item) and not has_later_name(item, visibility):
        yield from item.also_called


def has_later_name(item: NamedItem, visibility: Visibility) -> bool:
    """Return whether a fuller name is told only later: then what else they are called waits for it."""
    return any(version.age > visibility.edition.age for version in item.name.versions)


def find_printed_versions(item: NamedItem, visibility: Visibility) -> tuple[Version[str], ...]:
    """Return the versions of a name that this edition prints, or, if younger ones are told, has printed before."""
    if visibility.is_visible(item):
        return tuple(version for version in item.name.versions if version.age <= visibility.edition.age)
    carried = find_carried_version(item, visibility)
    return (carried,) if carried else ()


def find_carried_version(item: NamedItem, visibility: Visibility) -> Version[str] | None:
    """Return the name by which a text for another reader carries ``item`` without a card: the youngest.

    ``None`` in the child's books, and for what is held or the child's own: those are carried nowhere (design.md).
    """
    if not is_carried(item, visibility) or not item.name.versions:
        return None
    return next((version for version in item.name.versions if not version.easy), item.name.versions[0])


def is_carried(item: Item, visibility: Visibility) -> bool:
    """Return whether a text for another reader may name ``item`` though it is not marked for them."""
    return not visibility.edition.is_for_child and not item.gate.only_me and item.gate.hold is None
