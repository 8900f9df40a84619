"""The order in each row decides the beauty of the whole. A seeded search, bounded by counts, never by a clock."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

from lsbook.drawings.tree.nets import Net, Plan

Order = tuple[tuple[int, ...], ...]
CROSSING, APART, HOME, PETS, TOLD, DRIFT = 100.0, 30.0, 600.0, 8.0, 2.0, 2.0
STARTS, PASSES, LONGEST_RUN = 3, 6, 3
KICKS = 2
BRANCHES = 2
"""How often whole branches are moved."""
MANY = 22
"""Nodes from which on fewer starts and shorter runs must do."""


def orders(plan: Plan) -> tuple[Order, ...]:
    """The best orders that were found, the best first; each is worth laying out."""
    chance = random.Random(len(plan.nodes))
    rows = [[at for at, node in enumerate(plan.nodes) if node.row == row] for row in range(plan.count)]
    starts = [_walked(plan, rows), rows, *([_shuffled(row, chance) for row in rows] for _ in range(STARTS - 2))]
    starts = starts[: 2 if len(plan.nodes) > MANY else STARTS]
    found: dict[Order, float] = {}
    for start in starts:
        best = _branches_moved(plan, _improved(plan, start))
        found[_frozen(best)] = cost(plan, best)
        kicks = 1 if len(plan.nodes) > MANY else KICKS
        for _ in range(kicks if cost(plan, best) >= CROSSING else 0):
            kicked = _improved(plan, _kicked(best, chance))
            found[_frozen(kicked)] = cost(plan, kicked)
            best = min((best, kicked), key=lambda rows: cost(plan, rows))
    return tuple(sorted(found, key=lambda order: (found[order], order)))


def cost(plan: Plan, rows: Sequence[Sequence[int]]) -> float:
    """How bad an order is; crossings weigh most."""
    at = _places(rows)
    gaps = sum(_gap_cost(plan.gaps.get(gap, ()), at) for gap in range(-1, plan.count))
    return gaps + sum(_row_cost(plan, row) for row in rows)


def _near_cost(plan: Plan, rows: Sequence[Sequence[int]], number: int) -> float:
    """What of the cost may change with the order of one row: the row itself, and the gaps on both sides of it."""
    at = _places(rows[max(number - 1, 0) : number + 2])
    gaps = sum(_gap_cost(plan.gaps.get(gap, ()), at) for gap in (number - 1, number))
    return _row_cost(plan, rows[number]) + gaps


def _places(rows: Sequence[Sequence[int]]) -> dict[int, float]:
    return {node: (place + 0.5) / len(row) for row in rows for place, node in enumerate(row)}


Ends = tuple[float, list[float], list[float]]
"""Of a net: the middle of its tops, its tops and its bottoms, in their order."""


def _gap_cost(nets: Sequence[Net], at: dict[int, float]) -> float:
    total, before = 0.0, list[Ends]()
    for net in nets:
        tops, bottoms = sorted(at[one] for one in net.tops), sorted(at[one] for one in net.bottoms)
        middle = sum(tops or bottoms) / len(tops or bottoms)
        if bottoms and tops:
            total += DRIFT * abs(middle - sum(bottoms) / len(bottoms))
        elif bottoms:
            total += DRIFT * (bottoms[-1] - bottoms[0])
        ends = (middle, tops, bottoms)
        total += CROSSING * sum(min(_over(ends, one), _over(one, ends)) for one in before if not _apart(ends, one))
        before.append(ends)
    return total


def _apart(one: Ends, other: Ends) -> bool:
    """Whether one net is wholly before the other: then they cannot cross."""
    if not (one[1] and one[2] and other[1] and other[2]):
        return False
    if one[0] > other[0]:
        one, other = other, one
    return one[1][-1] < other[1][0] and one[2][-1] < other[2][0]


def _over(upper: Ends, lower: Ends) -> int:
    """How often two nets in one gap cross where the bar of ``upper`` runs above that of ``lower``."""
    found = 0
    if lower[2] and not lower[1]:
        found += sum(lower[2][0] < end < lower[2][-1] for end in upper[2])
    elif lower[2]:
        if upper[0] <= lower[0]:
            found += sum(end > lower[2][0] for end in upper[2])
        else:
            found += sum(end < lower[2][-1] for end in upper[2])
    if len(upper[1]) > 1:
        found += sum(upper[1][0] < top < upper[1][-1] for top in lower[1])
    return found


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
    total += sum(PETS * (len(row) - 1 - place[pet]) for pet in plan.pets if pet in place)
    for children in plan.siblings:
        told = [place[child] for child in children if child in place]
        total += TOLD * sum(one > other for other, one in pairwise(reversed(told)))
    return total


def _improved(plan: Plan, start: Sequence[Sequence[int]]) -> list[list[int]]:
    """``start`` with runs of nodes moved, or turned, until nothing gets better."""
    rows = [list(row) for row in start]
    for _ in range(PASSES):
        changed = [_row_improved(plan, rows, number) for number in range(len(rows))]
        if not any(changed):
            break
    return rows


def _branches_moved(plan: Plan, rows: list[list[int]]) -> list[list[int]]:
    """``rows`` with somebody and all below them put at an end of their rows, while lines cross and that helps."""
    for _ in range(BRANCHES):
        best = cost(plan, rows)
        if best < CROSSING:
            break
        tried = [_to_an_end(rows, _below(plan, one), end) for one in range(len(plan.nodes)) for end in (0, 1)]
        moved = min(tried, key=lambda other: cost(plan, other))
        if cost(plan, moved) >= best:
            break
        rows = _improved(plan, moved)
    return rows


def _below(plan: Plan, node: int) -> frozenset[int]:
    """A node and all that hang from it."""
    found, waiting = {node}, [node]
    while waiting:
        one = waiting.pop()
        fresh = [other for net in plan.touching[one] if one in net.tops for other in net.bottoms if other not in found]
        found.update(fresh)
        waiting += fresh
    return frozenset(found)


def _to_an_end(rows: Sequence[Sequence[int]], moved: frozenset[int], end: int) -> list[list[int]]:
    """The rows with those of ``moved`` at their start, or with ``end`` 1 at their end."""
    return [sorted(row, key=moved.__contains__, reverse=end == 0) for row in rows]


def _row_improved(plan: Plan, rows: list[list[int]], number: int) -> bool:
    best, better = _near_cost(plan, rows, number), False
    longest = 2 if len(plan.nodes) > MANY else LONGEST_RUN
    for size in range(1, min(longest, len(rows[number])) + 1):
        for start in range(len(rows[number]) - size + 1):
            for moved in _moves(rows[number], start, size):
                worth = _near_cost(plan, [*rows[:number], moved, *rows[number + 1 :]], number)
                if worth < best - 1e-9:
                    best, rows[number], better = worth, moved, True
    return better


def _moves(row: Sequence[int], start: int, size: int) -> list[list[int]]:
    """A run of a row put anywhere else in it, also turned."""
    run, rest = row[start : start + size], [*row[:start], *row[start + size :]]
    found = [[*rest[:to], *run, *rest[to:]] for to in range(len(rest) + 1) if to != start]
    if size > 1:
        found += [[*rest[:to], *reversed(run), *rest[to:]] for to in range(len(rest) + 1)]
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
    row = max(range(len(kicked)), key=lambda at: len(kicked[at]))
    for _ in range(3):
        one, other = chance.randrange(len(kicked[row])), chance.randrange(len(kicked[row]))
        kicked[row][one], kicked[row][other] = kicked[row][other], kicked[row][one]
    return kicked


def _frozen(rows: Sequence[Sequence[int]]) -> Order:
    return tuple(tuple(row) for row in rows)
