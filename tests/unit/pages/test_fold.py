"""Pages with next to nothing stand within larger ones, and everything that led to them leads there."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace

from lsbook.model.book import AboutMe, Book, Chapter, School, Word
from lsbook.model.vocabulary import AboutMeKind, PageLook, Part
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book
from tests.unit.pages.site_reading import Read, pages, paper
from tests.unit.pages.test_pages import bare
from tests.unit.pages.writing import day, prose, says

MANY = "You told it again and again, and everybody laughed because of the way in which you told it. " * 3
ABOUT_BOOK = "pages/about-this-book.html"


def _school(words: str) -> School:
    return School("The little school", says(words), None, (), day(2021), None, ())


@cache
def _pages(*, long: bool = False, look: str = "9-12") -> dict[str, Read]:
    words = (Word("judge", prose("Somebody who decides.")),)
    chapter = Chapter("The day you came", Part.HOW_I_GOT_HERE, prose("It rained. A judge decided."))
    edition = book(look).edition
    whole = bare(
        edition=edition, words=words, schools=(_school(MANY if long else "You painted."),), chapters=(chapter,)
    )
    return pages(site_of(whole))


def _find(of: dict[str, Read], anchor: str) -> list[str]:
    return [path for path, page in of.items() if anchor in page.ids]


@pytest.mark.parametrize("look", PageLook)
def test_a_page_with_next_to_nothing_stands_within_another(look: str) -> None:
    """In every look the page of few words is no page of its own, and its words stand on the page around it."""
    folded = _pages(look=look)
    title = "words-explained-in-this-book" if look == PageLook.FROM_18 else "words-in-my-book"
    assert not any(path.endswith(f"{title}.html") for path in folded)
    (around,) = _find(folded, f"{title}--story")
    assert "Somebody who decides" in folded[around].words


def test_a_page_with_enough_words_stays_a_page() -> None:
    """Forty words make a page; a part that holds nothing larger keeps its largest page, however few words it has."""
    assert sum("schools" in path for path in _pages(long=True)) == 1
    assert sum("schools" in path for path in _pages()) == 1


@pytest.mark.parametrize("look", PageLook)
def test_every_link_leads_to_a_place_that_stands(look: str) -> None:
    """A book with pages within pages has no link to a page or an anchor that is not there, and no anchor twice."""
    whole = book(look)
    made = pages(site_of(whole))
    assert any("--" in anchor for page in made.values() for anchor in page.ids)
    for path, page in made.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.links:
            address, _, anchor = link.partition("#")
            if address.endswith(".html") and anchor:
                assert anchor in made[address].ids, (path, link)


def test_headings_of_a_page_within_another_stand_one_lower() -> None:
    """The title of a page within another is a heading beneath that page's own title."""
    page = _pages()[ABOUT_BOOK]
    assert [one.tag for one in page.with_class("folded-head")] == ["h2"]
    assert sum(one.tag == "h1" for one in page.elements) == 1


def test_a_page_within_another_is_found_and_is_on_paper() -> None:
    """What stands within another page is found by its title, and is printed once with the page around it."""
    find = next(page for path, page in _pages().items() if "find-something" in path)
    assert any(link.endswith("#words-in-my-book--story") for link in find.links)
    words = (Word("judge", prose("Somebody who decides.")),)
    said = AboutMe(AboutMeKind.OTHER, prose("You know a judge."), None, None)
    whole: Book = bare(edition=book("9-12").edition, words=words, about_me=(said,))
    sheet = paper(site_of(whole))
    assert "about-this-book--words-in-my-book--story" in sheet.ids
    assert sheet.words.count("Somebody who decides") == 1


def test_who_stands_on_the_page_of_people_is_not_described_there_twice() -> None:
    """Of somebody with next to nothing more to tell, the card says who they are and the rest says the rest."""
    whole = book("13-17")
    gran = replace(
        whole.people[0], name="Gran", about=says("Gran sang."), photo=None, facts=(), accounts=(), family_time=(),
        partners=(), died=day(2019),
    )  # fmt: skip
    page = pages(site_of(replace(whole, people=(*whole.people, gran))))["pages/the-people-in-your-story.html"]
    assert page.words.count("Gran sang.") == 1 and "Gran died in 2019." in page.words
