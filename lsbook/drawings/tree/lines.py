"""Lines across: at which port each leaves, and in which lane of its gap each bar runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from lsbook.drawings.tree.nets import Kind, Net, Plan
from lsbook.drawings.tree.order import Order
from lsbook.drawings.tree.style import Size

PORT = 13.0
NEAR = 8.0
"""Bars that come nearer than this across may not share a lane."""
EXACT = 6
"""Bars in one gap for which every order is tried."""


@dataclass(frozen=True)
class Pin:
    """An end of a line: where it is across, and the node at which it ends; -1 for the knot between two partners."""

    at: float
    node: int


@dataclass(frozen=True)
class Bar:
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
    def straight(self) -> bool:
        return self.span[1] - self.span[0] < 1.0


def knots(
    plan: Plan, order: Order, place: dict[int, float], sizes: Sequence[Size]
) -> dict[int, tuple[float, int, int]]:
    """For each union of two who stand side by side: where its knot is, and the two, first and second in their row."""
    found = {}
    for union, one, other in plan.couples:
        for row in order:
            for first, second in pairwise(row):
                if {first, second} == {one, other}:
                    middle = (place[first] + sizes[first].half + place[second] - sizes[second].half) / 2
                    found[union] = (middle, first, second)
    return found


def bars(plan: Plan, order: Order, place: dict[int, float], sizes: Sequence[Size]) -> tuple[Bar, ...]:
    """Every net with its pins, and a lane for each that needs one."""
    tied = knots(plan, order, place, sizes)
    nets = [net for net in plan.nets if net.bottoms or net.union not in tied]
    ports = _ports(nets, place, tied)
    laid: list[Bar] = []
    for gap in range(-1, plan.count):
        here = [_bar(at, net, place, tied, ports) for at, net in enumerate(nets) if net.gap == gap]
        laid += _laned(here)
    return tuple(laid)


def _ports(
    nets: Sequence[Net], place: dict[int, float], tied: dict[int, tuple[float, int, int]]
) -> dict[tuple[int, int, bool], float]:
    """Where each net meets each node: by number of the net, node, and whether at the foot of the node."""
    wanted: dict[tuple[int, bool], list[tuple[float, int]]] = {}
    for number, net in enumerate(nets):
        for side, others, foot in ((net.tops, net.bottoms, True), (net.bottoms, net.tops, False)):
            knotted = net.union in tied and (net.parents_above if foot else net.parents_below)
            for node in () if knotted else side:
                far = others or [one for one in side if one != node]
                towards = sum(place[one] for one in far) / len(far)
                wanted.setdefault((node, foot), []).append((towards, number))
    found = {}
    for (node, foot), meeting in wanted.items():
        for at, (_, number) in enumerate(sorted(meeting)):
            found[number, node, foot] = place[node] + (at - (len(meeting) - 1) / 2) * PORT
    return found


def _bar(
    number: int,
    net: Net,
    place: dict[int, float],
    tied: dict[int, tuple[float, int, int]],
    ports: dict[tuple[int, int, bool], float],
) -> Bar:
    knot = (Pin(tied[net.union][0], -1),) if net.union in tied else ()
    tops = knot if knot and net.parents_above else tuple(Pin(ports[number, one, True], one) for one in net.tops)
    if knot and net.parents_below:
        return Bar(net, tops, knot)
    return Bar(net, tops, tuple(Pin(ports[number, one, False], one) for one in net.bottoms))


def _laned(here: Sequence[Bar]) -> list[Bar]:
    """The bars of one gap from the upper row down, in the order that crosses least, packed into few lanes."""
    lanes: list[list[Bar]] = []
    placed = []
    for bar in _sorted(here):
        after = max((at + 1 for at, lane in enumerate(lanes) if any(_near(bar, other) for other in lane)), default=0)
        if after == len(lanes):
            lanes.append([])
        lanes[after].append(bar)
        placed.append(Bar(bar.net, bar.tops, bar.bottoms, after))
    return placed


def _near(one: Bar, other: Bar) -> bool:
    return one.span[0] < other.span[1] + NEAR and other.span[0] < one.span[1] + NEAR


def _sorted(here: Sequence[Bar]) -> list[Bar]:
    price = [[_price(upper, lower) for lower in here] for upper in here]

    def worth(order: Sequence[int]) -> float:
        return sum(price[one][other] for at, one in enumerate(order) for other in order[at + 1 :])

    numbers = list(range(len(here)))
    if len(here) <= EXACT:
        return [here[at] for at in min(permutations(numbers), key=worth)] if here else []
    best = sorted(numbers, key=lambda at: here[at].span)
    for _ in numbers:
        before = worth(best)
        for one in range(len(best)):
            moves = ([*(rest := best[:one] + best[one + 1 :])[:to], best[one], *rest[to:]] for to in numbers)
            best = min([best, *moves], key=worth)
        if worth(best) == before:
            break
    return [here[at] for at in best]


def _price(upper: Bar, lower: Bar) -> float:
    """What it costs to run the bar of ``upper`` above that of ``lower``: 1 a crossing, 6 for lines on one another."""
    total = 0.0
    for pins, other in ((upper.bottoms, lower), (lower.tops, upper)):
        start, end = other.span
        for pin in pins:
            total += 1.0 if start + 1 < pin.at < end - 1 else 0.0
            total += 6.0 if not other.straight and min(abs(pin.at - start), abs(pin.at - end)) <= 1 else 0.0
    for low in upper.bottoms:
        total += sum(8.0 for top in lower.tops if abs(top.at - low.at) < 4)
    return total


def is_passing(plan: Plan, node: int) -> bool:
    """Whether a line goes through a row at a node, past everybody."""
    return node >= 0 and plan.nodes[node].kind is Kind.PASSING
