"""The family tree: no fault on any shape that care knows, and on families made up at random."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise

import pytest

from lsbook.drawings.labels import Font
from lsbook.drawings.palette import get_palette
from lsbook.drawings.shapes import Box, Drawing, RoundedRectangle, TextLine, count_clipped
from lsbook.drawings.svg import render_svg
from lsbook.drawings.tree.choose_layout import fit_tree
from lsbook.drawings.tree.faults import count_faults
from lsbook.drawings.tree.paint import Legend, draw_tree
from lsbook.pages.language.rich_text import TaggedText
from tests.unit.drawings.families import SHAPES, random_family
from tests.unit.pages.sample import ROOT

KEY = Legend("born to", "adopted by", "partners", "live together in this house", "Also in the family")
CROSSED = {"between branches": 1}
"""Of all orders, one crossing is the least; every other shape has none."""


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_is_drawn_without_a_fault(name: str) -> None:
    """Each shape stands on a page of 640 with no line or label on another, and everybody in the right house."""
    tree = fit_tree(SHAPES[name], "andika")
    assert tree is not None
    told = count_faults(tree)
    assert told.forbidden_count == 0
    assert told.crossings <= CROSSED.get(name, 0)
    assert tree.height < 930


@pytest.mark.parametrize("name", SHAPES)
def test_every_name_of_a_family_is_in_its_drawing(name: str) -> None:
    """Nobody is left out of a drawing and no label is cut, in the drawing as it is painted."""
    family = SHAPES[name]
    tree = fit_tree(family, "atkinson")
    assert tree is not None
    drawing = draw_tree(tree, KEY, get_palette("9-12"))
    said = " ".join(line.text for line in drawing.text_lines)
    assert count_clipped(drawing) == 0
    assert all(line.font.size >= 16 for line in drawing.text_lines)
    assert all(word in said for figure in family.people for word in figure.name.split())


@pytest.mark.unmeasured
def test_random_families_are_drawn_without_a_fault() -> None:
    """Whatever family is told, the drawing has no fault beside a crossing, or the list stands alone."""
    trees = [fit_tree(random_family(seed, most=16), "andika") for seed in range(8)]
    made = [tree for tree in trees if tree]
    assert len(made) >= 7
    assert sum(count_faults(tree).forbidden_count for tree in made) == 0
    assert sum(count_faults(tree).crossings for tree in made) <= len(made)


def test_right_to_left_is_the_same_drawing_mirrored() -> None:
    """From right to left every label stands as far from the other edge, and no word is turned round."""
    tree = fit_tree(SHAPES["two half-siblings"], "andika")
    assert tree is not None
    drawing = draw_tree(tree, KEY, get_palette("5-8"))
    left, right = render_svg(drawing, "en"), render_svg(drawing, "fa", mirrored=True)
    maya = next(line for line in drawing.text_lines if line.text == "Maya")
    assert f'<text x="{maya.middle[0]:.1f}"'.replace(".0", "") in left.replace(".0", "")
    assert f'<text x="{640 - maya.middle[0]:.1f}"'.replace(".0", "") in right.replace(".0", "")
    assert left.count("<text") == right.count("<text") and ">Maya</text>" in right


def test_words_of_another_language_are_plain_words_in_a_drawing() -> None:
    """Words that carry their language in HTML stand as they are in a drawing, and run their own way."""
    line = TextLine(TaggedText("born to", "en"), (50, 20), Font(16), "#000000")
    text = render_svg(Drawing(40, (line,)), "fa", mirrored=True)
    assert ' direction="ltr" fill="#000000">born to</text>' in text


def test_the_name_of_a_house_stands_clear_of_lines() -> None:
    """No line of a family runs through the name of its house; where there is no room beside it, the name covers it."""
    for family in SHAPES.values():
        tree = fit_tree(family, "andika")
        assert tree is not None and family.house is not None
        drawing = draw_tree(tree, KEY, get_palette("5-8"))
        names = [line.box for line in drawing.text_lines if line.text == family.house.name]
        ways = [Box(a[0], min(a[1], b[1]), 0, abs(a[1] - b[1])) for at in tree.links for a, b in pairwise(at.points)]
        plates = [
            shape.box for shape in drawing.shapes if isinstance(shape, RoundedRectangle) and shape.box.height < 30
        ]
        covered = [name for name in names if any(plate.contains(name) for plate in plates)]
        assert not any(name.overlaps(way) for name in names for way in ways if name not in covered)


def test_the_same_family_is_always_the_same_drawing() -> None:
    """Two processes with two hash seeds write the same bytes."""
    program = (
        "from tests.unit.drawings.test_trees import *\n"
        "print(render_svg(draw_tree(fit_tree(SHAPES['twins'], 'andika'), KEY, get_palette('5-8')), 'en'))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
