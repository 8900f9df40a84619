"""A tree laid out: every face, label, line and wall with its place."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from lsbook.drawings.shapes import Box, Point
from lsbook.drawings.tree import positions
from lsbook.drawings.tree.lines import Bar, find_knots, is_passing, route_bars
from lsbook.drawings.tree.order import Order
from lsbook.drawings.tree.plan import NodeKind, TreePlan
from lsbook.drawings.tree.style import EDGE, LABEL_GAP, LANE_MARGIN, NodeSize, TreeStyle, measure_nodes

LANE_HEIGHT, BARE_GAP = 22.0, 14.0
"""A lane of a gap; a gap without lines."""
PAD = 12.0


class Face(Struct, frozen=True):
    """``person`` is a position in the family; ``label`` the room of the words."""

    person: int
    middle: Point
    label: Box


class TreeLink(Struct, frozen=True):
    """A line of one union. ``doubled`` is that of an adoption; ``ends`` are the people at whom it may end."""

    union: int
    points: tuple[Point, ...]
    doubled: bool
    ends: frozenset[int]


class TreeLayout(Struct, frozen=True):
    """A laid-out tree on a page of ``width`` and ``height``."""

    plan: TreePlan
    style: TreeStyle
    faces: tuple[Face, ...]
    links: tuple[TreeLink, ...]
    knots: tuple[tuple[int, Point], ...]
    walls: tuple[Box, ...]
    """The rooms of the house from row to row; the first has the roof."""
    width: float
    height: float

    @property
    def reach(self) -> float:
        """How much of the width everybody takes, in units."""
        boxes = (*(face.label for face in self.faces), *self.walls)
        return max(box.end for box in boxes) - min(box.x for box in boxes)


class RowPositions(Struct, frozen=True):
    """Where each row begins and ends down the page, and where the first lane under it runs; last, that above all."""

    starts: tuple[float, ...]
    ends: tuple[float, ...]
    lanes: tuple[float, ...]
    length: float


def lay_out_tree(plan: TreePlan, order: Order, style: TreeStyle) -> TreeLayout:
    """The tree of ``plan`` with its rows in ``order``. Raises ``NoRoomError`` where they are too long for the page."""
    room = measure_nodes(plan, style)
    place = positions.place_nodes(plan, order, room, style)
    ends = positions.find_house_ends(plan, order, place, room, style)
    if ends and ends[2] > 1.5:
        raise positions.NoRoomError
    joined = route_bars(plan, order, place, room)
    downs = _place_rows(plan, joined, room, positions.measure_foot(plan, order, room, style))
    tied = find_knots(plan, order, place, room)
    faces = tuple(
        _place_face(plan, at, place, downs, room, style)
        for at, node in enumerate(plan.nodes)
        if node.kind is NodeKind.PERSON
    )
    return TreeLayout(
        plan,
        style,
        faces,
        (*_make_partner_links(plan, tied, place, downs, style), *_make_links(plan, joined, downs, room, style)),
        tuple(
            (union, (middle, downs.starts[plan.nodes[partner].row] + style.face_radius))
            for union, (middle, partner, _) in tied.items()
        ),
        _build_walls(plan, ends, downs, positions.measure_foot(plan, order, room, style)),
        style.width,
        downs.length,
    )


def _place_rows(plan: TreePlan, bars: Sequence[Bar], sizes: Sequence[NodeSize], foot: float) -> RowPositions:
    home = [plan.nodes[node].row for node in plan.house]
    start, end, lane, at = [], [], [], EDGE
    above = max((bar.lane + 1 for bar in bars if bar.net.gap == -1), default=0)
    first = at
    at += above * LANE_HEIGHT
    if home and min(home) == 0:
        at += positions.ROOF_HEIGHT
    for row in range(plan.row_count):
        start.append(at)
        at += max((sizes[number].down for number, node in enumerate(plan.nodes) if node.row == row), default=0)
        end.append(at)
        if home and row == max(home):
            at += foot
        lanes = max((bar.lane + 1 for bar in bars if bar.net.gap == row), default=0)
        lane.append(at + LANE_MARGIN)
        at += 2 * LANE_MARGIN + (lanes - 1) * LANE_HEIGHT if lanes else (BARE_GAP if row < plan.row_count - 1 else 0)
        if home and row + 1 == min(home):
            at += positions.ROOF_HEIGHT
    return RowPositions(tuple(start), tuple(end), (*lane, first), at + EDGE)


def _place_face(
    plan: TreePlan,
    node: int,
    positions: dict[int, float],
    rows: RowPositions,
    sizes: Sequence[NodeSize],
    style: TreeStyle,
) -> Face:
    start, size = rows.starts[plan.nodes[node].row], sizes[node]
    middle = (positions[node], start + style.face_radius)
    high = len(size.lines) * style.line_height
    words = Box(
        positions[node] - size.label_width / 2,
        start + 2 * style.face_radius + LABEL_GAP,
        size.label_width,
        high,
    )
    return Face(plan.nodes[node].person, middle, words)


def _make_partner_links(
    plan: TreePlan,
    knots: dict[int, tuple[float, int, int]],
    positions: dict[int, float],
    rows: RowPositions,
    style: TreeStyle,
) -> list[TreeLink]:
    links = []
    for union, (_, first, second) in knots.items():
        down = rows.starts[plan.nodes[first].row] + style.face_radius
        points = (
            (positions[first] + style.face_radius, down),
            (positions[second] - style.face_radius, down),
        )
        links.append(TreeLink(union, points, False, frozenset({plan.nodes[first].person, plan.nodes[second].person})))
    return links


def _make_links(
    plan: TreePlan, bars: Sequence[Bar], rows: RowPositions, sizes: Sequence[NodeSize], style: TreeStyle
) -> list[TreeLink]:
    links = []
    for bar in bars:
        level = rows.lanes[bar.net.gap] + bar.lane * LANE_HEIGHT
        trunk = bar.trunk
        for pin, above in (*((top, True) for top in bar.tops), *((bottom, False) for bottom in bar.bottoms)):
            row = bar.net.gap + (0 if above else 1)
            end = _compute_line_end(plan, pin.node, row, rows, sizes, is_above=above, face_radius=style.face_radius)
            points = [(pin.at, end), (pin.at, level), (trunk, level)]
            if is_passing(plan, pin.node) and above:
                points.insert(0, (pin.at, rows.starts[row]))
            people = frozenset({plan.nodes[pin.node].person} if pin.node >= 0 else _get_parents(plan, bar))
            links.append(TreeLink(bar.net.union, tuple(dict.fromkeys(points)), pin.node in bar.net.doubled, people))
    return links


def _get_parents(plan: TreePlan, bar: Bar) -> tuple[int, ...]:
    return plan.family.unions[bar.net.union].parents


def _compute_line_end(
    plan: TreePlan,
    node: int,
    row: int,
    rows: RowPositions,
    sizes: Sequence[NodeSize],
    *,
    is_above: bool,
    face_radius: float,
) -> float:
    """How far down a line reaches at its end: a knot, a face, the foot of a label."""
    if node == -1:
        return rows.starts[row] + face_radius
    if is_passing(plan, node):
        return rows.ends[row] if is_above else rows.starts[row]
    return rows.starts[row] + sizes[node].down + 1 if is_above else rows.starts[row]


def _build_walls(plan: TreePlan, ends: list[float], row_positions: RowPositions, foot_height: float) -> tuple[Box, ...]:
    rows = sorted({plan.nodes[node].row for node in plan.house})
    if not rows:
        return ()
    halls = {plan.nodes[node].row for node in plan.house if plan.nodes[node].kind is NodeKind.HALL}
    boxes: list[Box] = []
    runs: list[list[int]] = []
    for row in rows:
        if runs and (row in halls) == (runs[-1][-1] in halls):
            runs[-1].append(row)
        else:
            runs.append([row])
    for run in runs:
        start = row_positions.starts[run[0]] - PAD if run[0] not in halls else row_positions.ends[run[0] - 1] + 2
        foot = PAD if run[-1] != rows[-1] else foot_height
        end = row_positions.ends[run[-1]] + foot if run[0] not in halls else row_positions.starts[run[-1] + 1] - 2
        middle, half = (ends[0] + ends[1]) / 2, (ends[1] - ends[0]) / 2
        if run[0] in halls:
            half = 22.0
        boxes.append(Box(middle - half, start, 2 * half, end - start))
    return tuple(boxes)
