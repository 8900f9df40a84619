"""What the rules of the craft are asked about: everything a second reader may read, and nothing that is only-me."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from lsbook.checks.craft.sentences import mask_quotations
from lsbook.checks.subject import EditionSubject, Subject, VisibleItem
from lsbook.model.edition import Edition
from lsbook.model.item import Item
from lsbook.model.media import PictureMeasure
from lsbook.model.passage import Passage, fold_text
from lsbook.model.problem import Location
from lsbook.model.story import AboutMe, Letter, Medium, Question
from lsbook.model.story_text import Account, AccountBlock, LanguageBlock, LetterBlock, MyWords, Statement, WritingSpace
from lsbook.model.vocabulary import CHILD_ID
from lsbook.model.word_list import WordPair
from lsbook.model.work_vocabulary import BookPart

_OTHER_VOICES = (MyWords, Account, AccountBlock, Letter, LetterBlock)


class Utterance(Struct, frozen=True):
    """Words of a book with all child's editions that say them, the youngest first."""

    text: str
    """Folded; what stands between quotation marks is there."""
    narration: str
    """The same with blanks for what somebody else says between quotation marks."""
    passage: Passage
    editions: tuple[Edition, ...]

    @property
    def at(self) -> Location:
        return self.passage.at

    @property
    def ancestors(self) -> tuple[Item, ...]:
        return self.passage.ancestors

    @property
    def item(self) -> Item | None:
        """Return the innermost item in which it stands."""
        return self.passage.ancestors[-1] if self.passage.ancestors else None


class CraftSubject(Subject, frozen=True, kw_only=True, dict=True):
    """A story as a second reader knows it. ``books`` are the child's editions, without what is only-me."""

    record: EditionSubject
    """All that is known but what is only-me."""
    word_pairs: tuple[WordPair, ...] = ()
    measures: Mapping[str, PictureMeasure] = field(default_factory=dict)
    """Of the photos, by their files, as far as a book of them was made."""
    parts: tuple[BookPart, ...] | None = None
    """Of a full book, what the book for the telling age shows or is to do without; ``None`` where nobody looked."""

    @property
    def is_english(self) -> bool:
        """Return whether the rules about words are for this story."""
        return self.story.language.casefold().startswith("en")

    @cached_property
    def items(self) -> tuple[VisibleItem, ...]:
        """Return every item that is not only the child's, in the order of the story."""
        return self.record.visible_items

    @cached_property
    def utterances(self) -> tuple[Utterance, ...]:
        """Return what the books say, each piece once, in the order of the youngest book."""
        return tuple(_list_utterances(self.books))

    @cached_property
    def utterances_by_item(self) -> Mapping[int, tuple[Utterance, ...]]:
        """Return what the books say in each item and in all that stands in it, by the identity of the item."""
        groups: dict[int, list[Utterance]] = {}
        for utterance in self.utterances:
            for item in utterance.ancestors:
                groups.setdefault(id(item), []).append(utterance)
        return {item: tuple(utterances) for item, utterances in groups.items()}

    def read(self, item: object) -> str:
        """Return what the books say in an item and in all that stands in it."""
        return " ".join(utterance.text for utterance in self.utterances_by_item.get(id(item), ()))

    @cached_property
    def narration(self) -> tuple[Utterance, ...]:
        """Return what the book itself says in English, in running text: no child's words, letters, or quotations."""
        return tuple(
            utterance
            for utterance in self.utterances
            if self.is_english
            and utterance.passage.is_paragraph
            and is_in_own_voice(utterance)
            and not any(item in self.story.foreword for item in utterance.ancestors)
        )

    @cached_property
    def telling_edition(self) -> Edition | None:
        """Return the child's edition that holds the telling age, where it was asked for."""
        band = self.policy.find_band(self.story.telling_age.age)
        return next((book.edition for book in self.books if book.edition.name == band.name), None)

    def list_readers(self, utterance: Utterance) -> tuple[Edition, ...]:
        """Return the editions with these words, without those for an age that the child has left behind.

        Where one edition alone was asked for, it is not left out.
        """
        ahead = {book.edition.name for book in self.list_ahead()}
        return tuple(edition for edition in utterance.editions if edition.name in ahead)

    def list_ahead(self) -> tuple[EditionSubject, ...]:
        """Return the books that are not for an age that the child has left behind; one alone is never left out."""
        least = self.telling_edition.age if self.telling_edition and len(self.books) > 1 else 0
        return tuple(book for book in self.books if book.edition.age >= least)

    def list_items(self, kind: type[Item]) -> Iterator[Item]:
        """Yield the items of one kind that are not only the child's."""
        return (visible.item for visible in self.items if isinstance(visible.item, kind))


def is_in_own_voice(utterance: Utterance) -> bool:
    """Return whether the book itself speaks: nobody's own words, and nothing out of a document."""
    if utterance.passage.is_quotation:
        return False
    return not any(map(_is_other_voice, utterance.ancestors)) and not _is_origin(utterance)


def _is_other_voice(item: Item) -> bool:
    match item:
        case LanguageBlock(language=language):
            return not language.casefold().startswith("en")
        case AboutMe(said_by=who):
            return getattr(who, "id", "") == CHILD_ID
        case Medium():
            return bool(item.transcript or item.captions)
    return isinstance(item, (*_OTHER_VOICES, WritingSpace)) or _is_in_another_language(item)


def _is_in_another_language(item: Item) -> bool:
    language = str(getattr(item, "language", ""))
    return bool(language) and not language.casefold().startswith("en")


def _is_origin(utterance: Utterance) -> bool:
    """Return whether the words are the child's own question, a source, or the name of who decided or told."""
    item, text = utterance.item, utterance.passage.text
    if isinstance(item, Question):
        return True
    if isinstance(item, Statement) and text in (item.source, item.decided_by):
        return True
    return any(
        around.heads_up and around.heads_up.conversation and around.heads_up.conversation.by == text
        for around in utterance.ancestors
    )


def _list_utterances(books: Iterable[EditionSubject]) -> Iterator[Utterance]:
    """Yield each text of each item once."""
    pieces: dict[tuple[Location, str], Utterance] = {}
    for book in books:
        for passage in book.passages:
            key = (passage.at, passage.text)
            known = pieces.get(key)
            if known is None:
                text = fold_text(passage.text)
                pieces[key] = Utterance(text, mask_quotations(text), passage, (book.edition,))
            elif book.edition not in known.editions:
                pieces[key] = replace(known, editions=(*known.editions, book.edition))
    return iter(pieces.values())
