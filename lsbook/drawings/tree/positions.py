"""Where everybody stands across: springs between those who belong together, least distances between neighbours.

Each row in turn is solved exactly: with the least distances taken off, what remains is a row of numbers that must not
fall, and pooling neighbours that do is the best answer (isotonic regression).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from msgspec import Struct

from lsbook.drawings.labels import measure_longest_word, wrap_text
from lsbook.drawings.tree.order import Order
from lsbook.drawings.tree.plan import NodeKind, TreePlan
from lsbook.drawings.tree.style import EDGE, NodeSize, TreeStyle

SWEEP_COUNT = 40
NODE_GAP, KNOT_GAP, HOUSE_PADDING = 9.0, 16.0, 14.0
ROOF_HEIGHT, NAME_LINE_HEIGHT = 40.0, 19.0
"""Room for a roof, and for a line of the name of the house."""
TIE_STRENGTH = 20000.0


class NoRoomError(Exception):
    """This style does not fit."""


class RowItem(Struct, frozen=True):
    """What stands in a row at one place: a node, or all of the house's nodes in that row as one."""

    nodes: tuple[int, ...]
    space_before: float
    space_after: float
    is_house: bool


def place_nodes(plan: TreePlan, order: Order, sizes: Sequence[NodeSize], style: TreeStyle) -> dict[int, float]:
    """The place across of every node; at ``-1 - row``, the middle of the house in that row. Raises ``NoRoomError``."""
    wide = _measure_house(plan, order, sizes, style)
    rows = [_make_row_items(plan, row, sizes, wide) for row in order]
    steps = [_compute_distances(plan, row) for row in rows]
    place = _place_at_first(rows, steps, style)
    for sweep in range(SWEEP_COUNT):
        tie = TIE_STRENGTH if sweep > SWEEP_COUNT * 0.7 else 0.5 * 1.09**sweep
        for row, step in zip(rows if sweep % 2 else rows[::-1], steps if sweep % 2 else steps[::-1], strict=True):
            targets = [_compute_target(plan, spot, place, tie, style) for spot in row]
            for spot, at in zip(row, _solve_row(targets, step, row, style), strict=True):
                _place_item(plan, spot, at, place, sizes)
    return _center_all(rows, place, style)


def _center_all(rows: Sequence[Sequence[RowItem]], place: dict[int, float], style: TreeStyle) -> dict[int, float]:
    """The same places with as much room before everybody as after them."""
    reach = [
        (item, place[-1 - number if item.is_house else item.nodes[0]])
        for number, row in enumerate(rows)
        for item in row
    ]
    start = min(at - item.space_before for item, at in reach)
    end = max(at + item.space_after for item, at in reach)
    aside = (style.width - start - end) / 2
    return {node: at + aside for node, at in place.items()}


def find_house_ends(
    plan: TreePlan, order: Order, positions: dict[int, float], sizes: Sequence[NodeSize], style: TreeStyle
) -> list[float]:
    """The start and end of the house across, over all its rows."""
    wide = _measure_house(plan, order, sizes, style)
    middles = [positions[-1 - row] for row in range(plan.row_count) if -1 - row in positions]
    if not middles:
        return []
    middle = sum(middles) / len(middles)
    return [middle - wide / 2 - HOUSE_PADDING, middle + wide / 2 + HOUSE_PADDING, max(middles) - min(middles)]


def measure_foot(plan: TreePlan, order: Order, sizes: Sequence[NodeSize], style: TreeStyle) -> float:
    """The room at the foot of the house, for its name in as many lines as it takes there."""
    if plan.family.house is None:
        return 0.0
    lines = wrap_text(plan.family.house.name, _measure_house(plan, order, sizes, style) + 12, style.name_font)
    return 11 + NAME_LINE_HEIGHT * len(lines)


def _measure_house(plan: TreePlan, order: Order, sizes: Sequence[NodeSize], style: TreeStyle) -> float:
    if not plan.house or plan.family.house is None:
        return 0.0
    widths = [_measure_run([node for node in row if node in plan.house], plan, sizes) for row in order]
    return max(*widths, measure_longest_word(plan.family.house.name, style.name_font))


def _measure_run(nodes: Sequence[int], plan: TreePlan, sizes: Sequence[NodeSize]) -> float:
    gaps = sum(_get_gap(plan, left, right) for left, right in itertools.pairwise(nodes))
    return sum(2 * sizes[node].half_width for node in nodes) + gaps


def _get_gap(plan: TreePlan, node: int, other: int) -> float:
    return KNOT_GAP if any({node, other} == {a, b} for _, a, b in plan.couples) else NODE_GAP


def _make_row_items(plan: TreePlan, row: Sequence[int], sizes: Sequence[NodeSize], house_width: float) -> list[RowItem]:
    home = tuple(node for node in row if node in plan.house)
    items, done = [], False
    for node in row:
        if node not in plan.house:
            items.append(RowItem((node,), sizes[node].half_width, sizes[node].half_width, False))
        elif not done:
            hall = all(plan.nodes[member].kind is NodeKind.HALL for member in home)
            half = sizes[node].half_width if hall else house_width / 2
            items.append(
                RowItem(home, half + (0 if hall else HOUSE_PADDING), half + (0 if hall else HOUSE_PADDING), True)
            )
            done = True
    return items


def _compute_distances(plan: TreePlan, row: Sequence[RowItem]) -> list[float]:
    """The least distance from each spot to the next."""
    pairs = itertools.pairwise(row)
    return [
        left.space_after + right.space_before + _get_gap(plan, left.nodes[-1], right.nodes[0]) for left, right in pairs
    ]


def _place_at_first(
    rows: Sequence[Sequence[RowItem]], steps: Sequence[Sequence[float]], style: TreeStyle
) -> dict[int, float]:
    place: dict[int, float] = {}
    for row, step in zip(rows, steps, strict=True):
        at = style.width / 2 - sum(step) / 2
        for spot, further in zip(row, [*step, 0.0], strict=True):
            place.update(dict.fromkeys(spot.nodes, at))
            at += further
    return place


def _compute_target(
    plan: TreePlan, item: RowItem, positions: dict[int, float], tie: float, style: TreeStyle
) -> tuple[float, float]:
    """Where a spot would like to stand, and how much."""
    middle = style.width / 2
    pulls: list[tuple[float, float]] = [(middle, 0.02)]
    here = sum(positions[node] for node in item.nodes) / len(item.nodes)
    for node in item.nodes:
        pulls += [(here + to - positions[node], weight) for to, weight in _collect_pulls(plan, node, positions)]
    if plan.child in item.nodes:
        pulls.append((here + middle - positions[plan.child], 0.6))
    if item.is_house:
        own = plan.nodes[item.nodes[0]].row
        others = [at for key, at in positions.items() if key < 0 and key != -1 - own]
        pulls += [(at, tie) for at in others]
    weight = sum(weight for _, weight in pulls)
    return sum(to * weight for to, weight in pulls) / weight, weight


def _collect_pulls(plan: TreePlan, node: int, positions: dict[int, float]) -> list[tuple[float, float]]:
    targets = []
    for net in plan.nets_by_node[node]:
        up = sum(positions[end] for end in net.tops) / len(net.tops)
        low = sum(positions[end] for end in net.bottoms) / len(net.bottoms)
        if node in net.tops:
            targets.append((positions[node] + low - up, 1.2))
        if node in net.bottoms:
            targets.append((positions[node] + up - low, 1.6 / len(net.bottoms) ** 0.8))
            targets.append((up, 0.3))
    targets += [(positions[other], 0.5) for other in plan.partners_by_node[node]]
    return targets


def _solve_row(
    targets: Sequence[tuple[float, float]], steps: Sequence[float], row: Sequence[RowItem], style: TreeStyle
) -> list[float]:
    """The places nearest to the targets at which all distances are kept."""
    offsets = [0.0]
    for step in steps:
        offsets.append(offsets[-1] + step)
    low, high = EDGE + row[0].space_before, style.width - EDGE - row[-1].space_after - offsets[-1]
    if high < low:
        raise NoRoomError
    pools: list[tuple[float, float, int]] = []
    for (to, weight), offset in zip(targets, offsets, strict=True):
        mean, heavy, count = to - offset, weight, 1
        while pools and pools[-1][0] > mean:
            before, mass, many = pools.pop()
            mean, heavy, count = (before * mass + mean * heavy) / (mass + heavy), mass + heavy, count + many
        pools.append((mean, heavy, count))
    levels = [min(max(mean, low), high) for mean, _, count in pools for _ in range(count)]
    return [at + offset for at, offset in zip(levels, offsets, strict=True)]


def _place_item(
    plan: TreePlan, item: RowItem, at: float, positions: dict[int, float], sizes: Sequence[NodeSize]
) -> None:
    """Put a spot where it was solved to stand; those in a house stand evenly in it."""
    if not item.is_house:
        positions[item.nodes[0]] = at
        return
    positions[-1 - plan.nodes[item.nodes[0]].row] = at
    wide = _measure_run(item.nodes, plan, sizes)
    start = at - wide / 2
    for number, node in enumerate(item.nodes):
        positions[node] = start + sizes[node].half_width
        following = item.nodes[number + 1 : number + 2]
        start += 2 * sizes[node].half_width + (_get_gap(plan, node, following[0]) if following else 0.0)
