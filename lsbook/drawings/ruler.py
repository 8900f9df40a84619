"""The timeline by home and age: cards under one another, and beside them a ruler of ages to scale.

A ribbon opens each piece of the ruler to its card, so that how long it was and what happened are both seen. There is a
ruler only where the told stays follow each other without a gap: never is a hole drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import ceil, floor

from msgspec import Struct

from lsbook.drawings.cards import (
    PAD,
    CardEvent,
    CardPeriod,
    choose_hue,
    draw_card,
    draw_events,
    measure_card_height,
    split_period,
)
from lsbook.drawings.labels import Font, wrap_text
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import WIDTH, Box, Drawing, Paint, Point, Polyline, RoundedRectangle, Shape, TextLine

TALLEST = 900.0
"""Units: what one sheet of A4 holds. Of more, the next drawing goes on at a home, or within one that is longer."""
EDGE, CARD_GAP = 14.0, 12.0
RULER_START, RULER_END, CARDS_START = 44.0, 70.0, 124.0
"""Where the ruler begins and ends, and where the cards begin beside it."""
LEAST_ROOM = 260.0
"""Units at the foot of a drawing in which a card that is longer than a whole one may begin."""
LEAST_AGE_GAP = 26.0
"""Units between two ages on the ruler."""


class _TimelinePart(Struct, frozen=True):
    periods: tuple[CardPeriod, ...]
    boxes: tuple[Box, ...]
    has_ruler: bool
    """Whether it has one."""


def draw_timelines(
    periods: Sequence[CardPeriod],
    undated: Sequence[CardEvent],
    title: str,
    palette: Palette,
    format_age: Callable[[int], str] = str,
) -> tuple[Drawing, ...]:
    """The drawings in order. ``undated`` are moments of which nobody knows when, under ``title`` at the end."""
    ruled = _has_no_gaps(periods)
    wide = WIDTH - EDGE - (CARDS_START if ruled else EDGE)
    parts = [_place_cards(part, wide, palette, has_ruler=ruled) for part in _split_parts(periods, wide, palette)]
    drawings = [_draw_part(part, palette, format_age) for part in parts]
    if not undated:
        return tuple(drawings)
    room = measure_card_height(CardPeriod(tuple(undated), None, title), WIDTH - 2 * EDGE, palette)
    if drawings and drawings[-1].height + room <= TALLEST + 40:
        last, start = drawings.pop(), parts[-1].boxes[-1].bottom + CARD_GAP
        shapes = last.shapes[1:]
    else:
        start, shapes = EDGE, ()
    box = Box(EDGE, start, WIDTH - 2 * EDGE, room)
    return (
        *drawings,
        _make_drawing(box.bottom + EDGE, (*shapes, *draw_undated(undated, title, box, palette)), palette),
    )


def _has_no_gaps(periods: Sequence[CardPeriod]) -> bool:
    """Whether the stays of the whole book follow each other without a gap and without standing on each other."""
    stays = [time.ages for time in periods if time.home is not None]
    known = [ages for ages in stays if ages is not None]
    if not stays or len(known) < len(stays) or any(end <= start for start, end in known):
        return False
    return all(abs(before[1] - after[0]) < 1e-6 for before, after in pairwise(known))


def _split_parts(periods: Sequence[CardPeriod], width: float, palette: Palette) -> Iterator[tuple[CardPeriod, ...]]:
    room = TALLEST - 2 * EDGE
    part: list[CardPeriod] = []
    left = room
    for time in periods:
        needs = measure_card_height(time, width, palette)
        if part and needs > left and (needs <= room or left < LEAST_ROOM):
            yield tuple(part)
            part, left = [], room
        for number, piece in enumerate(split_period(time, (left, room), width, palette)):
            if number:
                yield tuple(part)
                part, left = [], room
            part.append(piece)
            left -= measure_card_height(piece, width, palette) + CARD_GAP
    if part:
        yield tuple(part)


def _place_cards(periods: tuple[CardPeriod, ...], width: float, palette: Palette, *, has_ruler: bool) -> _TimelinePart:
    boxes, at = [], EDGE
    for time in periods:
        boxes.append(Box(WIDTH - EDGE - width, at, width, measure_card_height(time, width, palette)))
        at = boxes[-1].bottom + CARD_GAP
    return _TimelinePart(periods, tuple(boxes), has_ruler and any(time.ages for time in periods))


def _draw_part(part: _TimelinePart, palette: Palette, format_age: Callable[[int], str]) -> Drawing:
    shapes: list[Shape] = []
    if part.has_ruler:
        shapes += _draw_ruler(part, palette, format_age)
    for time, box in zip(part.periods, part.boxes, strict=True):
        shapes += draw_card(time, box, palette)
    return _make_drawing(part.boxes[-1].bottom + EDGE, tuple(shapes), palette)


def _make_drawing(height: float, shapes: tuple[Shape, ...], palette: Palette) -> Drawing:
    return Drawing(height, (RoundedRectangle(Box(0, 0, WIDTH, height), palette.corner, Paint(palette.paper)), *shapes))


def _draw_ruler(part: _TimelinePart, palette: Palette, format_age: Callable[[int], str]) -> Iterator[Shape]:
    """The pieces of the ruler with their ribbons, then the ages that fall on it."""
    pieces = [(time, time.ages, box) for time, box in zip(part.periods, part.boxes, strict=True) if time.ages]
    top, foot = pieces[0][2].y + 2, pieces[-1][2].bottom - 2
    young, old = pieces[0][1][0], pieces[-1][1][1]
    scale = (foot - top) / (old - young)

    def compute_y(age: float) -> float:
        return top + (age - young) * scale

    for time, (start, end), box in pieces:
        hue = choose_hue(time, palette)
        yield from _draw_ribbon((compute_y(start), compute_y(end)), (box.y + 6, box.bottom - 6), hue)
    for time, (start, end), _ in pieces:
        hue = choose_hue(time, palette)
        yield RoundedRectangle(
            Box(RULER_START, compute_y(start), RULER_END - RULER_START, compute_y(end) - compute_y(start)),
            0,
            Paint(hue.deep, hue.line, 2),
        )
    letters = Font(16, True, palette.typeface)
    step = next(years for years in (1, 2, 3, 5, 10, 20, 200) if years * scale >= LEAST_AGE_GAP)
    for age in range(ceil(young - 1e-6), floor(old + 1e-6) + 1):
        if age % step == 0:
            words = format_age(age)
            yield Polyline(
                ((RULER_START, compute_y(age)), (RULER_START + 9, compute_y(age))),
                Paint(stroke=palette.ink, stroke_width=2),
            )
            yield TextLine(
                words, (RULER_START - 8 - letters.measure(words) / 2, compute_y(age) + 5.5), letters, palette.ink
            )


def _draw_ribbon(ruler_ends: tuple[float, float], card_ends: tuple[float, float], hue: Hue) -> Iterator[Shape]:
    upper, lower = _compute_curve(ruler_ends[0], card_ends[0]), _compute_curve(ruler_ends[1], card_ends[1])
    yield Polyline((*upper, *reversed(lower)), Paint(hue.fill), closed=True)
    yield Polyline(upper, Paint(stroke=hue.line, stroke_width=1.5))
    yield Polyline(lower, Paint(stroke=hue.line, stroke_width=1.5))


def _compute_curve(start: float, end: float) -> tuple[Point, ...]:
    steps = [step / 16 for step in range(17)]
    return tuple(
        (RULER_END + (CARDS_START - RULER_END) * at, start + (end - start) * at * at * (3 - 2 * at)) for at in steps
    )


def draw_undated(undated: Sequence[CardEvent], title: str, box: Box, palette: Palette) -> Iterator[Shape]:
    """Moments of which nobody knows when, in a box with a broken edge."""
    yield RoundedRectangle(box, min(palette.corner, 12), Paint(palette.paper, palette.edge, 2.5, "9 7"))
    letters = Font(18, True, palette.typeface)
    y = box.y + 10
    for words in wrap_text(title, box.width - 40, letters):
        y += 20
        yield TextLine(words, (box.x + 20 + letters.measure(words) / 2, y - 4), letters, palette.ink)
    hue = Hue(palette.edge, palette.paper, palette.road)
    yield from draw_events(
        tuple(undated), Box(box.x, y, box.width, box.bottom - y - PAD), hue, palette, is_joined=False
    )
