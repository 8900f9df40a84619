"""The memory box: each treasured thing, who gave it, and where it is now."""

from __future__ import annotations

from functools import partial

from lsbook.model.book import Keepsake
from lsbook.pages.content.entries import about, accounts, anchor
from lsbook.pages.content.statements import told
from lsbook.pages.language.words import capital
from lsbook.pages.layout.blocks import guarded, insteads
from lsbook.pages.layout.components import Facts, Flow, HeadsUpCard, Piece, Record, Row, Section
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf, Pieces


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page of treasured things, in the story's order."""
    desk = desk.at(desk.pages["keepsakes"])
    pieces: list[Piece] = []
    for at, item in enumerate(desk.book.keepsakes):
        pieces += guarded(desk, item, partial(_section, desk, at))
    pieces += insteads(desk, "keepsakes")
    if not pieces:
        return ()
    title, deck = desk.say("keepsakes-title"), desk.say("keepsakes-deck")
    thumb = desk.thumb(desk.book.keepsakes)
    content = Pieces(tuple(pieces))
    return (Leaf(desk.here, "keepsakes.html", title, content, desk.say("part-who-am-i"), deck, thumb=thumb),)


def keepsake(desk: Desk, item: Keepsake, level: int = 3) -> Flow:
    """Everything about one treasured thing."""
    return (*about(desk, item, level), *_where_now(desk, item, level), *accounts(desk, item, level))


def _where_now(desk: Desk, item: Keepsake, level: int) -> Flow:
    """Where it is now is the heart of a memory box; who gave it and when stand beneath."""
    rows = []
    if item.given_by and (giver := desk.names((item.given_by,))):
        rows.append(Row(desk.say("given-by"), giver))
    if item.when:
        rows.append(Row(desk.say("given-when"), capital(desk.dates.when(item.when))))
    now = item.where_now
    says = told(desk, now, level=level + 1)
    if any(isinstance(piece, HeadsUpCard) for piece in says):
        return (*((Facts("", tuple(rows)),) if rows else ()), *says)
    if not says:
        return (Facts("", tuple(rows)),) if rows else ()
    if isinstance(first := says[0], Record):
        says, rows = first.says, [*rows, *first.source]
    return (Record(desk.say("where-now"), says, tuple(rows), level, desk.say("treasure")),)


def _section(desk: Desk, at: int, item: Keepsake) -> Flow:
    return (Section("keepsake", item.name, keepsake(desk, item), 2, anchor=anchor(desk, "keepsakes", at)),)
