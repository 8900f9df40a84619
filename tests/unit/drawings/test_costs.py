"""What is counted the short way comes to what is counted the long way."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from lsbook.drawings.labels import Font
from lsbook.drawings.shapes import Drawing, TextLine, count_overlaps
from lsbook.drawings.tree.order_cost import RowCost, compute_cost
from lsbook.drawings.tree.plan import TreePlan, make_plan
from tests.unit.drawings.families import SHAPES

Rows = list[list[int]]


def _make_rows(plan: TreePlan, dice: random.Random) -> Rows:
    rows = [[at for at, node in enumerate(plan.nodes) if node.row == row] for row in range(plan.row_count)]
    return [dice.sample(row, len(row)) for row in rows]


def _reorder(rows: Rows, number: int, dice: random.Random) -> Rows:
    return [dice.sample(row, len(row)) if at == number else row for at, row in enumerate(rows)]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_cost_of_a_row_changes_as_that_of_the_whole_tree(shape: str) -> None:
    """For any two orders of one row the difference is the same, whether all rows are counted or that row alone."""
    plan, dice = make_plan(SHAPES[shape]), random.Random(shape)
    for number in range(plan.row_count):
        rows = _make_rows(plan, dice)
        other, cost = _reorder(rows, number, dice), RowCost(plan, rows, number)
        whole = compute_cost(plan, other) - compute_cost(plan, rows)
        assert cost.compute(other[number]) - cost.compute(rows[number]) == pytest.approx(whole)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_limit_changes_no_cost_below_it(shape: str) -> None:
    """An order that costs less than the limit has its cost, and one that costs more is never below the limit."""
    plan, dice = make_plan(SHAPES[shape]), random.Random(shape)
    for number in range(plan.row_count):
        rows = _make_rows(plan, dice)
        cost, row = RowCost(plan, rows, number), _reorder(rows, number, dice)[number]
        whole = cost.compute(row)
        for limit in (whole / 2, whole + 1):
            assert cost.compute(row, limit) == whole or limit <= cost.compute(row, limit) <= whole


@pytest.mark.parametrize("seed", range(8))
def test_labels_on_each_other_are_counted_wherever_they_stand(seed: int) -> None:
    """As many pairs as a look at every pair finds, among labels that stand anywhere and have any size."""
    dice = random.Random(seed)
    lines = tuple(
        TextLine(
            "Ann" * dice.randrange(1, 4), (dice.uniform(0, 300), dice.uniform(0, 200)), Font(size, False, "andika"), ""
        )
        for size in dice.choices((8, 18, 40), k=30)
    )
    pairs = combinations([line.box for line in lines], 2)
    assert count_overlaps(Drawing(200, lines)) == sum(first.overlaps(second) for first, second in pairs) > 0
