"""Homes as a road: a stop for every stay, all as far apart, so that no place, distance or time can be read from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from msgspec import Struct

from lsbook.drawings.labels import Font, wrap_text
from lsbook.drawings.motifs import draw_small_house
from lsbook.drawings.palette import Palette
from lsbook.drawings.shapes import (
    NARROW_WIDTH,
    WIDTH,
    Box,
    Disc,
    Drawing,
    Paint,
    Polyline,
    RoundedRectangle,
    Shape,
    TextLine,
)

SWING, NARROW_SWING = 52.0, 11.0
STOP_GAP, CHIP_HEIGHT, NARROW_MIDDLE = 22.0, 28.0, 52.0
MOST_STOPS = 7
"""Stops in one drawing; of more, the road goes on in the next."""


class RoadStop(Struct, frozen=True):
    """``home`` tells homes apart: a return has the same sign and colours. ``chip`` says so, or that it is home now."""

    home: int
    name: str
    lines: tuple[str, ...] = ()
    chip: str = ""
    is_current: bool = False


class _Canvas(Struct, frozen=True):
    """How a road runs: down the middle with labels on both sides, or down the start with labels at its end."""

    width: float
    ring_radius: float
    label_width: float
    least_pitch: float

    def compute_x(self, at: float) -> float:
        """Where the road is across, ``at`` stops from the first."""
        if self.width < WIDTH:
            return NARROW_MIDDLE + NARROW_SWING * sin(pi * at)
        return WIDTH / 2 - SWING * cos(pi * at)

    def is_label_before(self, number: int) -> bool:
        """Whether the label stands at the start side of its stop."""
        return self.width >= WIDTH and number % 2 == 0


WIDE_ROAD, NARROW_ROAD = _Canvas(WIDTH, 42.0, 190.0, 116.0), _Canvas(NARROW_WIDTH, 34.0, 202.0, 100.0)


class _MeasuredStop(Struct, frozen=True):
    stop: RoadStop
    lines: tuple[tuple[str, Font], ...]
    height: float


def draw_roads(stops: Sequence[RoadStop], palette: Palette, width: float = WIDTH) -> tuple[Drawing, ...]:
    """The road in equal parts, each small enough for a page; on the narrow canvas, which has no page, in one."""
    canvas = WIDE_ROAD if width >= WIDTH else NARROW_ROAD
    parts = -(-len(stops) // (MOST_STOPS if width >= WIDTH else max(len(stops), 1)))
    size = -(-len(stops) // parts) if parts else 0
    cuts = [stops[at : at + size] for at in range(0, len(stops), size or 1)]
    return tuple(
        _draw_road(part, canvas, palette, is_first=at == 0, is_last=at == len(cuts) - 1) for at, part in enumerate(cuts)
    )


def _draw_road(
    stops: Sequence[RoadStop], canvas: _Canvas, palette: Palette, *, is_first: bool, is_last: bool
) -> Drawing:
    placed = [_measure_stop(stop, canvas, palette) for stop in stops]
    pitch = max(canvas.least_pitch, max(stop.height for stop in placed) + STOP_GAP)
    first = max(canvas.ring_radius + 14.0, pitch / 2) + (0 if is_first else 20)
    height = first + pitch * (len(stops) - 1) + max(canvas.ring_radius + 14.0, pitch / 2) + (0 if is_last else 20)
    shapes: list[Shape] = [RoundedRectangle(Box(0, 0, canvas.width, height), palette.corner, Paint(palette.paper))]
    start = 0.0 if is_first else -0.5
    end = len(stops) - 1 + (0.0 if is_last else 0.5)
    way = tuple(
        (canvas.compute_x(at), first + pitch * at) for at in (start + step * (end - start) / 120 for step in range(121))
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
        shapes += _draw_stop(stop, (canvas.compute_x(number), first + pitch * number), canvas, palette, number)
    return Drawing(height, tuple(shapes), canvas.width)


def _measure_stop(stop: RoadStop, canvas: _Canvas, palette: Palette) -> _MeasuredStop:
    name, plain = Font(18, True, palette.typeface), Font(16, False, palette.typeface)
    words = [(line, name) for line in wrap_text(stop.name, canvas.label_width, name)]
    words += [(line, plain) for text in stop.lines for line in wrap_text(text, canvas.label_width, plain)]
    chips = wrap_text(stop.chip, canvas.label_width - 20, plain) if stop.chip else ()
    return _MeasuredStop(
        stop, tuple(words), 20.0 * len(words) + (CHIP_HEIGHT + 19.0 * (len(chips) - 1) if chips else 0)
    )


def _draw_stop(
    measured: _MeasuredStop, at: tuple[float, float], canvas: _Canvas, palette: Palette, number: int
) -> Iterator[Shape]:
    is_before, ring = canvas.is_label_before(number), canvas.ring_radius
    hue = palette.hues[measured.stop.home % len(palette.hues)]
    x, y = at
    yield Disc(at, ring, Paint(palette.paper, hue.line, 6 if measured.stop.is_current else 2.5))
    yield from draw_small_house((x, y + 1), ring / 36.5, hue, measured.stop.home)
    wide = max([letters.measure(words) for words, letters in measured.lines], default=0.0)
    start = x - ring - 16 - wide if is_before else x + ring + 16
    down = y - measured.height / 2 + 15
    for words, letters in measured.lines:
        yield TextLine(words, (start + letters.measure(words) / 2, down), letters, palette.ink)
        down += 20
    if measured.stop.chip:
        yield from _draw_chip(measured, (start, start + wide), down, canvas, palette, is_before=is_before)


def _draw_chip(
    measured: _MeasuredStop,
    ends: tuple[float, float],
    down: float,
    canvas: _Canvas,
    palette: Palette,
    *,
    is_before: bool,
) -> Iterator[Shape]:
    letters = Font(16, True, palette.typeface)
    lines = wrap_text(measured.stop.chip, canvas.label_width - 20, letters)
    wide = max(letters.measure(line) for line in lines) + 20
    start = max(6.0, min(ends[0], ends[1] - wide)) if is_before else ends[0]
    hue = palette.hues[measured.stop.home % len(palette.hues)]
    yield RoundedRectangle(
        Box(start, down - 13, wide, 24 + 19.0 * (len(lines) - 1)), min(palette.corner, 12), Paint(hue.line)
    )
    for at, words in enumerate(lines):
        yield TextLine(words, (start + wide / 2, down + 4.5 + 19 * at), letters, "#ffffff")
