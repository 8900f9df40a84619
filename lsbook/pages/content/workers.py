"""Everybody who worked with the child, by the years in which they did."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.model.book import Card, NameLink, Placeholder, WorkTime
from lsbook.model.vocabulary import ItemKind
from lsbook.model.when import sort_key
from lsbook.pages.content.adult_page import make_adult_page
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.language.rich_text import join_rich, make_rich
from lsbook.pages.layout.blocks import guard_item
from lsbook.pages.layout.components import Component, Components, FactList, FactRow
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageModel


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of those of whom it is told when they worked with the child; hard news and what waits come after."""
    context = context.for_page(context.addresses["workers"])
    rows, after = [], list[Component]()
    for at, person in enumerate(context.book.people):
        for time in () if person.heads_up else person.work:
            if isinstance(time, Placeholder) or time.heads_up:
                after += guard_item(context, time, lambda it: ())
            else:
                rows.append((sort_key(time.from_, context.book.child.born), _make_row(context, at, time)))
        if person.heads_up and person.work:
            after += context.make_heads_up(person)
    in_order = tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))
    lists = (FactList("", in_order, "workers"),) if in_order else ()
    deck = context.say("workers-deck") if in_order else ""
    return make_adult_page(context, "workers", (*lists, *after), "part-my-people", deck)


def make_work_time(context: PageContext, item: WorkTime) -> Components:
    """When somebody worked with the child, on a page of its own."""
    return (FactList("", (FactRow(_format_period(context, item), item.as_),), "workers"),)


def iter_work_times(context: PageContext, times: tuple[WorkTime | Placeholder, ...]) -> Iterator[Component]:
    """The same for all of somebody who is hard news: they stand on no other page."""
    for time in times:
        yield from guard_item(context, time, lambda it: make_work_time(context, it))


def _make_row(context: PageContext, at: int, time: WorkTime) -> FactRow:
    person = context.book.people[at]
    name = context.link_name(NameLink(person.name, Card(ItemKind.PEOPLE, at)))
    role = make_rich(context.isolate(time.as_ or person.is_))
    return FactRow(_format_period(context, time), join_rich(", ", (name, role)))


def _format_period(context: PageContext, time: WorkTime) -> str:
    return capitalize_first(context.dates.format_period(time.from_, time.until))
