"""What the rules are asked about: a story, the policy, and what stands in its books."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from lsbook.model.consents import Consents
from lsbook.model.edition import Edition, Policy
from lsbook.model.item import Item
from lsbook.model.passage import Passage
from lsbook.model.prose import Text
from lsbook.model.story import Story
from lsbook.model.walk import find_own, walk_items


class VisibleItem(NamedTuple):
    """An item that an edition shows, and the items in which it stands, the outermost first."""

    item: Item
    ancestors: tuple[Item, ...]


class EditionSubject(Struct, frozen=True, kw_only=True):
    """One book: for whom it is, what it says, and which items it shows. A stage leaves empty what it does not know."""

    edition: Edition
    passages: tuple[Passage, ...] = ()
    visible_items: tuple[VisibleItem, ...] = ()


class Subject(Struct, frozen=True, kw_only=True, dict=True):
    """What a stage of the pipeline knows. ``books`` is empty before any has been chosen."""

    story: Story
    policy: Policy
    today: date
    books: tuple[EditionSubject, ...] = ()
    book_date: date | None = None
    """The date that will be printed in the books, once they are asked for."""

    @cached_property
    def texts(self) -> tuple[tuple[Item, Text], ...]:
        """Return every run of plain words in the story's prose with the item in which it stands: several rules ask."""
        return tuple((item, text) for item, _ in walk_items(self.story) for text in find_own(Text, item))


class HandoverSubject(Subject, frozen=True, kw_only=True):
    """What is known when a copy of the finished book ``edition`` is about to leave; ``books`` holds this one alone."""

    edition: str
    consents: Consents

    @property
    def is_for_child(self) -> bool:
        """Return whether the book is one of the child's own, and not another reader's."""
        return self.edition in {band.name for band in self.policy.bands}
