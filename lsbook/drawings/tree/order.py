"""The order in each row decides the beauty of the whole. A seeded search, bounded by counts, never by a clock."""

from __future__ import annotations

import random
from collections.abc import Sequence

from lsbook.drawings.tree.order_cost import CROSSING_COST, RowCost, compute_cost
from lsbook.drawings.tree.plan import TreePlan

Order = tuple[tuple[int, ...], ...]
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
    cost = RowCost(plan, rows, number)
    best, better = cost.compute(rows[number]), False
    longest = 2 if len(plan.nodes) > MANY_NODES else LONGEST_RUN
    for size in range(1, min(longest, len(rows[number])) + 1):
        for start in range(len(rows[number]) - size + 1):
            for moved in _list_moves(rows[number], start, size):
                worth = cost.compute(moved, limit=best)
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
