"""What stands in the texts of a Book: names and pictures in place of ids, blocks, and what an item can carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lsbook.model.prose import Plain
from lsbook.model.vocabulary import ItemKind, MediaBlockKind
from lsbook.model.when import When


@dataclass(frozen=True)
class Card:
    """Where a name leads: ``kind`` is one of ``NAMED_KINDS``, ``position`` where in that tuple of the Book."""

    kind: ItemKind
    position: int


@dataclass(frozen=True)
class NameLink:
    """A name in a sentence or a list. Without a card it is carried as words alone."""

    label: str
    card: Card | None = None
    me: bool = False


@dataclass(frozen=True)
class PictureLink:
    """A picture in running text: a position in ``Book.media`` and what someone who cannot see it is told."""

    medium: int
    alt: str


Reference: TypeAlias = NameLink | PictureLink
BookPlain: TypeAlias = "Plain[Reference]"
Prose: TypeAlias = "tuple[Block, ...]"


@dataclass(frozen=True)
class Conversation:
    by: str
    on: When | None


@dataclass(frozen=True)
class HeadsUp:
    """Hard news: what it is about. It has a page of its own."""

    about: str
    conversation: Conversation | None = None


@dataclass(frozen=True)
class Hold:
    """In the record only: why something is kept out of every other book."""

    reason: str
    decided_by: str
    on: When | None
    look_again: When | None


@dataclass(frozen=True, kw_only=True)
class BookItem:
    heads_up: HeadsUp | None = None
    hold: Hold | None = None
    told_in: str | None = None
    """The title of the chapter of this book that tells it: there it is told, and elsewhere stands the way there."""


@dataclass(frozen=True)
class Placeholder:
    """The kind sentence that stands where the rest is not told yet."""

    says: Prose


# --- blocks -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class FlaggedBlock(BookItem):
    """A passage that is hard news, or held (record only). Only these two keep a block of their own."""

    inside: Prose


@dataclass(frozen=True)
class MyWords(BookItem):
    when: When | None
    inside: Prose


@dataclass(frozen=True)
class Account(BookItem):
    """How one person sees it. Neighbours stand side by side with equal room."""

    by: NameLink
    says: Prose


@dataclass(frozen=True)
class NotKnownBlock(BookItem):
    inside: Prose


@dataclass(frozen=True)
class NoteBlock(BookItem):
    inside: Prose


@dataclass(frozen=True)
class LanguageBlock(BookItem):
    """Words in another language than the book's, or one of several that stand side by side."""

    language: str
    inside: Prose


@dataclass(frozen=True)
class ParallelText(BookItem):
    """The same in several languages; an ``Instead`` stands where one of them is not told yet."""

    sides: tuple[LanguageBlock | Placeholder, ...]


@dataclass(frozen=True)
class WritingSpace(BookItem):
    inside: Prose


@dataclass(frozen=True)
class LetterBlock(BookItem):
    """A position in ``Book.letters``."""

    letter: int


@dataclass(frozen=True)
class MediaBlock(BookItem):
    """Media in a text; ``media`` are positions in ``Book.media``."""

    block_kind: MediaBlockKind
    media: tuple[int, ...]


# --- parts of items --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class GentleTelling:
    """A chapter as it is told to a small child: without hard news, and without the blocks in it."""

    title: str
    says: Prose


@dataclass(frozen=True)
class WorkTime(BookItem):
    """For how long somebody worked with the child, and what as where it is told."""

    from_: When
    until: When | None
    as_: str


@dataclass(frozen=True)
class Cue:
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
