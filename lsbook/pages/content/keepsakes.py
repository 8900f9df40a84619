"""The memory box: each treasured thing, who gave it, and where it is now."""

from __future__ import annotations

from functools import partial

from lsbook.model.book import Keepsake
from lsbook.pages.content.entries import find_anchor, make_about, make_entry_accounts
from lsbook.pages.content.statements import make_guarded_statement
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout.blocks import guard_item, make_insteads
from lsbook.pages.layout.components import (
    Component,
    Components,
    FactList,
    FactRow,
    HeadsUpCard,
    Section,
    SourcedStatement,
)
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import ComponentsContent, PageModel


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of treasured things, in the story's order."""
    context = context.for_page(context.addresses["keepsakes"])
    components: list[Component] = []
    for at, item in enumerate(context.book.keepsakes):
        components += guard_item(context, item, partial(_make_section, context, at))
    components += make_insteads(context, "keepsakes")
    if not components:
        return ()
    title, deck = context.say("keepsakes-title"), context.say("keepsakes-deck")
    thumb = context.make_thumbnail(context.book.keepsakes)
    content = ComponentsContent(tuple(components))
    return (
        PageModel(context.address, "keepsakes.html", title, content, context.say("part-who-am-i"), deck, thumb=thumb),
    )


def make_keepsake(context: PageContext, item: Keepsake, level: int = 3) -> Components:
    """Everything about one treasured thing."""
    return (
        *make_about(context, item, level),
        *_make_where_now(context, item, level),
        *make_entry_accounts(context, item, level),
    )


def _make_where_now(context: PageContext, item: Keepsake, level: int) -> Components:
    """Where it is now is the heart of a memory box; who gave it and when stand beneath."""
    rows = []
    if item.given_by and (giver := context.join_names((item.given_by,))):
        rows.append(FactRow(context.say("given-by"), giver))
    if item.when:
        rows.append(FactRow(context.say("given-when"), capitalize_first(context.dates.format_when(item.when))))
    now = item.where_now
    says = make_guarded_statement(context, now, level=level + 1)
    if any(isinstance(component, HeadsUpCard) for component in says):
        return (*((FactList("", tuple(rows)),) if rows else ()), *says)
    if not says:
        return (FactList("", tuple(rows)),) if rows else ()
    if isinstance(first := says[0], SourcedStatement):
        says, rows = first.says, [*rows, *first.source]
    return (SourcedStatement(context.say("where-now"), says, tuple(rows), level, context.say("treasure")),)


def _make_section(context: PageContext, index: int, item: Keepsake) -> Components:
    return (
        Section(
            "keepsake", item.name, make_keepsake(context, item), 2, anchor=find_anchor(context, "keepsakes", index)
        ),
    )
