"""Who may see what: one verdict for every item of a story, with the reasons in plain words.

``choose`` builds a Book from these verdicts and ``explain`` prints them, so what a worker is told is what happens.
An item without a verdict is withheld.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from lsbook.model.edition import CHILD, RECORD, Edition
from lsbook.model.item import Item, Telling
from lsbook.model.problem import Place
from lsbook.model.prose import Inline, Picture, Reference
from lsbook.model.replacing import replaced
from lsbook.model.story import Chapter, Letter, Medium, Named, Story
from lsbook.model.story_text import BlockItem, LetterBlock, MediaBlock, PhotoRef, Statement, Tellings


@dataclass(frozen=True)
class Verdict:
    """``why`` is empty where the item is seen. ``own_gate``: nothing but the item's own gate keeps it back."""

    item: Item
    inside: tuple[Item, ...]
    """What it stands in, the outermost first."""
    why: tuple[str, ...]
    own_gate: bool = False

    @property
    def seen(self) -> bool:
        return not self.why


class Sight:
    """The verdicts of one story for one edition."""

    def __init__(self, edition: Edition, verdicts: dict[Place, Verdict]) -> None:
        self.edition = edition
        self.verdicts = verdicts

    def sees(self, item: Item) -> bool:
        """True where this very item has a verdict, and nothing speaks against it."""
        verdict = self.verdicts.get(item.at)
        return verdict is not None and verdict.item is item and verdict.seen

    def stands_instead(self, item: Item) -> bool:
        """True where an ``instead`` may stand: only the item's own gate keeps it from the child."""
        verdict = self.verdicts.get(item.at)
        if not self.edition.for_child or (self.edition.to_read and item.gate.only_me):
            return False
        return verdict is not None and not verdict.seen and verdict.own_gate


def look(story: Story, edition: Edition) -> Sight:
    """The verdict on every item, in the order of the story."""
    watch = _Watch(story, edition)
    for _ in range(2):  # an account may stand on somebody who comes later; the second time all are known
        watch.begin()
        for item in _in_order(story):
            watch.judge(item, (), marked=False, shut=())
    return Sight(edition, watch.verdicts)


def _in_order(story: Story) -> Iterator[Item]:
    """What others stand on comes first: names, then letters, then media, then all the rest."""
    yield from (*story.people, *story.homes, *story.schools, *story.keepsakes)
    yield from story.letters
    yield from story.media
    yield from (*story.child.names, *story.about_me, *story.moments, *story.questions, *story.words, *story.chapters)
    yield from story.what_is_new


class _Watch:
    def __init__(self, story: Story, edition: Edition) -> None:
        self.verdicts: dict[Place, Verdict] = {}
        self._edition = edition
        named: tuple[Named, ...] = (*story.people, *story.homes, *story.schools, *story.keepsakes)
        self._named = {item.id: item for item in named}
        self._letters = {letter.file: letter for letter in story.letters}
        self._media = {medium.file: medium for medium in story.media}
        self._same: dict[str, list[Medium]] = {}
        for medium in story.media:
            self._same.setdefault(medium.content, []).append(medium)
        self._withheld_files: dict[str, list[str]] = {}
        self._pictured: dict[str, list[Item]] = {}
        for item in named:
            if item.photo:
                self._pictured.setdefault(item.photo.file, []).append(item)
        for letter in story.letters:
            for scan in letter.scan:
                self._pictured.setdefault(scan.file, []).append(letter)
        self._read_from: dict[str, list[Chapter]] = {}
        for chapter in story.chapters:
            for recording in chapter.read_aloud:
                self._read_from.setdefault(recording.file, []).append(chapter)

    def begin(self) -> None:
        """Go through the story from its beginning: what was found out about copies may have changed."""
        self._withheld_files.clear()

    def judge(self, item: Item, inside: tuple[Item, ...], *, marked: bool, shut: tuple[str, ...]) -> None:
        """``marked``: what it stands in is marked for this reader. ``shut``: why it is withheld before its own gate."""
        own = (*self._gate(item, marked), *self._words(item))
        without = tuple(self._stands_on(item))
        why = (*shut, *own, *without, *self._left_empty(item))
        self.verdicts[item.at] = Verdict(item, inside, why, own_gate=bool(own) and not shut and not without)
        below = (f"It stands in {item.kind} {item.handle}, which is withheld.",) if why else ()
        for child, unchosen in self._children(item):
            self.judge(child, (*inside, item), marked=not own, shut=below or unchosen)

    # --- reasons -------------------------------------------------------------------------------------------------

    def _gate(self, item: Item, marked: bool) -> Iterator[str]:
        gate, edition = item.gate, self._edition
        if gate.only_me and (edition.to_read or not edition.for_child):
            yield "It is the child's own (only-me), in the child's book and nowhere else."
        if edition.reader == RECORD:
            return
        if gate.hold is not None:
            yield f"It is held back: {gate.hold.reason}"
        if edition.reader == CHILD:
            if gate.from_age > edition.age:
                yield f"It is told from {gate.from_age}; this edition is told at {edition.age}."
            if isinstance(item, Letter) and (item.open_when or 0) > edition.age:
                yield f"The letter is to be opened at {item.open_when}; this edition is told at {edition.age}."
        elif edition.reader not in gate.also_for and not (marked and not gate.also_for and _belongs(item)):
            yield "It is not marked for this reader (also-for)."

    def _words(self, item: Item) -> Iterator[str]:
        needed = (*item.needs, item.heads_up.about) if item.heads_up else item.needs
        for telling in needed:
            if telling.at(self._edition.age, self._edition.easy) is None:
                yield f"There are no words for {self._edition.age}: its telling begins at {telling.from_age}."

    def _stands_on(self, item: Item) -> Iterator[str]:
        for identity in item.stands_on:
            yield from self._without(self._named.get(identity), f"It stands on {identity}")
        if isinstance(item, Letter) and item.of in self._edition.letters_apart:
            yield "In this plan a later life letter is given to the child apart from the book (policy, plans)."
        if isinstance(item, LetterBlock):
            yield from self._without(self._letters.get(item.file), f"It shows {item.file}")
        if isinstance(item, Medium):
            yield from self._is_used_by(item)
            yield from self._is_a_copy(item)
        if isinstance(item, MediaBlock) and not any(self._shows(photo) for photo in item.photos):
            yield "Nothing that it shows may be seen."

    def _is_used_by(self, medium: Medium) -> Iterator[str]:
        for pictured in self._pictured.get(medium.file, []):
            yield from self._without(pictured, f"It is the picture of {pictured.handle}")
        for chapter in self._read_from.get(medium.file, []):  # judged after the media that stand in it
            if any((*self._gate(chapter, marked=False), *self._words(chapter))):
                yield f"It is {chapter.handle} read aloud, which is withheld."

    def _is_a_copy(self, medium: Medium) -> Iterator[str]:
        """A medium is withheld by its content (design.md): another name, folder or entry does not let it through."""
        for file in self._withheld_with(medium.content):
            if file != medium.file:
                yield f"It has the same content as {file}, which is withheld."
                return

    def _withheld_with(self, content: str) -> list[str]:
        """The files with this content that are withheld for reasons of their own."""
        if content not in self._withheld_files:
            same = self._same.get(content, []) if content else []
            self._withheld_files[content] = [medium.file for medium in same if self._is_withheld_itself(medium)]
        return self._withheld_files[content]

    def _is_withheld_itself(self, medium: Medium) -> bool:
        stands_on = (self._without(self._named.get(one), "") for one in medium.stands_on)
        reasons = (self._gate(medium, marked=False), self._words(medium), *stands_on, self._is_used_by(medium))
        return any(True for reason in reasons for _ in reason)

    def _without(self, item: Item | None, words: str) -> Iterator[str]:
        verdict = self.verdicts.get(item.at) if item else None
        if verdict is None or not verdict.seen:
            yield f"{words}, which is withheld."

    def _left_empty(self, item: Item) -> Iterator[str]:
        """Words without which it does not exist, and which are nothing but pictures that are withheld."""
        versions = [telling.at(self._edition.age, self._edition.easy) for telling in item.needs]
        proses = [version.words for version in versions if version and isinstance(version.words, tuple)]
        if not isinstance(item, Tellings) and not all(replaced(prose, self._left) for prose in proses):
            yield "Nothing is left of it without the pictures that are withheld."

    def _left(self, reference: Reference) -> tuple[Inline[Reference], ...]:
        return () if isinstance(reference, Picture) and not self._shows(reference) else (reference,)

    def _shows(self, photo: PhotoRef | Picture) -> bool:
        medium = self._media.get(photo.file)
        verdict = self.verdicts.get(medium.at) if medium else None
        return verdict is not None and verdict.seen

    # --- what stands in an item ----------------------------------------------------------------------------------

    def _children(self, item: Item) -> Iterator[tuple[Item, tuple[str, ...]]]:
        if isinstance(item, Tellings):
            chosen = item.telling.at(self._edition.age, self._edition.easy)
            for version in item.telling.versions:
                other = () if version is chosen else (f"It stands in the words for {version.age}; others are told.",)
                yield from ((child, other) for child in _items_in(version.words))
            return
        for field in fields(item):
            if field.name not in ("at", "gate", "heads_up"):
                yield from ((child, ()) for child in _items_in(getattr(item, field.name)))


def _belongs(item: Item) -> bool:
    """True for what shares the mark of its item: blocks of a text, and a plain text that is no statement of its own."""
    if isinstance(item, Statement):
        return not item.own
    return isinstance(item, BlockItem | Tellings | LetterBlock | MediaBlock)


def _items_in(value: object) -> Iterator[Item]:
    """The outermost items within ``value``."""
    if isinstance(value, Item):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _items_in(inner)
    elif isinstance(value, Telling) or (is_dataclass(value) and not isinstance(value, PhotoRef)):
        for field in fields(value):
            yield from _items_in(getattr(value, field.name))
