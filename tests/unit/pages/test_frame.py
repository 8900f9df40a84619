"""Back and next."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from lsbook.model.book import Book
from lsbook.model.vocabulary import BookOrder
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book
from tests.unit.pages.site_reading import Read, pages

COVER = "Open my book.html"


def turn(page: Read, rel: str) -> str | None:
    """Where "Back" (prev) or "Next" (next) leads, from the book's folder."""
    found = [one.attributes["href"] or "" for one in page.elements if one.attributes.get("rel") == rel]
    return posixpath.normpath(posixpath.join("pages", unquote(found[0]))) if found else None


def row(whole: Book) -> list[str]:
    """The pages from the cover on, by their "Next"."""
    read = pages(site_of(whole))
    (begin,) = read[COVER].with_class("open-button")
    path, found = begin.attributes["href"], [COVER]
    while path:
        assert turn(read[path], "prev") == found[-1]
        found.append(path)
        path = turn(read[path], "next")
    return found


def test_the_row_holds_every_page_that_is_not_behind_a_door() -> None:
    """Next leads from the cover through every page but hard news and its heads-ups, and Back leads the same way."""
    whole = book()
    read = pages(site_of(whole))
    beside = {
        path
        for path, page in read.items()
        if {"hard-page", "headsup-page", "closed-page"} & next(o for o in page.elements if o.tag == "body").classes
    }
    found = row(whole)
    assert set(read) - set(found) == beside - {"pages/heads-up-mums-drinking.html"}
    assert len(found) == len(set(found))


def test_a_hard_chapter_has_its_heads_up_in_the_row_and_never_itself() -> None:
    """Where a chapter is hard news, Next comes to its heads-up, which leads on past it."""
    found = row(book())
    at = found.index("pages/heads-up-mums-drinking.html")
    assert found[at - 1] == "pages/the-day-you-came-to-jan-and-daves.html"
    assert found[at + 1] == "pages/places-you-have-lived.html"
    assert "pages/mums-drinking.html" not in found


@pytest.mark.parametrize(
    ("order", "first"),
    [(BookOrder.PRESENT_FIRST, "about-you-now"), (BookOrder.CHRONOLOGICAL, "the-day-you-came-to-jan-and-daves")],
)
def test_the_order_of_the_parts_is_the_storys_choice(order: BookOrder, first: str) -> None:
    """After the cover the present comes first or the beginning does, as the story chose."""
    assert row(replace(book(), order=order))[1] == f"pages/{first}.html"
