"""Nurseries, schools, colleges and clubs, in the order of time."""

from __future__ import annotations

from functools import partial

from lsbook.model.book import Book, School
from lsbook.model.vocabulary import ItemKind
from lsbook.model.when import sort_key
from lsbook.pages.content.named_items import find_anchor, make_about, make_item_accounts
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout.blocks import guard_item, make_insteads
from lsbook.pages.layout.components import Component, Components, PeopleLine, Section
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import ComponentsContent, PageModel

UNDATED_SORT_KEY = (3, 0, 0)
"""Behind everything that has a date."""


class SchoolsContent(ComponentsContent, frozen=True):
    """Each school as a section; what is gated stands among them."""


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of schools."""
    context = context.for_page(context.addresses["schools"])
    schools: list[Component] = []
    for at in order_schools(context.book):
        entry = context.book.schools[at]
        schools += guard_item(context, entry, partial(_make_section, context, at))
    schools += make_insteads(context, ItemKind.SCHOOLS)
    if not schools:
        return ()
    return (
        PageModel(
            context.address,
            "schools.html",
            context.say("schools-title"),
            SchoolsContent(tuple(schools)),
            context.say("part-how-i-got-here"),
            thumb=context.make_thumbnail(context.book.schools),
        ),
    )


def make_school(context: PageContext, item: School, level: int = 3) -> Components:
    """Everything about one school."""
    people = context.join_names(item.people)
    people_line = (PeopleLine(context.say("school-people"), people),) if people else ()
    return (*make_about(context, item, level), *people_line, *make_item_accounts(context, item, level))


def format_attendance(context: PageContext, item: School) -> str:
    """From when until when."""
    return capitalize_first(context.dates.format_period(item.from_, item.until))


def _make_section(context: PageContext, index: int, item: School) -> Components:
    return (
        Section(
            "school",
            item.name,
            make_school(context, item),
            2,
            format_attendance(context, item),
            find_anchor(context, ItemKind.SCHOOLS, index),
        ),
    )


def order_schools(book: Book) -> tuple[int, ...]:
    """The positions of the schools, in the order of time."""

    def find_beginning(at: int) -> tuple[int, int, int]:
        begins = book.schools[at].from_
        return sort_key(begins, book.child.born) if begins else UNDATED_SORT_KEY

    return tuple(sorted(range(len(book.schools)), key=find_beginning))
