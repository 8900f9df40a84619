"""Homes as a road: a stop for every stay, all as far apart, so that no place, distance or time can be read from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi

from lsbook.drawings.labels import Letters, broken
from lsbook.drawings.palette import Palette
from lsbook.drawings.shapes import WIDTH, Box, Disc, Drawing, Line, Paint, Plate, Shape, Way
from lsbook.drawings.signs import small_house

SWING, RING, LABEL = 52.0, 42.0, 190.0
LEAST, AIR, CHIP = 116.0, 22.0, 28.0
MOST = 7
"""Stops in one drawing; of more, the road goes on in the next."""


@dataclass(frozen=True)
class Stop:
    """``home`` tells homes apart: a return has the same sign and colours. ``chip`` says so, or that it is home now."""

    home: int
    name: str
    lines: tuple[str, ...] = ()
    chip: str = ""
    now: bool = False


@dataclass(frozen=True)
class _Placed:
    stop: Stop
    words: tuple[tuple[str, Letters], ...]
    high: float


def roads(stops: Sequence[Stop], palette: Palette) -> tuple[Drawing, ...]:
    """The road in equal parts, each small enough for a page."""
    parts = -(-len(stops) // MOST)
    size = -(-len(stops) // parts) if parts else 0
    cuts = [stops[at : at + size] for at in range(0, len(stops), size or 1)]
    return tuple(_road(part, palette, begins=at == 0, ends=at == len(cuts) - 1) for at, part in enumerate(cuts))


def _road(stops: Sequence[Stop], palette: Palette, *, begins: bool, ends: bool) -> Drawing:
    placed = [_placed(stop, palette) for stop in stops]
    pitch = max(LEAST, max(one.high for one in placed) + AIR)
    first = max(RING + 14.0, pitch / 2) + (0 if begins else 20)
    height = first + pitch * (len(stops) - 1) + max(RING + 14.0, pitch / 2) + (0 if ends else 20)
    shapes: list[Shape] = [Plate(Box(0, 0, WIDTH, height), palette.round, Paint(palette.paper))]
    start = 0.0 if begins else -0.5
    end = len(stops) - 1 + (0.0 if ends else 0.5)
    way = tuple((_x(at), first + pitch * at) for at in (start + step * (end - start) / 120 for step in range(121)))
    shapes += [
        Way(way, Paint(stroke=palette.edge, thick=30)),
        Way(way, Paint(stroke=palette.road, thick=26)),
        Way(way, Paint(stroke=palette.edge, thick=2, dash="2 12")),
    ]
    if not ends:
        x, y = way[-1]
        shapes.append(Way(((x - 8, y - 12), (x, y - 2), (x + 8, y - 12)), Paint(stroke=palette.edge, thick=3)))
    for number, one in enumerate(placed):
        shapes += _stop(one, (_x(number), first + pitch * number), palette, before=number % 2 == 0)
    return Drawing(height, tuple(shapes))


def _x(at: float) -> float:
    return WIDTH / 2 - SWING * cos(pi * at)


def _placed(stop: Stop, palette: Palette) -> _Placed:
    name, plain = Letters(18, True, palette.face), Letters(16, False, palette.face)
    words = [(line, name) for line in broken(stop.name, LABEL, name)]
    words += [(line, plain) for said in stop.lines for line in broken(said, LABEL, plain)]
    chips = broken(stop.chip, LABEL - 20, plain) if stop.chip else ()
    return _Placed(stop, tuple(words), 20.0 * len(words) + (CHIP + 19.0 * (len(chips) - 1) if chips else 0))


def _stop(one: _Placed, at: tuple[float, float], palette: Palette, *, before: bool) -> Iterator[Shape]:
    hue = palette.hues[one.stop.home % len(palette.hues)]
    x, y = at
    yield Disc(at, RING, Paint(palette.paper, hue.line, 6 if one.stop.now else 2.5))
    yield from small_house((x, y + 1), 1.15, hue, one.stop.home)
    wide = max([letters.width(words) for words, letters in one.words], default=0.0)
    start = x - RING - 16 - wide if before else x + RING + 16
    down = y - one.high / 2 + 15
    for words, letters in one.words:
        yield Line(words, (start + letters.width(words) / 2, down), letters, palette.ink)
        down += 20
    if one.stop.chip:
        yield from _chip(one, (start, start + wide), down, palette, before=before)


def _chip(one: _Placed, ends: tuple[float, float], down: float, palette: Palette, *, before: bool) -> Iterator[Shape]:
    letters = Letters(16, True, palette.face)
    lines = broken(one.stop.chip, LABEL - 20, letters)
    wide = max(letters.width(line) for line in lines) + 20
    start = max(6.0, min(ends[0], ends[1] - wide)) if before else ends[0]
    hue = palette.hues[one.stop.home % len(palette.hues)]
    yield Plate(Box(start, down - 13, wide, 24 + 19.0 * (len(lines) - 1)), min(palette.round, 12), Paint(hue.line))
    for at, words in enumerate(lines):
        yield Line(words, (start + wide / 2, down + 4.5 + 19 * at), letters, "#ffffff")
