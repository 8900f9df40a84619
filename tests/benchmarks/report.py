"""The results as a table of text, and as a plot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tests.benchmarks.measuring import Run
from tests.benchmarks.rows import OURS, Row

_WIDTHS = (34, 14, 9, 9, 9, 8, 8)
_HEADINGS = ("work", "program", "seconds", "of CPU", "MB", "ratio", "target")


def format_table(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of the table: of each row every program, with lsbook's time over its own, and the target."""
    yield _format_line(_HEADINGS)
    yield _format_line(["-" * width for width in _WIDTHS])
    for row in rows:
        yield from _format_row(row)


def _format_row(row: Row) -> Iterator[str]:
    title = row.title
    if not row.results:
        yield f"{title:<{_WIDTHS[0]}}  {row.note}"
    for name, result in row.results.items():
        ratio, target = _compare(row, name, result)
        processor = f"{result.processor:.2f}" if result.processor else ""
        cells = (title, name, f"{result.seconds:.2f}", processor, f"{result.peak:.0f}", ratio, target)
        yield _format_line(cells) + (f"  {row.note}" if title and row.note else "")
        title = ""


def _compare(row: Row, name: str, result: Run) -> tuple[str, str]:
    """lsbook's time over that of ``name``, and what it should be, with a mark where it is more."""
    ours = row.results[OURS].seconds
    if name == OURS:
        return "", _mark(f"{row.most:.2f} s", ours, row.most) if row.most else ""
    ratio, target = ours / result.seconds, row.targets.get(name)
    return f"{ratio:.2f}", _mark(f"{target:.2f}", ratio, target) if target else ""


def _mark(text: str, value: float, target: float) -> str:
    return f"{text}{' !' if value > target else ''}"


def _format_line(cells: Sequence[str]) -> str:
    aligned = [
        f"{cell:<{width}}" if at < 2 else f"{cell:>{width}}"
        for at, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    ]
    return "  ".join(aligned).rstrip()


_BAR, _GAP, _LEFT, _RIGHT = 18, 26, 330, 620
"""Units of the drawing: the height of a bar, the room above each piece of work, where bars begin, and how long."""


def draw_plot(rows: Sequence[Row]) -> str:
    """Return a drawing (SVG) of bars, each piece of work by a scale of its own: the longest is the slowest."""
    parts: list[str] = []
    y = 10
    for row in rows:
        if not row.results:
            continue
        y += _GAP
        parts.append(f'<text x="8" y="{y - 8}" font-weight="bold">{escape(row.title)}</text>')
        slowest = max(result.seconds for result in row.results.values())
        for name, result in row.results.items():
            parts.append(_draw_bar(name, result, slowest, y))
            y += _BAR + 4
    size = f'width="{_LEFT + _RIGHT + 140}" height="{y + 10}"'
    style = 'font-family="sans-serif" font-size="13"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n{chr(10).join(parts)}\n</svg>\n'


def _draw_bar(name: str, result: Run, slowest: float, y: int) -> str:
    length = max(1.0, _RIGHT * result.seconds / slowest)
    colour = "#1d5c8a" if name == OURS else "#b9b2a3"
    label = f"{result.seconds:.2f} s, {result.peak:.0f} MB"
    return (
        f'<text x="{_LEFT - 8}" y="{y + 13}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{_LEFT}" y="{y}" width="{length:.1f}" height="{_BAR}" fill="{colour}"/>'
        f'<text x="{_LEFT + length + 6:.1f}" y="{y + 13}">{label}</text>'
    )
