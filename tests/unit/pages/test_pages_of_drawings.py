"""The pages that show a drawing: the drawing and the list say the same, and what is not in the Book leaves no trace."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from lsbook.drawings.circles import Circle, Member, draw_circles
from lsbook.drawings.circles_narrow import draw_narrow_circles
from lsbook.drawings.motifs import FaceSign
from lsbook.drawings.palette import get_palette
from lsbook.drawings.quilt import Patch, PatchKind, draw_quilt
from lsbook.drawings.road import RoadStop, draw_roads
from lsbook.drawings.shapes import NARROW_WIDTH, WIDTH, count_clipped, count_overlaps
from lsbook.model.book import Book
from lsbook.model.vocabulary import PageLook
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book

WORDS = re.compile(r"<text[^>]*>([^<]*)</text>")


def site(of: Book) -> dict[str, str]:
    return {page.path: page.text for page in site_of(of).pages}


def drawings(pages: dict[str, str], page: str) -> list[str]:
    """The drawings that a page shows."""
    named = re.findall(r'class="drawing(?: wide| narrow|)"><img src="\.\./(media/[0-9a-f]+\.svg)"', pages[page])
    return [pages[path] for path in named]


@pytest.mark.parametrize("look", PageLook)
def test_the_page_of_the_tree_says_in_words_all_that_is_drawn(look: str) -> None:
    """Every name in the tree stands in the sentences beneath it; the youngest have the sentences alone."""
    pages = site(book(look))
    page = "pages/family-tree.html" if look != "under-5" else "pages/the-people-in-your-story.html"
    shown = drawings(pages, "pages/family-tree.html") if look != "under-5" else []
    assert len(shown) == (0 if look == "under-5" else 2)
    for name in ("Mum", "Tyler", "Jan", "Dave", "Biscuit"):
        assert f">{name}</a>" in pages[page].partition('id="family-tree--story"' if look == "under-5" else "<main")[2]
        assert all(name in WORDS.findall(one) for one in shown)


def test_hard_news_is_in_no_drawing() -> None:
    """Somebody who is hard news, and a stay that is, stand in none of the drawings."""
    pages = site(book("9-12"))
    said = {words for path, text in pages.items() if path.endswith(".svg") for words in WORDS.findall(text)}
    assert "Gary" not in said
    assert "Jan" in said


def test_a_drawing_without_somebody_is_the_drawing_as_if_they_were_never_told() -> None:
    """Somebody hard beside the others changes no byte of any drawing."""
    whole = book("9-12")
    without = replace(whole, people=tuple(replace(one, partners=()) for one in whole.people))
    first, second = site(whole), site(without)
    assert drawings(first, "pages/family-tree.html") == drawings(second, "pages/family-tree.html")


@pytest.mark.parametrize("count", [2, 5, 7, 8, 15])
def test_the_road_has_no_label_cut_or_covered(count: int) -> None:
    """However many stops, each label stands whole and alone, and no part of the road has more than seven."""
    stops = [
        RoadStop(
            at % 6, "The house with the very long name by the sea", ("Jan, Dave and Biscuit", "2019"), "You came back"
        )
        for at in range(count)
    ]
    made = draw_roads(stops, get_palette("9-12"))
    (narrow,) = draw_roads(stops, get_palette("9-12"), NARROW_WIDTH)
    assert len(made) == -(-count // 7)
    assert count_clipped(narrow) == count_overlaps(narrow) == 0
    assert all(count_clipped(one) == count_overlaps(one) == 0 for one in made)


@pytest.mark.parametrize("count", [2, 3, 4, 11])
def test_the_patches_of_a_quilt_are_equal(count: int) -> None:
    """Whatever is said on them, no words leave a patch or meet others."""
    patches = [
        Patch(PatchKind.STRENGTH, "You never give up on a puzzle. " * (1 + at % 3), "Jan said this")
        for at in range(count)
    ]
    for width in (WIDTH, NARROW_WIDTH):
        made = draw_quilt(patches, get_palette("5-8"), width)
        assert made.width == width
        assert count_clipped(made) == count_overlaps(made) == 0


def test_forty_people_stand_in_equal_groups() -> None:
    """Forty people in six groups stand in one drawing, without a label on another."""
    groups = tuple(
        Circle(f"Group {at}", tuple(Member(f"Person {one}", "helper") for one in range(7 - at % 2))) for at in range(6)
    )
    made = draw_circles(groups, "Maya", FaceSign("M", is_child=True), get_palette("9-12"))
    narrow = draw_narrow_circles(groups, "Maya", FaceSign("M", is_child=True), get_palette("9-12"))
    assert made is not None
    assert count_clipped(made) == count_overlaps(made) == 0
    assert count_clipped(narrow) == count_overlaps(narrow) == 0


def test_every_drawing_stands_at_both_widths() -> None:
    """Each page with a drawing has one for a wide column and one for a phone."""
    pages = site(book("9-12"))
    for page in ("family-tree", "the-people-in-your-story", "places-you-have-lived", "your-timeline"):
        html = pages[f"pages/{page}.html"]
        assert 'class="drawing wide"' in html and 'class="drawing narrow"' in html, page


def test_paper_has_the_wide_drawings_alone() -> None:
    """On the page of the whole book no drawing for a phone stands."""
    pages = site(book("9-12"))
    assert "drawing wide" in pages["pages/print.html"]
    assert "drawing narrow" not in pages["pages/print.html"]


@pytest.mark.parametrize(("look", "quilts"), [("9-12", True), ("13-17", False), ("18-plus", False)])
def test_nobody_of_fourteen_has_a_quilt_of_praise(look: str, quilts: bool) -> None:
    """Until the look of 13 a page shows what somebody does well; from then on each thing stands once, and not there."""
    pages = site(book(look))
    assert ("pages/what-you-do-well.html" in pages) is quilts
    assert not quilts or drawings(pages, "pages/what-you-do-well.html")
    assert (
        "You never give up on a puzzle."
        in pages["pages/about-you-now.html" if look != "18-plus" else "pages/about-you.html"]
    )


@pytest.mark.parametrize("look", ["5-8", "9-12"])
def test_somebody_without_a_photo_has_the_same_sign_in_the_tree_as_on_the_card(look: str) -> None:
    """Mum, of whom there is no photo, is the first letter of her name wherever she stands."""
    pages = site(book(look))
    card = re.search(r'<li class="card" id="mum">.*?</li>', pages["pages/the-people-in-your-story.html"], re.DOTALL)
    assert card and re.search(r'<span class="face face-none[^>]*>M</span>', card[0])
    assert all(">M</text>" in drawing for drawing in drawings(pages, "pages/family-tree.html"))
