"""Small things drawn more than once: faces, paws, houses with their signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from msgspec import Struct

from lsbook.drawings.labels import SMALLEST, Font
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import (
    Box,
    Disc,
    Paint,
    Point,
    Polyline,
    RoundedRectangle,
    RoundPicture,
    Shape,
    TextLine,
)

PAW_TOES = ((-11.0, -2.0), (-4.2, -8.5), (4.2, -8.5), (11.0, -2.0))


LEAF, HALO = "#2b6418", "#d3e8c3"
"""The leaf beside somebody who has died, and the ground behind the face."""


class FaceSign(Struct, frozen=True):
    """How somebody is drawn: by the ``portrait`` (a ``data:`` address), else by the ``initial`` on a colour.

    ``hue`` is the number of the colour. Only the child has a double ring.
    """

    initial: str = ""
    hue: int = 0
    portrait: str = ""
    is_child: bool = False
    is_pet: bool = False
    is_unknown: bool = False
    has_died: bool = False


def draw_face(at: Point, radius: float, palette: Palette, sign: FaceSign) -> Iterator[Shape]:
    """Somebody: every face is as large and as plain as the others."""
    if sign.has_died:
        yield Disc(at, radius + 7, Paint(HALO))
    if sign.is_child:
        yield Disc(at, radius + 3.5, Paint(palette.paper, palette.hues[5].line, 2.5))
    ring = Paint("none", LEAF if sign.has_died else palette.ink, 2.5)
    if sign.portrait:
        yield RoundPicture(at, radius, sign.portrait)
        yield Disc(at, radius, ring)
    elif sign.is_unknown:
        yield Disc(at, radius, Paint("#ffffff", palette.ink, 2.5, "5 5"))
        yield _draw_letter("?", at, radius, palette, palette.ink)
    else:
        hue = palette.hues[sign.hue % len(palette.hues)]
        yield Disc(at, radius, Paint(hue.deep, ring.stroke, ring.stroke_width))
        if sign.is_pet:
            yield from _draw_paw(at, radius, hue)
        elif sign.initial:
            yield _draw_letter(sign.initial, at, radius, palette, hue.line)
    if sign.has_died:
        yield from draw_leaf((at[0] + radius * 0.74, at[1] + radius * 0.74), max(8.0, radius * 0.34))


def draw_leaf(at: Point, radius: float) -> Iterator[Shape]:
    """The sign of somebody who has died."""
    (x, y), r = at, radius * 0.62
    yield Disc(at, radius, Paint("#ffffff", LEAF, 1.6))
    tip, foot = (x + r, y - r), (x - r, y + r)
    upper = tuple(_bend(foot, tip, step / 8, -0.62) for step in range(9))
    lower = tuple(_bend(foot, tip, step / 8, 0.62) for step in range(8, -1, -1))
    yield Polyline((*upper, *lower), Paint(LEAF), closed=True)


def _bend(start: Point, end: Point, part: float, by: float) -> Point:
    """A place on a curve from ``start`` to ``end``, as far beside the straight line as ``by`` says."""
    (x, y), (to_x, to_y) = start, end
    side = by * part * (1 - part) * 2
    return x + (to_x - x) * part - (to_y - y) * side, y + (to_y - y) * part + (to_x - x) * side


def _draw_letter(letter: str, at: Point, radius: float, palette: Palette, ink: str) -> TextLine:
    size = max(SMALLEST, round(radius * 1.1))
    return TextLine(letter, (at[0], at[1] + size * 0.35), Font(size, True, palette.typeface), ink)


def _draw_paw(at: Point, radius: float, hue: Hue) -> Iterator[Shape]:
    (x, y), size, part = at, radius / 26, Paint(hue.line)
    yield Polyline(_outline_ellipse((x, y + 6 * size), 9 * size, 7.5 * size), part, closed=True)
    yield from (Disc((x + dx * size, y + dy * size), 4 * size, part) for dx, dy in PAW_TOES)


def _outline_ellipse(at: Point, half_width: float, half_height: float) -> tuple[Point, ...]:
    return tuple(
        (at[0] + half_width * cos(pi * step / 12), at[1] + half_height * sin(pi * step / 12)) for step in range(24)
    )


def draw_house(rooms: Sequence[Box], hue: Hue, roof: float = 30.0) -> Iterator[Shape]:
    """A house of one room or several: outlines first and grounds after, so that rooms run into one another."""
    top = min(rooms, key=lambda room: room.y)
    x, y, eaves = top.x + top.width / 2, top.y, min(10.0, top.width / 6)
    edge = 2.5 if roof > 12 else 2.0
    if roof > 12:
        chimney = Box(x + top.width * 0.25, y - roof * 0.8, 14, roof * 0.7)
        yield RoundedRectangle(chimney, 0, Paint(hue.deep, hue.line, edge))
    for room in rooms:
        yield RoundedRectangle(room, 4, Paint(hue.line, hue.line, 2 * edge))
    gable = ((top.x - eaves, y + 1), (x, y - roof), (top.end + eaves, y + 1))
    yield Polyline(gable, Paint(hue.deep, hue.line, edge), closed=True)
    for room in rooms:
        yield RoundedRectangle(room, 4, Paint(hue.fill))


def draw_small_house(at: Point, size: float, hue: Hue, sign: int) -> Iterator[Shape]:
    """A house with its sign: the same sign and colour wherever the same home stands. ``at`` is its middle."""
    x, y = at
    wall = Box(x - 17 * size, y - 5 * size, 34 * size, 24 * size)
    yield RoundedRectangle(Box(x + 8 * size, y - 20 * size, 6 * size, 12 * size), 0, Paint(hue.deep, hue.line, 2))
    yield RoundedRectangle(wall, 2, Paint("#ffffff", hue.line, 2))
    yield Polyline(
        ((x - 22 * size, y - 4 * size), (x, y - 22 * size), (x + 22 * size, y - 4 * size)),
        Paint(hue.deep, hue.line, 2),
        closed=True,
    )
    yield from draw_sign(sign, (x, y + 7 * size), 7.5 * size, hue.line)


def draw_sign(number: int, at: Point, radius: float, ink: str) -> Iterator[Shape]:
    """One of twelve plain signs, all of one size."""
    x, y = at
    paint, ways = Paint(ink), number % 12
    if ways in (0, 1, 2, 3, 4, 5):
        points, depth = ((5, 0.45), (4, 1.0), (8, 0.6), (3, 1.0), (6, 0.55), (4, 0.4))[ways]
        count = points * 2
        yield Polyline(
            tuple(
                (x + r * sin(pi * step / points), y - r * cos(pi * step / points))
                for step in range(count)
                for r in (radius * (1 if step % 2 == 0 else depth),)
                if depth < 1 or step % 2 == 0
            ),
            paint,
            closed=True,
        )
    elif ways == 6:
        yield Disc(at, radius * 0.85, paint)
    elif ways == 7:
        yield Disc(at, radius * 0.65, Paint("none", ink, radius * 0.45))
    elif ways == 8:
        yield RoundedRectangle(Box(x - radius, y - radius * 0.4, radius * 2, radius * 0.8), radius * 0.4, paint)
    elif ways == 9:
        yield from (
            Disc((x + dx * radius, y + dy * radius), radius * 0.4, paint)
            for dx, dy in ((-0.55, 0.4), (0.55, 0.4), (0, -0.5))
        )
    elif ways == 10:
        yield Polyline(
            ((x - radius, y), (x, y - radius * 0.9), (x + radius, y), (x, y + radius * 0.5)), paint, closed=True
        )
    else:
        yield RoundedRectangle(Box(x - radius * 0.35, y - radius, radius * 0.7, radius * 2), 2, paint)
        yield RoundedRectangle(Box(x - radius, y - radius * 0.35, radius * 2, radius * 0.7), 2, paint)
