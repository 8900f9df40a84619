"""Rules about photos."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.item import Gate, Item, Telling
from lsbook.model.problem import Finding, Severity
from lsbook.model.prose import PictureRef
from lsbook.model.story import Chapter, Medium, Story
from lsbook.model.story_text import PhotoRef
from lsbook.model.walk import find_all, find_own, walk_items

_NEVER = 121
"""An age, in years, that nobody has."""


def find_photos_shown_too_early(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each photo that may be seen before all that it belongs to is told.

    A photo stands on the photos page by its own gate, whatever shows it.
    """
    story = subject.story
    first_ages = _find_first_ages(story)
    people = {person.id: _get_opening_age(person.gate) for person in story.people}
    for medium in story.media:
        first_age = first_ages.get(medium.file, 0)
        own_age = max(_get_opening_age(medium.gate), *(people.get(ref.id, 0) for ref in medium.people), 0)
        if medium.listed and own_age < first_age:
            when = f"from {first_age}" if first_age < _NEVER else "in no book while it is held"
            yield Finding(
                medium.at,
                f"All that shows {medium.file} is told {when}; the photo itself may be seen before that.",
                "Give the photo the same gate in media.yaml, or leave it so if that is meant.",
            )


def _find_first_ages(story: Story) -> dict[str, int]:
    """Return the youngest age, in years, at which something that shows a file is told, for each file that is shown."""
    ages: dict[str, int] = {}
    for item, ancestors in walk_items(story):
        if not isinstance(item, Medium):
            age = max(_get_opening_age(around.gate) for around in (*ancestors, item))
            ages |= {file: min(age, ages.get(file, _NEVER)) for file in _find_own_files(item)}
    return ages


def find_recordings_without_gate(subject: Subject) -> Iterator[Finding]:
    """Yield a problem for each recording without a gate of a chapter that tells some readers more than others."""
    media = {medium.file: medium for medium in subject.story.media}
    for chapter in subject.story.chapters:
        recordings = [(recording, media[recording.file].gate) for recording in chapter.read_aloud]
        is_apart, is_private = _has_gates(chapter), _has_private_words(chapter)
        for recording, gate in recordings if is_apart else ():
            if not (gate.from_age or gate.only_me or gate.hold):
                yield Finding(
                    recording.at,
                    f"This chapter tells some readers more than others, and {recording.file} would be heard by all.",
                    "Say in media.yaml who may hear it (from-age: 9, or only-me: true). Several can stand here as a "
                    "list, the youngest telling first.",
                )
            elif is_private and not (recordings[-1][1].only_me or recordings[-1][1].hold):
                yield Finding(
                    recording.at,
                    f"In this chapter stand words that are only the child's, and others would hear {recording.file}.",
                    "Write only-me: true beside it in media.yaml. One without those words can stand before it in a"
                    " list here.",
                )


def _has_private_words(chapter: Chapter) -> bool:
    return any(inner.gate.only_me for inner, _ in walk_items(chapter) if inner is not chapter)


def _has_gates(chapter: Chapter) -> bool:
    """Return whether anything in a chapter has a gate, or other words for another age."""
    if any(inner.gate != Gate() for inner, _ in walk_items(chapter) if inner is not chapter):
        return True
    return any(len(telling.versions) > 1 for telling in find_all(Telling, chapter))


def _get_opening_age(gate: Gate) -> int:
    """Return the age, in years, from which a gate lets the child through."""
    return _NEVER if gate.hold else gate.from_age


def _find_own_files(item: Item) -> Iterator[str]:
    """Yield the files that stand in ``item`` itself, not in another item inside it."""
    yield from (ref.file for ref in find_own(PhotoRef, item))
    yield from (ref.file for ref in find_own(PictureRef, item))


PHOTO_SHOWN_TOO_EARLY = Rule(
    id="photo-shown-too-early",
    severity=Severity.WARNING,
    explain=(
        "Everything that shows this photo is told from some age on, or is held back, and the photo itself has no gate."
        " The page of photos shows every photo that a reader may see. So the child would meet the picture before the"
        " words that belong to it. Give the photo the same gate in media.yaml. If the picture alone tells nothing that"
        " has to wait, leave it as it is: the book is made all the same."
    ),
    find=find_photos_shown_too_early,
)
RECORDING_WITHOUT_GATE = Rule(
    id="recording-without-gate",
    severity=Severity.ERROR,
    explain=(
        "A chapter tells some readers more than others, and somebody reads it aloud in one recording that everybody may"
        " hear. A recording cannot leave a sentence out. A younger child, or another reader, would hear what their book"
        " keeps back. Say in media.yaml who may hear the recording, with from-age:, or only-me: true where words in it"
        " are only the child's. Several can stand under read-aloud as a list, the youngest telling first: each"
        " reader hears the last that they may."
    ),
    find=find_recordings_without_gate,
)
