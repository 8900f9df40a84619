"""Who may see what: one verdict for every item of a story, with the reasons in plain words.

``choose`` builds a Book from these verdicts and ``explain`` prints them, so what a worker is told is what happens.
An item without a verdict is withheld.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.edition import CHILD, RECORD, Edition
from lsbook.model.item import Item
from lsbook.model.named_items import Death, WorkTime
from lsbook.model.problem import Location
from lsbook.model.prose import Inline, PictureRef, Reference
from lsbook.model.replace_references import replace_references
from lsbook.model.story import Chapter, Letter, Medium, Story
from lsbook.model.story_text import BlockItem, LetterBlock, MediaBlock, PhotoRef, Statement, TellingBlock
from lsbook.model.walk import find_outermost_items, find_outside_items, find_own, list_fields

ADULTS_ONLY = "It stands in the books of adults alone."


class Verdict(Struct, frozen=True):
    """Whether an item may be seen: ``reasons`` is empty where it may. ``own_gate``: nothing else keeps it back."""

    item: Item
    ancestors: tuple[Item, ...]
    """What it stands in, the outermost first."""
    reasons: tuple[str, ...]
    own_gate: bool = False

    @property
    def is_visible(self) -> bool:
        return not self.reasons


class Visibility:
    """The verdicts of one story for one edition."""

    def __init__(self, edition: Edition, verdicts: dict[Location, Verdict]) -> None:
        self.edition = edition
        self.verdicts = verdicts

    def is_visible(self, item: Item) -> bool:
        """Return whether this very item has a verdict, and nothing speaks against it."""
        verdict = self.verdicts.get(item.at)
        return verdict is not None and verdict.item is item and verdict.is_visible

    def can_show_placeholder(self, item: Item) -> bool:
        """Return whether a placeholder (``instead``) may stand: only the item's own gate keeps it from the child."""
        verdict = self.verdicts.get(item.at)
        if not self.edition.is_for_child or (self.edition.is_for_second_reader and item.gate.only_me):
            return False
        return verdict is not None and not verdict.is_visible and verdict.own_gate


def decide(story: Story, edition: Edition) -> Visibility:
    """Return the verdict on every item, in the order of the story."""
    judge = _Judge(story, edition)
    for _ in range(2):  # an account may stand on somebody who comes later; the second time all are known
        judge.restart()
        for item in _order_items(story):
            judge.judge(item, (), is_parent_marked=False, inherited=())
    verdicts = judge.verdicts
    return Visibility(edition, verdicts | _withhold_unnamed(story, verdicts) if edition.reader == RECORD else verdicts)


def _withhold_unnamed(story: Story, verdicts: Mapping[Location, Verdict]) -> dict[Location, Verdict]:
    """Return verdicts on the media that are in the record only by name, where nothing in it names them.

    A file that media.yaml does not list is there because something names it: what is the child's own takes it along.
    """
    unlisted = [verdicts[medium.at] for medium in story.media if not medium.listed]
    if not unlisted:
        return {}
    items = [verdict.item for verdict in verdicts.values() if verdict.is_visible]
    named = {photo.file for photo in find_outside_items(PhotoRef, story)}
    named |= {photo.file for item in items for photo in find_own(PhotoRef, item)}
    named |= {picture.file for item in items for picture in find_own(PictureRef, item)}
    return {
        verdict.item.at: replace(verdict, reasons=(*verdict.reasons, "Nothing that may be seen names it."))
        for verdict in unlisted
        if isinstance(verdict.item, Medium) and verdict.item.file not in named
    }


def _order_items(story: Story) -> Iterator[Item]:
    """Yield the outermost items. What others stand on comes first: names, then letters, media, and all the rest."""
    yield from story.named_items
    yield from story.letters
    yield from story.media
    yield from (*story.child.names, *story.about_me, *story.moments, *story.questions, *story.words, *story.chapters)
    yield from (*story.what_is_new, *story.foreword, *story.records)


class _Judge:
    def __init__(self, story: Story, edition: Edition) -> None:
        self.verdicts: dict[Location, Verdict] = {}
        self._edition = edition
        named = story.named_items
        self._items_by_id = {item.id: item for item in named}
        self._letters = {letter.file: letter for letter in story.letters}
        self._media = {medium.file: medium for medium in story.media}
        self._media_by_digest: dict[str, list[Medium]] = {}
        for medium in story.media:
            self._media_by_digest.setdefault(medium.content_digest, []).append(medium)
        self._withheld_files: dict[str, list[str]] = {}
        self._children: dict[int, tuple[Item, ...]] = {}
        """What stands directly in an item, by its identity: the story outlives the judge."""
        self._records = frozenset(map(id, story.records))
        self._users_by_file: dict[str, list[Item]] = {}
        for item in named:
            if item.photo:
                self._users_by_file.setdefault(item.photo.file, []).append(item)
        for letter in story.letters:
            for scan in letter.scan:
                self._users_by_file.setdefault(scan.file, []).append(letter)
        self._chapters_by_recording: dict[str, list[Chapter]] = {}
        for chapter in story.chapters:
            for recording in chapter.read_aloud:
                self._chapters_by_recording.setdefault(recording.file, []).append(chapter)

    def restart(self) -> None:
        """Go through the story from its beginning: what was found out about copies may have changed."""
        self._withheld_files.clear()

    def judge(
        self, item: Item, ancestors: tuple[Item, ...], *, is_parent_marked: bool, inherited: tuple[str, ...]
    ) -> None:
        """Give a verdict on ``item`` and all that stands in it.

        ``is_parent_marked``: what it stands in is marked for this reader. ``inherited``: why it is withheld, whatever
        its own gate says.
        """
        own = (*self._check_gate(item, is_parent_marked), *self._check_words(item))
        without = tuple(self._check_dependencies(item))
        why = (*inherited, *own, *without, *self._check_remains(item))
        self.verdicts[item.at] = Verdict(item, ancestors, why, own_gate=bool(own) and not inherited and not without)
        below = (f"It stands in {item.kind_label} {item.handle}, which is withheld.",) if why else ()
        for child, unchosen in self._list_children(item):
            self.judge(child, (*ancestors, item), is_parent_marked=not own, inherited=below or unchosen)

    # --- reasons -------------------------------------------------------------------------------------------------

    def _check_gate(self, item: Item, is_parent_marked: bool) -> Iterator[str]:
        gate, edition = item.gate, self._edition
        if gate.only_me and (edition.is_for_second_reader or not edition.is_for_child):
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
        elif edition.reader not in gate.also_for and not (
            is_parent_marked and not gate.also_for and _is_marked_with_parent(item)
        ):
            yield "It is not marked for this reader (also-for)."

    def _check_words(self, item: Item) -> Iterator[str]:
        needed = (*item.required_texts, item.heads_up.about) if item.heads_up else item.required_texts
        for telling in needed:
            if telling.find_version(self._edition.age, self._edition.easy) is None:
                yield f"There are no words for {self._edition.age}: its telling begins at {telling.from_age}."

    def _check_dependencies(self, item: Item) -> Iterator[str]:
        for identity in item.required_people:
            yield from self._check_dependency(self._items_by_id.get(identity), f"It stands on {identity}")
        if isinstance(item, Letter) and item.category in self._edition.letters_apart:
            yield "In this plan a later life letter is given to the child apart from the book (policy, plans)."
        if not self._edition.is_for_adult and (isinstance(item, WorkTime) or id(item) in self._records):
            yield ADULTS_ONLY
        if isinstance(item, LetterBlock):
            yield from self._check_dependency(self._letters.get(item.file), f"It shows {item.file}")
        if isinstance(item, Medium):
            yield from self._check_users(item)
            yield from self._check_copies(item)
        if isinstance(item, MediaBlock) and not any(self._is_shown(photo) for photo in item.photos):
            yield "Nothing that it shows may be seen."

    def _check_users(self, medium: Medium) -> Iterator[str]:
        for pictured in self._users_by_file.get(medium.file, []):
            yield from self._check_dependency(pictured, f"It is the picture of {pictured.handle}")
        for chapter in self._chapters_by_recording.get(medium.file, []):  # judged after the media that stand in it
            if any((*self._check_gate(chapter, is_parent_marked=False), *self._check_words(chapter))):
                yield f"It is {chapter.handle} read aloud, which is withheld."

    def _check_copies(self, medium: Medium) -> Iterator[str]:
        """Yield a reason where a medium has the content of a withheld one: another name does not let it through."""
        for file in self._find_withheld_files(medium.content_digest):
            if file != medium.file:
                yield f"It has the same content as {file}, which is withheld."
                return

    def _find_withheld_files(self, content: str) -> list[str]:
        """Return the files with this content that are withheld for reasons of their own."""
        if content not in self._withheld_files:
            same = self._media_by_digest.get(content, []) if content else []
            self._withheld_files[content] = [medium.file for medium in same if self._is_withheld_itself(medium)]
        return self._withheld_files[content]

    def _is_withheld_itself(self, medium: Medium) -> bool:
        stands_on = (self._check_dependency(self._items_by_id.get(person), "") for person in medium.required_people)
        reasons = (
            self._check_gate(medium, is_parent_marked=False),
            self._check_words(medium),
            *stands_on,
            self._check_users(medium),
        )
        return any(True for reason in reasons for _ in reason)

    def _check_dependency(self, item: Item | None, claim: str) -> Iterator[str]:
        verdict = self.verdicts.get(item.at) if item else None
        if verdict is None or not verdict.is_visible:
            yield f"{claim}, which is withheld."

    def _check_remains(self, item: Item) -> Iterator[str]:
        """Yield a reason where words that an item cannot do without are nothing but pictures that are withheld."""
        versions = [telling.find_version(self._edition.age, self._edition.easy) for telling in item.required_texts]
        proses = [version.content for version in versions if version and isinstance(version.content, tuple)]
        if not isinstance(item, TellingBlock) and not all(
            replace_references(prose, self._drop_if_withheld) for prose in proses
        ):
            yield "Nothing is left of it without the pictures that are withheld."

    def _drop_if_withheld(self, reference: Reference) -> tuple[Inline[Reference], ...]:
        return () if isinstance(reference, PictureRef) and not self._is_shown(reference) else (reference,)

    def _is_shown(self, photo: PhotoRef | PictureRef) -> bool:
        medium = self._media.get(photo.file)
        verdict = self.verdicts.get(medium.at) if medium else None
        return verdict is not None and verdict.is_visible

    # --- what stands in an item ----------------------------------------------------------------------------------

    def _list_children(self, item: Item) -> Iterator[tuple[Item, tuple[str, ...]]]:
        if isinstance(item, TellingBlock):
            chosen = item.telling.find_version(self._edition.age, self._edition.easy)
            for version in item.telling.versions:
                other = () if version is chosen else (f"It stands in the words for {version.age}; others are told.",)
                yield from ((child, other) for child in find_outermost_items(version.content))
            return
        if id(item) not in self._children:
            parts = (value for name, value in list_fields(item) if name not in ("at", "gate", "heads_up"))
            self._children[id(item)] = tuple(child for part in parts for child in find_outermost_items(part))
        yield from ((child, ()) for child in self._children[id(item)])


def _is_marked_with_parent(item: Item) -> bool:
    """Return whether an item shares the mark of its parent: blocks, deaths, and texts that are no statements."""
    if isinstance(item, Statement):
        return not item.is_standalone
    return isinstance(item, BlockItem | TellingBlock | LetterBlock | MediaBlock | Death)
