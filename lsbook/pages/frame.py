"""The frame around every page: the bar, "Stop and talk", and the way back and on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lsbook.pages.addresses import COVER
from lsbook.pages.desk import Desk
from lsbook.pages.helping import Talk, talk
from lsbook.pages.leaf import Leaf, Turn
from lsbook.pages.tongues import direction


@dataclass(frozen=True)
class Way:
    href: str
    words: str


@dataclass(frozen=True)
class Frame:
    """``styles`` in the order in which they are to be read; ``closed`` is empty on the page that it leads to."""

    lang: str
    dir: str
    look: str
    title: str
    running: str
    styles: tuple[str, ...]
    contents: str
    talk: Talk
    closed: str
    back: Way | None
    onward: Way | None


def frame(desk: Desk, leaf: Leaf, styles: Sequence[str]) -> Frame:
    """What stands around one page."""
    desk = desk.at(leaf.address)
    running, book = desk.say("running"), desk.book
    closed = desk.pages["closed"]
    return Frame(
        book.language,
        direction(book.language),
        book.edition.look,
        str(running) if leaf.address == COVER else f"{leaf.title} – {running}",
        running,
        tuple(desk.to(style) for style in styles),
        desk.to(f"{COVER}#contents"),
        talk(desk),
        "" if leaf.address == closed else desk.to(closed),
        _way(desk, leaf.back),
        _way(desk, leaf.onward),
    )


def in_a_row(desk: Desk, leaves: Sequence[Leaf]) -> tuple[Leaf, ...]:
    """The leaves of the row, each with the one before it (first of all the cover) and the one after it."""
    turns = [Turn(COVER, desk.say("the-cover")), *(Turn(leaf.address, leaf.title) for leaf in leaves), None]
    return tuple(replace(leaf, back=turns[at], onward=turns[at + 2]) for at, leaf in enumerate(leaves))


def _way(desk: Desk, turn: Turn | None) -> Way | None:
    return Way(desk.to(turn.address), turn.words) if turn else None
