"""The style that shows a tree best: the whole family on one canvas, with faces as large as there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from lsbook.drawings.shapes import NARROW_WIDTH, WIDTH
from lsbook.drawings.tree.family import CHILD, Family
from lsbook.drawings.tree.faults import count_faults
from lsbook.drawings.tree.layout import TreeLayout, lay_out_tree
from lsbook.drawings.tree.order import Order, search_orders
from lsbook.drawings.tree.plan import TreePlan, make_plan
from lsbook.drawings.tree.positions import NoRoomError
from lsbook.drawings.tree.rows import NoRowsError
from lsbook.drawings.tree.style import TreeStyle

MOST_ORDERS = 3
"""Orders that are laid out to the end."""
MOST_ALTERNATIVES = 2
"""Other plans that are tried where lines cross."""
SMALL_WIDTH = 440.0
"""Of the canvas for a family of a few people: on that for forty they would stand in a corner of it."""
STYLES = {
    WIDTH: ((112.0, 30.0), (104.0, 28.0), (84.0, 27.0), (76.0, 25.0), (70.0, 22.0), (62.0, 20.0)),
    SMALL_WIDTH: ((112.0, 30.0),),
    NARROW_WIDTH: ((100.0, 30.0), (84.0, 28.0), (72.0, 26.0)),
}
"""Widths of labels and radii of faces by canvas, in the order in which they are tried."""
MOST_CROSSED = 2
"""Styles that are tried where lines still cross: smaller faces seldom part them."""


@lru_cache(maxsize=64)
def fit_tree(family: Family, typeface: str, width: float = WIDTH) -> TreeLayout | None:
    """The tree of ``family`` in a typeface; ``None`` where it cannot be drawn well on one canvas."""
    try:
        plan = make_plan(family)
    except NoRowsError:
        return None
    laid_out: list[tuple[int, TreeLayout]] = []
    plans = [(plan, search_orders(plan)[:MOST_ORDERS])]
    for label, radius in STYLES[width]:
        style = TreeStyle(label, radius, typeface, width)
        crossed = _find_best(plans, style)
        if crossed and crossed[0] and len(plans) == 1:
            plans += [(other, search_orders(other)[:MOST_ORDERS]) for other in _make_alternative_plans(family)]
            crossed = min(crossed, _find_best(plans[1:], style) or crossed, key=lambda counted: counted[0])
        laid_out += [crossed] if crossed else []
        if (crossed and not crossed[0]) or len(laid_out) == MOST_CROSSED:
            break
    return min(laid_out, key=lambda counted: counted[0])[1] if laid_out else None


def _make_alternative_plans(family: Family) -> Iterator[TreePlan]:
    """Other plans: somebody with three partners or more cannot stand beside each, and is joined over the heads.

    The child's own parents are asked last: they stand side by side where they can.
    """
    unions = [(number, union.parents) for number, union in enumerate(family.unions) if len(union.parents) == 2]
    often = {
        number: max(sum(parent in others for _, others in unions) for parent in parents) for number, parents in unions
    }
    unions.sort(key=lambda numbered: (CHILD in family.unions[numbered[0]].children, -often[numbered[0]]))
    for number, _ in unions[:MOST_ALTERNATIVES]:
        with suppress(NoRowsError):
            yield make_plan(family, frozenset({number}))


def _find_best(plans: list[tuple[TreePlan, tuple[Order, ...]]], style: TreeStyle) -> tuple[int, TreeLayout] | None:
    """The tree with the fewest crossings of those orders that fit, and how many; never one with a fault."""
    best: tuple[int, TreeLayout] | None = None
    for plan, orders in plans:
        for order in orders:
            try:
                tree = lay_out_tree(plan, order, style)
            except NoRoomError:
                continue
            faults = count_faults(tree)
            if not faults.forbidden_count and (best is None or faults.crossings < best[0]):
                best = (faults.crossings, tree)
            if best and not best[0]:
                return best
    return best
