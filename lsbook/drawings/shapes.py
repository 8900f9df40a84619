"""A drawing as a value: shapes on a canvas of 640 units, from start to end. Right to left is turned at the very end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lsbook.drawings.labels import Letters

WIDTH = 640.0
Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle: its start and top, its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def end(self) -> float:
        return self.x + self.width

    @property
    def foot(self) -> float:
        return self.y + self.height

    def grown(self, by: float) -> Box:
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: Box) -> bool:
        return self.x < other.end and other.x < self.end and self.y < other.foot and other.y < self.foot

    def holds(self, other: Box) -> bool:
        return self.x <= other.x and self.end >= other.end and self.y <= other.y and self.foot >= other.foot


@dataclass(frozen=True)
class Paint:
    """Colours as ``#rrggbb`` or none; ``dash`` as SVG writes it."""

    fill: str = "none"
    stroke: str = "none"
    thick: float = 0.0
    dash: str = ""


@dataclass(frozen=True)
class Plate:
    """A rectangle with round corners."""

    box: Box
    round: float
    paint: Paint


@dataclass(frozen=True)
class Disc:
    middle: Point
    radius: float
    paint: Paint


@dataclass(frozen=True)
class Way:
    """Straight lines from point to point, their corners rounded; closed where it is the edge of something."""

    points: tuple[Point, ...]
    paint: Paint
    round: float = 0.0
    closed: bool = False


@dataclass(frozen=True)
class Line:
    """One line of words: ``middle`` is the middle of it on its baseline."""

    words: str
    middle: Point
    letters: Letters
    ink: str

    @property
    def box(self) -> Box:
        wide, size = self.letters.width(self.words), self.letters.size
        return Box(self.middle[0] - wide / 2, self.middle[1] - size * 0.8, wide, size)


Shape: TypeAlias = Plate | Disc | Way | Line


@dataclass(frozen=True)
class Drawing:
    height: float
    shapes: tuple[Shape, ...]
    width: float = WIDTH

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(shape for shape in self.shapes if isinstance(shape, Line))


def clipped(drawing: Drawing) -> int:
    """How many labels do not stand whole on the canvas."""
    canvas = Box(0, 0, drawing.width, drawing.height)
    return sum(not canvas.holds(line.box) for line in drawing.lines)


def overlapping(drawing: Drawing) -> int:
    """How many pairs of labels stand on each other."""
    boxes = [line.box for line in drawing.lines]
    return sum(one.meets(other) for at, one in enumerate(boxes) for other in boxes[:at])
