"""The foreword: what the young person says before all else."""

from __future__ import annotations

from lsbook.model.book import Statement
from lsbook.pages.content.adult_page import make_adult_page
from lsbook.pages.layout.blocks import guard_item, make_components
from lsbook.pages.layout.components import ChildQuote, Components
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageModel


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of the foreword."""
    context = context.for_page(context.addresses["foreword"])
    components = tuple(
        component
        for statement in context.book.foreword
        for component in guard_item(context, statement, lambda it: _make_quote(context, it))
    )
    return make_adult_page(context, "foreword", components, "part-book")


def _make_quote(context: PageContext, item: Statement) -> Components:
    inside = make_components(context, item.says, 2)
    return (ChildQuote(context.make_child_face(), "", inside),) if inside else ()
