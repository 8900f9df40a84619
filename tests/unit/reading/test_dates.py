"""Every kind of date that design.md names, as people write it."""

from __future__ import annotations

from datetime import date

import pytest

from lsbook.model.when import (
    AtAge,
    Dated,
    Nearness,
    Point,
    Season,
    Span,
    UnknownDate,
    When,
    compute_age,
    find_bounds,
    sort_key,
)
from lsbook.reading.dates import InvalidDateError, load_month_names, read_date

ENGLISH = load_month_names("en")
BORN = Dated(Point(2017, 2, 14))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2019", Dated(Point(2019))),
        ("2019-07", Dated(Point(2019, 7))),
        ("2019-07-03", Dated(Point(2019, 7, 3))),
        ("3 July 2019", Dated(Point(2019, 7, 3))),
        ("3rd July 2019", Dated(Point(2019, 7, 3))),
        ("July 3, 2019", Dated(Point(2019, 7, 3))),
        ("July 2019", Dated(Point(2019, 7))),
        ("SEPT 2019", Dated(Point(2019, 9))),
        ("summer 2019", Dated(Point(2019, season=Season.SUMMER))),
        ("about 2019", Dated(Point(2019), Nearness.ABOUT)),
        ("about July 2019", Dated(Point(2019, 7), Nearness.ABOUT)),
        ("before 2020", Dated(Point(2020), Nearness.BEFORE)),
        ("after 2018", Dated(Point(2018), Nearness.AFTER)),
        ("2018 to 2019", Span(Point(2018), Point(2019))),
        ("2018–2019", Span(Point(2018), Point(2019))),
        ("March to July 2019", Span(Point(2019, 3), Point(2019, 7))),
        ("when I was 3", AtAge(3)),
        ("when you were 3", AtAge(3)),
        ("“2019”", Dated(Point(2019))),
        ("not known", UnknownDate()),
        ("Monday 3 July 2019", Dated(Point(2019, 7, 3))),
        ("Mon, 3 July 2019", Dated(Point(2019, 7, 3))),
        ("on Saturday 14 March 2020", Dated(Point(2020, 3, 14))),
        ("in the summer of 2019", Dated(Point(2019, season=Season.SUMMER))),
        ("summer holidays 2025", Dated(Point(2025, season=Season.SUMMER))),
        ("May 2019?", Dated(Point(2019, 5), Nearness.ABOUT)),
        ("early May 2019", Dated(Point(2019, 5), Nearness.ABOUT)),
        ("Christmas 2020", Dated(Point(2020, 12, 25), Nearness.ABOUT)),
        ("Christmas Eve 2020", Dated(Point(2020, 12, 24))),
        ("Easter 2024", Dated(Point(2024, 3, 31), Nearness.ABOUT)),
        ("Easter Monday 2025", Dated(Point(2025, 4, 21))),
        ("New Year’s Day 2021", Dated(Point(2021, 1, 1))),
    ],
)
def test_each_kind_of_date_is_read_as_it_is_meant(written: str, meant: When) -> None:
    """A date in any form that people use becomes the one value it stands for."""
    assert read_date(written, ENGLISH) == meant


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2019-02-30", "There is no 30 February 2019: February had 28 days that year."),
        ("2019-13", "There is no month 13."),
        ("3/7/2019", "which the month. Is it 3 July 2019 or 7 March 2019\\?"),
        ("25/12/2019", "Write the month as a word: 25 December 2019."),
        ("juillet 2019", '"juillet" is the name of July in another language. Write July 2019.'),
        ("3 lipca 2019", "Write 3 July 2019."),
        ("3. Mai 2019", "Write 3 May 2019."),
        ("40/50/2019", "It is not clear which number is the day and which the month."),
        ("2020 to 2019", "It ends before it begins."),
        ("20190", "lsbook does not know this kind of date."),
        ("9999", "The year 9999 cannot be right."),
        ("when I was 300", "Ages go from 0 to 120."),
        ("", "lsbook does not know this kind of date."),
    ],
)
def test_what_is_no_date_says_why(written: str, why: str) -> None:
    """A date that cannot be is refused with the reason in plain words."""
    with pytest.raises(InvalidDateError, match=why.replace(".", r"\.")):
        read_date(written, ENGLISH)


def test_months_are_known_in_the_language_of_the_book() -> None:
    """A worker who writes a Welsh story can write Welsh months, and English ones."""
    welsh = load_month_names("cy")
    assert read_date("3 Gorffennaf 2019", welsh) == read_date("3 July 2019", welsh) == Dated(Point(2019, 7, 3))


def test_dates_of_all_kinds_stand_in_a_sensible_order() -> None:
    """Any two kinds of date can be sorted: a year before its days, "before" before, "after" after, unknown last."""
    written = [
        "2018 to 2020",
        "when I was 1",
        "before 2019",
        "2019",
        "2019-01",
        "2019-01-01",
        "spring 2019",
        "June 2019",
        "summer 2019",
        "about July 2019",
        "3 July 2019",
        "winter 2019",
        "after 2019",
        "2020",
        "not known",
    ]
    shuffled = [*written[7:], *written[:7]]
    assert sorted(shuffled, key=lambda text: sort_key(read_date(text, ENGLISH), BORN)) == written


@pytest.mark.parametrize(
    ("written", "ages"),
    [
        ("2020-02-13", (2, 2)),
        ("2020-02-14", (3, 3)),
        ("2020", (2, 3)),
        ("summer 2020", (3, 3)),
        ("when I was 4", (4, 4)),
        ("2016", None),
        ("2017", (0, 0)),
        ("2018 to 2019", None),
        ("before 2020", None),
        ("not known", None),
    ],
)
def test_the_age_then_is_said_only_where_it_is_known(written: str, ages: tuple[int, int] | None) -> None:
    """The child's age at a moment is exact, or one of two neighbours, or not said at all."""
    assert compute_age(read_date(written, ENGLISH), BORN) == ages


def test_bounds_are_open_where_a_date_is_open() -> None:
    """The earliest and latest day of a date are known, or open, as it was said."""
    assert find_bounds(read_date("before 2020", ENGLISH)) == (None, date(2020, 12, 31))
    assert find_bounds(read_date("after 2018", ENGLISH)) == (date(2018, 1, 1), None)
    assert find_bounds(AtAge(3), BORN) == (date(2020, 2, 14), date(2021, 2, 13))
    assert find_bounds(UnknownDate()) == (None, None)
