"""Prose as typed values: what Markdown says, without any markup.

Every type is generic in ``R``, what stands for a reference. In a Story that is ``Mention`` or ``Picture`` (ids and
file names); in a Book it is ``book.Named`` or ``book.Shown``. So a type checker proves that no id gets past the wall.
"""

from __future__ import annotations

from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct

from lsbook.model.problem import Location

R = TypeVar("R")


class Text(Struct, frozen=True):
    text: str


class Code(Struct, frozen=True):
    """Words to be shown exactly as they stand."""

    text: str


class LineBreak(Struct, frozen=True):
    """A new line within a paragraph."""


class Strong(Struct, Generic[R], frozen=True):
    inside: tuple[Inline[R], ...]


class Emphasis(Struct, Generic[R], frozen=True):
    inside: tuple[Inline[R], ...]


class Link(Struct, Generic[R], frozen=True):
    """Words with an address outside the book. The address is printed as text: nothing in a book leads out of it."""

    inside: tuple[Inline[R], ...]
    address: str


class Paragraph(Struct, Generic[R], frozen=True):
    inside: tuple[Inline[R], ...]


class Heading(Struct, Generic[R], frozen=True):
    """``level`` is 1 to 6 as written; pages shift it below their own title."""

    level: int
    inside: tuple[Inline[R], ...]


class Listing(Struct, Generic[R], frozen=True):
    """A list. ``start`` is the first number of a numbered list, ``None`` for bullets."""

    start: int | None
    entries: tuple[tuple[Plain[R], ...], ...]


class Quote(Struct, Generic[R], frozen=True):
    inside: tuple[Plain[R], ...]


class Preformatted(Struct, frozen=True):
    """Lines to be shown exactly as they stand (raw HTML comes here too: it is shown, never run)."""

    text: str


class PageBreak(Struct, frozen=True):
    """``---``: the page turns in looks for young children, a rule in the others."""


Inline: TypeAlias = "Text | Code | LineBreak | Strong[R] | Emphasis[R] | Link[R] | R"
Plain: TypeAlias = "Paragraph[R] | Heading[R] | Listing[R] | Quote[R] | Preformatted | PageBreak"


class Mention(Struct, frozen=True):
    """``[[id]]``: a person, home, school or keepsake named in a sentence."""

    id: str
    at: Location


class PictureRef(Struct, frozen=True):
    """``![words](file)``: ``file`` as the worker wrote it until reading has found it under ``media/``."""

    file: str
    alt: str
    at: Location


Reference: TypeAlias = Mention | PictureRef
