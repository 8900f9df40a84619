"""Dates as the book says them, with the child's age then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton

from lsbook.model.when import AtAge, Dated, Nearness, NotKnown, Point, Season, Span, When, age_then, bounds
from lsbook.pages.language.numbers import digits
from lsbook.pages.language.words import Words, capital

SEASONS = {
    Season.SPRING: "season-spring",
    Season.SUMMER: "season-summer",
    Season.AUTUMN: "season-autumn",
    Season.WINTER: "season-winter",
}
NEARNESS = {Nearness.ABOUT: "when-about", Nearness.BEFORE: "when-before", Nearness.AFTER: "when-after"}


@dataclass(frozen=True)
class Dates:
    """Plain dates are in the book's language; whatever needs a word of the book's own is in that of its words."""

    words: Words
    locale: Locale
    born: When
    made: date

    @property
    def inside(self) -> Dates:
        """Dates for the inside of a sentence of the book's own: in the language of its words."""
        return replace(self, locale=self.words.locale)

    def day(self, day: date) -> str:
        return digits(format_date(day, "long", locale=self.locale), self.locale)

    def month(self, day: date) -> str:
        return _month(day, self.locale)

    def when(self, when: When | None) -> str:
        """``when`` alone: "6 March 2020", "about 2019", "when you were 3"; nothing for nothing."""
        match when:
            case Dated(point, Nearness.EXACT):
                return self._point(point)
            case Dated(point, near):
                return self.words.say(NEARNESS[near], date=self.inside._point(point))
            case Span(first, last):
                return self.words.say("when-span", first=self.inside._point(first), last=self.inside._point(last))
            case AtAge(0):
                return self.words.say("age-baby")
            case AtAge(years):
                return self.words.say("age", age=years)
            case NotKnown():
                return self.words.say("when-not-known")
            case _:
                return ""

    def age(self, when: When | None) -> str:
        """The child's age then, where ``when`` does not say it itself and is not still to come."""
        if when is None or isinstance(when, AtAge):
            return ""
        if isinstance(when, Dated) and when == self.born and when.near is Nearness.EXACT and when.point.day:
            return self.words.say("age-born")
        ages, (first, _) = age_then(when, self.born), bounds(when, self.born)
        if ages is None or (first and first > self.made):
            return ""
        match ages:
            case (_, 0):
                return self.words.say("age-baby")
            case (0, _):
                return self.words.say("age-baby-or-one")
            case (young, old) if young == old:
                return self.words.say("age", age=young)
            case (young, old):
                return self.words.say("age-or", young=young, old=old)
        return ""

    def when_and_age(self, when: When | None) -> str:
        """Both on one line, as under a picture."""
        said = [words for words in (capital(self.when(when)), self.age(when)) if words]
        return said[0] if len(said) == 1 else ", ".join(said)

    def stretch(self, start: When | None, end: When | None, *, still: bool = False) -> str:
        """From one date to another. With ``still``, an open end means now."""
        known_start = self.inside.when(start) if start and not isinstance(start, NotKnown) else ""
        known_end = self.inside.when(end) if end and not isinstance(end, NotKnown) else ""
        if not known_end and still and end is None:
            known_end = self.words.say("now")
        if known_start and known_end:
            return self.words.say("from-until", start=known_start, end=known_end)
        if known_start:
            return self.words.say("from", start=known_start)
        if known_end:
            return self.words.say("until", end=known_end)
        return self.words.say("when-not-known") if start or end else ""

    def _point(self, point: Point) -> str:
        if point.season:
            return self.words.say(SEASONS[point.season], year=_year(point.anchor, self.words.locale))
        if point.day:
            return self.day(point.earliest)
        return self.month(point.earliest) if point.month else _year(point.earliest, self.locale)


def _year(day: date, locale: Locale) -> str:
    return digits(format_date(day, "y", locale=locale), locale)


def _month(day: date, locale: Locale) -> str:
    try:
        return digits(format_skeleton("yMMMM", day, locale=locale), locale)
    except KeyError:
        return digits(format_date(day, "LLLL y", locale=locale), locale)
