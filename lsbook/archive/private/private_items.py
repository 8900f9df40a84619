"""What is the child's own in a story: all that is marked ``only-me``, and what stands on it or is named by it alone.

The record edition holds none of it anyway (the wall). This room finds it in the sources, by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec import Struct

from lsbook.model.item import Item
from lsbook.model.problem import Location, Problem
from lsbook.model.prose import Inline, PictureRef, Reference
from lsbook.model.replace_references import replace_references
from lsbook.model.rules.archives import PRIVATE_IN_ARCHIVE
from lsbook.model.story import Chapter, Letter, Medium, Story
from lsbook.model.story_text import LetterBlock, MediaBlock, PhotoRef, TellingBlock
from lsbook.model.walk import list_parts, walk_items

T = TypeVar("T")
REMEDY = "Ask the child about it. Then choose for all of them: --only-me keep, or --only-me leave-out."


class PrivateItems(Struct, frozen=True):
    """The child's own. ``ids`` of people, homes, schools and keepsakes; ``media`` and ``letters`` by their files."""

    ids: frozenset[str]
    letters: frozenset[str]
    media: frozenset[str]

    def has_item(self, item: Item) -> bool:
        """True where ``item`` itself, not only what it stands in, is the child's own."""
        return (
            item.gate.only_me
            or bool(self.ids & set(item.required_people))
            or (isinstance(item, Letter | LetterBlock) and item.file in self.letters)
            or (isinstance(item, Medium) and item.file in self.media)
            or (isinstance(item, MediaBlock) and all(photo.file in self.media for photo in item.photos))
            or self._is_only_pictures(item)
        )

    def _is_only_pictures(self, item: Item) -> bool:
        """True where the words without which it does not exist are nothing but pictures that are the child's own."""
        tellings = () if isinstance(item, TellingBlock) or not self.media else item.required_texts
        proses = [[version.content for version in telling.versions] for telling in tellings]
        return any(
            versions
            and all(
                isinstance(words, tuple) and not replace_references(words, self._remove_private_picture)
                for words in versions
            )
            for versions in proses
        )

    def _remove_private_picture(self, reference: Reference) -> tuple[Inline[Reference], ...]:
        return () if isinstance(reference, PictureRef) and reference.file in self.media else (reference,)


def find_private_items(story: Story) -> PrivateItems:
    """What is the child's own in ``story``."""
    named = story.named_items
    ids = frozenset(item.id for item in named if item.gate.only_me)
    own = PrivateItems(ids, frozenset(), frozenset())
    letters = frozenset(letter.file for letter in story.letters if own.has_item(letter))
    own = PrivateItems(ids, letters, frozenset())
    pictures = {item.photo.file for item in named if item.photo and own.has_item(item)}
    pictures |= {scan.file for letter in story.letters if own.has_item(letter) for scan in letter.scan}
    pictures |= {heard.file for chapter in story.chapters if own.has_item(chapter) for heard in chapter.read_aloud}
    elsewhere = {photo.file for photo in find_outside(PhotoRef, story, own.has_item)}
    elsewhere |= {picture.file for picture in find_outside(PictureRef, story, own.has_item)}
    media = [
        medium
        for medium in story.media
        if own.has_item(medium) or medium.file in pictures or not (medium.listed or medium.file in elsewhere)
    ]
    # a copy under another name is the child's own too
    contents = {medium.content_digest for medium in media if medium.content_digest}
    copies = [medium for medium in story.media if medium.content_digest in contents]
    return PrivateItems(ids, letters, frozenset(medium.file for medium in (*media, *copies)))


def find_outside(kind: type[T], value: object, is_private: Callable[[Item], bool]) -> Iterator[T]:
    """Every ``kind`` within ``value`` that stands in nothing that is the child's own."""
    if isinstance(value, Item) and is_private(value):
        return
    if isinstance(value, kind):
        yield value
    for inner in list_parts(value):
        yield from find_outside(kind, inner, is_private)


def find_outermost(value: object, is_private: Callable[[Item], bool]) -> Iterator[Item]:
    """Every item that is the child's own and stands in none that is."""
    if isinstance(value, Item) and is_private(value):
        yield value
        return
    for inner in list_parts(value):
        yield from find_outermost(inner, is_private)


def report_private_items(story: Story, private: PrivateItems) -> tuple[Problem, ...]:
    """Each thing that is the child's own, with its line, for a worker who asks the child about each."""
    problems = []
    for item, inside in walk_items(story):
        if item.gate.only_me:
            problems.append(
                Problem(_locate_item(item), f"{_describe_item(item)} is only-me.", REMEDY, rule=PRIVATE_IN_ARCHIVE.id)
            )
        elif private.has_item(item) and not any(private.has_item(outer) for outer in inside):
            problems.append(
                Problem(
                    _locate_item(item),
                    f"{_describe_item(item)} belongs to something that is only-me.",
                    REMEDY,
                    rule=PRIVATE_IN_ARCHIVE.id,
                )
            )
    return tuple(problems)


def _locate_item(item: Item) -> Location:
    return Location(item.at.path, item.at.line)


def _describe_item(item: Item) -> str:
    if isinstance(item, Medium):
        return f'The file "{item.file}"'
    kind = f"This {item.kind_label}".replace("This the ", "This passage of the ")
    return f'{kind} "{item.label}"' if item.label else kind


def list_private_files(story: Story, private: PrivateItems) -> frozenset[str]:
    """Whole files of the story that are the child's own: chapters, letters, media."""
    texts: tuple[Chapter | Letter, ...] = (*story.chapters, *story.letters)
    return frozenset(
        (*(text.file for text in texts if private.has_item(text)), *(f"media/{file}" for file in private.media))
    )
