"""Dates as the book says them."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale

from lsbook.model.vocabulary import BookVoice
from lsbook.model.when import AtAge, Dated, Nearness, Point, Season, Span, UnknownDate, When
from lsbook.pages.language.catalog import load_catalog
from lsbook.pages.language.dates import DateFormatter
from tests.unit.pages.sample import TEMPLATES, book

BORN = Dated(Point(2017, 2, 14))


def dates(voice: BookVoice = BookVoice.YOU, language: str = "en-GB", born: When = BORN) -> DateFormatter:
    words = load_catalog(book(voice=voice), TEMPLATES)
    return DateFormatter(words, Locale.parse(language, sep="-"), born, date(2026, 6, 14))


@pytest.mark.parametrize(
    ("when", "said", "age"),
    [
        (Dated(Point(2020, 3, 6)), "6 March 2020", "when you were 3"),
        (Dated(Point(2020, 3)), "March 2020", "when you were 3"),
        (Dated(Point(2020, 2)), "February 2020", "when you were 2 or 3"),
        (Dated(Point(2019)), "2019", "when you were 1 or 2"),
        (Dated(Point(2019, season=Season.SUMMER)), "summer 2019", "when you were 2"),
        (Dated(Point(2019, season=Season.WINTER)), "winter 2019", ""),
        (Dated(Point(2019), Nearness.ABOUT), "about 2019", "when you were 1 or 2"),
        (Dated(Point(2020, 3), Nearness.BEFORE), "before March 2020", ""),
        (Dated(Point(2018), Nearness.AFTER), "after 2018", ""),
        (Span(Point(2018), Point(2019)), "2018 to 2019", ""),
        (AtAge(3), "when you were 3", ""),
        (AtAge(0), "when you were a baby", ""),
        (UnknownDate(), "we don’t know when", ""),
        (Dated(Point(2017, 2, 14)), "14 February 2017", "the day you were born"),
        (Dated(Point(2017, 5)), "May 2017", "when you were a baby"),
        (Dated(Point(2018)), "2018", "when you were a baby or just 1"),
        (Dated(Point(2016)), "2016", ""),
        (Dated(Point(2030)), "2030", ""),
        (None, "", ""),
    ],
)
def test_every_kind_of_date_is_said_with_the_age_then(when: When | None, said: str, age: str) -> None:
    """Each kind of date is said as people say it, with the child's age then where it is known and not still to come."""
    assert (dates().format_when(when), dates().format_age(when)) == (said, age)


@pytest.mark.parametrize(
    ("start", "end", "still", "said"),
    [
        (Dated(Point(2020, 3)), Dated(Point(2021, 7)), True, "from March 2020 until July 2021"),
        (Dated(Point(2022, 2)), None, True, "from February 2022 until now"),
        (Dated(Point(2022, 2)), None, False, "from February 2022"),
        (None, Dated(Point(2021)), False, "until 2021"),
        (UnknownDate(), Dated(Point(2021)), True, "until 2021"),
        (UnknownDate(), UnknownDate(), True, "we don’t know when"),
        (AtAge(3), None, True, "from when you were 3 until now"),
        (None, None, False, ""),
    ],
)
def test_a_stretch_of_time_says_only_the_ends_that_are_known(
    start: When | None, end: When | None, still: bool, said: str
) -> None:
    """A stay, a school or family time says its known ends, and "now" only where an open end means it."""
    assert dates().format_period(start, end, ongoing=still) == said


def test_a_stretch_of_one_day_is_that_day() -> None:
    """What began and ended on the same day was on that day, and not from it until it."""
    assert dates().format_period(BORN, BORN) == "14 February 2017"


def test_the_day_of_birth_is_said_only_where_both_days_are_exact() -> None:
    """A birth known by its month alone makes no other day "the day you were born"."""
    assert dates(born=Dated(Point(2017, 2))).format_age(Dated(Point(2017, 2))) == "when you were a baby"


def test_the_voice_that_says_the_name_says_it_in_ages_too() -> None:
    """A book that speaks of the child by name never says "you" in a date."""
    assert dates(BookVoice.NAME).format_age(Dated(Point(2020, 3, 6))) == "when Maya was 3"


def test_plain_dates_are_in_the_language_of_the_book() -> None:
    """A plain date is in the book's own language, even where the book's words are not translated yet."""
    assert dates(language="cy").format_when(Dated(Point(2020, 3, 6))) == "6 Mawrth 2020"


def test_a_date_inside_a_sentence_is_in_the_language_of_the_sentence() -> None:
    """Where the book's words are not translated yet, no sentence of its own mixes two languages."""
    assert dates(language="cy").format_period(Dated(Point(2020, 3)), None) == "from March 2020"


def test_a_language_without_the_pattern_still_says_a_month() -> None:
    """Every language that Babel knows can say a month of a year."""
    for tag in ("ar", "fa", "ckb", "ti", "ps", "so", "uk", "pl"):
        assert dates(language=tag).format_when(Dated(Point(2020, 3)))
