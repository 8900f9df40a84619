"""Statements: what is told, and how we know: who decided, where it is written, how sure."""

from __future__ import annotations

from lsbook.model.book import Placeholder, Statement
from lsbook.model.vocabulary import Certainty
from lsbook.pages.layout.blocks import guard_item, make_components
from lsbook.pages.layout.components import Components, FactRow, Section, SourcedStatement
from lsbook.pages.layout.context import PageContext

CERTAINTY_KEYS = {
    Certainty.SURE: "certainty-sure",
    Certainty.LIKELY: "certainty-likely",
    Certainty.UNSURE: "certainty-unsure",
    Certainty.NOT_KNOWN: "certainty-not-known",
}
"""How sure something is, in the words of the book."""


def make_statement(context: PageContext, item: Statement, head: str = "", level: int = 2) -> Components:
    """A statement as it stands: with its sources a record of its own, without any in the run of the page."""
    inside = make_components(context, item.says, min(level + 1, 6))
    rows = make_source_rows(context, item)
    if not inside:
        return ()
    if rows:
        return (SourcedStatement(head, inside, rows, level, context.say("how-we-know")),)
    return (Section("why", head, inside, level),) if head else inside


def make_guarded_statement(
    context: PageContext, item: Statement | Placeholder | None, head: str = "", level: int = 2
) -> Components:
    """The same where it may be hard news, not told yet, or nothing."""
    return guard_item(context, item, lambda it: make_statement(context, it, head, level))


def make_source_rows(context: PageContext, item: Statement) -> tuple[FactRow, ...]:
    """Who decided, where it is written, how sure: what is known of the three."""
    rows = (
        (context.say("who-decided"), item.decided_by),
        (context.say("where-written"), item.source),
        (context.say("how-sure"), format_certainty(context, item.certainty)),
    )
    return tuple(FactRow(term, words) for term, words in rows if words)


def format_certainty(context: PageContext, certainty: Certainty | None) -> str:
    """Return how sure it is, in the words of the book; nothing where nobody has said."""
    return context.say(CERTAINTY_KEYS[certainty]) if certainty else ""
