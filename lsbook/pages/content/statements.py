"""Statements: what is told, and how we know: who decided, where it is written, how sure."""

from __future__ import annotations

from lsbook.model.book import Instead, Statement
from lsbook.pages.layout.blocks import flow, guarded
from lsbook.pages.layout.components import Flow, Record, Row, Section
from lsbook.pages.layout.context import Desk

CERTAINTY = {
    "sure": "certainty-sure",
    "likely": "certainty-likely",
    "unsure": "certainty-unsure",
    "not-known": "certainty-not-known",
}


def statement(desk: Desk, item: Statement, head: str = "", level: int = 2) -> Flow:
    """A statement as it stands: with its sources a record of its own, without any in the run of the page."""
    inside = flow(desk, item.says, min(level + 1, 6))
    rows = sources(desk, item)
    if not inside:
        return ()
    if rows:
        return (Record(head, inside, rows, level, desk.say("how-we-know")),)
    return (Section("why", head, inside, level),) if head else inside


def told(desk: Desk, item: Statement | Instead | None, head: str = "", level: int = 2) -> Flow:
    """The same where it may be hard news, not told yet, or nothing."""
    return guarded(desk, item, lambda it: statement(desk, it, head, level))


def sources(desk: Desk, item: Statement) -> tuple[Row, ...]:
    """Who decided, where it is written, how sure: what is known of the three."""
    rows = (
        (desk.say("who-decided"), item.decided_by),
        (desk.say("where-written"), item.source),
        (desk.say("how-sure"), certainty(desk, item.certainty)),
    )
    return tuple(Row(term, words) for term, words in rows if words)


def certainty(desk: Desk, certainty: str) -> str:
    """How sure, in the words of the book."""
    return desk.say(CERTAINTY[certainty]) if certainty in CERTAINTY else certainty
