"""How bad an order of a tree's rows is: lines that cross weigh most."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise
from math import inf

from msgspec import Struct

from lsbook.drawings.tree.plan import Net, TreePlan

CROSSING_COST, APART_COST, HOME_COST, PET_COST, SEQUENCE_COST, DRIFT_COST = 100.0, 30.0, 600.0, 8.0, 2.0, 2.0

NetEnds = tuple[float, list[float], list[float]]
"""Of a net: the middle of its tops, its tops and its bottoms, in their order."""


class _RowTerms(Struct, frozen=True):
    """What of a plan depends on the order within one row: those who stand in it."""

    couples: tuple[tuple[int, int], ...]
    house: frozenset[int]
    siblings: tuple[tuple[int, ...], ...]
    pets: tuple[int, ...]


class RowCost:
    """The cost of any order of the row ``number`` while the other ``rows`` stay as they are: that row and its gaps."""

    def __init__(self, plan: TreePlan, rows: Sequence[Sequence[int]], number: int) -> None:
        self._terms = _select_terms(plan, rows[number])
        self._nets = tuple(plan.gaps.get(gap, ()) for gap in (number - 1, number))
        self._positions = _compute_positions(rows[max(number - 1, 0) : number + 2])

    def compute(self, row: Sequence[int], limit: float = inf) -> float:
        """The cost of the row in the order ``row``; above ``limit`` any value that is not below it."""
        cost = _compute_row_cost(self._terms, row)
        if cost > limit:
            return cost
        length = len(row)
        for place, node in enumerate(row):
            self._positions[node] = (place + 0.5) / length
        gaps = 0.0
        for nets in self._nets:
            gaps += _compute_gap_cost(nets, self._positions, limit - cost - gaps)
            if cost + gaps > limit:
                break
        return cost + gaps


def compute_cost(plan: TreePlan, rows: Sequence[Sequence[int]]) -> float:
    """How bad an order is; crossings weigh most."""
    positions = _compute_positions(rows)
    gaps = sum(_compute_gap_cost(plan.gaps.get(gap, ()), positions) for gap in range(-1, plan.row_count))
    return gaps + sum(_compute_row_cost(_select_terms(plan, row), row) for row in rows)


def _compute_positions(rows: Sequence[Sequence[int]]) -> dict[int, float]:
    return {node: (place + 0.5) / len(row) for row in rows for place, node in enumerate(row)}


def _compute_gap_cost(nets: Sequence[Net], positions: dict[int, float], limit: float = inf) -> float:
    """What the nets of one gap cost; once that is above ``limit``, no more of them are looked at."""
    total, before = 0.0, list[NetEnds]()
    for net in nets:
        tops = sorted([positions[node] for node in net.tops])
        bottoms = sorted([positions[node] for node in net.bottoms])
        middle = sum(tops or bottoms) / len(tops or bottoms)
        if bottoms and tops:
            total += DRIFT_COST * abs(middle - sum(bottoms) / len(bottoms))
        elif bottoms:
            total += DRIFT_COST * (bottoms[-1] - bottoms[0])
        ends = (middle, tops, bottoms)
        total += CROSSING_COST * sum([_count_crossings(ends, earlier) for earlier in before])
        if total > limit:
            break
        before.append(ends)
    return total


def _count_crossings(first: NetEnds, second: NetEnds) -> int:
    """How often two nets in one gap cross at least."""
    if _is_apart(first, second):
        return 0
    count = _count_crossings_below(first, second)
    return min(count, _count_crossings_below(second, first)) if count else 0


def _is_apart(first: NetEnds, second: NetEnds) -> bool:
    """Whether one net is wholly before the other: then they cannot cross."""
    if not (first[1] and first[2] and second[1] and second[2]):
        return False
    if first[0] > second[0]:
        first, second = second, first
    return first[1][-1] < second[1][0] and first[2][-1] < second[2][0]


def _count_crossings_below(upper: NetEnds, lower: NetEnds) -> int:
    """How often two nets in one gap cross where the bar of ``upper`` runs above that of ``lower``."""
    (upper_middle, upper_tops, upper_bottoms), (lower_middle, lower_tops, lower_bottoms) = upper, lower
    count = 0
    if lower_bottoms and not lower_tops:
        count += _count_between(upper_bottoms, lower_bottoms[0], lower_bottoms[-1])
    elif lower_bottoms:
        if upper_middle <= lower_middle:
            count += len(upper_bottoms) - bisect_right(upper_bottoms, lower_bottoms[0])
        else:
            count += bisect_left(upper_bottoms, lower_bottoms[-1])
    if len(upper_tops) > 1:
        count += _count_between(lower_tops, upper_tops[0], upper_tops[-1])
    return count


def _count_between(ends: list[float], first: float, last: float) -> int:
    """How many of ``ends``, which are in their order, stand between two places, and on neither."""
    return max(0, bisect_left(ends, last) - bisect_right(ends, first))


def _select_terms(plan: TreePlan, nodes: Collection[int]) -> _RowTerms:
    row = frozenset(nodes)
    siblings = (tuple(child for child in children if child in row) for children in plan.siblings)
    return _RowTerms(
        tuple((left, right) for _, left, right in plan.couples if left in row and right in row),
        plan.house & row,
        tuple(children for children in siblings if len(children) > 1),
        tuple(pet for pet in plan.pets if pet in row),
    )


def _compute_row_cost(terms: _RowTerms, row: Sequence[int]) -> float:
    place = {node: at for at, node in enumerate(row)}
    total = 0.0
    for left, right in terms.couples:
        total += APART_COST * (abs(place[left] - place[right]) - 1)
        total += SEQUENCE_COST / 2 * (place[left] > place[right])
    if terms.house:
        home = [place[node] for node in terms.house]
        total += HOME_COST * (max(home) - min(home) + 1 - len(home))
    total += sum([PET_COST * (len(row) - 1 - place[pet]) for pet in terms.pets])
    for children in terms.siblings:
        placed = [place[child] for child in children]
        total += SEQUENCE_COST * sum([left > right for left, right in pairwise(placed)])
    return total
