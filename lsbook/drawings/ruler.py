"""The timeline by home and age: cards under one another, and beside them a ruler of ages to scale.

A ribbon opens each piece of the ruler to its card, so that how long it was and what happened are both seen. There is a
ruler only where the told stays follow each other without a gap: never is a hole drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from lsbook.drawings.cards import PAD, Dot, Time, card, dots, high, hue_of, split
from lsbook.drawings.labels import Letters, broken
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import WIDTH, Box, Drawing, Line, Paint, Plate, Point, Shape, Way

TALLEST = 900.0
"""Units: what one sheet of A4 holds. Of more, the next drawing goes on at a home, or within one that is longer."""
EDGE, BETWEEN = 14.0, 12.0
BAR, BAR_END, CARDS = 44.0, 70.0, 124.0
"""Where the ruler begins and ends, and where the cards begin beside it."""
WORTH = 260.0
"""Units at the foot of a drawing in which a card that is longer than a whole one may begin."""
NEAREST = 26.0
"""Units between two ages on the ruler."""


@dataclass(frozen=True)
class _Part:
    times: tuple[Time, ...]
    boxes: tuple[Box, ...]
    ruler: bool
    """Whether it has one."""


def timelines(
    times: Sequence[Time], undated: Sequence[Dot], title: str, palette: Palette, number: Callable[[int], str] = str
) -> tuple[Drawing, ...]:
    """The drawings in order. ``undated`` are moments of which nobody knows when, under ``title`` at the end."""
    ruled = _covered(times)
    wide = WIDTH - EDGE - (CARDS if ruled else EDGE)
    parts = [_part(part, wide, palette, ruled=ruled) for part in _parts(times, wide, palette)]
    made = [_drawing(part, palette, number) for part in parts]
    if not undated:
        return tuple(made)
    room = high(Time(tuple(undated), None, title), WIDTH - 2 * EDGE, palette)
    if made and made[-1].height + room <= TALLEST + 40:
        last, start = made.pop(), parts[-1].boxes[-1].foot + BETWEEN
        shapes = last.shapes[1:]
    else:
        start, shapes = EDGE, ()
    box = Box(EDGE, start, WIDTH - 2 * EDGE, room)
    return (*made, _sheet(box.foot + EDGE, (*shapes, *_undated(undated, title, box, palette)), palette))


def _covered(times: Sequence[Time]) -> bool:
    """Whether the stays of the whole book follow each other without a gap and without standing on each other."""
    stays = [time.ages for time in times if time.home is not None]
    known = [ages for ages in stays if ages is not None]
    if not stays or len(known) < len(stays) or any(end <= start for start, end in known):
        return False
    return all(abs(before[1] - after[0]) < 1e-6 for before, after in pairwise(known))


def _parts(times: Sequence[Time], wide: float, palette: Palette) -> Iterator[tuple[Time, ...]]:
    room = TALLEST - 2 * EDGE
    part: list[Time] = []
    left = room
    for time in times:
        needs = high(time, wide, palette)
        if part and needs > left and (needs <= room or left < WORTH):
            yield tuple(part)
            part, left = [], room
        for number, piece in enumerate(split(time, (left, room), wide, palette)):
            if number:
                yield tuple(part)
                part, left = [], room
            part.append(piece)
            left -= high(piece, wide, palette) + BETWEEN
    if part:
        yield tuple(part)


def _part(times: tuple[Time, ...], wide: float, palette: Palette, *, ruled: bool) -> _Part:
    boxes, at = [], EDGE
    for time in times:
        boxes.append(Box(WIDTH - EDGE - wide, at, wide, high(time, wide, palette)))
        at = boxes[-1].foot + BETWEEN
    return _Part(times, tuple(boxes), ruled and any(time.ages for time in times))


def _drawing(part: _Part, palette: Palette, number: Callable[[int], str]) -> Drawing:
    shapes: list[Shape] = []
    if part.ruler:
        shapes += _ruler(part, palette, number)
    for time, box in zip(part.times, part.boxes, strict=True):
        shapes += card(time, box, palette)
    return _sheet(part.boxes[-1].foot + EDGE, tuple(shapes), palette)


def _sheet(height: float, shapes: tuple[Shape, ...], palette: Palette) -> Drawing:
    return Drawing(height, (Plate(Box(0, 0, WIDTH, height), palette.round, Paint(palette.paper)), *shapes))


def _ruler(part: _Part, palette: Palette, number: Callable[[int], str]) -> Iterator[Shape]:
    """The pieces of the ruler with their ribbons, then the ages that fall on it."""
    pieces = [(time, time.ages, box) for time, box in zip(part.times, part.boxes, strict=True) if time.ages]
    top, foot = pieces[0][2].y + 2, pieces[-1][2].foot - 2
    young, old = pieces[0][1][0], pieces[-1][1][1]
    scale = (foot - top) / (old - young)

    def down(age: float) -> float:
        return top + (age - young) * scale

    for time, (start, end), box in pieces:
        hue = hue_of(time, palette)
        yield from _ribbon((down(start), down(end)), (box.y + 6, box.foot - 6), hue)
    for time, (start, end), _ in pieces:
        hue = hue_of(time, palette)
        yield Plate(Box(BAR, down(start), BAR_END - BAR, down(end) - down(start)), 0, Paint(hue.deep, hue.line, 2))
    letters = Letters(16, True, palette.face)
    step = next(one for one in (1, 2, 3, 5, 10, 20, 200) if one * scale >= NEAREST)
    for age in range(ceil(young - 1e-6), floor(old + 1e-6) + 1):
        if age % step == 0:
            words = number(age)
            yield Way(((BAR, down(age)), (BAR + 9, down(age))), Paint(stroke=palette.ink, thick=2))
            yield Line(words, (BAR - 8 - letters.width(words) / 2, down(age) + 5.5), letters, palette.ink)


def _ribbon(piece: tuple[float, float], side: tuple[float, float], hue: Hue) -> Iterator[Shape]:
    upper, lower = _curve(piece[0], side[0]), _curve(piece[1], side[1])
    yield Way((*upper, *reversed(lower)), Paint(hue.fill), closed=True)
    yield Way(upper, Paint(stroke=hue.line, thick=1.5))
    yield Way(lower, Paint(stroke=hue.line, thick=1.5))


def _curve(start: float, end: float) -> tuple[Point, ...]:
    steps = [step / 16 for step in range(17)]
    return tuple((BAR_END + (CARDS - BAR_END) * at, start + (end - start) * at * at * (3 - 2 * at)) for at in steps)


def _undated(undated: Sequence[Dot], title: str, box: Box, palette: Palette) -> Iterator[Shape]:
    yield Plate(box, min(palette.round, 12), Paint(palette.paper, palette.edge, 2.5, "9 7"))
    letters = Letters(18, True, palette.face)
    y = box.y + 10
    for words in broken(title, box.width - 40, letters):
        y += 20
        yield Line(words, (box.x + 20 + letters.width(words) / 2, y - 4), letters, palette.ink)
    hue = Hue(palette.edge, palette.paper, palette.road)
    yield from dots(tuple(undated), Box(box.x, y, box.width, box.foot - y - PAD), hue, palette, joined=False)
