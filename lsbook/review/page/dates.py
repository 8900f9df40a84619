"""Days in the sentences of a page for workers, as exactly as they are known."""

from __future__ import annotations

from lsbook.model.when import AtAge, Dated, Nearness, Point, Span, UnknownDate, When
from lsbook.practice.english import format_full_day


def format_when(when: When | None) -> str:
    """Return ``21 November 2026``, ``about summer 2019``, ``at 3``, ``not known``; nothing for nothing."""
    match when:
        case Dated(point, Nearness.EXACT):
            return _format_point(point)
        case Dated(point, nearness):
            return f"{nearness} {_format_point(point)}"
        case Span(first, last):
            return f"{_format_point(first)} to {_format_point(last)}"
        case AtAge(years):
            return f"at {years}"
        case UnknownDate():
            return "not known"
        case _:
            return ""


def _format_point(point: Point) -> str:
    if point.season is not None:
        return f"{point.season} {point.year}"
    full = format_full_day(point.earliest)
    return full if point.day else full.split(" ", 1)[1] if point.month else str(point.year)
