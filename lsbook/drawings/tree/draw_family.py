"""A family on a canvas: the whole tree where there is room for it, else branch by branch."""

from __future__ import annotations

from lsbook.drawings.palette import Palette
from lsbook.drawings.shapes import WIDTH, Drawing
from lsbook.drawings.tree.branches import draw_branches
from lsbook.drawings.tree.choose_layout import SMALL_WIDTH, fit_tree
from lsbook.drawings.tree.family import Family
from lsbook.drawings.tree.legend import Legend
from lsbook.drawings.tree.paint import draw_tree
from lsbook.drawings.tree.style import EDGE


def draw_family(family: Family, legend: Legend, palette: Palette, width: float = WIDTH) -> Drawing:
    """The drawing of ``family``; ``width`` is that of one of the two canvases. A small family has a smaller one."""
    tree = fit_tree(family, palette.typeface, width)
    if tree and width > SMALL_WIDTH and tree.reach <= SMALL_WIDTH - 2 * EDGE:
        tree = fit_tree(family, palette.typeface, SMALL_WIDTH) or tree
    if tree:
        return draw_tree(tree, legend, palette)
    return draw_branches(family, legend, palette, palette.typeface, width)
