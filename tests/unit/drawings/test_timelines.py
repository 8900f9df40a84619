"""The timeline as a drawing: what is told, whole and to scale, and never a hole that betrays what is not."""

from __future__ import annotations

import pytest

from lsbook.drawings.cards import CardEvent, CardPeriod
from lsbook.drawings.palette import get_palette
from lsbook.drawings.ruler import draw_timelines
from lsbook.drawings.shapes import Disc, Drawing, count_clipped, count_overlaps
from lsbook.drawings.timeline_narrow import draw_narrow_timeline
from tests.unit.pages.sample import book
from tests.unit.pages.test_pages_of_drawings import WORDS, drawings, site

LONG = "You went to the sea with everybody from the house and nobody wanted to come home again before it was dark."


def times(stays: int, dots: int) -> list[CardPeriod]:
    """Stays of a year each, with as many moments in each."""
    inside = tuple(CardEvent("About 2019, when you were 3", LONG, is_approximate=at % 2 == 0) for at in range(dots))
    return [
        CardPeriod(inside, at % 6, f"House {at}", "Jan and Dave", "Age 3 to 4", (at, at + 1.0)) for at in range(stays)
    ]


def said(drawing: Drawing) -> list[str]:
    return [line.text for line in drawing.text_lines]


@pytest.mark.parametrize(("stays", "dots"), [(2, 0), (3, 4), (2, 25), (9, 3), (18, 1)])
def test_no_label_of_a_timeline_is_cut_or_covered(stays: int, dots: int) -> None:
    """However many stays and moments, every label stands whole and alone, and each drawing fits a page."""
    made = draw_timelines(
        times(stays, dots), [CardEvent("", LONG, is_approximate=True)], "We don’t know when", get_palette("5-8")
    )
    assert all(count_clipped(one) == count_overlaps(one) == 0 for one in made)
    assert all(one.height <= 980 for one in made)
    assert sum(said(one).count("About 2019, when you were 3") for one in made) == stays * dots


def test_a_ruler_stands_only_where_the_stays_follow_each_other() -> None:
    """With a stay missing in the middle there are no ages beside the cards: a gap in the ruler would tell of it."""
    whole = times(4, 1)
    (ruled,), (bare,) = (
        draw_timelines(some, [], "", get_palette("9-12")) for some in (whole, [*whole[:1], *whole[2:]])
    )
    assert [words for words in said(ruled) if words.isdigit()] == ["0", "1", "2", "3", "4"]
    assert not any(words.isdigit() for words in said(bare))


def test_only_an_exact_date_has_a_filled_dot() -> None:
    """A moment about which the date is not sure has an open dot, and says "about" in words."""
    (made,) = draw_timelines(times(1, 2), [], "", get_palette("9-12"))
    rings = [shape for shape in made.shapes if isinstance(shape, Disc) and shape.radius == 6.5]
    assert [disc.paint.fill == "#ffffff" for disc in rings] == [True, False]


def test_a_phone_is_drawn_the_homes_alone() -> None:
    """Its drawing has every home and no moment, which the list beneath it tells, so it grows with homes only."""
    between = CardPeriod((CardEvent("2019", LONG, is_approximate=False),))
    few, many = (draw_narrow_timeline([*times(2, dots), between], get_palette("9-12")) for dots in (1, 9))
    assert few == many
    assert {"House 0", "House 1"} <= set(said(few))
    assert not any(word in " ".join(said(few)) for word in ("sea", "2019"))
    assert (count_clipped(few), count_overlaps(few)) == (0, 0)


@pytest.mark.parametrize("look", ["under-5", "13-17"])
def test_the_page_says_in_words_all_that_its_timeline_shows(look: str) -> None:
    """Every moment of the drawing stands in the list beneath it, hard news in neither home nor moment of it."""
    pages = site(book(look))
    (path,) = (path for path in pages if path.endswith("timeline.html"))
    shown = " ".join(words for one in drawings(pages, path) for words in WORDS.findall(one))
    assert bool(shown) is (look != "under-5")
    assert "Nana Pat died" not in shown
    for what in ("You were born, at four in the morning", "You lost a tooth", "You saw the sea"):
        assert what in pages[path]
        assert not shown or what in shown
