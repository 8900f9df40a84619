"""What every part of choosing needs: verdicts, words for this age, positions in the Book, and refusals."""

from __future__ import annotations

from typing import TypeVar

from lsbook.editions.shown_names import carried_version
from lsbook.editions.sight import Sight
from lsbook.model import book
from lsbook.model.edition import RECORD
from lsbook.model.item import Item, Telling
from lsbook.model.problem import Place, Problem
from lsbook.model.prose import Inline, Mention, Picture, Plain, Reference, Text
from lsbook.model.replacing import replaced
from lsbook.model.story import Chapter, Letter, Medium, Named, Story
from lsbook.model.story_text import PhotoRef, Ref, Who
from lsbook.model.walk import every_own

T = TypeVar("T")


class Chooser:
    """Chooses for one Story and one Edition. ``refusals`` and notes grow; nothing that was given is changed."""

    def __init__(self, story: Story, sight: Sight) -> None:
        self.story = story
        self.sight = sight
        self.edition = sight.edition
        self.refusals: list[Problem] = []
        self.comes_from: dict[int, tuple[object, Item]] = {}
        """Each value of the Book that was made from an item, by its identity; kept, so that no other gets the same."""
        self._named: dict[str, Named] = {}
        self._cards: dict[str, book.Card] = {}
        for kind in ("people", "homes", "schools", "keepsakes"):
            seen = [item for item in getattr(story, kind) if sight.sees(item)]
            self._named |= {item.id: item for item in getattr(story, kind)}
            self._cards |= {item.id: book.Card(kind, at) for at, item in enumerate(seen)}
        self._letters = {
            letter.file: at for at, letter in enumerate(item for item in story.letters if sight.sees(item))
        }
        self.shown_media = [medium for medium in story.media if medium.listed and sight.sees(medium)]
        self._media = {medium.file: medium for medium in story.media}
        self._positions = {medium.file: at for at, medium in enumerate(self.shown_media)}
        self._held_contents = {one.content: one.gate.hold for one in story.media if one.content and one.gate.hold}

    def noted(self, made: T, item: Item) -> T:
        """``made``, remembered as what the Book has of ``item``; the innermost item comes first and stays."""
        self.comes_from.setdefault(id(made), (made, item))
        return made

    def unlike(self, record: Sight) -> tuple[object, ...]:
        """What the Book has of items that the record does not see: they are the child's alone, or stand on what is."""
        named = (*self.story.people, *self.story.homes, *self.story.schools, *self.story.keepsakes)
        own = {one.id for one in named if not record.sees(one)}
        return tuple(
            made
            for made, item in self.comes_from.values()
            if not record.sees(item)
            or (_is_known_by_its_words(item) and any(one.id in own for one in every_own(Mention, item)))
        )

    # --- words ---------------------------------------------------------------------------------------------------

    def words(self, telling: Telling[T] | None) -> T | None:
        """The version told in this edition."""
        version = telling.at(self.edition.age, self.edition.easy) if telling else None
        return version.words if version else None

    def title(self, telling: Telling[str] | None) -> str:
        return self.words(telling) or ""

    def plain(self, blocks: tuple[Plain[Reference], ...]) -> tuple[book.BookPlain, ...]:
        return replaced(blocks, self._reference)

    def instead(self, item: Item, tongue: str = "") -> book.Instead | None:
        """The sentence that stands where ``item`` is not told yet, if there is one for this age.

        ``tongue``: the language of what stands around it, where it is not the book's.
        """
        words = self.words(item.gate.instead) if self.sight.stands_instead(item) else None
        says: book.Prose = self.plain(words) if words else ()
        if says and tongue:
            says = (book.InLanguage(tongue, says),)
        return self.noted(book.Instead(says), item) if says else None

    def hard(self, item: Item) -> book.HeadsUp | None:
        if item.heads_up is None:
            return None
        told = item.heads_up.told
        return book.HeadsUp(self.title(item.heads_up.about), book.Told(told.by, told.on) if told else None)

    def held(self, item: Item) -> book.Held | None:
        hold = item.gate.hold or (self._held_contents.get(item.content) if isinstance(item, Medium) else None)
        if hold is None or self.edition.reader != RECORD:
            return None
        return book.Held(hold.reason, hold.decided_by, hold.on, hold.look_again)

    def tongue(self, language: str) -> str:
        """``language`` where it is another than the book's, else nothing."""
        return "" if language == self.story.language else language

    # --- references ----------------------------------------------------------------------------------------------

    def _reference(self, reference: Reference) -> tuple[Inline[book.Reference], ...]:
        if isinstance(reference, Picture):
            at = self.medium(reference.file)
            return () if at is None else (book.Shown(at, reference.alt),)
        return (self._mention(reference),)

    def _mention(self, mention: Mention) -> Inline[book.Reference]:
        if mention.id == "me":
            return book.Named(self.story.child.name, me=True)
        item = self._named.get(mention.id)
        if item is not None and self.sight.sees(item):
            return self._named_by(item)
        carried = carried_version(item, self.sight) if item is not None else None
        if carried is not None:
            return book.Named(carried.words)
        self._refuse(mention.at, mention.id, item)
        return Text("")

    def _refuse(self, at: Place, identity: str, item: Named | None) -> None:
        verdict = self.sight.verdicts.get(item.at) if item else None
        why = " ".join(verdict.why) if verdict else ""
        self.refusals.append(
            Problem(
                at,
                f"This sentence names [[{identity}]], who or which is withheld from the edition"
                f" {self.edition.name}. {why}",
                f"Put the sentence behind the same gate as {identity}, or let {identity} be seen (its gate stands at"
                f" {item.at if item else 'its entry'}), or say it without the name.",
            )
        )

    def ref(self, ref: Ref | None) -> book.Named | None:
        """Somebody named alone; ``None`` where that is withheld: it drops out without a trace."""
        if ref is None:
            return None
        if ref.id == "me":
            return book.Named(self.story.child.name, me=True)
        item = self._named.get(ref.id)
        return self._named_by(item) if item is not None and self.sight.sees(item) else None

    def refs(self, refs: tuple[Ref, ...]) -> tuple[book.Named, ...]:
        return tuple(named for ref in refs if (named := self.ref(ref)) is not None)

    def who(self, who: Who | None) -> book.Named | None:
        return book.Named(who) if isinstance(who, str) and who else self.ref(who) if isinstance(who, Ref) else None

    def _named_by(self, item: Named) -> book.Named:
        return book.Named(self.title(item.name), self._cards.get(item.id))

    def letter(self, file: str) -> int | None:
        return self._letters.get(file)

    # --- media ---------------------------------------------------------------------------------------------------

    def medium(self, file: str) -> int | None:
        """The position of a medium in the Book; ``None`` where it is withheld.

        A file that media.yaml does not name comes in where it is first shown: shown nowhere, it is in no book.
        """
        medium = self._media.get(file)
        if medium is None or not self.sight.sees(medium):
            return None
        if file not in self._positions:
            self._positions[file] = len(self.shown_media)
            self.shown_media.append(medium)
        return self._positions[file]

    def photo(self, photo: PhotoRef | None) -> int | None:
        return None if photo is None else self.medium(photo.file)

    def photos(self, photos: tuple[PhotoRef, ...]) -> tuple[int, ...]:
        return tuple(at for photo in photos if (at := self.photo(photo)) is not None)


def _is_known_by_its_words(item: Item) -> bool:
    """A chapter or a letter is known by its title, in which nobody's id can stand."""
    return not isinstance(item, Chapter | Letter)
