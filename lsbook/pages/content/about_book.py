"""The pages that the book says by itself: how to use it, what it is, and that it is closed."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from lsbook.model.book import Account, Letter, MyWords, Statement
from lsbook.pages.content.whats_new import WhatsNew, whats_new
from lsbook.pages.layout.addresses import COVER
from lsbook.pages.layout.components import Row
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf

VOICES = (
    (MyWords, "k-mine", "key-mine", "key-mine-means"),
    (Letter, "k-letter", "key-letter", "key-letter-means"),
    (Statement, "k-record", "key-record", "key-record-means"),
    (Account, "k-sides", "key-sides", "key-sides-means"),
)
"""Who speaks in a book, and how to tell: shown only where the book holds one."""

HOW = (
    ("now", "how-turn-head", "how-turn"),
    ("arch", "how-heads-up-head", "how-heads-up"),
    ("talk", "how-talk-head", "how-talk"),
    ("book", "how-close-head", "how-close"),
    ("box", "how-keep-head", "how-keep"),
)
"""How to use the book. It speaks of heads-ups only where there is one."""


@dataclass(frozen=True)
class Voice:
    dress: str
    name: str
    means: str


@dataclass(frozen=True)
class Said:
    icon: str
    head: str
    text: str


@dataclass(frozen=True)
class HowTo:
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Colophon:
    """``printed`` leads to the whole book on one page, for paper; with ``heads_up`` there is hard news on it."""

    rows: tuple[Row, ...]
    voices: tuple[Voice, ...]
    printed: str
    heads_up: bool
    new: WhatsNew | None = None


def how_to(desk: Desk) -> tuple[Leaf, ...]:
    """The page on how to use the book."""
    topics = [topic for topic in HOW if topic[1] != "how-heads-up-head" or desk.doors]
    said = tuple(Said(icon, desk.say(head), desk.say(text)) for icon, head, text in topics)
    return (Leaf(desk.pages["how-to"], "how-to.html", desk.say("how-title"), HowTo(said), desk.say("part-book")),)


def about_book(desk: Desk, kinds: frozenset[type]) -> tuple[Leaf, ...]:
    """``kinds`` are the types of all that stands in the Book."""
    rows = (
        Row(desk.say("edition"), desk.book.edition.title),
        Row(desk.say("made-on"), desk.dates.day(desk.book.made)),
        Row(desk.say("made-with"), "lsbook"),
    )
    voices = tuple(
        Voice(dress, desk.say(name), desk.say(means)) for kind, dress, name, means in VOICES if kind in kinds
    )
    title, part = desk.say("about-book-title"), desk.say("part-book")
    printed = desk.at(desk.pages["about-book"]).to(desk.pages["print"])
    return (
        Leaf(
            desk.pages["about-book"], "about-book.html", title, Colophon(rows, voices, printed, bool(desk.doors)), part
        ),
    )


def with_news(desk: Desk, leaf: Leaf, there: Set[str]) -> Leaf:
    """The page about the book with what is new in it; any other page as it is. ``there`` are the pages of the book."""
    if leaf.address != desk.pages["about-book"]:
        return leaf
    return replace(leaf, content=replace(leaf.content, new=whats_new(desk, there)))


def closed(desk: Desk) -> Leaf:
    """The calm page of a closed book. It never claims to erase what was read."""
    content = desk.at(desk.pages["closed"]).to(COVER)
    return Leaf(desk.pages["closed"], "closed.html", desk.say("closed-title"), content, listed=False, in_row=False)
