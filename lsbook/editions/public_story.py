"""A story without what is only the child's: what the rules may know of it, so that they say nothing of the rest."""

from __future__ import annotations

from typing import TypeVar, cast

from msgspec.structs import replace

from lsbook.editions.edition import make_unapproved_edition
from lsbook.editions.visibility import Visibility, decide
from lsbook.model.edition import RECORD, Policy
from lsbook.model.item import Item
from lsbook.model.story import Story
from lsbook.model.story_text import PhotoRef, TellingBlock
from lsbook.model.walk import find_all, map_parts

T = TypeVar("T")


def make_public_story(story: Story, policy: Policy) -> Story:
    """Return ``story`` without what is only the child's and what stands on that, as if it had been deleted first."""
    return drop_private_items(story, list_record_views(story, policy))


def list_record_views(story: Story, policy: Policy) -> tuple[Visibility, ...]:
    """Return the record's verdicts, the oldest telling first, then those of each age that has blocks of its own.

    The record shows all but what is only the child's. What stands in the words for a younger age is in its view of
    that age.
    """
    edition = make_unapproved_edition(story, policy, RECORD)
    versions = [version for block in find_all(TellingBlock, story) for version in block.telling.versions]
    ages = sorted(
        {(version.age, version.easy) for version in versions if any(True for _ in find_all(Item, version.content))}
    )
    views = (replace(edition, age=age, easy=easy) for age, easy in ages)
    return (decide(story, edition), *(decide(story, view) for view in views))


def drop_private_items(story: Story, views: tuple[Visibility, ...]) -> Story:
    """Return ``story`` without the items that no ``views`` of the record show, and without their files."""
    return _Dropper(story, views).drop(story)


class _Dropper:
    def __init__(self, story: Story, views: tuple[Visibility, ...]) -> None:
        self._shown = frozenset(at for view in views for at, verdict in view.verdicts.items() if verdict.is_visible)
        self._known = frozenset(at for view in views for at in view.verdicts)
        self._files: frozenset[str] = frozenset()
        self._files = frozenset(medium.file for medium in story.media if self._is_private(medium))

    def drop(self, value: T) -> T:
        """Return ``value`` without what in it is private; the same value where nothing is."""
        if isinstance(value, tuple) and any(map(self._is_private, value)):
            value = cast("T", tuple(part for part in value if not self._is_private(part)))
        return map_parts(value, lambda part: None if self._is_private(part) else self.drop(part))

    def _is_private(self, value: object) -> bool:
        """Return whether ``value`` is an item that is in no book but the child's, or names its file."""
        if isinstance(value, PhotoRef):
            return value.file in self._files
        return isinstance(value, Item) and value.at in self._known and value.at not in self._shown
