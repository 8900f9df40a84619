"""Homes as a road: a stop for every stay, all as far apart, so that no place, distance or time can be read from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi

from lsbook.drawings.labels import Font, wrap_text
from lsbook.drawings.palette import Palette
from lsbook.drawings.shapes import WIDTH, Box, Disc, Drawing, Paint, Polyline, RoundedRectangle, Shape, TextLine
from lsbook.drawings.symbols import draw_small_house

SWING, RING_RADIUS, LABEL_WIDTH = 52.0, 42.0, 190.0
LEAST_PITCH, STOP_GAP, CHIP_HEIGHT = 116.0, 22.0, 28.0
MOST_STOPS = 7
"""Stops in one drawing; of more, the road goes on in the next."""


@dataclass(frozen=True)
class RoadStop:
    """``home`` tells homes apart: a return has the same sign and colours. ``chip`` says so, or that it is home now."""

    home: int
    name: str
    lines: tuple[str, ...] = ()
    chip: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class _MeasuredStop:
    stop: RoadStop
    lines: tuple[tuple[str, Font], ...]
    height: float


def draw_roads(stops: Sequence[RoadStop], palette: Palette) -> tuple[Drawing, ...]:
    """The road in equal parts, each small enough for a page."""
    parts = -(-len(stops) // MOST_STOPS)
    size = -(-len(stops) // parts) if parts else 0
    cuts = [stops[at : at + size] for at in range(0, len(stops), size or 1)]
    return tuple(
        _draw_road(part, palette, is_first=at == 0, is_last=at == len(cuts) - 1) for at, part in enumerate(cuts)
    )


def _draw_road(stops: Sequence[RoadStop], palette: Palette, *, is_first: bool, is_last: bool) -> Drawing:
    placed = [_measure_stop(stop, palette) for stop in stops]
    pitch = max(LEAST_PITCH, max(stop.height for stop in placed) + STOP_GAP)
    first = max(RING_RADIUS + 14.0, pitch / 2) + (0 if is_first else 20)
    height = first + pitch * (len(stops) - 1) + max(RING_RADIUS + 14.0, pitch / 2) + (0 if is_last else 20)
    shapes: list[Shape] = [RoundedRectangle(Box(0, 0, WIDTH, height), palette.corner, Paint(palette.paper))]
    start = 0.0 if is_first else -0.5
    end = len(stops) - 1 + (0.0 if is_last else 0.5)
    way = tuple(
        (_compute_x(at), first + pitch * at) for at in (start + step * (end - start) / 120 for step in range(121))
    )
    shapes += [
        Polyline(way, Paint(stroke=palette.edge, stroke_width=30)),
        Polyline(way, Paint(stroke=palette.road, stroke_width=26)),
        Polyline(way, Paint(stroke=palette.edge, stroke_width=2, dash="2 12")),
    ]
    if not is_last:
        x, y = way[-1]
        shapes.append(
            Polyline(((x - 8, y - 12), (x, y - 2), (x + 8, y - 12)), Paint(stroke=palette.edge, stroke_width=3))
        )
    for number, stop in enumerate(placed):
        shapes += _draw_stop(stop, (_compute_x(number), first + pitch * number), palette, is_before=number % 2 == 0)
    return Drawing(height, tuple(shapes))


def _compute_x(at: float) -> float:
    return WIDTH / 2 - SWING * cos(pi * at)


def _measure_stop(stop: RoadStop, palette: Palette) -> _MeasuredStop:
    name, plain = Font(18, True, palette.typeface), Font(16, False, palette.typeface)
    words = [(line, name) for line in wrap_text(stop.name, LABEL_WIDTH, name)]
    words += [(line, plain) for text in stop.lines for line in wrap_text(text, LABEL_WIDTH, plain)]
    chips = wrap_text(stop.chip, LABEL_WIDTH - 20, plain) if stop.chip else ()
    return _MeasuredStop(
        stop, tuple(words), 20.0 * len(words) + (CHIP_HEIGHT + 19.0 * (len(chips) - 1) if chips else 0)
    )


def _draw_stop(
    measured: _MeasuredStop, at: tuple[float, float], palette: Palette, *, is_before: bool
) -> Iterator[Shape]:
    hue = palette.hues[measured.stop.home % len(palette.hues)]
    x, y = at
    yield Disc(at, RING_RADIUS, Paint(palette.paper, hue.line, 6 if measured.stop.is_current else 2.5))
    yield from draw_small_house((x, y + 1), 1.15, hue, measured.stop.home)
    wide = max([letters.measure(words) for words, letters in measured.lines], default=0.0)
    start = x - RING_RADIUS - 16 - wide if is_before else x + RING_RADIUS + 16
    down = y - measured.height / 2 + 15
    for words, letters in measured.lines:
        yield TextLine(words, (start + letters.measure(words) / 2, down), letters, palette.ink)
        down += 20
    if measured.stop.chip:
        yield from _draw_chip(measured, (start, start + wide), down, palette, is_before=is_before)


def _draw_chip(
    measured: _MeasuredStop, ends: tuple[float, float], down: float, palette: Palette, *, is_before: bool
) -> Iterator[Shape]:
    letters = Font(16, True, palette.typeface)
    lines = wrap_text(measured.stop.chip, LABEL_WIDTH - 20, letters)
    wide = max(letters.measure(line) for line in lines) + 20
    start = max(6.0, min(ends[0], ends[1] - wide)) if is_before else ends[0]
    hue = palette.hues[measured.stop.home % len(palette.hues)]
    yield RoundedRectangle(
        Box(start, down - 13, wide, 24 + 19.0 * (len(lines) - 1)), min(palette.corner, 12), Paint(hue.line)
    )
    for at, words in enumerate(lines):
        yield TextLine(words, (start + wide / 2, down + 4.5 + 19 * at), letters, "#ffffff")
