"""Bars for a report: numbers in, places and lengths out. What is hidden has no bar."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

_WIDTH, _LABEL_WIDTH, _BAR_HEIGHT, _GAP = 640, 190, 18, 8
_NUMBER_WIDTH = 100


class ReportBar(Struct, frozen=True):
    """A bar with what stands before and behind it, in the units of the drawing."""

    label: str
    value: str
    y: int
    length: int
    is_second: bool = False


class BarDrawing(Struct, frozen=True):
    """A drawing of bars with its size."""

    title: str
    width: int
    height: int
    label_width: int
    bar_height: int
    bars: tuple[ReportBar, ...]


def draw_bars(title: str, rows: Sequence[tuple[str, Sequence[str]]]) -> BarDrawing:
    """Return the bars of ``rows``, each with a label and one or two numbers in words."""
    numbers = [int(value) for _, values in rows for value in values if value.isdecimal()]
    longest = max(numbers, default=0) or 1
    room = _WIDTH - _LABEL_WIDTH - _NUMBER_WIDTH
    bars: list[ReportBar] = []
    y = 0
    for label, values in rows:
        for number, value in enumerate(values):
            length = round(room * int(value) / longest) if value.isdecimal() else 0
            bars.append(ReportBar("" if number else label, value, y, length, is_second=number > 0))
            y += _BAR_HEIGHT + (2 if number + 1 < len(values) else _GAP)
    return BarDrawing(title, _WIDTH, max(y, 1), _LABEL_WIDTH, _BAR_HEIGHT, tuple(bars))
