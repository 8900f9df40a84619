"""Dates as the book says them, with the child's age then."""

from __future__ import annotations

from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton
from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.when import AtAge, Dated, Nearness, Point, Season, Span, UnknownDate, When, compute_age, find_bounds
from lsbook.pages.language.catalog import Catalog, capitalize_first
from lsbook.pages.language.numbers import localize_digits

SEASON_KEYS = {
    Season.SPRING: "season-spring",
    Season.SUMMER: "season-summer",
    Season.AUTUMN: "season-autumn",
    Season.WINTER: "season-winter",
}
NEARNESS_KEYS = {Nearness.ABOUT: "when-about", Nearness.BEFORE: "when-before", Nearness.AFTER: "when-after"}


class DateFormatter(Struct, frozen=True):
    """Plain dates are in the book's language; whatever needs a word of the book's own is in that of its words."""

    catalog: Catalog
    locale: Locale
    born: When
    made_on: date
    is_ageless: bool = False
    """Whether nothing may count an age, not even a date that is told as one."""

    @property
    def sentence_formatter(self) -> DateFormatter:
        """Dates for the inside of a sentence of the book's own: in the language of its words."""
        return replace(self, locale=self.catalog.locale)

    def format_day(self, day: date) -> str:
        return localize_digits(format_date(day, "long", locale=self.locale), self.locale)

    def format_month(self, day: date) -> str:
        return _format_month(day, self.locale)

    def format_when(self, when: When | None) -> str:
        """``when`` alone: "6 March 2020", "about 2019", "when you were 3"; nothing for nothing."""
        match when:
            case Dated(point, Nearness.EXACT):
                return self._format_point(point)
            case Dated(point, near):
                return self.catalog.say(NEARNESS_KEYS[near], date=self.sentence_formatter._format_point(point))
            case Span(first, last):
                return self.catalog.say(
                    "when-span",
                    first=self.sentence_formatter._format_point(first),
                    last=self.sentence_formatter._format_point(last),
                )
            case AtAge() if self.is_ageless:
                return ""
            case AtAge(0):
                return self.catalog.say("age-baby")
            case AtAge(years):
                return self.catalog.say("age", age=years)
            case UnknownDate():
                return self.catalog.say("when-not-known")
            case _:
                return ""

    def format_age(self, when: When | None) -> str:
        """The child's age then, where ``when`` does not say it itself and is not still to come."""
        if when is None or isinstance(when, AtAge) or self.is_ageless:
            return ""
        if isinstance(when, Dated) and when == self.born and when.nearness is Nearness.EXACT and when.point.day:
            return self.catalog.say("age-born")
        ages, (first, _) = compute_age(when, self.born), find_bounds(when, self.born)
        if ages is None or (first and first > self.made_on):
            return ""
        match ages:
            case (_, 0):
                return self.catalog.say("age-baby")
            case (0, _):
                return self.catalog.say("age-baby-or-one")
            case (young, old) if young == old:
                return self.catalog.say("age", age=young)
            case (young, old):
                return self.catalog.say("age-or", young=young, old=old)
        return ""

    def format_when_and_age(self, when: When | None) -> str:
        """Both on one line, as under a picture."""
        parts = [words for words in (capitalize_first(self.format_when(when)), self.format_age(when)) if words]
        return parts[0] if len(parts) == 1 else ", ".join(parts)

    def format_period(self, start: When | None, end: When | None, *, ongoing: bool = False) -> str:
        """From one date to another. Where it is ``ongoing``, an open end means now."""
        known_start = self.sentence_formatter.format_when(start) if start and not isinstance(start, UnknownDate) else ""
        known_end = self.sentence_formatter.format_when(end) if end and not isinstance(end, UnknownDate) else ""
        if not known_end and ongoing and end is None:
            known_end = self.catalog.say("now")
        if known_start and known_start == known_end:
            return known_start
        if known_start and known_end:
            return self.catalog.say("from-until", start=known_start, end=known_end)
        if known_start:
            return self.catalog.say("from", start=known_start)
        if known_end:
            return self.catalog.say("until", end=known_end)
        return self.catalog.say("when-not-known") if start or end else ""

    def _format_point(self, point: Point) -> str:
        if point.season:
            return self.catalog.say(SEASON_KEYS[point.season], year=_format_year(point.anchor, self.catalog.locale))
        if point.day:
            return self.format_day(point.earliest)
        return self.format_month(point.earliest) if point.month else _format_year(point.earliest, self.locale)


def _format_year(day: date, locale: Locale) -> str:
    return localize_digits(format_date(day, "y", locale=locale), locale)


def _format_month(day: date, locale: Locale) -> str:
    try:
        return localize_digits(format_skeleton("yMMMM", day, locale=locale), locale)
    except KeyError:
        return localize_digits(format_date(day, "LLLL y", locale=locale), locale)
