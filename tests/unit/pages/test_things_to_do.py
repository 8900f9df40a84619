"""Things to do in the scrapbook."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lsbook.drawings.scenes import SceneFace, draw_colouring_page, draw_kite_page
from lsbook.drawings.shapes import Disc, Polyline, RoundedRectangle
from lsbook.model.book import Book, Chapter, HeadsUp, MediaBlock
from lsbook.model.vocabulary import MediaBlockKind, Part
from tests.unit.pages.cast import DRAWING
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book
from tests.unit.pages.site_reading import Read, pages
from tests.unit.pages.writing import hard, prose

PAGE = "pages/things-to-do.html"


def asking(look: str = "5-8", heads_up: HeadsUp | None = None) -> Book:
    """A book with a question on one of its pictures."""
    whole = book(look)
    media = list(whole.media)
    media[DRAWING] = replace(media[DRAWING], look_for=prose("How many legs has the dog?"), heads_up=heads_up)
    return replace(whole, media=tuple(media))


def read_site(whole: Book) -> dict[str, Read]:
    return pages(site_of(whole))


def test_a_question_stands_with_its_picture() -> None:
    """The scrapbook asks what somebody wrote to a picture, beside the picture."""
    page = read_site(asking())[PAGE]
    assert "How many legs has the dog?" in page.words and len(page.with_class("photo")) == 1


def test_nothing_looks_as_if_it_could_be_filled_in() -> None:
    """Beside the dialog for reading there is no field, no form and no empty box on the page."""
    page = read_site(asking())[PAGE]
    assert not {one.tag for one in page.elements} & {"textarea", "form", "select"}
    assert all(one.attributes.get("type") == "radio" for one in page.elements if one.tag == "input")
    assert not page.with_class("to-write-on") and not page.with_class("to-draw-in")


def test_things_to_find_lead_to_where_they_are() -> None:
    """Each treasured thing with a picture leads to its place in the memory box."""
    page = read_site(asking())[PAGE]
    assert any(link.startswith("pages/your-memory-box.html#") for link in page.links)


def test_hard_news_is_nothing_to_play_with() -> None:
    """No question stands on a picture that is hard news."""
    assert "How many legs" not in read_site(asking(heads_up=hard("about the dog")))[PAGE].words


def test_a_picture_that_stands_in_hard_news_alone_is_not_asked_about() -> None:
    """A question on a picture of a hard chapter stays away from the open page, and so does the picture."""
    whole = asking()
    behind = Chapter(
        "A night", Part.HOW_I_GOT_HERE, (MediaBlock(MediaBlockKind.PHOTOS, (DRAWING,)),), heads_up=hard("about it")
    )
    bare = replace(whole, chapters=(behind,), about_me=(), moments=(), keepsakes=(), homes=(), letters=(), cover=None)
    page = read_site(bare)[PAGE]
    assert "How many legs" not in page.words and not page.with_class("photo")


@pytest.mark.parametrize("look", ["under-5", "9-12", "18-plus"])
def test_only_the_scrapbook_has_things_to_do(look: str) -> None:
    """No other look has the page, nor has a scrapbook that is somebody else's."""
    assert PAGE not in read_site(asking(look))
    whole = asking()
    assert PAGE not in read_site(replace(whole, edition=replace(whole.edition, reader="carers")))


def test_a_page_to_colour_is_white_within_its_lines() -> None:
    """Nothing on the page to colour is coloured already, and everybody of the home is on it."""
    drawing = draw_colouring_page([SceneFace(at) for at in range(5)])
    paints = [shape.paint for shape in drawing.shapes if isinstance(shape, Disc | Polyline | RoundedRectangle)]
    assert {paint.fill for paint in paints} <= {"#ffffff", "none"}
    faces = [shape for shape in drawing.shapes if isinstance(shape, Disc) and shape.radius == 100]
    assert len(faces) == 5 and all(disc.middle[1] + 100 <= drawing.height for disc in faces)


def test_there_is_more_than_one_page_to_colour() -> None:
    """A home with those who are there, and a kite over a garden: in outline, for any colours."""
    page = read_site(asking())[PAGE]
    assert len(page.with_class("colouring")) == 2
    fills = {shape.paint.fill for shape in draw_kite_page().shapes if isinstance(shape, Disc | Polyline)}
    assert fills <= {"none", "#ffffff"}
