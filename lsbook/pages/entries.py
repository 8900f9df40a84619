"""What people, homes, schools and keepsakes have in common: their words, their picture, how others see it."""

from __future__ import annotations

from lsbook.model.book import Card, Entry
from lsbook.pages.blocks import figure, sides
from lsbook.pages.desk import Desk
from lsbook.pages.passages import passages
from lsbook.pages.pieces import Flow
from lsbook.pages.statements import told


def about(desk: Desk, entry: Entry, level: int = 3) -> Flow:
    """The words about an entry with its picture beside them."""
    words, photo = told(desk, entry.about, level=level), figure(desk, entry.photo) if entry.photo is not None else ()
    return passages((*words, *photo), desk.look, opening=False)


def accounts(desk: Desk, entry: Entry, level: int = 3) -> Flow:
    """How people see it, side by side."""
    return sides(desk, entry.accounts, level)


def anchor(desk: Desk, kind: str, at: int) -> str:
    """Where on its page an entry stands."""
    return desk.cards[Card(kind, at)].partition("#")[2]
