"""What a worker asks a build for, and what comes of it. It names no Story: what says it again needs none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from lsbook.model.problem import Problem

BOOKS_FOLDER = "books"
"""In a story: what ``build`` makes."""
TO_READ_FOLDER = "to-read"
"""Beside the books, for what only a second reader reads: no command looks for a book in it."""


class BuildRequest(Struct, frozen=True):
    """What a worker asks for. ``editions`` empty: the one that holds the telling age."""

    story: Path
    editions: tuple[str, ...]
    out: Path
    made_on: date
    reader: str = ""
    """To whom the book will be given: what is new in it is new since the copy that they have."""
    to_read: bool = False
    """Make it for a second reader: without what is the child's own, apart from the books, and remembered nowhere."""

    @property
    def folder(self) -> Path:
        """Return where the books are made."""
        return self.out / TO_READ_FOLDER if self.to_read else self.out


class BuildOrder(Struct, frozen=True):
    """What a worker types, before any policy says which editions there are: ``edition`` is a name, "all" or nothing.

    The books are made in the story's own ``books``.
    """

    story: Path
    edition: str | None
    made_on: date
    reader: str
    policy_file: Path | None

    @property
    def folder(self) -> Path:
        """Return where the books are made."""
        return self.story / BOOKS_FOLDER


class PublishedBook(Struct, frozen=True):
    """A finished book on disk. A page is kept where the old book already had it, byte for byte."""

    folder: Path
    pages_written: int
    pages_kept: int
    digest: str = ""
    """The SHA-256 of its list: two books with the same one are the same book."""
    files_gone: tuple[str, ...] = ()
    """Files that had been made of the older book (9-12.pdf) and went with it."""
    files_left: tuple[Problem, ...] = ()
    """Files that may tell what the older book told, and that are not lsbook's to take away."""


class WorkerNews(Struct, frozen=True):
    """What is otherwise than when a book was last made, a line an item."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class BuiltBook(Struct, frozen=True):
    """One finished book."""

    edition: str
    output: PublishedBook
    news: WorkerNews | None
    """``None`` for the first book of an edition."""
    untold_news: tuple[str, ...]
    to_read: bool = False


class BuildResult(Struct, frozen=True):
    """What came of a build, in the order in which it was asked for."""

    books: tuple[BuiltBook, ...]
    refusals: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    policy: str
    """How a worker is told which policy applies."""
    media: tuple[str, ...] = ()
    """The files under ``media/`` that the story names."""
    lasting_warnings: tuple[Problem, ...] | None = None
    """The warnings that the same build would give again; ``None`` where it might give others."""
