"""What is the child's own in a story: all that is marked ``only-me``, and what stands on it or is named by it alone.

The record edition holds none of it anyway (the wall). This room finds it in the sources, by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from lsbook.model.item import Item
from lsbook.model.problem import Place, Problem
from lsbook.model.prose import Inline, Picture, Reference
from lsbook.model.replacing import replaced
from lsbook.model.story import Chapter, Letter, Medium, Story
from lsbook.model.story_text import LetterBlock, MediaBlock, PhotoRef, Tellings
from lsbook.model.walk import items_within, parts

T = TypeVar("T")
REMEDY = "Ask the child about it. Then choose for all of them: --only-me keep, or --only-me leave-out."


@dataclass(frozen=True)
class Own:
    """The child's own. ``ids`` of people, homes, schools and keepsakes; ``media`` and ``letters`` by their files."""

    ids: frozenset[str]
    letters: frozenset[str]
    media: frozenset[str]

    def holds(self, item: Item) -> bool:
        """True where ``item`` itself, not only what it stands in, is the child's own."""
        return (
            item.gate.only_me
            or bool(self.ids & set(item.stands_on))
            or (isinstance(item, Letter | LetterBlock) and item.file in self.letters)
            or (isinstance(item, Medium) and item.file in self.media)
            or (isinstance(item, MediaBlock) and all(photo.file in self.media for photo in item.photos))
            or self._is_only_pictures(item)
        )

    def _is_only_pictures(self, item: Item) -> bool:
        """True where the words without which it does not exist are nothing but pictures that are the child's own."""
        tellings = () if isinstance(item, Tellings) or not self.media else item.needs
        proses = [[version.words for version in telling.versions] for telling in tellings]
        return any(
            versions and all(isinstance(words, tuple) and not replaced(words, self._left) for words in versions)
            for versions in proses
        )

    def _left(self, reference: Reference) -> tuple[Inline[Reference], ...]:
        return () if isinstance(reference, Picture) and reference.file in self.media else (reference,)


def own_of(story: Story) -> Own:
    """What is the child's own in ``story``."""
    named = (*story.people, *story.homes, *story.schools, *story.keepsakes)
    ids = frozenset(item.id for item in named if item.gate.only_me)
    own = Own(ids, frozenset(), frozenset())
    own = Own(ids, frozenset(one.file for one in story.letters if own.holds(one)), frozenset())
    pictures = {item.photo.file for item in named if item.photo and own.holds(item)}
    pictures |= {scan.file for letter in story.letters if own.holds(letter) for scan in letter.scan}
    pictures |= {heard.file for chapter in story.chapters if own.holds(chapter) for heard in chapter.read_aloud}
    elsewhere = {one.file for one in every_outside(PhotoRef, story, own.holds)}
    elsewhere |= {one.file for one in every_outside(Picture, story, own.holds)}
    media = [
        one
        for one in story.media
        if own.holds(one) or one.file in pictures or not (one.listed or one.file in elsewhere)
    ]
    contents = {one.content for one in media if one.content}  # a copy under another name is the child's own too
    copies = [one for one in story.media if one.content in contents]
    return Own(ids, own.letters, frozenset(one.file for one in (*media, *copies)))


def every_outside(kind: type[T], value: object, own: Callable[[Item], bool]) -> Iterator[T]:
    """Every ``kind`` within ``value`` that stands in nothing that is the child's own."""
    if isinstance(value, Item) and own(value):
        return
    if isinstance(value, kind):
        yield value
    for inner in parts(value):
        yield from every_outside(kind, inner, own)


def outermost(value: object, own: Callable[[Item], bool]) -> Iterator[Item]:
    """Every item that is the child's own and stands in none that is."""
    if isinstance(value, Item) and own(value):
        yield value
        return
    for inner in parts(value):
        yield from outermost(inner, own)


def by_name(story: Story, own: Own) -> tuple[Problem, ...]:
    """Each thing that is the child's own, with its line, for a worker who asks the child about each."""
    found = []
    for item, inside in items_within(story):
        if item.gate.only_me:
            found.append(Problem(_at(item), f"{_called(item)} is only-me.", REMEDY))
        elif own.holds(item) and not any(own.holds(outer) for outer in inside):
            found.append(Problem(_at(item), f"{_called(item)} belongs to something that is only-me.", REMEDY))
    return tuple(found)


def _at(item: Item) -> Place:
    return Place(item.at.path, item.at.line)


def _called(item: Item) -> str:
    if isinstance(item, Medium):
        return f'The file "{item.file}"'
    kind = f"This {item.kind}".replace("This the ", "This passage of the ")
    return f'{kind} "{item.label}"' if item.label else kind


def files_of(story: Story, own: Own) -> frozenset[str]:
    """Whole files of the story that are the child's own: chapters, letters, media."""
    texts: tuple[Chapter | Letter, ...] = (*story.chapters, *story.letters)
    return frozenset((*(one.file for one in texts if own.holds(one)), *(f"media/{file}" for file in own.media)))
