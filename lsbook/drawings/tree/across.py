"""Where everybody stands across: springs between those who belong together, least distances between neighbours.

Each row in turn is solved exactly: with the least distances taken off, what remains is a row of numbers that must not
fall, and pooling neighbours that do is the best answer (isotonic regression).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from lsbook.drawings.tree.nets import Kind, Plan
from lsbook.drawings.tree.order import Order
from lsbook.drawings.tree.style import EDGE, Size, Style

SWEEPS = 60
GAP, KNOT, PAD = 9.0, 16.0, 14.0
ROOF, FOOT = 40.0, 30.0
"""Room for a roof and for the name of the house."""
TIE = 20000.0


class NoRoom(Exception):
    """This style does not fit."""


@dataclass(frozen=True)
class Spot:
    """What stands in a row at one place: a node, or all of the house's nodes in that row as one."""

    nodes: tuple[int, ...]
    before: float
    after: float
    house: bool


def across(plan: Plan, order: Order, sizes: Sequence[Size], style: Style) -> dict[int, float]:
    """The place across of every node; under ``-1 - row``, the middle of the house in that row. Raises ``NoRoom``."""
    wide = _house_width(plan, order, sizes, style)
    rows = [_spots(plan, row, sizes, wide, style) for row in order]
    steps = [_steps(plan, row, sizes) for row in rows]
    place = _first(rows, steps, style)
    for sweep in range(SWEEPS):
        tie = TIE if sweep > SWEEPS * 0.7 else 0.5 * 1.09**sweep
        for row, step in zip(rows if sweep % 2 else rows[::-1], steps if sweep % 2 else steps[::-1], strict=True):
            targets = [_target(plan, spot, place, tie, style) for spot in row]
            for spot, at in zip(row, _solved(targets, step, row, style), strict=True):
                _put(plan, spot, at, place, sizes)
    return place


def house_ends(plan: Plan, order: Order, place: dict[int, float], sizes: Sequence[Size], style: Style) -> list[float]:
    """The start and end of the house across, over all its rows."""
    wide = _house_width(plan, order, sizes, style)
    middles = [place[-1 - row] for row in range(plan.count) if -1 - row in place]
    if not middles:
        return []
    before, after = _pads(style)
    middle = sum(middles) / len(middles)
    return [middle - wide / 2 - before, middle + wide / 2 + after, max(middles) - min(middles)]


def _pads(style: Style) -> tuple[float, float]:
    return (ROOF, FOOT) if style.sideways else (PAD, PAD)


def _house_width(plan: Plan, order: Order, sizes: Sequence[Size], style: Style) -> float:
    if not plan.house or plan.family.house is None:
        return 0.0
    widths = [_width([node for node in row if node in plan.house], plan, sizes) for row in order]
    return max(*widths, 0.0 if style.sideways else style.name.width(plan.family.house.name))


def _width(nodes: Sequence[int], plan: Plan, sizes: Sequence[Size]) -> float:
    gaps = sum(_gap(plan, one, other) for one, other in itertools.pairwise(nodes))
    return sum(2 * sizes[node].half for node in nodes) + gaps


def _gap(plan: Plan, one: int, other: int) -> float:
    return KNOT if any({one, other} == {a, b} for _, a, b in plan.couples) else GAP


def _spots(plan: Plan, row: Sequence[int], sizes: Sequence[Size], wide: float, style: Style) -> list[Spot]:
    home = tuple(node for node in row if node in plan.house)
    before, after = _pads(style)
    found, done = [], False
    for node in row:
        if node not in plan.house:
            found.append(Spot((node,), sizes[node].half, sizes[node].half, False))
        elif not done:
            hall = all(plan.nodes[one].kind is Kind.HALL for one in home)
            half = sizes[node].half if hall else wide / 2
            found.append(Spot(home, half + (0 if hall else before), half + (0 if hall else after), True))
            done = True
    return found


def _steps(plan: Plan, row: Sequence[Spot], sizes: Sequence[Size]) -> list[float]:
    """The least distance from each spot to the next."""
    pairs = itertools.pairwise(row)
    return [one.after + other.before + _gap(plan, one.nodes[-1], other.nodes[0]) for one, other in pairs]


def _first(rows: Sequence[Sequence[Spot]], steps: Sequence[Sequence[float]], style: Style) -> dict[int, float]:
    place: dict[int, float] = {}
    for row, step in zip(rows, steps, strict=True):
        at = style.room / 2 - sum(step) / 2
        for spot, further in zip(row, [*step, 0.0], strict=True):
            place.update(dict.fromkeys(spot.nodes, at))
            at += further
    return place


def _target(plan: Plan, spot: Spot, place: dict[int, float], tie: float, style: Style) -> tuple[float, float]:
    """Where a spot would like to stand, and how much."""
    middle = style.room / 2
    pulls: list[tuple[float, float]] = [(middle, 0.02)]
    here = sum(place[node] for node in spot.nodes) / len(spot.nodes)
    for node in spot.nodes:
        pulls += [(here + to - place[node], weight) for to, weight in _pulls(plan, node, place)]
    if plan.child in spot.nodes:
        pulls.append((here + middle - place[plan.child], 0.6))
    if spot.house:
        own = plan.nodes[spot.nodes[0]].row
        others = [at for key, at in place.items() if key < 0 and key != -1 - own]
        pulls += [(at, tie) for at in others]
    weight = sum(weight for _, weight in pulls)
    return sum(to * weight for to, weight in pulls) / weight, weight


def _pulls(plan: Plan, node: int, place: dict[int, float]) -> list[tuple[float, float]]:
    found = []
    for net in plan.touching[node]:
        up = sum(place[one] for one in net.tops) / len(net.tops)
        low = sum(place[one] for one in net.bottoms) / len(net.bottoms)
        if node in net.tops:
            found.append((place[node] + low - up, 1.2))
        if node in net.bottoms:
            found.append((place[node] + up - low, 1.6 / len(net.bottoms) ** 0.8))
            found.append((up, 0.3))
    found += [(place[other], 0.5) for other in plan.partners[node]]
    return found


def _solved(
    targets: Sequence[tuple[float, float]], steps: Sequence[float], row: Sequence[Spot], style: Style
) -> list[float]:
    """The places nearest to the targets at which all distances are kept."""
    offsets = [0.0]
    for step in steps:
        offsets.append(offsets[-1] + step)
    low, high = EDGE + row[0].before, style.room - EDGE - row[-1].after - offsets[-1]
    if high < low:
        raise NoRoom
    pools: list[tuple[float, float, int]] = []
    for (to, weight), offset in zip(targets, offsets, strict=True):
        mean, heavy, count = to - offset, weight, 1
        while pools and pools[-1][0] > mean:
            before, mass, many = pools.pop()
            mean, heavy, count = (before * mass + mean * heavy) / (mass + heavy), mass + heavy, count + many
        pools.append((mean, heavy, count))
    flat = [min(max(mean, low), high) for mean, _, count in pools for _ in range(count)]
    return [at + offset for at, offset in zip(flat, offsets, strict=True)]


def _put(plan: Plan, spot: Spot, at: float, place: dict[int, float], sizes: Sequence[Size]) -> None:
    """Put a spot where it was solved to stand; those in a house stand evenly in it."""
    if not spot.house:
        place[spot.nodes[0]] = at
        return
    place[-1 - plan.nodes[spot.nodes[0]].row] = at
    wide = _width(spot.nodes, plan, sizes)
    start = at - wide / 2
    for number, node in enumerate(spot.nodes):
        place[node] = start + sizes[node].half
        following = spot.nodes[number + 1 : number + 2]
        start += 2 * sizes[node].half + (_gap(plan, node, following[0]) if following else 0.0)
