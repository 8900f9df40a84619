"""On paper alone: ruled sheets and frames, for the child's own hand."""

from __future__ import annotations

from dataclasses import dataclass

from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf

SHEETS = (
    ("blank-picture", "frame"),
    ("blank-remember", "lines"),
    ("blank-ask", "lines"),
    ("blank-letter", "lines"),
    ("blank-new", "frame-and-lines"),
)
"""What stands above each sheet, and what is drawn on it."""


@dataclass(frozen=True)
class Blank:
    """``dress`` says what is drawn on the sheet: lines, a frame, or both."""

    dress: str


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The sheets, in a book for the child. Nobody else writes in the child's name."""
    if not desk.book.edition.for_child:
        return ()
    part = desk.say("blank-part")
    return tuple(
        Leaf(
            f"pages/{words.replace('-', '--')}.html", "my-page.html", desk.say(words), Blank(dress), part, in_row=False
        )
        for words, dress in SHEETS
    )
