"""The style that shows a tree best: standing where it fits, else sideways, with faces as large as there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from lsbook.drawings.shapes import WIDTH
from lsbook.drawings.tree.across import NoRoom
from lsbook.drawings.tree.family import CHILD, Family
from lsbook.drawings.tree.faults import faults
from lsbook.drawings.tree.layout import Tree, laid
from lsbook.drawings.tree.nets import Plan, plan_of
from lsbook.drawings.tree.order import Order, orders
from lsbook.drawings.tree.rows import NoRows
from lsbook.drawings.tree.style import Style

TALLEST = 930.0
"""Units: what one sheet of A4 holds with its heading and its key."""
TRIED = 4
"""Orders that are laid out to the end."""
SMALL = 14
"""People up to whom every couple may be tried."""
STANDING = ((104.0, 26.0), (84.0, 26.0), (72.0, 22.0))
SIDEWAYS = ((120.0, 24.0), (104.0, 18.0), (112.0, 5.0), (92.0, 5.0), (80.0, 5.0), (92.0, 0.0), (80.0, 0.0))
"""Widths of labels and radii of faces, in the order in which they are tried; at last labels alone."""


@lru_cache(maxsize=64)
def drawn(family: Family, face: str) -> Tree | None:
    """The tree of ``family`` in a typeface; ``None`` where it cannot be drawn well, and the list stands alone."""
    try:
        plan = plan_of(family)
    except NoRows:
        return None
    found = orders(plan)[:TRIED]
    others: list[tuple[Plan, tuple[Order, ...]]] | None = None
    tall: list[Tree] = []
    for style in _styles(face):
        tree = _best(plan, found, style)
        if tree and faults(tree).crossings:
            others = others if others is not None else [(one, orders(one)[:TRIED]) for one in _over(family)]
            made = [_best(one, its, style) for one, its in others]
            tree = min((tree, *filter(None, made)), key=lambda one: faults(one).crossings)
        if tree and tree.height <= TALLEST:
            return tree
        if tree:
            tall.append(tree)
    return min(tall, key=lambda tree: tree.height, default=None)


def _over(family: Family) -> Iterator[Plan]:
    """Other plans: somebody with three partners or more cannot stand beside each, and is joined over the heads.

    In a small family any two may be, where lines cross otherwise. The child's own parents are asked last: they stand
    side by side where they can.
    """
    unions = [(number, union.parents) for number, union in enumerate(family.unions) if len(union.parents) == 2]
    unions.sort(key=lambda one: CHILD in family.unions[one[0]].children)
    for number, parents in unions:
        most = max(sum(one in others for _, others in unions) for one in parents)
        if most > 2 or len(family.people) <= SMALL:
            with suppress(NoRows):
                yield plan_of(family, frozenset({number}))


def _styles(face: str) -> Iterator[Style]:
    yield from (Style(False, label, radius, face) for label, radius in STANDING)
    yield from (Style(True, label, radius, face) for label, radius in SIDEWAYS)


def _best(plan: Plan, found: tuple[Order, ...], style: Style) -> Tree | None:
    """The tree with the fewest faults of those orders that fit; never one with a fault that may not be."""
    best, least = None, (1, 0)
    for order in found:
        try:
            tree = laid(plan, order, style)
        except NoRoom:
            continue
        if tree.width > WIDTH:
            continue
        told = faults(tree)
        worth = (told.forbidden, told.crossings)
        if worth < least:
            best, least = tree, worth
        if worth == (0, 0):
            break
    return best
