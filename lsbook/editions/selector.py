"""What every part of choosing needs: verdicts, words for this age, positions in the Book, and refusals."""

from __future__ import annotations

from typing import TypeVar

from lsbook.editions.shown_names import find_carried_version
from lsbook.editions.visibility import Visibility
from lsbook.editions.wall_rules import WITHHELD_REFERENCE
from lsbook.editions.word_places import LocatedReference, WordPlaces
from lsbook.model import book
from lsbook.model.edition import RECORD
from lsbook.model.item import Hold, Item, Telling
from lsbook.model.named_items import NamedItem
from lsbook.model.problem import Location, Problem
from lsbook.model.prose import Inline, Mention, PictureRef, Plain, Reference, Text
from lsbook.model.replace_references import replace_references
from lsbook.model.story import Chapter, Letter, Medium, Story
from lsbook.model.story_text import PhotoRef, Ref, Who
from lsbook.model.vocabulary import CHILD_ID, NAMED_KINDS
from lsbook.model.walk import find_own

T = TypeVar("T")


class Selector:
    """Chooses for one Story and one Edition. ``refusals`` and ``origins`` grow; nothing that was given is changed."""

    def __init__(self, story: Story, visibility: Visibility) -> None:
        self.story = story
        self.visibility = visibility
        self.edition = visibility.edition
        self.refusals: list[Problem] = []
        self.origins: dict[int, tuple[object, Item]] = {}
        """Each value of the Book that was made from an item, by its identity; kept, so that no other gets the same."""
        self.places = WordPlaces()
        self._items_by_id: dict[str, NamedItem] = {}
        self._cards: dict[str, book.Card] = {}
        for kind in NAMED_KINDS:
            visible = [item for item in getattr(story, kind) if visibility.is_visible(item)]
            self._items_by_id |= {item.id: item for item in getattr(story, kind)}
            self._cards |= {item.id: book.Card(kind, at) for at, item in enumerate(visible)}
        self._letters = {
            letter.file: at for at, letter in enumerate(item for item in story.letters if visibility.is_visible(item))
        }
        self._chapters = {chapter.file: chapter for chapter in story.chapters if visibility.is_visible(chapter)}
        self.shown_media = [medium for medium in story.media if medium.listed and visibility.is_visible(medium)]
        self._media = {medium.file: medium for medium in story.media}
        self._positions = {medium.file: at for at, medium in enumerate(self.shown_media)}
        self._held_contents = {
            medium.content_digest: medium.gate.hold
            for medium in story.media
            if medium.content_digest and medium.gate.hold
        }

    def track(self, value: T, item: Item) -> T:
        """Return ``value``, remembered as what the Book has of ``item``. The innermost item comes first and stays."""
        self.origins.setdefault(id(value), (value, item))
        return value

    def private_to_child(self, record: Visibility) -> tuple[object, ...]:
        """Return what the Book has of items that the record does not see: the child's alone, or what stands on it."""
        named = self.story.named_items
        own = {item.id for item in named if not record.is_visible(item)}
        return tuple(
            value
            for value, item in self.origins.values()
            if not record.is_visible(item)
            or (own and _is_known_by_its_words(item) and any(mention.id in own for mention in find_own(Mention, item)))
        )

    # --- words ---------------------------------------------------------------------------------------------------

    def select(self, telling: Telling[T] | None) -> T | None:
        """Return the words told in this edition; ``None`` where there are none."""
        version = telling.find_version(self.edition.age, self.edition.easy) if telling else None
        return version.content if version else None

    def select_text(self, telling: Telling[str] | None) -> str:
        return str(self.select(telling) or "")

    def find_chapter(self, telling: Telling[str] | None) -> Chapter | None:
        """Return the chapter whose file ``telling`` names, if this edition may see it."""
        return self._chapters.get(self.select_text(telling))

    def resolve_references(self, blocks: tuple[Plain[Reference], ...]) -> tuple[book.BookPlain, ...]:
        return tuple(map(self.places.release, replace_references(blocks, self._resolve_reference)))

    def select_placeholder(self, item: Item, language: str = "") -> book.Placeholder | None:
        """Return the sentence that stands where ``item`` is not told yet, if there is one for this age.

        ``language``: that of what stands around it, where it is not the book's.
        """
        words = self.select(item.gate.placeholder) if self.visibility.can_show_placeholder(item) else None
        says: book.Prose = self.resolve_references(words) if words else ()
        if says and language:
            says = (book.LanguageBlock(language, says),)
        return self.track(book.Placeholder(says), item) if says else None

    def select_heads_up(self, item: Item) -> book.HeadsUp | None:
        if item.heads_up is None:
            return None
        conversation = item.heads_up.conversation
        shown = book.Conversation(self.format_who(conversation.by), conversation.on) if conversation else None
        return book.HeadsUp(self.select_text(item.heads_up.about), shown)

    def select_hold(self, item: Item) -> book.Hold | None:
        hold = self.find_hold(item)
        if hold is None or self.edition.reader != RECORD:
            return None
        return book.Hold(str(hold.reason), self.format_who(hold.decided_by), hold.on, hold.look_again)

    def find_hold(self, item: Item) -> Hold | None:
        """Return what holds ``item``: a hold of its own, or that of a medium with the same content."""
        return item.gate.hold or (self._held_contents.get(item.content_digest) if isinstance(item, Medium) else None)

    def mark_language(self, language: str) -> str:
        """Return ``language`` where it is another than the book's, else nothing."""
        return "" if language == self.story.language else language

    # --- references ----------------------------------------------------------------------------------------------

    def _resolve_reference(self, reference: Reference) -> tuple[Inline[LocatedReference], ...]:
        if isinstance(reference, PictureRef):
            at = self.place_medium(reference.file)
            return () if at is None else (LocatedReference(book.PictureLink(at, reference.alt), reference.at),)
        name = self._resolve_mention(reference)
        return (Text("") if name is None else LocatedReference(name, reference.at),)

    def can_name(self, mention: Mention) -> bool:
        """Return whether a sentence of this edition may name what ``mention`` does."""
        item = self._items_by_id.get(mention.id)
        return mention.id == CHILD_ID or (item is not None and self.visibility.is_visible(item))

    def is_shown_gently(self, gentle: Visibility, file: str) -> bool:
        """Return whether a medium may be seen by a small child too, and is no hard news."""
        medium = self._media.get(file)
        return medium is not None and gentle.is_visible(medium) and medium.heads_up is None

    def is_only_me(self, item: Item) -> bool:
        """Whether ``item``, or what it stands in, is the child's alone."""
        verdict = self.visibility.verdicts.get(item.at)
        return any(each.gate.only_me for each in (item, *(verdict.ancestors if verdict else ())))

    def _resolve_mention(self, mention: Mention) -> book.NameLink | None:
        if mention.id == CHILD_ID:
            return self._link_child()
        item = self._items_by_id.get(mention.id)
        if item is not None and self.visibility.is_visible(item):
            return self._link_name(item)
        carried = find_carried_version(item, self.visibility) if item is not None else None
        if carried is not None:
            return book.NameLink(str(carried.content))
        self._refuse(mention.at, mention.id, item)
        return None

    def _refuse(self, at: Location, identity: str, item: NamedItem | None) -> None:
        verdict = self.visibility.verdicts.get(item.at) if item else None
        why = " ".join(verdict.reasons) if verdict else ""
        self.refusals.append(
            Problem(
                at,
                f"This sentence names [[{identity}]], who or which is withheld from the edition"
                f" {self.edition.name}. {why}",
                f"Put the sentence behind the same gate as {identity}, or let {identity} be seen (its gate stands at"
                f" {item.at if item else 'its entry'}), or say it without the name.",
                rule=WITHHELD_REFERENCE.id,
            )
        )

    def resolve_ref(self, ref: Ref | None) -> book.NameLink | None:
        """Return somebody named alone; ``None`` where that is withheld: it drops out without a trace."""
        if ref is None:
            return None
        if ref.id == CHILD_ID:
            return self._link_child()
        item = self._items_by_id.get(ref.id)
        return self._link_name(item) if item is not None and self.visibility.is_visible(item) else None

    def resolve_refs(self, refs: tuple[Ref, ...]) -> tuple[book.NameLink, ...]:
        return tuple(named for ref in refs if (named := self.resolve_ref(ref)) is not None)

    def resolve_who(self, who: Who | None) -> book.NameLink | None:
        return (
            book.NameLink(str(who))
            if isinstance(who, str) and who
            else self.resolve_ref(who)
            if isinstance(who, Ref)
            else None
        )

    def format_who(self, words: str) -> str:
        """Return ``words`` that say who did something; for an id the name, or nothing where that is withheld."""
        item = self._items_by_id.get(words)
        if item is None:
            return str(words)
        return self.select_text(item.name) if self.visibility.is_visible(item) else ""

    def _link_child(self) -> book.NameLink:
        return book.NameLink(str(self.story.child.name), me=True)

    def _link_name(self, item: NamedItem) -> book.NameLink:
        return book.NameLink(self.select_text(item.name), self._cards.get(item.id))

    def find_letter(self, file: str) -> int | None:
        return self._letters.get(file)

    # --- media ---------------------------------------------------------------------------------------------------

    def place_medium(self, file: str) -> int | None:
        """Return the position of a medium in the Book; ``None`` where it is withheld.

        A file that media.yaml does not name comes in where it is first shown: shown nowhere, it is in no book.
        """
        medium = self._media.get(file)
        if medium is None or not self.visibility.is_visible(medium):
            return None
        if file not in self._positions:
            self._positions[file] = len(self.shown_media)
            self.shown_media.append(medium)
        return self._positions[file]

    def place_photo(self, photo: PhotoRef | None) -> int | None:
        return None if photo is None else self.place_medium(photo.file)

    def place_photos(self, photos: tuple[PhotoRef, ...]) -> tuple[int, ...]:
        return tuple(at for photo in photos if (at := self.place_photo(photo)) is not None)


def _is_known_by_its_words(item: Item) -> bool:
    """Return whether an item is known by its words. A chapter or a letter is by its title, where no id can stand."""
    return not isinstance(item, Chapter | Letter)
