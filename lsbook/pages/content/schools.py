"""Nurseries, schools, colleges and clubs, in the order of time."""

from __future__ import annotations

from functools import partial

from lsbook.model.book import School
from lsbook.model.when import sort_key
from lsbook.pages.content.entries import about, accounts, anchor
from lsbook.pages.language.words import capital
from lsbook.pages.layout.blocks import guarded, insteads
from lsbook.pages.layout.components import Flow, Piece, Section, With
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf, Pieces

ENDLESS = (3, 0, 0)
"""Behind everything that has a date."""


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page of schools."""
    desk = desk.at(desk.pages["schools"])
    schools: list[Piece] = []
    for at in sorted(range(len(desk.book.schools)), key=lambda at: _begins(desk, desk.book.schools[at])):
        entry = desk.book.schools[at]
        schools += guarded(desk, entry, partial(_section, desk, at))
    schools += insteads(desk, "schools")
    if not schools:
        return ()
    return (
        Leaf(
            desk.here,
            "schools.html",
            desk.say("schools-title"),
            Pieces(tuple(schools)),
            desk.say("part-how-i-got-here"),
            thumb=desk.thumb(desk.book.schools),
        ),
    )


def school(desk: Desk, item: School, level: int = 3) -> Flow:
    """Everything about one school."""
    people = desk.names(item.people)
    there = (With(desk.say("school-people"), people),) if people else ()
    return (*about(desk, item, level), *there, *accounts(desk, item, level))


def time_there(desk: Desk, item: School) -> str:
    """From when until when."""
    return capital(desk.dates.stretch(item.from_, item.until))


def _section(desk: Desk, at: int, item: School) -> Flow:
    return (Section("school", item.name, school(desk, item), 2, time_there(desk, item), anchor(desk, "schools", at)),)


def _begins(desk: Desk, item: School) -> tuple[int, int, int]:
    return sort_key(item.from_, desk.book.child.born) if item.from_ else ENDLESS
