"""A moment stands under a home only if it surely was there, whatever this book does not tell."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from msgspec.structs import replace

from lsbook.model.book import Home, Moment, Stay
from lsbook.model.vocabulary import MomentKind
from lsbook.model.when import AtAge, Dated, Nearness, Point, Season, Span, When
from lsbook.pages.content.homes import sort_stays
from lsbook.pages.content.stays import find_stay
from lsbook.pages.content.timeline import HomeTime, TimelineContent, make_pages
from lsbook.pages.language.catalog import load_catalog
from lsbook.pages.layout.components import TimelineMoment
from lsbook.pages.plan import make_context
from tests.sharing import count_examples
from tests.unit.pages.sample import TEMPLATES, book, renditions
from tests.unit.pages.writing import prose

BORN = date(2017, 2, 14)
YEAR, MARCH, JUNE, JULY = Dated(Point(2019)), *(Dated(Point(2019, month)) for month in (3, 6, 7))


def _day(day: date) -> When:
    return Dated(Point(day.year, day.month, day.day))


def _home(name: str, from_: When, until: When | None) -> Home:
    return Home(name, None, None, (), (Stay(from_, until, (), None, (), None, None, None, None, None),))


def _at(homes: list[Home], when: When, kind: MomentKind | None = None) -> str:
    """The name of the home under which a moment stands; nothing where it stands under none."""
    moment = Moment(when, prose("You found a snail."), kind, None, (), ())
    whole = replace(book(), homes=tuple(homes), moments=(moment,))
    desk, _ = make_context(whole, load_catalog(whole, TEMPLATES), renditions(whole))
    at = find_stay(desk, moment)
    return "" if at is None else homes[sort_stays(desk)[at][0]].name


A_AND_C = [_home("A", Dated(Point(2017, 2, 14)), MARCH), _home("C", Dated(Point(2019, 9)), None)]


@pytest.mark.parametrize(
    ("when", "kind", "home"),
    [
        (YEAR, None, ""),
        (MARCH, None, ""),
        (Dated(Point(2019, 3, 12)), None, ""),
        (Dated(Point(2019, 2)), None, "A"),
        (Dated(Point(2018)), None, "A"),
        (Dated(Point(2018), Nearness.ABOUT), None, ""),
        (Dated(Point(2019, 6)), None, ""),
        (Dated(Point(2019, 9)), MomentKind.MOVE, ""),
        (Dated(Point(2019, 10)), None, "C"),
        (Dated(Point(2019, season=Season.WINTER)), None, ""),
        (Dated(Point(2019), Nearness.AFTER), None, ""),
        (Dated(Point(2019), Nearness.BEFORE), None, ""),
        (Span(Point(2019), Point(2020)), None, ""),
        (Span(Point(2020), Point(2021)), None, "C"),
        (AtAge(1), None, "A"),
        (AtAge(2), None, ""),
        (Dated(Point(2017, 2, 14)), MomentKind.BIRTH, "A"),
    ],
)
def test_a_stay_must_hold_the_whole_of_a_date(when: When, kind: MomentKind | None, home: str) -> None:
    """With a stay between two untold, a moment whose date may be of it stands under neither of them."""
    assert _at(A_AND_C, when, kind) == home


@pytest.mark.parametrize(("kind", "home"), [(MomentKind.MOVE, "B"), (None, "")])
def test_a_move_stands_under_the_home_that_it_begins(kind: MomentKind | None, home: str) -> None:
    """On the day of a move two homes were home: a move belongs to the second, anything else to neither."""
    moved = Dated(Point(2019, 3, 12))
    homes = [_home("A", Dated(Point(2017, 2, 14)), moved), _home("B", moved, None)]
    assert _at(homes, moved, kind) == home
    assert _at(homes[:1], moved, kind) == ""
    assert _at(homes[1:], moved, kind) == home


@st.composite
def _described(draw: DrawFn, day: date) -> When:
    """Any date that may be said of ``day``."""
    spring = {3: Season.SPRING, 6: Season.SUMMER, 9: Season.AUTUMN}.get(day.month - day.month % 3)
    forms: list[When] = [
        _day(day),
        Dated(Point(day.year, day.month)),
        Dated(Point(day.year)),
        Dated(Point(day.year), Nearness.ABOUT),
        Dated(Point(day.year + 1), Nearness.BEFORE),
        Dated(Point(day.year - 1), Nearness.AFTER),
        Span(Point(day.year), Point(day.year + 1)),
    ]
    if spring:
        forms.append(Dated(Point(day.year, season=spring)))
    return draw(st.sampled_from(forms))


@st.composite
def _lives(draw: DrawFn) -> tuple[list[tuple[date, date, Home]], set[int], date, int, When]:
    """Homes one after the other, those of them that are withheld, and a day with the home that it belongs to."""
    days = sorted(BORN + timedelta(days=draw(st.integers(0, 1500))) for _ in range(draw(st.integers(2, 5))))
    real = [
        (first, last, _home(f"H{at}", draw(_described(first)), draw(_described(last))))
        for at, (first, last) in enumerate(pairwise(days))
    ]
    at = draw(st.integers(0, len(real) - 1))
    first, last, _ = real[at]
    day = first + timedelta(days=draw(st.integers(0, (last - first).days)))
    withheld = draw(st.sets(st.integers(0, len(real) - 1)))
    return real, withheld, day, at, draw(_described(day))


@settings(max_examples=count_examples(150), derandomize=True, database=None)
@given(_lives())
def test_no_moment_is_lent_to_another_home(
    life: tuple[list[tuple[date, date, Home]], set[int], date, int, When],
) -> None:
    """However vague the dates and whichever homes are withheld, a moment stands under its own home or under none."""
    real, withheld, _, at, when = life
    shown = [home for position, (_, _, home) in enumerate(real) if position not in withheld]
    assert _at(shown, when) in ("", f"H{at}")


def _times(homes: list[Home], moments: list[Moment]) -> tuple[HomeTime, ...]:
    whole = replace(book(), homes=tuple(homes), moments=tuple(moments))
    desk, _ = make_context(whole, load_catalog(whole, TEMPLATES), renditions(whole))
    content = make_pages(desk)[0].content
    assert isinstance(content, TimelineContent)
    return content.times


def test_what_stands_in_no_home_stands_under_its_year() -> None:
    """A moment that no stay must hold has the words of its own date above it, and not those of the home before it."""
    whens: list[When] = [Dated(Point(2018)), Dated(Point(2019, 6)), Dated(Point(2019), Nearness.ABOUT)]
    moments = [Moment(when, prose("You found a snail."), None, None, (), ()) for when in whens]
    assert [time.home for time in _times(A_AND_C, moments)] == ["A", "About 2019", "June 2019"]
    assert [time.home for time in _times([], moments)] == [""]


def test_a_date_is_not_said_twice_running() -> None:
    """A moment alone under its date has it there and nowhere else; two of a year share the year and keep their own."""
    home, first, second, year = (
        Moment(when, prose("A snail."), None, None, (), ()) for when in (Dated(Point(2018)), JUNE, JULY, YEAR)
    )
    for moments, dates in (([first, second], ["June 2019", "July 2019"]), ([year], [""])):
        _, time = _times(A_AND_C, [home, *moments])
        inside = [component for entry in time.entries for component in entry.inside]
        assert time.home == "2019"
        assert [component.when for component in inside if isinstance(component, TimelineMoment)] == dates
