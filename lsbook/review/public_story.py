"""A story without what is only the child's: what the rules may know of it, so that they say nothing of the rest."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from lsbook.editions import Visibility
from lsbook.model.item import Item
from lsbook.model.story import Story
from lsbook.model.story_text import PhotoRef

T = TypeVar("T")


def drop_private_items(story: Story, record: Visibility) -> Story:
    """Return ``story`` without the items that the record, which holds all else, does not show, and their files."""
    return _Dropper(story, record).drop(story)


class _Dropper:
    def __init__(self, story: Story, record: Visibility) -> None:
        self._verdicts = record.verdicts
        self._files: frozenset[str] = frozenset()
        self._files = frozenset(medium.file for medium in story.media if self._is_private(medium))

    def drop(self, value: T) -> T:
        """Return ``value`` without what in it is private; the same value where nothing is."""
        if isinstance(value, tuple):
            return cast("T", tuple(self.drop(part) for part in value if not self._is_private(part)))
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changed = {}
        for field in fields(value):
            part = getattr(value, field.name)
            kept = None if self._is_private(part) else self.drop(part)
            if kept != part:
                changed[field.name] = kept
        return replace(value, **changed) if changed else value

    def _is_private(self, value: object) -> bool:
        """Return whether ``value`` is an item that is in no book but the child's, or names its file."""
        if isinstance(value, PhotoRef):
            return value.file in self._files
        verdict = self._verdicts.get(value.at) if isinstance(value, Item) else None
        return verdict is not None and not verdict.is_visible
