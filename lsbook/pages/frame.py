"""The frame around every page: the bar, "Stop and talk", and the way back and on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lsbook.model.theme import Theme
from lsbook.pages.content.glossary import words_on
from lsbook.pages.content.help import Talk, talk
from lsbook.pages.language.language_tags import direction
from lsbook.pages.layout.addresses import COVER
from lsbook.pages.layout.components import Flow
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf, Turn
from lsbook.pages.layout.scripts import Scripts


@dataclass(frozen=True)
class Way:
    """A link; ``here`` is true where it leads to the page that it stands on."""

    href: str
    words: str
    here: bool = False


@dataclass(frozen=True)
class Frame:
    """``styles`` in the order in which they are to be read; ``closed`` is empty on the page that it leads to."""

    lang: str
    dir: str
    look: str
    theme: Theme
    title: str
    running: str
    styles: tuple[str, ...]
    scripts: Scripts
    contents: str
    find: str
    beside: tuple[Way, ...]
    words: Flow
    talk: Talk
    closed: str
    back: Way | None
    onward: Way | None


def frame(desk: Desk, leaf: Leaf, styles: Sequence[str], scripts: Scripts) -> Frame:
    """What stands around one page."""
    desk = desk.at(leaf.address)
    running, book = desk.say("running"), desk.book
    closed = desk.pages["closed"]
    return Frame(
        book.language,
        direction(book.language),
        book.edition.look,
        book.theme,
        str(running) if leaf.address == COVER else f"{leaf.title} – {running}",
        running,
        tuple(desk.to(style) for style in styles),
        scripts,
        desk.to(f"{COVER}#contents"),
        "" if desk.look == "under-5" else desk.to(desk.pages["find"]),
        tuple(Way(desk.to(turn.address), turn.words, turn.address == leaf.address) for turn in leaf.beside),
        words_on(desk, leaf),
        talk(desk),
        "" if leaf.address == closed else desk.to(closed),
        _way(desk, leaf.back),
        _way(desk, leaf.onward),
    )


def in_a_row(desk: Desk, leaves: Sequence[Leaf]) -> tuple[Leaf, ...]:
    """The leaves of the row, each with the one before it (first of all the cover) and the one after it."""
    turns = [Turn(COVER, desk.say("the-cover")), *(Turn(leaf.address, leaf.title) for leaf in leaves), None]
    return tuple(replace(leaf, back=turns[at], onward=turns[at + 2]) for at, leaf in enumerate(leaves))


def in_a_part(leaves: Sequence[Leaf]) -> tuple[Leaf, ...]:
    """The leaves of one part, each with those beside it that the contents name."""
    beside = tuple(Turn(leaf.address, leaf.title) for leaf in leaves if leaf.listed)
    return tuple(replace(leaf, beside=beside) for leaf in leaves)


def _way(desk: Desk, turn: Turn | None) -> Way | None:
    return Way(desk.to(turn.address), turn.words) if turn else None
