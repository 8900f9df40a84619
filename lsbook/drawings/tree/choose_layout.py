"""The style that shows a tree best: standing where it fits, else sideways, with faces as large as there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from lsbook.drawings.shapes import WIDTH
from lsbook.drawings.tree.family import CHILD, Family
from lsbook.drawings.tree.faults import count_faults
from lsbook.drawings.tree.layout import TreeLayout, lay_out_tree
from lsbook.drawings.tree.order import Order, search_orders
from lsbook.drawings.tree.plan import TreePlan, make_plan
from lsbook.drawings.tree.positions import NoRoomError
from lsbook.drawings.tree.rows import NoRowsError
from lsbook.drawings.tree.style import TreeStyle

TALLEST = 930.0
"""Units: what one sheet of A4 holds with its heading and its key."""
MOST_ORDERS = 4
"""Orders that are laid out to the end."""
SMALL_FAMILY = 14
"""People up to whom every couple may be tried."""
UPRIGHT_STYLES = ((104.0, 26.0), (84.0, 26.0), (72.0, 22.0))
SIDEWAYS_STYLES = ((120.0, 24.0), (104.0, 18.0), (112.0, 5.0), (92.0, 5.0), (80.0, 5.0), (92.0, 0.0), (80.0, 0.0))
"""Widths of labels and radii of faces, in the order in which they are tried; at last labels alone."""


@lru_cache(maxsize=64)
def fit_tree(family: Family, typeface: str) -> TreeLayout | None:
    """The tree of ``family`` in a typeface; ``None`` where it cannot be drawn well, and the list stands alone."""
    try:
        plan = make_plan(family)
    except NoRowsError:
        return None
    orders = search_orders(plan)[:MOST_ORDERS]
    alternatives: list[tuple[TreePlan, tuple[Order, ...]]] | None = None
    tall: list[TreeLayout] = []
    for style in _list_styles(typeface):
        tree = _find_best(plan, orders, style)
        if tree and count_faults(tree).crossings:
            if alternatives is None:
                alternatives = [
                    (other, search_orders(other)[:MOST_ORDERS]) for other in _make_alternative_plans(family)
                ]
            trees = [_find_best(other, its_orders, style) for other, its_orders in alternatives]
            tree = min((tree, *filter(None, trees)), key=lambda candidate: count_faults(candidate).crossings)
        if tree and tree.height <= TALLEST:
            return tree
        if tree:
            tall.append(tree)
    return min(tall, key=lambda tree: tree.height, default=None)


def _make_alternative_plans(family: Family) -> Iterator[TreePlan]:
    """Other plans: somebody with three partners or more cannot stand beside each, and is joined over the heads.

    In a small family any two may be, where lines cross otherwise. The child's own parents are asked last: they stand
    side by side where they can.
    """
    unions = [(number, union.parents) for number, union in enumerate(family.unions) if len(union.parents) == 2]
    unions.sort(key=lambda numbered: CHILD in family.unions[numbered[0]].children)
    for number, parents in unions:
        most = max(sum(parent in others for _, others in unions) for parent in parents)
        if most > 2 or len(family.people) <= SMALL_FAMILY:
            with suppress(NoRowsError):
                yield make_plan(family, frozenset({number}))


def _list_styles(typeface: str) -> Iterator[TreeStyle]:
    yield from (TreeStyle(False, label, radius, typeface) for label, radius in UPRIGHT_STYLES)
    yield from (TreeStyle(True, label, radius, typeface) for label, radius in SIDEWAYS_STYLES)


def _find_best(plan: TreePlan, orders: tuple[Order, ...], style: TreeStyle) -> TreeLayout | None:
    """The tree with the fewest faults of those orders that fit; never one with a fault that may not be."""
    best, least = None, (1, 0)
    for order in orders:
        try:
            tree = lay_out_tree(plan, order, style)
        except NoRoomError:
            continue
        if tree.width > WIDTH:
            continue
        faults = count_faults(tree)
        worth = (faults.forbidden_count, faults.crossings)
        if worth < least:
            best, least = tree, worth
        if worth == (0, 0):
            break
    return best
