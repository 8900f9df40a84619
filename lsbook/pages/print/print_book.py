"""Paper: the whole book on one page, a sheet a topic, and hard news last. The same pages, within another frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from lsbook.model.site import RUNNING, WHOLE, Page
from lsbook.pages.html import printed
from lsbook.pages.layout.addresses import COVER
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf, Pieces
from lsbook.pages.layout.scripts import Scripts
from lsbook.pages.print.print_merge import FRONT, flat, stem

HARD = "kept-last"
CARD = "between"
QUIET = Scripts((), Markup())
"""Paper needs no program."""
BARE = "@page :first{@top-center{content:none}@bottom-left{content:none}}"
"""The cover has nothing at its edges."""


@dataclass(frozen=True)
class Topic:
    """One sheet or more; ``name`` is where it stands on the page, ``dress`` its class."""

    name: str
    html: Markup
    dress: str = ""


@dataclass(frozen=True)
class Leaves:
    """What is bound into a book on paper: ``row`` from the cover to the pages to write on, then ``hard`` news.

    ``hard`` holds each threshold with what is behind it.
    """

    row: tuple[Leaf, ...]
    hard: tuple[Leaf, ...]


@dataclass(frozen=True)
class Whole:
    """The content of the page: the way back to the book on screen, its day (2026-11-22), and every topic.

    ``cover`` and ``talk`` are where on the page the cover stands, and who can help (empty where nobody is named).
    """

    book: str
    made: str
    heads_up: bool
    cover: str
    talk: str
    topics: tuple[Topic, ...]


def whole_book(
    env: Environment, sheets: Environment, desk: Desk, leaves: Leaves, styles: Sequence[str]
) -> tuple[Page, ...]:
    """The page of the whole book, and what stands at the edges of its sheets.

    ``env`` prints pages; ``sheets`` prints the same pages without what only a screen needs.
    """
    stems = {leaf.address: stem(leaf.address) for leaf in (*leaves.row, *leaves.hard)}
    topics = tuple(_topics(sheets, desk, leaves, stems))
    desk = desk.at(WHOLE)
    talk = stems.get(desk.pages["help"], "")
    content = Whole(desk.to(COVER), desk.book.made.isoformat(), bool(leaves.hard), FRONT, talk, topics)
    leaf = Leaf(WHOLE, "print.html", desk.say("print-title"), content)
    return (printed(env, desk, leaf, (*styles, RUNNING), QUIET), _running(desk))


def _topics(sheets: Environment, desk: Desk, leaves: Leaves, stems: Mapping[str, str]) -> Iterator[Topic]:
    later = {leaf.address for leaf in leaves.hard}
    items = {door.threshold: item for item, door in desk.doors.items()}
    for leaf in leaves.row:
        if leaf.address in later:  # a chapter that is hard news: its card alone stands in its place
            card = desk.at(leaf.address).heads_up(items[leaf.address])
            between = Leaf(leaf.address, "between.html", leaf.title, Pieces(card))
            yield Topic(f"{stem(leaf.address)}--here", _sheet(sheets, desk, between, stems), CARD)
        else:
            yield Topic(stem(leaf.address), _sheet(sheets, desk, leaf, stems))
    for leaf in leaves.hard:
        yield Topic(stem(leaf.address), _sheet(sheets, desk, leaf, stems), HARD)


def _sheet(sheets: Environment, desk: Desk, leaf: Leaf, stems: Mapping[str, str]) -> Markup:
    return Markup(flat(printed(sheets, desk, leaf, (), QUIET).text, leaf.address, WHOLE, stems))


def _running(desk: Desk) -> Page:
    """The name of the book and who to talk to, on every sheet: browsers take them from a style sheet alone."""
    names = ", ".join(named.words for named in desk.book.talk_to[:2])
    talk = f"{desk.say('stop-and-talk')}: {names}" if names else ""
    rules = f"@top-center{{content:{_quoted(desk.say('running'))}}}@bottom-left{{content:{_quoted(talk)}}}"
    return Page(RUNNING, f"@media print{{@page{{{rules}}}{BARE}}}\n")


def _quoted(words: str) -> str:
    """``words`` as a text in a style sheet, whatever stands in them."""
    plain = (letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in words)
    return f'"{"".join(plain)}"'
