"""How long and how often: a length of time, and how often something is done, as a policy says it."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct


class TimeUnit(StrEnum):
    """What a length of time is counted in."""

    WORKING_DAYS = "working days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Duration(Struct, frozen=True):
    """So many days, weeks, months or years."""

    count: int
    unit: TimeUnit

    def __str__(self) -> str:
        unit = str(self.unit)
        return f"{self.count} {unit.removesuffix('s') if self.count == 1 else unit}"

    @property
    def rough_days(self) -> float:
        """About how many days it is, to tell the longer of two."""
        days = {TimeUnit.WORKING_DAYS: 1.4, TimeUnit.DAYS: 1, TimeUnit.WEEKS: 7, TimeUnit.MONTHS: 30.44}
        return self.count * days.get(self.unit, 365.25)

    def add_to(self, day: date) -> date:
        """Return the day so long after ``day``; of a month that is shorter, the last.

        Working days need a calendar: see ``practice.working_days``. Raises ``ValueError`` for them.
        """
        match self.unit:
            case TimeUnit.WORKING_DAYS:
                raise ValueError("working days need a calendar")
            case TimeUnit.DAYS:
                return day + timedelta(days=self.count)
            case TimeUnit.WEEKS:
                return day + timedelta(weeks=self.count)
            case TimeUnit.MONTHS:
                return _add_months(day, self.count)
            case TimeUnit.YEARS:
                return _add_months(day, 12 * self.count)


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class RhythmKind(StrEnum):
    """How often something is done, but for what is done every so many weeks."""

    EVERY = "every"
    WITH_EACH_REVIEW = "with each review"
    WHEN_ASKED = "when asked"
    ONCE = "once"
    NOT_DECIDED = "not decided"


class Rhythm(Struct, frozen=True):
    """How often something is done. ``every`` stands only where it is done every so many weeks, months or years."""

    kind: RhythmKind
    every: Duration | None = None

    def __str__(self) -> str:
        if self.every is None:
            return str(self.kind)
        unit = str(self.every.unit).removesuffix("s")
        return f"every {unit}" if self.every.count == 1 else f"every {self.every}"


NOT_DECIDED = Rhythm(RhythmKind.NOT_DECIDED)
