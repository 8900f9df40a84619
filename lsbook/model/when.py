"""Dates as people know them: a day, a month, a summer, "about 2019", "when I was 3", "not known".

Every kind knows its earliest and latest day, so that all of them can stand beside each other in one order.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct


class Season(StrEnum):
    """Seasons of the north, where the books are written."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


_SEASON_MONTHS = {Season.SPRING: (3, 5), Season.SUMMER: (6, 8), Season.AUTUMN: (9, 11)}


class Nearness(StrEnum):
    """How a date is meant."""

    EXACT = "exact"
    ABOUT = "about"
    BEFORE = "before"
    AFTER = "after"


class Point(Struct, frozen=True):
    """A year, a season or month of it, or one day."""

    year: int
    month: int | None = None
    day: int | None = None
    season: Season | None = None

    @property
    def earliest(self) -> date:
        if self.season is Season.WINTER:
            return date(self.year, 1, 1)  # "winter 2019" may mean either end of the year
        if self.season:
            return date(self.year, _SEASON_MONTHS[self.season][0], 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        if self.season is Season.WINTER:
            return date(self.year + 1, 2, 28)
        month = _SEASON_MONTHS[self.season][1] if self.season else self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def anchor(self) -> date:
        """The day at which it stands in a row of dates."""
        return date(self.year, 12, 1) if self.season is Season.WINTER else self.earliest

    @property
    def width(self) -> int:
        """Days it may span; the wider stands before the narrower that begin on the same day."""
        return (self.latest - self.earliest).days


class Dated(Struct, frozen=True):
    """A point, as sure as it is known."""

    point: Point
    nearness: Nearness = Nearness.EXACT


class Span(Struct, frozen=True):
    """From one point to another."""

    first: Point
    last: Point


class AtAge(Struct, frozen=True):
    """When the child was so many years old."""

    years: int


class UnknownDate(Struct, frozen=True):
    """Nobody knows when."""


When: TypeAlias = Dated | Span | AtAge | UnknownDate


def find_bounds(when: When, born: When | None = None) -> tuple[date | None, date | None]:
    """The earliest and latest day that ``when`` may mean; ``None`` where that side is open.

    ``AtAge`` needs the birth date; "about" opens a year on each side of a year and a month around anything finer.
    """
    match when:
        case Dated(point, Nearness.EXACT):
            return point.earliest, point.latest
        case Dated(point, Nearness.ABOUT):
            room = timedelta(days=366 if point.month is None and point.season is None else 31)
            return point.earliest - room, point.latest + room
        case Dated(point, Nearness.BEFORE):
            return None, point.latest
        case Dated(point, Nearness.AFTER):
            return point.earliest, None
        case Span(first, last):
            return first.earliest, last.latest
        case AtAge(years):
            start, end = find_bounds(born) if born and not isinstance(born, AtAge) else (None, None)
            first_day = _find_birthday(start, years) if start else None
            last_day = _find_birthday(end, years + 1) if end else None
            return first_day, last_day - timedelta(days=1) if last_day else None
        case _:
            return None, None


def may_last(until: When | None, born: When, day: date) -> bool:
    """Whether what ends at ``until`` may still last on ``day``: it has no end, or one that may be later.

    An end of which nobody knows the day is an end.
    """
    if until is None or isinstance(until, UnknownDate):
        return until is None
    latest = find_bounds(until, born)[1]
    return latest is None or latest > day


def sort_key(when: When, born: When | None = None) -> tuple[int, int, int]:
    """A key that puts any two kinds of date in a sensible order; what nobody can date comes last."""
    match when:
        case Dated(point, Nearness.BEFORE):
            return (0, point.anchor.toordinal() - 1, 0)
        case Dated(point, Nearness.AFTER):
            return (0, point.latest.toordinal() + 1, -1000)
        case Dated(point, _) if point.season and point.season is not Season.WINTER:  # summer stands after June
            return (0, point.anchor.toordinal() + point.width // 3, -point.width)
        case Dated(point, _):
            return (0, point.anchor.toordinal(), -point.width)
        case Span(first, last):
            return (0, first.anchor.toordinal(), -(last.latest - first.earliest).days)
        case AtAge(years):
            start, _ = find_bounds(when, born)
            return (0, start.toordinal(), -365) if start else (1, years, 0)
        case _:
            return (2, 0, 0)


def compute_age(when: When, born: When) -> tuple[int, int] | None:
    """The child's age at ``when`` in whole years, youngest and oldest possible; ``None`` before birth or unknown.

    Spans and open sides ("before", "after") have no age. More than a year between the two is as good as unknown.
    """
    match when:
        case AtAge(years):
            return years, years
        case Dated(_, Nearness.EXACT | Nearness.ABOUT):
            pass
        case _:
            return None
    start, end = when.point.earliest, when.point.latest
    first, last = find_bounds(born)
    if start is None or end is None or first is None or last is None or end < first:
        return None
    youngest, oldest = _count_years(last, start), _count_years(first, end)
    if oldest - youngest > 1 or oldest < 0:
        return None
    return max(youngest, 0), oldest


def _find_birthday(born: date, years: int) -> date:
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def _count_years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def round_to_year(when: When) -> When:
    """The year of a day, a month or a season; any other kind of date as it is, because it may mean several."""
    if isinstance(when, Dated) and when.nearness is Nearness.EXACT and when.point.season is not Season.WINTER:
        return Dated(Point(when.point.year))
    return when
