"""A drawn family of faces: round, in colours that are nobody's skin, so that a drawing claims nothing of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from lsbook.drawings.palette import Hue
from lsbook.drawings.shapes import Disc, Paint, Point, Polyline, Shape

INK = "#14213d"
"""Of eyes and mouths."""
CHEEK = "#f3a58c"


def draw_smiling_face(at: Point, radius: float, hue: Hue, *, is_pet: bool = False) -> Iterator[Shape]:
    """A face that smiles; that of a pet has ears. ``at`` is its middle."""
    (x, y), edge = at, Paint(hue.deep, hue.line, max(2.0, radius * 0.06))
    if is_pet:
        yield from (
            _draw_ear((x + side * radius * 0.62, y - radius * 0.72), radius * 0.5, side, hue) for side in (-1, 1)
        )
    yield Disc(at, radius, edge)
    yield from _draw_features(at, radius, is_pet=is_pet)


def _draw_features(at: Point, radius: float, *, is_pet: bool = False) -> Iterator[Shape]:
    """Eyes, cheeks and a smile, to stand on a disc; that of a pet has a nose."""
    x, y = at
    for side in (-1, 1):
        yield Disc((x + side * radius * 0.52, y + radius * 0.22), radius * 0.16, Paint(CHEEK))
        yield Disc((x + side * radius * 0.34, y - radius * 0.12), radius * 0.09, Paint(INK))
    if is_pet:
        yield Disc((x, y + radius * 0.14), radius * 0.12, Paint(INK))
    yield Polyline(_bend_mouth((x, y + radius * 0.12), radius * 0.42), Paint("none", INK, max(2.0, radius * 0.07)))


def _draw_ear(at: Point, radius: float, side: int, hue: Hue) -> Shape:
    (x, y), reach = at, side * radius
    points = (
        (x - reach * 0.6, y + radius * 0.5),
        (x + reach * 0.35, y - radius * 0.8),
        (x + reach * 0.8, y + radius * 0.7),
    )
    return Polyline(points, Paint(hue.line, hue.line, 3), closed=True)


def _bend_mouth(at: Point, width: float) -> tuple[Point, ...]:
    """The lower part of a circle: a smile of a third of it."""
    (x, y), steps = at, 10
    angles = (pi * (0.18 + 0.64 * step / steps) for step in range(steps + 1))
    return tuple((x + width * cos(angle), y + width * sin(angle)) for angle in angles)
