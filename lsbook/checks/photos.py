"""Rules about photos."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from lsbook.checks.rules import rule
from lsbook.model.item import Gate, Item, Telling
from lsbook.model.problem import Problem
from lsbook.model.prose import Picture
from lsbook.model.story import Medium, Story
from lsbook.model.story_text import PhotoRef
from lsbook.model.walk import every, items_within

T = TypeVar("T")
_NEVER = 121


@rule
def a_photo_is_not_told_before_its_story(story: Story) -> Iterator[Problem]:
    """A photo stands on the photos page by its own gate, even where all that it belongs to is told later."""
    first_told: dict[str, int] = {}
    for item, inside in items_within(story):
        if isinstance(item, Medium):
            continue
        age = max(_age(one.gate) for one in (*inside, item))
        for file in _files(item):
            first_told[file] = min(age, first_told.get(file, _NEVER))
    people = {person.id: _age(person.gate) for person in story.people}
    for medium in story.media:
        told = first_told.get(medium.file, 0)
        own = max(_age(medium.gate), *(people.get(ref.id, 0) for ref in medium.people), 0)
        if medium.listed and own < told:
            when = f"from {told}" if told < _NEVER else "in no book while it is held"
            yield Problem(
                medium.at,
                f"All that shows {medium.file} is told {when}; the photo itself may be seen before that.",
                "Give the photo the same gate in media.yaml, or leave it so if that is meant.",
                warning=True,
            )


@rule
def a_recording_says_who_may_hear_it(story: Story) -> Iterator[Problem]:
    """A chapter that tells some readers more than others may not be read aloud to all of them by one recording."""
    media = {medium.file: medium for medium in story.media}
    for chapter in story.chapters:
        differs = any(inner.gate != Gate() for inner, _ in items_within(chapter) if inner is not chapter)
        differs = differs or any(len(telling.versions) > 1 for telling in every(Telling, chapter))
        for recording in chapter.read_aloud:
            if differs and media[recording.file].gate == Gate():
                yield Problem(
                    recording.at,
                    f"This chapter tells some readers more than others, and {recording.file} would be heard by all.",
                    "Say in media.yaml who may hear it (from-age: 9, or only-me: true). Several can stand here as a "
                    "list, the youngest telling first.",
                )


def _age(gate: Gate) -> int:
    return _NEVER if gate.hold else gate.from_age


def _files(item: Item) -> Iterator[str]:
    """Files that stand in ``item`` itself, not in another item inside it."""
    within = [inner for inner, _ in items_within(item) if inner is not item]
    yield from (found.file for found in every(PhotoRef, item) if found not in _deeper(PhotoRef, within))
    yield from (found.file for found in every(Picture, item) if found not in _deeper(Picture, within))


def _deeper(kind: type[T], within: list[Item]) -> list[T]:
    return [found for inner in within for found in every(kind, inner)]
