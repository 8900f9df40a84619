"""What is wrong with a laid-out tree, counted on the value and never on the picture."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise

from lsbook.drawings.shapes import Box, Point
from lsbook.drawings.tree.layout import Link, Tree


@dataclass(frozen=True)
class Faults:
    """Counts. ``crossings`` may be unavoidable; nothing else may be."""

    crossings: int
    lines_on_lines: int
    lines_on_labels: int
    lines_on_faces: int
    overlaps: int
    clipped: int
    wrong_house: int

    @property
    def forbidden(self) -> int:
        return (
            self.lines_on_lines
            + self.lines_on_labels
            + self.lines_on_faces
            + self.overlaps
            + self.clipped
            + self.wrong_house
        )


def faults(tree: Tree) -> Faults:
    """Counted once for each pair of things."""
    crossings = on_lines = 0
    for one, other in combinations(tree.links, 2):
        if one.union != other.union:
            crossings += sum(crosses(a, b) for a in pairwise(one.points) for b in pairwise(other.points))
            on_lines += any(_along(a, b) for a in pairwise(one.points) for b in pairwise(other.points))
    canvas = Box(0, 0, tree.width, tree.height)
    boxes = [face.label for face in tree.faces] + [_face(tree, at) for at in range(len(tree.faces))]
    return Faults(
        crossings,
        on_lines,
        sum(_on(link, face.label.grown(-2)) for link in tree.links for face in tree.faces),
        sum(
            _on(link, _face(tree, at))
            for link in tree.links
            for at, face in enumerate(tree.faces)
            if face.person not in link.ends
        ),
        sum(one.meets(other) for one, other in combinations(boxes, 2)) + _under_roof(tree),
        sum(not canvas.holds(box) for box in (*boxes, *tree.walls)),
        _wrong(tree),
    )


def _face(tree: Tree, at: int) -> Box:
    (x, y), radius = tree.faces[at].middle, tree.style.face
    return Box(x - radius, y - radius, 2 * radius, 2 * radius).grown(-0.5)


def _under_roof(tree: Tree) -> int:
    """Labels on which the roof stands."""
    if not tree.walls:
        return 0
    top = min(tree.walls, key=lambda wall: wall.y)
    roof = Box(top.x, top.y - 28, top.width, 28)
    return sum(face.label.meets(roof) for face in tree.faces)


def _wrong(tree: Tree) -> int:
    house = tree.plan.family.house
    if house is None:
        return 0
    found = 0
    for at, face in enumerate(tree.faces):
        inside = any(wall.holds(_face(tree, at)) and wall.holds(face.label) for wall in tree.walls)
        touched = any(wall.meets(_face(tree, at)) or wall.meets(face.label) for wall in tree.walls)
        found += not inside if face.person in house.members else touched
    return found


def _on(link: Link, box: Box) -> bool:
    return any(_stretch(one, other).meets(box) for one, other in pairwise(link.points))


def _stretch(one: Point, other: Point) -> Box:
    x, y = min(one[0], other[0]), min(one[1], other[1])
    return Box(x, y, abs(one[0] - other[0]) + 0.01, abs(one[1] - other[1]) + 0.01)


def crosses(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether an upright and a level piece cross, otherwise than by touching at an end."""
    a, b = _stretch(*one), _stretch(*other)
    if (a.width > a.height) == (b.width > b.height):
        return False
    level, upright = (a, b) if a.width > a.height else (b, a)
    return level.x + 0.5 < upright.x < level.end - 0.5 and upright.y + 0.5 < level.y < upright.foot - 0.5


def _along(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two pieces run on one another, or so near that they look it."""
    a, b = _stretch(*one), _stretch(*other)
    if (a.width > a.height) != (b.width > b.height) or max(a.width, a.height) < 1 or max(b.width, b.height) < 1:
        return False
    if a.width > a.height:
        return abs(a.y - b.y) < 4 and min(a.end, b.end) - max(a.x, b.x) > 1
    return abs(a.x - b.x) < 4 and min(a.foot, b.foot) - max(a.y, b.y) > 1
