"""Lines across: at which port each leaves, and in which lane of its gap each bar runs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations

from msgspec import Struct

from lsbook.drawings.tree.order import Order
from lsbook.drawings.tree.plan import Net, NodeKind, TreePlan
from lsbook.drawings.tree.style import NodeSize

PORT_SPACING = 13.0
LEAST_BAR_GAP = 8.0
"""Bars that come nearer than this across may not share a lane."""
LEAST_STEP = 6.0
"""A line that would step aside by less than this goes straight: a slight step looks like a slip of the pen."""
MOST_PERMUTED = 6
"""Bars in one gap for which every order is tried."""


class Pin(Struct, frozen=True):
    """An end of a line: where it is across, and the node at which it ends; -1 for the knot between two partners."""

    at: float
    node: int


class Bar(Struct, frozen=True):
    """One net with its ends known. ``lane`` counts from the upper row of the gap."""

    net: Net
    tops: tuple[Pin, ...]
    bottoms: tuple[Pin, ...]
    lane: int = 0

    @property
    def span(self) -> tuple[float, float]:
        ends = [pin.at for pin in (*self.tops, *self.bottoms)]
        return min(ends), max(ends)

    @property
    def trunk(self) -> float:
        """Where the lines of the net meet: at its parents' end."""
        pins = self.tops or self.bottoms
        return sum(pin.at for pin in pins) / len(pins)

    @property
    def is_straight(self) -> bool:
        return self.span[1] - self.span[0] < 1.0


def find_knots(
    plan: TreePlan, order: Order, positions: dict[int, float], sizes: Sequence[NodeSize]
) -> dict[int, tuple[float, int, int]]:
    """For each union of two who stand side by side: where its knot is, and the two, first and second in their row."""
    knots = {}
    for union, left, right in plan.couples:
        for row in order:
            for first, second in pairwise(row):
                if {first, second} == {left, right}:
                    middle = (
                        positions[first] + sizes[first].half_width + positions[second] - sizes[second].half_width
                    ) / 2
                    knots[union] = (middle, first, second)
    return knots


def route_bars(plan: TreePlan, order: Order, positions: dict[int, float], sizes: Sequence[NodeSize]) -> tuple[Bar, ...]:
    """Every net with its pins, and a lane for each that needs one."""
    tied = find_knots(plan, order, positions, sizes)
    nets = [net for net in plan.nets if net.bottoms or net.union not in tied]
    ports = _assign_ports(nets, positions, tied)
    laid: list[Bar] = []
    for gap in range(-1, plan.row_count):
        here = [_align_ends(plan, _make_bar(at, net, tied, ports)) for at, net in enumerate(nets) if net.gap == gap]
        laid += _assign_lanes(here)
    return tuple(laid)


def _assign_ports(
    nets: Sequence[Net], positions: dict[int, float], knots: dict[int, tuple[float, int, int]]
) -> dict[tuple[int, int, bool], float]:
    """Where each net meets each node: by number of the net, node, and whether at the foot of the node."""
    wanted: dict[tuple[int, bool], list[tuple[float, int]]] = {}
    for number, net in enumerate(nets):
        for side, others, foot in ((net.tops, net.bottoms, True), (net.bottoms, net.tops, False)):
            knotted = net.union in knots and foot and net.parents_above
            for node in () if knotted else side:
                far = others or [neighbour for neighbour in side if neighbour != node]
                towards = sum(positions[neighbour] for neighbour in far) / len(far)
                wanted.setdefault((node, foot), []).append((towards, number))
    ports = {}
    for (node, foot), meeting in wanted.items():
        for at, (_, number) in enumerate(sorted(meeting)):
            ports[number, node, foot] = positions[node] + (at - (len(meeting) - 1) / 2) * PORT_SPACING
    return ports


def _make_bar(
    number: int,
    net: Net,
    knots: dict[int, tuple[float, int, int]],
    ports: dict[tuple[int, int, bool], float],
) -> Bar:
    knot = (Pin(knots[net.union][0], -1),) if net.union in knots else ()
    tops = knot if knot and net.parents_above else tuple(Pin(ports[number, node, True], node) for node in net.tops)
    return Bar(net, tops, tuple(Pin(ports[number, node, False], node) for node in net.bottoms))


def _align_ends(plan: TreePlan, bar: Bar) -> Bar:
    """The bar without slight steps: who stands nearly under the trunk is met by it a little beside the middle."""
    below = tuple(
        Pin(bar.trunk, pin.node) if abs(pin.at - bar.trunk) < LEAST_STEP and not is_passing(plan, pin.node) else pin
        for pin in bar.bottoms
    )
    return Bar(bar.net, bar.tops, below if bar.tops else bar.bottoms, bar.lane)


def _assign_lanes(bars: Sequence[Bar]) -> list[Bar]:
    """The bars of one gap from the upper row down, in the order that crosses least, packed into few lanes."""
    lanes: list[list[Bar]] = []
    placed = []
    for bar in _order_bars(bars):
        after = max(
            (at + 1 for at, lane in enumerate(lanes) if any(_is_too_near(bar, other) for other in lane)), default=0
        )
        if after == len(lanes):
            lanes.append([])
        lanes[after].append(bar)
        placed.append(Bar(bar.net, bar.tops, bar.bottoms, after))
    return placed


def _is_too_near(bar: Bar, other: Bar) -> bool:
    return bar.span[0] < other.span[1] + LEAST_BAR_GAP and other.span[0] < bar.span[1] + LEAST_BAR_GAP


def _order_bars(bars: Sequence[Bar]) -> list[Bar]:
    price = [[_compute_price(upper, lower) for lower in bars] for upper in bars]

    def compute_cost(order: Sequence[int]) -> float:
        return sum(price[upper][lower] for at, upper in enumerate(order) for lower in order[at + 1 :])

    numbers = list(range(len(bars)))
    if len(bars) <= MOST_PERMUTED:
        return [bars[at] for at in min(permutations(numbers), key=compute_cost)] if bars else []
    best = sorted(numbers, key=lambda at: bars[at].span)
    for _ in numbers:
        before = compute_cost(best)
        for start in range(len(best)):
            moves = ([*(rest := best[:start] + best[start + 1 :])[:to], best[start], *rest[to:]] for to in numbers)
            best = min([best, *moves], key=compute_cost)
        if compute_cost(best) == before:
            break
    return [bars[at] for at in best]


def _compute_price(upper: Bar, lower: Bar) -> float:
    """What it costs to run the bar of ``upper`` above that of ``lower``: 1 a crossing, 6 for lines on one another."""
    total = 0.0
    for pins, other in ((upper.bottoms, lower), (lower.tops, upper)):
        start, end = other.span
        for pin in pins:
            total += 1.0 if start + 1 < pin.at < end - 1 else 0.0
            total += 6.0 if not other.is_straight and min(abs(pin.at - start), abs(pin.at - end)) <= 1 else 0.0
    for low in upper.bottoms:
        total += sum(8.0 for top in lower.tops if abs(top.at - low.at) < 4)
    return total


def is_passing(plan: TreePlan, node: int) -> bool:
    """Whether a line goes through a row at a node, past everybody."""
    return node >= 0 and plan.nodes[node].kind is NodeKind.PASSING
