"""The order in each row: it decides the beauty of the whole. A seeded search, bounded by counts and never by a clock."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from lsbook.pages.drawings.tree.nets import Kind, Net, Plan

Order = tuple[tuple[int, ...], ...]
CROSSING, APART, HOME, PETS, TOLD, DRIFT = 100.0, 30.0, 600.0, 8.0, 2.0, 2.0
STARTS, KICKS, PASSES = 3, 2, 6
LONGEST_RUN = 3


def orders(plan: Plan) -> tuple[Order, ...]:
    """The best orders that were found, the best first; each is worth laying out."""
    chance = random.Random(len(plan.nodes))
    rows = [[at for at, node in enumerate(plan.nodes) if node.row == row] for row in range(plan.count)]
    starts = [_walked(plan, rows), rows, *([_shuffled(row, chance) for row in rows] for _ in range(STARTS - 2))]
    found: dict[Order, float] = {}
    for start in starts:
        best = _improved(plan, start)
        found[_frozen(best)] = cost(plan, best)
        for _ in range(KICKS):
            kicked = _improved(plan, _kicked(best, chance))
            found[_frozen(kicked)] = cost(plan, kicked)
            best = min((best, kicked), key=lambda rows: cost(plan, rows))
    return tuple(sorted(found, key=lambda order: (found[order], order)))


def cost(plan: Plan, rows: Sequence[Sequence[int]]) -> float:
    """How bad an order is; crossings weigh most."""
    at = {node: (place + 0.5) / len(row) for row in rows for place, node in enumerate(row)}
    total = 0.0
    for gap in range(-1, plan.count):
        nets = [net for net in plan.nets if net.gap == gap]
        for one, net in enumerate(nets):
            total += DRIFT * _drift(net, at)
            total += CROSSING * sum(crossings(net, other, at) for other in nets[:one])
    for row in rows:
        total += _row_cost(plan, row)
    return total


def crossings(one: Net, other: Net, at: dict[int, float]) -> int:
    """How often two nets in one gap cross, in the better of the two ways to put their bars."""
    return min(_over(one, other, at), _over(other, one, at))


def _over(upper: Net, lower: Net, at: dict[int, float]) -> int:
    """Crossings where the bar of ``upper`` runs above that of ``lower``."""
    found = 0
    if lower.tops and upper.tops:
        here, there = _middle(upper.tops, at), _middle(lower.tops, at)
        for end in upper.bottoms:
            ends = [at[one] for one in lower.bottoms]
            if ends and (at[end] > min(ends) if here <= there else at[end] < max(ends)):
                found += 1
        first, last = min(at[one] for one in upper.tops), max(at[one] for one in upper.tops)
        found += sum(first < at[one] < last for one in lower.tops) if len(upper.tops) > 1 else 0
    return found


def _middle(nodes: Sequence[int], at: dict[int, float]) -> float:
    return sum(at[one] for one in nodes) / len(nodes)


def _drift(net: Net, at: dict[int, float]) -> float:
    return abs(_middle(net.tops, at) - _middle(net.bottoms, at)) if net.tops and net.bottoms else 0.0


def _row_cost(plan: Plan, row: Sequence[int]) -> float:
    place = {node: at for at, node in enumerate(row)}
    total = 0.0
    for _, one, other in plan.couples:
        if one in place and other in place:
            total += APART * (abs(place[one] - place[other]) - 1)
            total += TOLD / 2 * (place[one] > place[other])
    home = [at for at, node in enumerate(row) if node in plan.house]
    if home:
        total += HOME * (home[-1] - home[0] + 1 - len(home))
    people = [plan.nodes[node].person for node in row if plan.nodes[node].kind is Kind.PERSON]
    pets = [at for at, one in enumerate(people) if plan.family.people[one].pet]
    total += sum(PETS * (len(people) - 1 - at) for at in pets)
    for union in plan.family.unions:
        told = [people.index(child) for child in union.children if child in people]
        total += TOLD * sum(a > b for at, b in enumerate(told) for a in told[:at])
    return total


def _improved(plan: Plan, start: Sequence[Sequence[int]]) -> list[list[int]]:
    """``start`` with runs of nodes moved, or turned, until nothing gets better."""
    rows = [list(row) for row in start]
    best = cost(plan, rows)
    for _ in range(PASSES):
        before = best
        for number, row in enumerate(rows):
            for changed in list(_moves(row)):
                worth = cost(plan, [*rows[:number], changed, *rows[number + 1 :]])
                if worth < best - 1e-9:
                    best, rows[number] = worth, changed
        if best == before:
            break
    return rows


def _moves(row: list[int]) -> list[list[int]]:
    found = []
    for size in range(1, min(LONGEST_RUN, len(row)) + 1):
        for start in range(len(row) - size + 1):
            run, rest = row[start : start + size], [*row[:start], *row[start + size :]]
            for to in range(len(rest) + 1):
                if to != start:
                    found.append([*rest[:to], *run, *rest[to:]])
                if size > 1:
                    found.append([*rest[:to], *reversed(run), *rest[to:]])
    return found


def _walked(plan: Plan, rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Rows in the order in which a walk from the first forebears meets everybody."""
    met: list[int] = []

    def visit(node: int) -> None:
        if node in met:
            return
        met.append(node)
        for net in plan.nets:
            if node in net.tops:
                for one in (*net.tops, *net.bottoms):
                    visit(one)

    for row in rows:
        for node in row:
            visit(node)
    return [sorted(row, key=met.index) for row in rows]


def _shuffled(row: Sequence[int], chance: random.Random) -> list[int]:
    return chance.sample(list(row), len(row))


def _kicked(rows: Sequence[Sequence[int]], chance: random.Random) -> list[list[int]]:
    kicked = [list(row) for row in rows]
    longest: Callable[[int], int] = lambda at: len(kicked[at])
    row = max(range(len(kicked)), key=longest)
    for _ in range(3):
        one, other = chance.randrange(len(kicked[row])), chance.randrange(len(kicked[row]))
        kicked[row][one], kicked[row][other] = kicked[row][other], kicked[row][one]
    return kicked


def _frozen(rows: Sequence[Sequence[int]]) -> Order:
    return tuple(tuple(row) for row in rows)
