"""What stands in the texts of a Book: names and pictures in place of ids, blocks, and what an item can carry."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from lsbook.model.prose import Plain
from lsbook.model.vocabulary import ItemKind, MediaBlockKind
from lsbook.model.when import When


class Card(Struct, frozen=True):
    """Where a name leads: ``kind`` is one of ``NAMED_KINDS``, ``position`` where in that tuple of the Book."""

    kind: ItemKind
    position: int


class NameLink(Struct, frozen=True):
    """A name in a sentence or a list. Without a card it is carried as words alone."""

    label: str
    card: Card | None = None
    me: bool = False


class PictureLink(Struct, frozen=True):
    """A picture in running text: a position in ``Book.media`` and what someone who cannot see it is told."""

    medium: int
    alt: str


Reference: TypeAlias = NameLink | PictureLink
BookPlain: TypeAlias = "Plain[Reference]"
Prose: TypeAlias = "tuple[Block, ...]"


class Conversation(Struct, frozen=True):
    by: str
    on: When | None


class HeadsUp(Struct, frozen=True):
    """Hard news: what it is about. It has a page of its own."""

    about: str
    conversation: Conversation | None = None


class Hold(Struct, frozen=True):
    """In the record only: why something is kept out of every other book."""

    reason: str
    decided_by: str
    on: When | None
    look_again: When | None


class BookItem(Struct, frozen=True, kw_only=True):
    heads_up: HeadsUp | None = None
    hold: Hold | None = None
    told_in: str | None = None
    """The title of the chapter of this book that tells it: there it is told, and elsewhere stands the way there."""


class Placeholder(Struct, frozen=True):
    """The kind sentence that stands where the rest is not told yet."""

    says: Prose


# --- blocks -----------------------------------------------------------------------------------------------------


class FlaggedBlock(BookItem, frozen=True):
    """A passage that is hard news, or held (record only). Only these two keep a block of their own."""

    inside: Prose


class MyWords(BookItem, frozen=True):
    when: When | None
    inside: Prose
    only_me: bool = False
    """Whether nobody but the child may read them: they stand where they were said, and on no other page."""


class Account(BookItem, frozen=True):
    """How one person sees it. Neighbours stand side by side with equal room."""

    by: NameLink
    says: Prose


class NotKnownBlock(BookItem, frozen=True):
    inside: Prose


class NoteBlock(BookItem, frozen=True):
    inside: Prose


class LanguageBlock(BookItem, frozen=True):
    """Words in another language than the book's, or one of several that stand side by side."""

    language: str
    inside: Prose


class ParallelText(BookItem, frozen=True):
    """The same in several languages; an ``Instead`` stands where one of them is not told yet."""

    sides: tuple[LanguageBlock | Placeholder, ...]


class WritingSpace(BookItem, frozen=True):
    inside: Prose


class LetterBlock(BookItem, frozen=True):
    """A position in ``Book.letters``."""

    letter: int


class MediaBlock(BookItem, frozen=True):
    """Media in a text; ``media`` are positions in ``Book.media``."""

    block_kind: MediaBlockKind
    media: tuple[int, ...]


# --- parts of items --------------------------------------------------------------------------------------------


class GentleTelling(Struct, frozen=True):
    """A chapter as it is told to a small child: without hard news, and without the blocks in it."""

    title: str
    says: Prose


class WorkTime(BookItem, frozen=True):
    """For how long somebody worked with the child, and what as where it is told."""

    from_: When
    until: When | None
    as_: str


class Cue(Struct, frozen=True):
    """One caption of a film or a sound: from when to when, in seconds, and the words."""

    begins: float
    ends: float
    text: str

    @property
    def timing(self) -> str:
        """The line that stands over the words in WebVTT."""
        return f"{_format_time(self.begins)} --> {_format_time(self.ends)}"


def _format_time(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"


Block: TypeAlias = (
    "BookPlain | FlaggedBlock | MyWords | Account | NotKnownBlock | NoteBlock | LanguageBlock | ParallelText"
    " | WritingSpace | LetterBlock | MediaBlock | Placeholder"
)
