"""Letters: each as it was written, with its scan."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lsbook.pages.layout.blocks import guarded, insteads, sheet
from lsbook.pages.layout.components import Flow, Piece, Sheet
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf


@dataclass(frozen=True)
class Letters:
    """``titles`` lead to the letters, where there are more than one."""

    titles: tuple[Sheet, ...]
    flow: Flow


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page of letters."""
    desk = desk.at(desk.pages["letters"])
    pieces: list[Piece] = []
    for at, letter in enumerate(desk.book.letters):
        made = guarded(desk, letter, lambda one: sheet(desk, one))
        anchor = desk.pages[f"letter {at}"]
        pieces += (replace(piece, anchor=anchor) if isinstance(piece, Sheet) else piece for piece in made)
    pieces += insteads(desk, "letters")
    if not pieces:
        return ()
    titles = tuple(piece for piece in pieces if isinstance(piece, Sheet))
    content = Letters(titles if len(titles) > 1 else (), tuple(pieces))
    return (Leaf(desk.here, "letters.html", desk.say("letters-title"), content, desk.say("part-my-people")),)
