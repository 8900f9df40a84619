"""Working days of the four nations: neither Saturdays and Sundays nor bank holidays, in whatever year."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from lsbook.model.rhythm import Duration, TimeUnit
from lsbook.model.work_vocabulary import Nation

_PARTS = {Nation.ENGLAND: "ENG", Nation.WALES: "WLS", Nation.SCOTLAND: "SCT", Nation.NORTHERN_IRELAND: "NIR"}
_SATURDAY = 5


def add_time(day: date, within: Duration, nation: Nation) -> date:
    """Return the last day that is within a time after ``day``, which is day 0."""
    if within.unit is not TimeUnit.WORKING_DAYS:
        return within.add_to(day)
    left = within.count
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY and day not in _list_bank_holidays(nation, day.year)
    return day


@cache
def _list_bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    from holidays import country_holidays  # noqa: PLC0415 - it takes a while to load, and few times are in working days

    return frozenset(country_holidays("GB", subdiv=_PARTS[nation], years=year))
