"""Dates as a person would write them into a story, so that they read as the same dates again."""

from __future__ import annotations

from lsbook.model.when import AtAge, Dated, Nearness, Point, Span, When


def format_date(when: When) -> str:
    """Return ``when`` in one of the ways that a story's files know."""
    match when:
        case Dated(point, Nearness.EXACT):
            return _format_point(point)
        case Dated(point, nearness):
            return f"{nearness.value} {_format_point(point)}"
        case Span(first, last):
            return f"{_format_point(first)} to {_format_point(last)}"
        case AtAge(years):
            return f"when I was {years}"
        case _:
            return "not known"


def _format_point(point: Point) -> str:
    if point.season:
        return f"{point.season.value} {point.year:04}"
    month = f"-{point.month:02}" if point.month else ""
    day = f"-{point.day:02}" if point.day else ""
    return f"{point.year:04}{month}{day}"
