"""A tree laid out: every face, label, line and wall with its place, across and down, then turned onto the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lsbook.drawings.shapes import Box, Point
from lsbook.drawings.tree import across as places
from lsbook.drawings.tree.lines import Bar, bars, is_passing, knots
from lsbook.drawings.tree.nets import Kind, Plan
from lsbook.drawings.tree.order import Order
from lsbook.drawings.tree.style import EDGE, Size, Style, sizes

LANE, BARE = 13.0, 14.0
"""A lane of a gap; a gap without lines."""
PAD = 12.0


@dataclass(frozen=True)
class Face:
    """``person`` is a position in the family; ``label`` the room of the words."""

    person: int
    middle: Point
    label: Box


@dataclass(frozen=True)
class Link:
    """A line of one union. ``doubled`` is that of an adoption; ``ends`` are the people at whom it may end."""

    union: int
    points: tuple[Point, ...]
    doubled: bool
    ends: frozenset[int]


@dataclass(frozen=True)
class Tree:
    """A laid-out tree on a page of ``width`` and ``height``."""

    plan: Plan
    style: Style
    faces: tuple[Face, ...]
    links: tuple[Link, ...]
    knots: tuple[tuple[int, Point], ...]
    walls: tuple[Box, ...]
    """The rooms of the house from row to row; the first has the roof."""
    width: float
    height: float


@dataclass(frozen=True)
class Downs:
    """Where each row begins and ends down the page, and where the first lane under it runs; last, that above all."""

    start: tuple[float, ...]
    end: tuple[float, ...]
    lane: tuple[float, ...]
    length: float


def laid(plan: Plan, order: Order, style: Style) -> Tree:
    """Raises ``NoRoom`` where the rows are too long for the page."""
    room = sizes(plan, style)
    place = places.across(plan, order, room, style)
    ends = places.house_ends(plan, order, place, room, style)
    if ends and ends[2] > 1.5:
        raise places.NoRoom
    joined = bars(plan, order, place, room)
    downs = _downs(plan, joined, room, style)
    place, ends, extent = _moved(place, ends, room, style)
    joined = bars(plan, order, place, room)
    tied = knots(plan, order, place, room)
    faces = tuple(
        _face(plan, at, place, downs, room, style) for at, one in enumerate(plan.nodes) if one.kind is Kind.PERSON
    )
    return Tree(
        plan,
        style,
        faces,
        (*_partner_lines(plan, tied, place, downs, style), *_links(plan, joined, downs, room, style)),
        tuple(
            (union, _turned(middle, downs.start[plan.nodes[one].row] + style.face, style))
            for union, (middle, one, _) in tied.items()
        ),
        _walls(plan, ends, downs, style),
        downs.length if style.sideways else style.room,
        extent if style.sideways else downs.length,
    )


def _turned(across: float, down: float, style: Style) -> Point:
    return (down, across) if style.sideways else (across, down)


def _moved(
    place: dict[int, float], ends: list[float], room: Sequence[Size], style: Style
) -> tuple[dict[int, float], list[float], float]:
    """Sideways, the tree begins at the top of the page and is as long as it needs."""
    if not style.sideways:
        return place, ends, 0.0
    nodes = [(at, room[node].half) for node, at in place.items() if node >= 0]
    low = min([at - half for at, half in nodes] + ends[:1]) - EDGE
    high = max([at + half for at, half in nodes] + ends[1:2]) + EDGE
    return (
        {node: at - low for node, at in place.items()},
        [ends[0] - low, ends[1] - low, 0.0] if ends else [],
        high - low,
    )


def _downs(plan: Plan, joined: Sequence[Bar], room: Sequence[Size], style: Style) -> Downs:
    home = [plan.nodes[node].row for node in plan.house]
    start, end, lane, at = [], [], [], EDGE
    above = max((bar.lane + 1 for bar in joined if bar.net.gap == -1), default=0)
    first = at
    at += above * LANE
    if home and min(home) == 0:
        at += PAD if style.sideways else places.ROOF
    for row in range(plan.count):
        start.append(at)
        at += max((room[node].down for node, one in enumerate(plan.nodes) if one.row == row), default=0)
        end.append(at)
        if home and row == max(home):
            at += PAD if style.sideways else places.FOOT
        lanes = max((bar.lane + 1 for bar in joined if bar.net.gap == row), default=0)
        lane.append(at + style.clear)
        at += 2 * style.clear + (lanes - 1) * LANE if lanes else (BARE if row < plan.count - 1 else 0)
        if home and row + 1 == min(home):
            at += PAD if style.sideways else places.ROOF
    return Downs(tuple(start), tuple(end), (*lane, first), at + EDGE)


def _face(plan: Plan, node: int, place: dict[int, float], downs: Downs, room: Sequence[Size], style: Style) -> Face:
    start, size = downs.start[plan.nodes[node].row], room[node]
    middle = _turned(place[node], start + style.face, style)
    high = len(size.lines) * style.line
    if style.sideways:
        words = Box(start + 2 * style.face + style.air, place[node] - high / 2, size.words, high)
    else:
        words = Box(place[node] - size.words / 2, start + 2 * style.face + style.air, size.words, high)
    return Face(plan.nodes[node].person, middle, words)


def _partner_lines(
    plan: Plan, tied: dict[int, tuple[float, int, int]], place: dict[int, float], downs: Downs, style: Style
) -> list[Link]:
    found = []
    for union, (_, one, other) in tied.items():
        down = downs.start[plan.nodes[one].row] + style.face
        points = (_turned(place[one] + style.face, down, style), _turned(place[other] - style.face, down, style))
        found.append(Link(union, points, False, frozenset({plan.nodes[one].person, plan.nodes[other].person})))
    return found


def _links(plan: Plan, joined: Sequence[Bar], downs: Downs, room: Sequence[Size], style: Style) -> list[Link]:
    found = []
    for bar in joined:
        level = downs.lane[bar.net.gap] + bar.lane * LANE
        trunk = _trunk(bar)
        for pin, above in (*((one, True) for one in bar.tops), *((one, False) for one in bar.bottoms)):
            row = bar.net.gap + (0 if above else 1)
            end = _end(plan, pin.node, row, downs, room, above=above, face=style.face)
            points = [(pin.at, end), (pin.at, level), (trunk, level)]
            if is_passing(plan, pin.node) and above:
                points.insert(0, (pin.at, downs.start[row]))
            turned = tuple(_turned(x, y, style) for x, y in dict.fromkeys(points))
            people = frozenset({plan.nodes[pin.node].person} if pin.node >= 0 else _parents(plan, bar))
            found.append(Link(bar.net.union, turned, pin.node in bar.net.doubled, people))
    return found


def _parents(plan: Plan, bar: Bar) -> tuple[int, ...]:
    return plan.family.unions[bar.net.union].parents


def _trunk(bar: Bar) -> float:
    """Where the lines of a net meet: at its parents' end."""
    pins = bar.bottoms if bar.net.parents_below or not bar.tops else bar.tops
    return sum(pin.at for pin in pins) / len(pins)


def _end(plan: Plan, node: int, row: int, downs: Downs, room: Sequence[Size], *, above: bool, face: float) -> float:
    """How far down a line reaches at its end: a knot, a face, the foot of a label."""
    if node == -1:
        return downs.start[row] + face
    if is_passing(plan, node):
        return downs.end[row] if above else downs.start[row]
    return downs.start[row] + room[node].down + 1 if above else downs.start[row]


def _walls(plan: Plan, ends: list[float], downs: Downs, style: Style) -> tuple[Box, ...]:
    rows = sorted({plan.nodes[node].row for node in plan.house})
    if not rows:
        return ()
    halls = {plan.nodes[node].row for node in plan.house if plan.nodes[node].kind is Kind.HALL}
    found: list[Box] = []
    runs: list[list[int]] = []
    for row in rows:
        if runs and (row in halls) == (runs[-1][-1] in halls):
            runs[-1].append(row)
        else:
            runs.append([row])
    for run in runs:
        start = downs.start[run[0]] - PAD if run[0] not in halls else downs.end[run[0] - 1] + 2
        foot = PAD if style.sideways or run[-1] != rows[-1] else places.FOOT
        end = downs.end[run[-1]] + foot if run[0] not in halls else downs.start[run[-1] + 1] - 2
        middle, half = (ends[0] + ends[1]) / 2, (ends[1] - ends[0]) / 2
        if run[0] in halls:
            half = 22.0
        roof = 32.0 if style.sideways and run[0] not in halls else 0.0  # sideways, the roof stands in the row
        one, other = _turned(middle - half + roof, start, style), _turned(middle + half, end, style)
        found.append(Box(one[0], one[1], other[0] - one[0], other[1] - one[1]))
    return tuple(found)
