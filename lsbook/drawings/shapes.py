"""A drawing as a value: shapes on a canvas, from start to end. Right to left is turned at the very end."""

from __future__ import annotations

from bisect import bisect_left
from typing import TypeAlias

from msgspec import Struct

from lsbook.drawings.labels import Font

WIDTH, NARROW_WIDTH = 640.0, 320.0
"""Units across of the two canvases: an A4 column or a screen, and a phone. Each is shown one to one, or larger."""
Point: TypeAlias = tuple[float, float]


class Box(Struct, frozen=True):
    """A rectangle: its start and top, its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def end(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def expand(self, by: float) -> Box:
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def overlaps(self, other: Box) -> bool:
        return self.x < other.end and other.x < self.end and self.y < other.bottom and other.y < self.bottom

    def contains(self, other: Box) -> bool:
        return self.x <= other.x and self.end >= other.end and self.y <= other.y and self.bottom >= other.bottom


class Paint(Struct, frozen=True):
    """Colours as ``#rrggbb`` or none; ``dash`` as SVG writes it."""

    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0.0
    dash: str = ""


class RoundedRectangle(Struct, frozen=True):
    """A rectangle with round corners."""

    box: Box
    corner: float
    paint: Paint


class Disc(Struct, frozen=True):
    middle: Point
    radius: float
    paint: Paint


class Polyline(Struct, frozen=True):
    """Straight lines from point to point, their corners rounded; closed where it is the edge of something."""

    points: tuple[Point, ...]
    paint: Paint
    corner: float = 0.0
    closed: bool = False


class TextLine(Struct, frozen=True):
    """One line of words: ``middle`` is the middle of it on its baseline."""

    text: str
    middle: Point
    font: Font
    ink: str

    @property
    def box(self) -> Box:
        wide, size = self.font.measure(self.text), self.font.size
        return Box(self.middle[0] - wide / 2, self.middle[1] - size * 0.8, wide, size)


class RoundPicture(Struct, frozen=True):
    """A picture cropped to a circle; ``source`` is a ``data:`` address, because a drawing loads nothing."""

    middle: Point
    radius: float
    source: str


Shape: TypeAlias = RoundedRectangle | Disc | Polyline | TextLine | RoundPicture


class Drawing(Struct, frozen=True):
    height: float
    shapes: tuple[Shape, ...]
    width: float = WIDTH

    @property
    def text_lines(self) -> tuple[TextLine, ...]:
        return tuple(shape for shape in self.shapes if isinstance(shape, TextLine))


def count_clipped(drawing: Drawing) -> int:
    """How many labels do not stand whole on the canvas."""
    canvas = Box(0, 0, drawing.width, drawing.height)
    return sum(not canvas.contains(line.box) for line in drawing.text_lines)


def count_overlaps(drawing: Drawing) -> int:
    """How many pairs of labels stand on each other."""
    boxes = sorted((line.box for line in drawing.text_lines), key=lambda box: box.y)
    tops = [box.y for box in boxes]
    return sum(
        box.overlaps(other)
        for at, box in enumerate(boxes)
        for other in boxes[at + 1 : bisect_left(tops, box.bottom, at + 1)]
    )
