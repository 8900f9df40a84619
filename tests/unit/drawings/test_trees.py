"""The family tree: no fault on any shape that care knows, and on families made up at random."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from math import inf

import pytest
from msgspec.structs import replace

from lsbook.drawings.labels import Font
from lsbook.drawings.motifs import FaceSign
from lsbook.drawings.palette import get_palette
from lsbook.drawings.shapes import (
    NARROW_WIDTH,
    WIDTH,
    Box,
    Drawing,
    RoundedRectangle,
    RoundPicture,
    TextLine,
    count_clipped,
    count_overlaps,
)
from lsbook.drawings.svg import render_svg
from lsbook.drawings.tree.branches import draw_branches
from lsbook.drawings.tree.choose_layout import SMALL_WIDTH, fit_tree
from lsbook.drawings.tree.draw_family import draw_family
from lsbook.drawings.tree.faults import count_faults
from lsbook.drawings.tree.order_cost import RowCost
from lsbook.drawings.tree.paint import draw_tree
from lsbook.pages.language.rich_text import TaggedText
from tests.unit.drawings.families import KEY, SHAPES, random_family
from tests.unit.drawings.families import family as make_family
from tests.unit.pages.sample import ROOT

CROSSED = {"between branches": 1, "two dads": 1}
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


@pytest.mark.parametrize("width", [WIDTH, SMALL_WIDTH, NARROW_WIDTH])
@pytest.mark.parametrize("house", ["", "Ann's house"])
def test_a_family_of_three_stands_in_the_middle(house: str, width: float) -> None:
    """There is as much room before the first as after the last of them."""
    few = make_family("Kai is you, Jo is Mum, Ann is foster carer", [("Jo", "Kai", "")], house, "Kai, Ann")
    tree = fit_tree(few, "andika", width)
    assert tree is not None
    half = tree.style.face_radius
    spans = [(face.middle[0] - half, face.middle[0] + half) for face in tree.faces]
    spans += [(box.x, box.end) for box in (*(face.label for face in tree.faces), *tree.walls)]
    assert abs(min(start for start, _ in spans) + max(end for _, end in spans) - width) < 5


@pytest.mark.parametrize("name", SHAPES)
def test_no_line_of_a_tree_steps_aside_only_slightly(name: str) -> None:
    """A line goes straight, or aside by so much that it is seen to be meant."""
    tree = fit_tree(SHAPES[name], "andika")
    assert tree is not None
    steps = [abs(start[0] - end[0]) for link in tree.links for start, end in pairwise(link.points)]
    assert not [step for step in steps if 0.01 < step < 5.9]


@pytest.mark.parametrize("name", [name for name, family in SHAPES.items() if len(family.people) <= 12])
def test_a_small_family_is_searched_in_few_steps(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to twelve people, no more than 8,000 orders of one row are weighed in a search."""
    weighed: list[int] = []
    weigh = RowCost.compute

    def count(cost: RowCost, row: Sequence[int], limit: float = inf) -> float:
        weighed.append(len(row))
        return weigh(cost, row, limit)

    monkeypatch.setattr(RowCost, "compute", count)
    fit_tree.__wrapped__(SHAPES[name], "andika")
    assert 0 < len(weighed) <= 8000


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
    """Whatever family is told, the tree has no fault beside a crossing, or the family stands branch by branch."""
    trees = [fit_tree(random_family(seed, most=16), "andika") for seed in range(8)]
    made = [tree for tree in trees if tree]
    assert len(made) >= 5
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
    program = (  # without pytest and all that it loads
        "from lsbook.drawings.palette import get_palette\n"
        "from lsbook.drawings.svg import render_svg\n"
        "from lsbook.drawings.tree.choose_layout import fit_tree\n"
        "from lsbook.drawings.tree.paint import draw_tree\n"
        "from tests.unit.drawings.families import KEY, SHAPES\n"
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


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("width", [WIDTH, NARROW_WIDTH])
def test_every_family_stands_at_both_widths(name: str, width: float) -> None:
    """On a page and on a phone each family is drawn whole, with no label cut, covered or smaller than 16 units."""
    drawing = draw_family(SHAPES[name], KEY, get_palette("9-12"), width)
    said = " ".join(line.text for line in drawing.text_lines)
    assert drawing.width in ({SMALL_WIDTH, WIDTH} if width == WIDTH else {width})
    assert count_clipped(drawing) == count_overlaps(drawing) == 0
    assert all(line.font.size >= 16 for line in drawing.text_lines)
    assert all(word in said for person in SHAPES[name].people for word in person.name.split())


def test_a_small_family_fills_its_canvas() -> None:
    """A child, a mother and a carer have a smaller canvas, and so larger faces, than a family with many branches."""
    few = make_family("Bo is you, Mam is birth mum, Bea is foster mum", [("Mam", "Bo", "")], "Bea’s farm", "Bo, Bea")
    small, large = (draw_family(drawn, KEY, get_palette("9-12")) for drawn in (few, SHAPES["two half-siblings"]))
    assert (small.width, large.width) == (SMALL_WIDTH, WIDTH)
    assert count_clipped(small) == count_overlaps(small) == 0


@pytest.mark.parametrize("name", SHAPES)
def test_generations_stand_in_rows(name: str) -> None:
    """Parents stand above their children and carers above the child, so grandparents are always above parents."""
    family = SHAPES[name]
    tree = fit_tree(family, "andika")
    assert tree is not None
    down = {face.person: face.middle[1] for face in tree.faces}
    for union in family.unions:
        assert all(down[parent] < down[child] for parent in union.parents for child in union.children)
    for member in family.house.members if family.house else ():
        carer = not any(member in union.children for union in family.unions) and "foster" in family.people[member].role
        assert not carer or family.people[member].is_beside_child or down[member] < down[0]


@pytest.mark.parametrize("seed", range(3))
def test_a_family_too_large_for_one_tree_stands_in_branches(seed: int) -> None:
    """Of forty people none is left out, and no label is cut or covered, at either width."""
    family = random_family(seed, most=40)
    for width in (WIDTH, NARROW_WIDTH):
        drawing = draw_branches(family, KEY, get_palette("5-8"), "andika", width)
        said = [line.text for line in drawing.text_lines]
        assert count_clipped(drawing) == count_overlaps(drawing) == 0
        assert all(person.name.split()[0] in " ".join(said).split() for person in family.people)


def test_who_stands_in_two_branches_has_the_same_face_in_both() -> None:
    """A mother is drawn as somebody's child and as somebody's parent, both times by her own portrait."""
    whole = SHAPES["single mum"]
    mum = replace(whole.people[1], face=FaceSign("M", portrait="data:image/jpeg;base64,AAAA"))
    family = replace(whole, people=(whole.people[0], mum, *whole.people[2:]))
    drawing = draw_branches(family, KEY, get_palette("5-8"), "andika")
    assert sum(isinstance(shape, RoundPicture) for shape in drawing.shapes) == 2
    assert render_svg(drawing, "en").count('href="data:image/jpeg;base64,AAAA"') == 2
