"""A Site: the finished book as data. Addresses are relative; but for the files to open first, ``[a-z0-9-]``."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from lsbook.model.problem import Problem

PRINT_PAGE = "pages/print.html"
"""The page of every book that holds the whole of it: for paper, and for what is made from paper's pages."""
RUNNING_STYLES = "look/running.css"
"""What stands at the edges of each of its sheets."""

SECOND_READER_FILE = "NOT THE CHILD'S BOOK.txt"
"""Only what a second reader reads has this file, and by it nothing that makes or carries a copy takes it."""
PREVIEW_FILE = "THIS IS A PREVIEW.txt"
"""What ``lsbook preview`` shows has this file, and by it nothing that makes or carries a copy takes it either."""
REVIEW_MARK = '<meta name="lsbook" content="review, for workers">'
"""A page of ``lsbook review`` has this in its head. Where one lies in a book's folder, no copy is made of that book."""


class Page(Struct, frozen=True):
    """A text file of the book; ``path`` with forward slashes from the book's own folder.

    ``content`` is its text in UTF-8. As a ``str`` it would take twice the room for one long dash, and four times for
    a rare letter: thousands of pages would fill the memory.
    """

    path: str
    content: bytes

    @property
    def text(self) -> str:
        """The text, which may hold letters that cannot be written down: ``output`` refuses these."""
        return self.content.decode("utf-8", "surrogatepass")


def make_page(path: str, text: str) -> Page:
    """Return the file of the book at ``path`` with ``text``, which may hold letters that cannot be written down."""
    return Page(path, text.encode("utf-8", "surrogatepass"))


class Asset(Struct, frozen=True):
    """A file to be taken as it is: a rendition, a font, a drawing."""

    path: str
    file: Path


class Site(Struct, frozen=True):
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    start_files: tuple[str, ...]
    """Paths that a reader opens first: everything else must be reached from them, or it does not belong."""


class EditionSite(Struct, frozen=True):
    """The book of one edition as data, before anything of it is published."""

    edition: str
    site: Site


class BookSites(Struct, frozen=True):
    """The books of one story as data; an edition that is refused does not stop the others."""

    sites: tuple[EditionSite, ...]
    refusals: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    policy: str
    """How a worker is told which policy applies."""
