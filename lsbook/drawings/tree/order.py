"""The order in each row decides the beauty of the whole. A seeded search, bounded by counts, never by a clock."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

from lsbook.drawings.tree.plan import Net, TreePlan

Order = tuple[tuple[int, ...], ...]
CROSSING_COST, APART_COST, HOME_COST, PET_COST, SEQUENCE_COST, DRIFT_COST = 100.0, 30.0, 600.0, 8.0, 2.0, 2.0
MOST_STARTS, MOST_PASSES, LONGEST_RUN = 3, 6, 3
MOST_PERTURBATIONS = 2
MOST_BRANCH_MOVES = 2
"""How often whole branches are moved."""
MANY_NODES = 22
"""Nodes from which on fewer starts and shorter runs must do."""


def search_orders(plan: TreePlan) -> tuple[Order, ...]:
    """The best orders that were found, the best first; each is worth laying out."""
    chance = random.Random(len(plan.nodes))
    rows = [[at for at, node in enumerate(plan.nodes) if node.row == row] for row in range(plan.row_count)]
    starts = [
        _order_by_walk(plan, rows),
        rows,
        *([_shuffle(row, chance) for row in rows] for _ in range(MOST_STARTS - 2)),
    ]
    starts = starts[: 2 if len(plan.nodes) > MANY_NODES else MOST_STARTS]
    costs: dict[Order, float] = {}
    for start in starts:
        best = _move_branches(plan, _improve(plan, start))
        costs[_freeze(best)] = compute_cost(plan, best)
        kicks = 1 if len(plan.nodes) > MANY_NODES else MOST_PERTURBATIONS
        for _ in range(kicks if compute_cost(plan, best) >= CROSSING_COST else 0):
            kicked = _improve(plan, _perturb(best, chance))
            costs[_freeze(kicked)] = compute_cost(plan, kicked)
            best = min((best, kicked), key=lambda rows: compute_cost(plan, rows))
    return tuple(sorted(costs, key=lambda order: (costs[order], order)))


def compute_cost(plan: TreePlan, rows: Sequence[Sequence[int]]) -> float:
    """How bad an order is; crossings weigh most."""
    at = _compute_positions(rows)
    gaps = sum(_compute_gap_cost(plan.gaps.get(gap, ()), at) for gap in range(-1, plan.row_count))
    return gaps + sum(_compute_row_cost(plan, row) for row in rows)


def _compute_local_cost(plan: TreePlan, rows: Sequence[Sequence[int]], number: int) -> float:
    """What of the cost may change with the order of one row: the row itself, and the gaps on both sides of it."""
    at = _compute_positions(rows[max(number - 1, 0) : number + 2])
    gaps = sum(_compute_gap_cost(plan.gaps.get(gap, ()), at) for gap in (number - 1, number))
    return _compute_row_cost(plan, rows[number]) + gaps


def _compute_positions(rows: Sequence[Sequence[int]]) -> dict[int, float]:
    return {node: (place + 0.5) / len(row) for row in rows for place, node in enumerate(row)}


NetEnds = tuple[float, list[float], list[float]]
"""Of a net: the middle of its tops, its tops and its bottoms, in their order."""


def _compute_gap_cost(nets: Sequence[Net], positions: dict[int, float]) -> float:
    total, before = 0.0, list[NetEnds]()
    for net in nets:
        tops = sorted(positions[node] for node in net.tops)
        bottoms = sorted(positions[node] for node in net.bottoms)
        middle = sum(tops or bottoms) / len(tops or bottoms)
        if bottoms and tops:
            total += DRIFT_COST * abs(middle - sum(bottoms) / len(bottoms))
        elif bottoms:
            total += DRIFT_COST * (bottoms[-1] - bottoms[0])
        ends = (middle, tops, bottoms)
        total += CROSSING_COST * sum(
            min(_count_crossings(ends, earlier), _count_crossings(earlier, ends))
            for earlier in before
            if not _is_apart(ends, earlier)
        )
        before.append(ends)
    return total


def _is_apart(first: NetEnds, second: NetEnds) -> bool:
    """Whether one net is wholly before the other: then they cannot cross."""
    if not (first[1] and first[2] and second[1] and second[2]):
        return False
    if first[0] > second[0]:
        first, second = second, first
    return first[1][-1] < second[1][0] and first[2][-1] < second[2][0]


def _count_crossings(upper: NetEnds, lower: NetEnds) -> int:
    """How often two nets in one gap cross where the bar of ``upper`` runs above that of ``lower``."""
    count = 0
    if lower[2] and not lower[1]:
        count += sum(lower[2][0] < end < lower[2][-1] for end in upper[2])
    elif lower[2]:
        if upper[0] <= lower[0]:
            count += sum(end > lower[2][0] for end in upper[2])
        else:
            count += sum(end < lower[2][-1] for end in upper[2])
    if len(upper[1]) > 1:
        count += sum(upper[1][0] < top < upper[1][-1] for top in lower[1])
    return count


def _compute_row_cost(plan: TreePlan, row: Sequence[int]) -> float:
    place = {node: at for at, node in enumerate(row)}
    total = 0.0
    for _, left, right in plan.couples:
        if left in place and right in place:
            total += APART_COST * (abs(place[left] - place[right]) - 1)
            total += SEQUENCE_COST / 2 * (place[left] > place[right])
    home = [at for at, node in enumerate(row) if node in plan.house]
    if home:
        total += HOME_COST * (home[-1] - home[0] + 1 - len(home))
    total += sum(PET_COST * (len(row) - 1 - place[pet]) for pet in plan.pets if pet in place)
    for children in plan.siblings:
        placed = [place[child] for child in children if child in place]
        total += SEQUENCE_COST * sum(left > right for right, left in pairwise(reversed(placed)))
    return total


def _improve(plan: TreePlan, start: Sequence[Sequence[int]]) -> list[list[int]]:
    """``start`` with runs of nodes moved, or turned, until nothing gets better."""
    rows = [list(row) for row in start]
    for _ in range(MOST_PASSES):
        changed = [_improve_row(plan, rows, number) for number in range(len(rows))]
        if not any(changed):
            break
    return rows


def _move_branches(plan: TreePlan, rows: list[list[int]]) -> list[list[int]]:
    """``rows`` with somebody and all below them put at an end of their rows, while lines cross and that helps."""
    for _ in range(MOST_BRANCH_MOVES):
        best = compute_cost(plan, rows)
        if best < CROSSING_COST:
            break
        tried = [
            _move_to_end(rows, _find_descendants(plan, node), end) for node in range(len(plan.nodes)) for end in (0, 1)
        ]
        moved = min(tried, key=lambda other: compute_cost(plan, other))
        if compute_cost(plan, moved) >= best:
            break
        rows = _improve(plan, moved)
    return rows


def _find_descendants(plan: TreePlan, node: int) -> frozenset[int]:
    """A node and all that hang from it."""
    descendants, waiting = {node}, [node]
    while waiting:
        parent = waiting.pop()
        fresh = [
            child
            for net in plan.nets_by_node[parent]
            if parent in net.tops
            for child in net.bottoms
            if child not in descendants
        ]
        descendants.update(fresh)
        waiting += fresh
    return frozenset(descendants)


def _move_to_end(rows: Sequence[Sequence[int]], nodes: frozenset[int], end: int) -> list[list[int]]:
    """The rows with those of ``nodes`` at their start, or with ``end`` 1 at their end."""
    return [sorted(row, key=nodes.__contains__, reverse=end == 0) for row in rows]


def _improve_row(plan: TreePlan, rows: list[list[int]], number: int) -> bool:
    best, better = _compute_local_cost(plan, rows, number), False
    longest = 2 if len(plan.nodes) > MANY_NODES else LONGEST_RUN
    for size in range(1, min(longest, len(rows[number])) + 1):
        for start in range(len(rows[number]) - size + 1):
            for moved in _list_moves(rows[number], start, size):
                worth = _compute_local_cost(plan, [*rows[:number], moved, *rows[number + 1 :]], number)
                if worth < best - 1e-9:
                    best, rows[number], better = worth, moved, True
    return better


def _list_moves(row: Sequence[int], start: int, size: int) -> list[list[int]]:
    """A run of a row put anywhere else in it, also turned."""
    run, rest = row[start : start + size], [*row[:start], *row[start + size :]]
    orders = [[*rest[:to], *run, *rest[to:]] for to in range(len(rest) + 1) if to != start]
    if size > 1:
        orders += [[*rest[:to], *reversed(run), *rest[to:]] for to in range(len(rest) + 1)]
    return orders


def _order_by_walk(plan: TreePlan, rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Rows in the order in which a walk from the first forebears meets everybody."""
    met: list[int] = []

    def visit(node: int) -> None:
        if node in met:
            return
        met.append(node)
        for net in plan.nets:
            if node in net.tops:
                for end in (*net.tops, *net.bottoms):
                    visit(end)

    for row in rows:
        for node in row:
            visit(node)
    return [sorted(row, key=met.index) for row in rows]


def _shuffle(row: Sequence[int], rng: random.Random) -> list[int]:
    return rng.sample(list(row), len(row))


def _perturb(rows: Sequence[Sequence[int]], rng: random.Random) -> list[list[int]]:
    kicked = [list(row) for row in rows]
    row = max(range(len(kicked)), key=lambda at: len(kicked[at]))
    for _ in range(3):
        first, second = rng.randrange(len(kicked[row])), rng.randrange(len(kicked[row]))
        kicked[row][first], kicked[row][second] = kicked[row][second], kicked[row][first]
    return kicked


def _freeze(rows: Sequence[Sequence[int]]) -> Order:
    return tuple(tuple(row) for row in rows)
