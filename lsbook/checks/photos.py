"""Rules about photos."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from lsbook.checks.rules import rule
from lsbook.model.item import Gate, Item, Telling
from lsbook.model.problem import Problem, Severity
from lsbook.model.prose import PictureRef
from lsbook.model.story import Medium, Story
from lsbook.model.story_text import PhotoRef
from lsbook.model.walk import find_all, walk_items

T = TypeVar("T")
_NEVER = 121


@rule
def find_photos_shown_too_early(story: Story) -> Iterator[Problem]:
    """A photo stands on the photos page by its own gate, even where all that it belongs to is told later."""
    first_told: dict[str, int] = {}
    for item, inside in walk_items(story):
        if isinstance(item, Medium):
            continue
        age = max(_get_opening_age(one.gate) for one in (*inside, item))
        for file in _find_own_files(item):
            first_told[file] = min(age, first_told.get(file, _NEVER))
    people = {person.id: _get_opening_age(person.gate) for person in story.people}
    for medium in story.media:
        told = first_told.get(medium.file, 0)
        own = max(_get_opening_age(medium.gate), *(people.get(ref.id, 0) for ref in medium.people), 0)
        if medium.listed and own < told:
            when = f"from {told}" if told < _NEVER else "in no book while it is held"
            yield Problem(
                medium.at,
                f"All that shows {medium.file} is told {when}; the photo itself may be seen before that.",
                "Give the photo the same gate in media.yaml, or leave it so if that is meant.",
                severity=Severity.WARNING,
            )


@rule
def find_recordings_without_gate(story: Story) -> Iterator[Problem]:
    """A chapter that tells some readers more than others may not be read aloud to all of them by one recording."""
    media = {medium.file: medium for medium in story.media}
    for chapter in story.chapters:
        differs = any(inner.gate != Gate() for inner, _ in walk_items(chapter) if inner is not chapter)
        differs = differs or any(len(telling.versions) > 1 for telling in find_all(Telling, chapter))
        for recording in chapter.read_aloud:
            if differs and media[recording.file].gate == Gate():
                yield Problem(
                    recording.at,
                    f"This chapter tells some readers more than others, and {recording.file} would be heard by all.",
                    "Say in media.yaml who may hear it (from-age: 9, or only-me: true). Several can stand here as a "
                    "list, the youngest telling first.",
                )


def _get_opening_age(gate: Gate) -> int:
    return _NEVER if gate.hold else gate.from_age


def _find_own_files(item: Item) -> Iterator[str]:
    """Files that stand in ``item`` itself, not in another item inside it."""
    within = [inner for inner, _ in walk_items(item) if inner is not item]
    yield from (found.file for found in find_all(PhotoRef, item) if found not in _find_inner(PhotoRef, within))
    yield from (found.file for found in find_all(PictureRef, item) if found not in _find_inner(PictureRef, within))


def _find_inner(kind: type[T], within: list[Item]) -> list[T]:
    return [found for inner in within for found in find_all(kind, inner)]
