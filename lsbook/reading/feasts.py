"""Days that people date by: Christmas, Easter, the turn of the year. Easter is reckoned by the Gregorian rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from lsbook.model.when import Dated, Nearness, Point, When


def compute_easter(year: int) -> date:
    """Return Easter Sunday of ``year``: Meeus, Jones and Butcher's rule."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    correction = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def _count_from_easter(days: int) -> Callable[[int], date]:
    return lambda year: compute_easter(year) + timedelta(days=days)


_DAYS: dict[str, Callable[[int], date]] = {
    "new year's day": lambda year: date(year, 1, 1),
    "new year's eve": lambda year: date(year, 12, 31),
    "christmas day": lambda year: date(year, 12, 25),
    "christmas eve": lambda year: date(year, 12, 24),
    "boxing day": lambda year: date(year, 12, 26),
    "good friday": _count_from_easter(-2),
    "easter sunday": _count_from_easter(0),
    "easter monday": _count_from_easter(1),
    "easter": _count_from_easter(0),
    "christmas": lambda year: date(year, 12, 25),
    "christmas holidays": lambda year: date(year, 12, 25),
    "easter holidays": _count_from_easter(0),
    "halloween": lambda year: date(year, 10, 31),
    "bonfire night": lambda year: date(year, 11, 5),
}
_WHOLE_TIMES = frozenset(["easter", "christmas", "christmas holidays", "easter holidays"])
"""Times of some days: about the day after which they are called."""
_FEAST = re.compile(rf"(?P<feast>{'|'.join(sorted(_DAYS, key=len, reverse=True))}),? (?P<year>[0-9]{{4}})")


def read_feast(text: str) -> When | None:
    """Return the date that a feast with its year means, in small letters; ``None`` where it is none."""
    match = _FEAST.fullmatch(text.replace("’", "'"))
    if match is None or not 1800 <= int(match["year"]) <= 2200:
        return None
    day = _DAYS[match["feast"]](int(match["year"]))
    nearness = Nearness.ABOUT if match["feast"] in _WHOLE_TIMES else Nearness.EXACT
    return Dated(Point(day.year, day.month, day.day), nearness)
