"""Times in working days, with the bank holidays of the four nations."""

from __future__ import annotations

from datetime import date

import pytest

from lsbook.model.rhythm import Duration, TimeUnit
from lsbook.model.work_vocabulary import Nation
from lsbook.practice.working_days import add_time

TEN = Duration(10, TimeUnit.WORKING_DAYS)


@pytest.mark.parametrize(
    ("nation", "event", "by"),
    [
        (Nation.ENGLAND, date(2026, 12, 18), date(2027, 1, 6)),
        (Nation.WALES, date(2026, 12, 18), date(2027, 1, 6)),
        (Nation.SCOTLAND, date(2026, 12, 18), date(2027, 1, 7)),
        (Nation.ENGLAND, date(2026, 7, 1), date(2026, 7, 15)),
        (Nation.NORTHERN_IRELAND, date(2026, 7, 1), date(2026, 7, 16)),
        (Nation.ENGLAND, date(2040, 12, 18), date(2041, 1, 4)),
    ],
)
def test_ten_working_days_pass_over_the_bank_holidays_of_the_nation(nation: Nation, event: date, by: date) -> None:
    """The event is day 0, and holidays, also those of another year, are no working days."""
    assert add_time(event, TEN, nation) == by


@pytest.mark.parametrize(
    ("within", "by"),
    [
        (Duration(1, TimeUnit.MONTHS), date(2026, 2, 28)),
        (Duration(6, TimeUnit.WEEKS), date(2026, 3, 14)),
        (Duration(1, TimeUnit.YEARS), date(2027, 1, 31)),
        (Duration(3, TimeUnit.DAYS), date(2026, 2, 3)),
    ],
)
def test_months_end_where_they_end(within: Duration, by: date) -> None:
    """A month after the last day of January is the last day of February."""
    assert add_time(date(2026, 1, 31), within, Nation.ENGLAND) == by
