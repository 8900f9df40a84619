"""What stands in the texts of a Book: names and pictures in place of ids, blocks, and what an item can carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lsbook.model.prose import Plain
from lsbook.model.when import When


@dataclass(frozen=True)
class Card:
    """Where a name leads: ``kind`` is people, homes, schools or keepsakes, ``at`` a position in that tuple."""

    kind: str
    at: int


@dataclass(frozen=True)
class Named:
    """A name in a sentence or a list. Without a card it is carried as words alone."""

    words: str
    card: Card | None = None
    me: bool = False


@dataclass(frozen=True)
class Shown:
    """A picture in running text: a position in ``Book.media`` and what someone who cannot see it is told."""

    medium: int
    alt: str


Reference: TypeAlias = Named | Shown
BookPlain: TypeAlias = "Plain[Reference]"
Prose: TypeAlias = "tuple[Block, ...]"


@dataclass(frozen=True)
class Told:
    by: str
    on: When | None


@dataclass(frozen=True)
class HeadsUp:
    """Hard news: what it is about. It has a page of its own."""

    about: str
    told: Told | None = None


@dataclass(frozen=True)
class Held:
    """In the record only: why something is kept out of every other book."""

    reason: str
    decided_by: str
    on: When | None
    look_again: When | None


@dataclass(frozen=True, kw_only=True)
class BookItem:
    hard: HeadsUp | None = None
    held: Held | None = None


@dataclass(frozen=True)
class Instead:
    """The kind sentence that stands where the rest is not told yet."""

    says: Prose


# --- blocks -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Marked(BookItem):
    """A passage that is hard news, or held (record only). Only these two keep a block of their own."""

    inside: Prose


@dataclass(frozen=True)
class MyWords(BookItem):
    when: When | None
    inside: Prose


@dataclass(frozen=True)
class Account(BookItem):
    """How one person sees it. Neighbours stand side by side with equal room."""

    by: Named
    says: Prose


@dataclass(frozen=True)
class NotKnown(BookItem):
    inside: Prose


@dataclass(frozen=True)
class Note(BookItem):
    inside: Prose


@dataclass(frozen=True)
class InLanguage(BookItem):
    """Words in another language than the book's, or one of several that stand side by side."""

    language: str
    inside: Prose


@dataclass(frozen=True)
class SideBySide(BookItem):
    """The same in several languages; an ``Instead`` stands where one of them is not told yet."""

    sides: tuple[InLanguage | Instead, ...]


@dataclass(frozen=True)
class WriteHere(BookItem):
    inside: Prose


@dataclass(frozen=True)
class LetterHere(BookItem):
    """A position in ``Book.letters``."""

    letter: int


@dataclass(frozen=True)
class MediaHere(BookItem):
    """``form`` is photos, film, sound or document; ``media`` are positions in ``Book.media``."""

    form: str
    media: tuple[int, ...]


Block: TypeAlias = (
    "BookPlain | Marked | MyWords | Account | NotKnown | Note | InLanguage | SideBySide | WriteHere | LetterHere"
    " | MediaHere | Instead"
)
