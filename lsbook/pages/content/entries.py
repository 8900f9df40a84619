"""What people, homes, schools and keepsakes have in common: their words, their picture, how others see it."""

from __future__ import annotations

from lsbook.model.book import Card, Entry
from lsbook.pages.content.statements import told
from lsbook.pages.layout.blocks import figure, sides
from lsbook.pages.layout.components import Flow
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.passages import passages


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
