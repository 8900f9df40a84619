"""The contract of the page that holds the whole book: what its templates mark, and what exports find by the marks.

Templates get ``PRINT_MARKS`` as ``marks``; exports parse by the same value. Any other class is there for looks alone.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class ArticleRole(StrEnum):
    """What an article of the print page is; the value is its class beside ``PRINT_MARKS.article``."""

    PAGE = ""
    """A page of the book in its place in the row."""
    CARD = "between"
    """The card that stands where a chapter of hard news would stand."""
    SENSITIVE = "kept-last"
    """Hard news: a threshold or what is behind it, after the story and before the book's own pages."""


class PrintMarks(Struct, frozen=True):
    """Classes and names of ``<meta>`` in the print page."""

    article: str = "bound"
    """Each page of the book is an ``<article>``; its id is the stem of the page, and begins every id within it."""
    page: str = "leaf"
    """What is within an article; the class after it tells the kind of page."""
    threshold: str = "headsup"
    """The kind of page that stands before hard news."""
    chapter: str = "chapter"
    """The kind of page that a chapter of the story is."""
    spread: str = "pb-leaf"
    """The kind of page that a spread of a picture book is."""
    to_fill: str = "mine-to-fill"
    """The kind of page to write or draw on by hand."""
    contents: str = "contents"
    """The ``<nav>`` with the contents of the book."""
    contents_part: str = "contents-part"
    """A ``<section>`` of the contents: its ``<h3>`` and the links to its pages."""
    contents_entry: str = "entry"
    """The ``<span>`` in a link of the contents that holds the title alone."""
    button: str = "button"
    """The ``<a>`` on the card of a heads-up that leads to it."""
    instructions: str = "print-how"
    """The ``<aside>`` that leads back to the book on screen, and says how to print."""
    made_on: str = "date"
    """The ``<meta>`` with the day of the book (2026-11-22)."""
    page_number: str = "page"
    """The ``<meta>`` with the words for a page number, in which ``{}`` stands for the number."""


PRINT_MARKS = PrintMarks()
CARD_SUFFIX = "--here"
"""Behind the stem of a chapter: the id of the card that stands in its place."""
