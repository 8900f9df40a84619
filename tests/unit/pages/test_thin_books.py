"""Books with few people and few photos."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from lsbook.model.book import Book, Home, MediaBlock
from lsbook.model.site import PRINT_PAGE
from lsbook.model.vocabulary import MediaBlockKind
from lsbook.model.when import Dated, Nearness, Point, Season, When
from lsbook.pages.content import photos
from lsbook.pages.layout.addresses import COVER
from tests.unit.pages.cast import WELLIES
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book
from tests.unit.pages.test_pages import bare
from tests.unit.pages.writing import hard, prose, says


def read_page(whole: Book, path: str) -> str:
    return next(page.text for page in site_of(whole).pages if page.path == path)


def read_people(count: int) -> str:
    """The page of people of a book that tells of the first ``count`` people, and of nothing else."""
    whole = book()
    people = tuple(
        replace(person, about=None, parent_of=(), partners=(), facts=(), accounts=(), family_time=())
        for person in whole.people[:count]
    )
    media = tuple(replace(medium, people=()) for medium in whole.media)
    thin = replace(whole, people=people, media=media, about_me=(), homes=(), schools=(), moments=(), keepsakes=())
    thin = replace(thin, questions=(), chapters=(), letters=(), words=(), talk_to=(), what_is_new=())
    return read_page(thin, "pages/the-people-in-your-story.html")


@pytest.mark.parametrize("count", [3, 4])
def test_a_few_people_stand_in_one_row(count: int) -> None:
    """Up to four people need no groups, no headings and no drawing that shows the same."""
    text = read_people(count)
    assert text.count('<ul class="cards">') == 1 and text.count('<li class="card"') == count
    assert "<h3>" not in text and 'class="drawing' not in text


def test_more_people_stand_in_their_groups() -> None:
    """Five people stand in groups, each under its name, with a drawing of all of them."""
    text = read_people(5)
    assert text.count('<ul class="cards">') > 1 and "<h3>" in text and 'class="drawing' in text


def list_headings(*whens: When) -> list[str]:
    """The headings of an album with a photo of each date, long before there was any home."""
    whole = book()
    plain = [medium for medium in whole.media if medium.listed and not medium.heads_up][: len(whens)]
    dated = {medium.file: replace(medium, when=when) for medium, when in zip(plain, whens, strict=True)}
    media = tuple(dated.get(medium.file, replace(medium, listed=False)) for medium in whole.media)
    text = read_page(replace(whole, media=media), "pages/photos.html")
    return re.findall(r'<section class="gathering">\s*<h2>(.*?)</h2>', text)


def test_a_photo_of_its_year_stands_with_those_of_the_next() -> None:
    """A photo that would be alone under its heading shares one with its neighbours in time; two of a year do not."""
    early, later, last = (Dated(Point(year)) for year in (1901, 1902, 1903))
    assert list_headings(early, later, last) == ["1901 to 1903"]
    assert list_headings(early, early, later, later) == ["1901", "1902"]
    assert list_headings(early, early, later) == ["1901 to 1902"]


def test_photos_that_go_on_have_no_heading_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one home and one year there is one heading, however many photos it has."""
    monkeypatch.setattr(photos, "MOST_IN_GATHERING", 2)
    assert list_headings(*[Dated(Point(1901))] * 4) == ["1901"]


def test_winter_belongs_to_the_year_that_it_is_called_after() -> None:
    """A photo of a winter shares the heading of the year whose number the story gives it."""
    assert list_headings(Dated(Point(1901)), Dated(Point(1901, season=Season.WINTER))) == ["1901"]


def test_a_photo_of_about_a_year_keeps_its_own_heading() -> None:
    """What is not surely of its year is not counted among others."""
    assert len(list_headings(Dated(Point(1901)), Dated(Point(1902), Nearness.ABOUT))) == 2


def has_page_about_the_child(whole: Book) -> bool:
    """Whether a book that tells nothing of the child as it is now has a page about it."""
    silent = replace(whole, about_me=(), child=replace(whole.child, names=()))
    return any(page.path == "pages/about-you-now.html" for page in site_of(silent).pages)


def test_no_page_shows_the_photo_of_the_cover_alone() -> None:
    """A page about the child with nothing but the photo of the cover is left out; another photo keeps its page."""
    whole = book()
    assert has_page_about_the_child(replace(whole, cover=WELLIES))
    assert not has_page_about_the_child(replace(whole, cover=whole.child.photo))
    assert not has_page_about_the_child(replace(whole, cover=None))


def thin(look: str) -> Book:
    """A book with one chapter, in which a photo stands, and its people and homes."""
    whole = book(look)
    told = next(chapter for chapter in whole.chapters if not chapter.heads_up)
    chapter = replace(told, inside=(*prose("You came in the rain."), MediaBlock(MediaBlockKind.PHOTOS, (WELLIES,))))
    people, homes = tuple(replace(person, work=()) for person in whole.people), whole.homes[:1]
    return bare(edition=whole.edition, chapters=(chapter,), people=people, homes=homes, media=whole.media)


@pytest.mark.parametrize("look", ["5-8", "9-12", "13-17", "18-plus"])
def test_the_contents_of_a_thin_book_have_no_parts(look: str) -> None:
    """With seven pages or fewer the contents are one list, and the pages that every book has stand beneath it."""
    text = read_page(thin(look), COVER)
    doors, own = (
        re.findall(rf'<ul class="{name}">(.*?)</ul>', text, re.DOTALL) for name in ("thin-doors", "own-pages")
    )
    assert "contents-part" not in text and len(doors) == len(own) == 1
    assert "about-this-book.html" in own[0] and "about-this-book.html" not in doors[0]
    assert ('class="thin-picture"' in text) is (look != "5-8")  # there the cover stands beside the list


def test_a_book_with_more_pages_has_its_contents_in_parts() -> None:
    """More than seven pages of a story stand in the four parts."""
    text = read_page(book("9-12"), COVER)
    assert "contents-part" in text and "thin-doors" not in text


def test_no_hard_picture_stands_beside_the_contents() -> None:
    """What stands behind a heads-up is shown on no thin book's first page."""
    whole = thin("9-12")
    hidden = tuple(replace(medium, heads_up=hard("about a day")) for medium in whole.media)
    assert 'class="thin-picture"' not in read_page(replace(whole, media=hidden), COVER)


def test_paper_numbers_the_contents_of_a_thin_book_in_parts() -> None:
    """On paper the contents are a list with numbers, however thin the book is."""
    assert "contents-part" in read_page(thin("9-12"), PRINT_PAGE)


def test_one_home_stands_alone_on_its_page() -> None:
    """A home that is the only one has room for a large photo, and no road leads from it; of two, neither is alone."""
    whole = thin("9-12")
    one, two = (
        read_page(replace(whole, homes=homes), "pages/places-you-have-lived.html")
        for homes in ((Home("The farm", says("Your room is yellow."), WELLIES, (), ()),), book().homes)
    )
    assert 'class="home single"' in one and 'class="drawing' not in one
    assert 'class="home single"' not in two and 'class="home"' in two
