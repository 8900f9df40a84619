"""Health in the family on one page to copy for a doctor: what the story marks as being about health."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lsbook.model.book import AboutMe, Book, Moment, NameLink, Person, Statement
from lsbook.model.vocabulary import AboutMeKind, FactKind, ItemKind, MomentKind, PageLook
from lsbook.pages.content.adult_page import make_adult_page
from lsbook.pages.content.statements import make_statement
from lsbook.pages.content.timeline import sort_moments
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout.blocks import guard_item, make_components
from lsbook.pages.layout.components import Component, Components, FactList, FactRow, Section
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageModel
from lsbook.pages.layout.render_prose import render_line


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page, in an adult's look, where the health of anybody of the family is told."""
    context = context.for_page(context.addresses["health"])
    people = {at: facts for at in range(len(context.book.people)) if (facts := _make_facts(context, at))}
    if context.look is not PageLook.FROM_18 or not people:
        return ()
    sections = (*_make_own_section(context), *_iter_family_sections(context, people))
    born, is_known = context.book.child.born, not context.book.child.is_ageless
    when = context.dates.sentence_formatter.format_when(born) if is_known else ""
    deck = " ".join(filter(None, (context.say("health-born", when=when) if when else "", context.say("health-deck"))))
    return make_adult_page(context, "health", sections, "part-my-people", deck)


def find_sides(book: Book) -> tuple[tuple[tuple[int, ...], frozenset[int]], ...]:
    """Each side of the family by birth: the parents who belong to it, and everybody on it, as positions.

    Brothers and sisters with the same parents as the child are on no side; parents whose families are known to be the
    same are on one.
    """
    parents = tuple(at for at, person in enumerate(book.people) if any(name.me for name in person.parent_of))
    children = {at: frozenset(_list_positions(person.parent_of)) for at, person in enumerate(book.people)}
    shared = frozenset.intersection(*(children[at] for at in parents)) if len(parents) > 1 else frozenset()
    sides: list[tuple[tuple[int, ...], frozenset[int]]] = []
    for parent in parents:
        if not any(parent in members for _, members in sides):
            members = _find_relatives(parent, {at: own - shared for at, own in children.items()})
            sides.append((tuple(at for at in parents if at in members), members))
    return tuple(sides)


def _find_relatives(start: int, children: dict[int, frozenset[int]]) -> frozenset[int]:
    relatives, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        related = {*children[at], *(parent for parent, own in children.items() if at in own)} - relatives
        relatives |= related
        waiting += sorted(related)
    return frozenset(relatives)


def _list_positions(names: tuple[NameLink, ...]) -> Iterator[int]:
    return (name.card.position for name in names if name.card and name.card.kind is ItemKind.PEOPLE)


def _make_own_section(context: PageContext) -> Components:
    """What is told of the child's own health."""
    remarks = tuple(
        component
        for item in context.book.about_me
        if isinstance(item, AboutMe) and item.category is AboutMeKind.HEALTH
        for component in guard_item(context, item, lambda it: make_components(context, it.what, 3))
    )
    moments = tuple(
        component
        for item in sort_moments(context)
        if isinstance(item, Moment) and item.category is MomentKind.HEALTH
        for component in guard_item(context, item, lambda it: _make_moment(context, it))
    )
    name = capitalize_first(context.say("me"))
    return (Section("health-side", name, (*remarks, *moments), 2),) if remarks or moments else ()


def _make_moment(context: PageContext, item: Moment) -> Components:
    """When it was, and what."""
    what, when = render_line(context, item.what), capitalize_first(context.dates.format_when(item.when))
    return (FactList("", (FactRow(when, what),)),) if what else ()


def _iter_family_sections(context: PageContext, people: dict[int, Components]) -> Iterator[Component]:
    rest = dict(people)
    for parents, members in find_sides(context.book):
        inside = tuple(component for at in sorted(members) for component in rest.pop(at, ()))
        if inside:
            who = " & ".join(context.book.people[at].name for at in parents)
            yield Section("health-side", context.say("health-side", who=who), inside, 2)
    if rest:
        others = tuple(component for inside in rest.values() for component in inside)
        yield Section("health-side", context.say("health-others"), others, 2)


def _make_facts(context: PageContext, at: int) -> Components:
    """What is told of the health of one person; nothing of somebody who is hard news altogether."""
    person: Person = context.book.people[at]
    facts = tuple(
        component
        for fact in person.facts
        if not person.heads_up and isinstance(fact, Statement) and fact.category is FactKind.HEALTH
        for component in guard_item(context, fact, lambda it: _make_fact(context, it))
    )
    head = f"{person.name}, {person.is_}"
    return (Section("health-of", head, facts, 3),) if facts else ()


def _make_fact(context: PageContext, item: Statement) -> Components:
    """A fact in words, though a chapter tells it too: the page is copied alone."""
    return make_statement(context, replace(item, told_in=None), level=4)
