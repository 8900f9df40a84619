"""Prose as typed values: what Markdown says, without any markup.

Every type is generic in ``R``, what stands for a reference. In a Story that is ``Mention`` or ``Picture`` (ids and
file names); in a Book it is ``book.Named`` or ``book.Shown``. So a type checker proves that no id gets past the wall.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from lsbook.model.problem import Location

R = TypeVar("R")


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Code:
    """Words to be shown exactly as they stand."""

    text: str


@dataclass(frozen=True)
class LineBreak:
    """A new line within a paragraph."""


@dataclass(frozen=True)
class Strong(Generic[R]):
    inside: tuple[Inline[R], ...]


@dataclass(frozen=True)
class Emphasis(Generic[R]):
    inside: tuple[Inline[R], ...]


@dataclass(frozen=True)
class Link(Generic[R]):
    """Words with an address outside the book. The address is printed as text: nothing in a book leads out of it."""

    inside: tuple[Inline[R], ...]
    address: str


@dataclass(frozen=True)
class Paragraph(Generic[R]):
    inside: tuple[Inline[R], ...]


@dataclass(frozen=True)
class Heading(Generic[R]):
    """``level`` is 1 to 6 as written; pages shift it below their own title."""

    level: int
    inside: tuple[Inline[R], ...]


@dataclass(frozen=True)
class Listing(Generic[R]):
    """A list. ``start`` is the first number of a numbered list, ``None`` for bullets."""

    start: int | None
    entries: tuple[tuple[Plain[R], ...], ...]


@dataclass(frozen=True)
class Quote(Generic[R]):
    inside: tuple[Plain[R], ...]


@dataclass(frozen=True)
class Preformatted:
    """Lines to be shown exactly as they stand (raw HTML comes here too: it is shown, never run)."""

    text: str


@dataclass(frozen=True)
class PageBreak:
    """``---``: the page turns in looks for young children, a rule in the others."""


Inline: TypeAlias = "Text | Code | LineBreak | Strong[R] | Emphasis[R] | Link[R] | R"
Plain: TypeAlias = "Paragraph[R] | Heading[R] | Listing[R] | Quote[R] | Preformatted | PageBreak"


@dataclass(frozen=True)
class Mention:
    """``[[id]]``: a person, home, school or keepsake named in a sentence."""

    id: str
    at: Location


@dataclass(frozen=True)
class PictureRef:
    """``![words](file)``: ``file`` as the worker wrote it until reading has found it under ``media/``."""

    file: str
    alt: str
    at: Location


Reference: TypeAlias = Mention | PictureRef
