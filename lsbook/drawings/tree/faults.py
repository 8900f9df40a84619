"""What is wrong with a laid-out tree, counted on the value and never on the picture."""

from __future__ import annotations

from itertools import combinations, pairwise

from msgspec import Struct

from lsbook.drawings.shapes import Box, Point
from lsbook.drawings.tree.layout import TreeLayout, TreeLink


class LayoutFaults(Struct, frozen=True):
    """Counts. ``crossings`` may be unavoidable; nothing else may be."""

    crossings: int
    lines_on_lines: int
    lines_on_labels: int
    lines_on_faces: int
    overlaps: int
    clipped: int
    wrong_house: int

    @property
    def forbidden_count(self) -> int:
        return (
            self.lines_on_lines
            + self.lines_on_labels
            + self.lines_on_faces
            + self.overlaps
            + self.clipped
            + self.wrong_house
        )


def count_faults(tree: TreeLayout) -> LayoutFaults:
    """Counted once for each pair of things."""
    crossings = on_lines = 0
    for first, second in combinations(tree.links, 2):
        if first.union != second.union:
            crossings += sum(is_crossing(a, b) for a in pairwise(first.points) for b in pairwise(second.points))
            on_lines += any(_is_coincident(a, b) for a in pairwise(first.points) for b in pairwise(second.points))
    canvas = Box(0, 0, tree.width, tree.height)
    boxes = [face.label for face in tree.faces] + [_make_face_box(tree, at) for at in range(len(tree.faces))]
    return LayoutFaults(
        crossings,
        on_lines,
        sum(_has_line_in(link, face.label.expand(-2)) for link in tree.links for face in tree.faces),
        sum(
            _has_line_in(link, _make_face_box(tree, at))
            for link in tree.links
            for at, face in enumerate(tree.faces)
            if face.person not in link.ends
        ),
        sum(first.overlaps(second) for first, second in combinations(boxes, 2)) + _count_under_roof(tree),
        sum(not canvas.contains(box) for box in (*boxes, *tree.walls)),
        _count_wrong_house(tree),
    )


def _make_face_box(tree: TreeLayout, at: int) -> Box:
    (x, y), radius = tree.faces[at].middle, tree.style.face_radius
    return Box(x - radius, y - radius, 2 * radius, 2 * radius).expand(-0.5)


def _count_under_roof(tree: TreeLayout) -> int:
    """Labels on which the roof stands."""
    if not tree.walls:
        return 0
    top = min(tree.walls, key=lambda wall: wall.y)
    roof = Box(top.x, top.y - 28, top.width, 28)
    return sum(face.label.overlaps(roof) for face in tree.faces)


def _count_wrong_house(tree: TreeLayout) -> int:
    house = tree.plan.family.house
    if house is None:
        return 0
    count = 0
    for at, face in enumerate(tree.faces):
        inside = any(wall.contains(_make_face_box(tree, at)) and wall.contains(face.label) for wall in tree.walls)
        touched = any(wall.overlaps(_make_face_box(tree, at)) or wall.overlaps(face.label) for wall in tree.walls)
        count += not inside if face.person in house.members else touched
    return count


def _has_line_in(link: TreeLink, box: Box) -> bool:
    return any(_make_segment_box(start, end).overlaps(box) for start, end in pairwise(link.points))


def _make_segment_box(start: Point, end: Point) -> Box:
    x, y = min(start[0], end[0]), min(start[1], end[1])
    return Box(x, y, abs(start[0] - end[0]) + 0.01, abs(start[1] - end[1]) + 0.01)


def is_crossing(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    """Whether an upright and a level piece cross, otherwise than by touching at an end."""
    a, b = _make_segment_box(*first), _make_segment_box(*second)
    if (a.width > a.height) == (b.width > b.height):
        return False
    level, upright = (a, b) if a.width > a.height else (b, a)
    return level.x + 0.5 < upright.x < level.end - 0.5 and upright.y + 0.5 < level.y < upright.bottom - 0.5


def _is_coincident(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    """Whether two pieces run on one another, or so near that they look it."""
    a, b = _make_segment_box(*first), _make_segment_box(*second)
    if (a.width > a.height) != (b.width > b.height) or max(a.width, a.height) < 1 or max(b.width, b.height) < 1:
        return False
    if a.width > a.height:
        return abs(a.y - b.y) < 4 and min(a.end, b.end) - max(a.x, b.x) > 1
    return abs(a.x - b.x) < 4 and min(a.bottom, b.bottom) - max(a.y, b.y) > 1
