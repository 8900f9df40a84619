"""Where the child's records are, and how to ask for them. What the law says here is that of the United Kingdom."""

from __future__ import annotations

from functools import partial

from lsbook.model.book import Statement
from lsbook.pages.content.adult_page import make_adult_page
from lsbook.pages.content.statements import make_statement
from lsbook.pages.language.rich_text import join_rich, make_rich
from lsbook.pages.layout.blocks import guard_item
from lsbook.pages.layout.components import Components, RunningText, Section
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageModel

SENTENCE_KEYS = ("records-ask", "records-time", "records-others", "records-beside")
"""UK GDPR, Articles 12 and 15: free, within a month, two more where it is much; others' own data may be left out."""


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of records: in an adult's own book always, elsewhere where the story tells where they are."""
    context = context.for_page(context.addresses["records"])
    if not (context.is_biography or context.book.records):
        return ()
    statements: Components = tuple(
        component
        for statement in context.book.records
        for component in guard_item(context, statement, partial(_make_statement, context))
    )
    return make_adult_page(context, "records", (*statements, _make_rights(context)), "part-where-im-going")


def _make_statement(context: PageContext, item: Statement) -> Components:
    return make_statement(context, item)


def _make_rights(context: PageContext) -> Section:
    lines = (make_rich(context.say(key)).put_into("<p>{}</p>\n").put_on_line() for key in SENTENCE_KEYS)
    return Section("how-to-ask", context.say("records-ask-head"), (RunningText(join_rich("", lines)),), 2)
