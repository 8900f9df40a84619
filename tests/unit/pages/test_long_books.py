"""Long books stay light: what a page names and weighs does not grow with the book, and every link still leads home."""

from __future__ import annotations

import posixpath
from functools import cache

import pytest
from msgspec.structs import replace

from lsbook.model.book import (
    AboutMe,
    Book,
    Chapter,
    HeadsUp,
    Home,
    Letter,
    Medium,
    Moment,
    NameLink,
    Person,
    Question,
    School,
    Word,
)
from lsbook.model.media import Renditions
from lsbook.model.search_file import ENDING, parse_search_file
from lsbook.model.site import Site
from lsbook.model.vocabulary import AboutMeKind, LetterKind, Part
from lsbook.pages import make_site
from lsbook.pages.content.long_pages import MAX_CHAPTERS_ON_COVER
from lsbook.pages.frame import MAX_BESIDE
from tests.unit.pages.sample import TEMPLATES, book, renditions
from tests.unit.pages.site_reading import Read, pages, paper
from tests.unit.pages.test_pages import bare
from tests.unit.pages.writing import day, prose, says

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

MOST = 300_000
"""Bytes that no page of HTML may have, but for the one for paper."""
LONG_TEXT = "You told it again and again and laughed. " * 90
COUNT = 60
"""Of each kind: with long texts, more than one page may hold."""
CHAPTERS = 140
"""More than the cover has room for: their part has contents of its own."""
COVER, TIMELINE, PEOPLE = "Open my book.html", "pages/your-timeline.html", "pages/the-people-in-your-story.html"


def _chapters(count: int) -> tuple[Chapter, ...]:
    return tuple(Chapter(f"Chapter of day {at}", Part.WHO_AM_I, prose(f"It was day {at}.")) for at in range(count))


def _person(at: int) -> Person:
    return Person(f"Person{at}", says(LONG_TEXT), None, (), "friend", "friends", (), (), (), (), ())


def _moment(at: int) -> Moment:
    return Moment(day(2000 + at // 12, 1 + at % 12), prose(f"Moment {at}"), None, says(LONG_TEXT), (), ())


def _medium(at: int) -> Medium:
    return Medium(f"{at}.jpg", f"Photo {at}", prose(LONG_TEXT), (), day(2000 + at // 12), False, True)


def _letter(at: int) -> Letter:
    return Letter(f"Letter {at}", NameLink("Jan"), None, LetterKind.HELLO, day(2000 + at // 12), (), prose(LONG_TEXT))


def _long_book() -> Book:
    """A Book in which everything that can grow has grown: one moment and one photo are hard news."""
    hard = HeadsUp("the flood", None)
    moments = tuple(map(_moment, range(COUNT)))
    media = tuple(map(_medium, range(COUNT)))
    return bare(
        chapters=_chapters(CHAPTERS),
        people=tuple(map(_person, range(COUNT))),
        moments=(*moments[:40], replace(moments[40], heads_up=hard), *moments[41:]),
        media=(*media[:40], replace(media[40], heads_up=HeadsUp("the fire", None)), *media[41:]),
        words=tuple(Word(f"w{at:02}ord", prose(LONG_TEXT)) for at in range(COUNT)),
        homes=tuple(Home(f"Home{at}", says(LONG_TEXT), None, (), ()) for at in range(COUNT)),
        schools=tuple(
            School(f"School{at}", says(LONG_TEXT), None, (), day(2000 + at), None, ()) for at in range(COUNT)
        ),
        letters=tuple(_letter(at) for at in range(COUNT)),
        about_me=(AboutMe(AboutMeKind.OTHER, prose(" ".join(f"w{at:02}ord" for at in range(COUNT))), None, None),),
        questions=tuple(Question(prose(f"Question {at}"), None, None, says(LONG_TEXT)) for at in range(COUNT)),
    )


@cache
def _make() -> tuple[Site, dict[str, Read]]:
    return _make_site(_long_book())


def _make_site(whole: Book) -> tuple[Site, dict[str, Read]]:
    site = make_site(whole, Renditions(renditions(whole).by_file), TEMPLATES)
    return site, pages(site)


def _bytes(site: Site) -> dict[str, int]:
    return {page.path: len(page.text.encode()) for page in site.pages}


def test_no_page_is_too_heavy_to_open() -> None:
    """Every page of a long book has less than 300 kB, but for the one for paper."""
    site, read = _make()
    assert {path: size for path, size in _bytes(site).items() if path in read and size > MOST} == {}


def test_every_link_of_a_long_book_leads_to_its_place() -> None:
    """Also to what stands on a piece of a long page: names, hard news, and the way back from it."""
    _, read = _make()
    for path, page in read.items():
        for link in page.links:
            to, _, anchor = link.partition("#")
            if to in read:
                assert not anchor or anchor in read[to].ids, (path, link)
            else:
                assert not to.endswith(".html") or to == "pages/print.html", (path, link)


def test_what_a_page_names_does_not_grow_with_the_book() -> None:
    """A chapter of a book twice as long has as many links, and as many bytes but for longer names."""
    (first, fewer), (second, more) = (_make_site(bare(chapters=_chapters(count))) for count in (70, 140))
    path = "pages/chapter-of-day-35.html"
    assert len(fewer[path].links) == len(more[path].links)
    assert abs(_bytes(first)[path] - _bytes(second)[path]) < 100


def test_the_pages_beside_are_those_around() -> None:
    """A page in the middle of a long part names as many before it as after it, itself, and the contents of its part."""
    _, read = _make()
    beside = [
        link for link in read["pages/chapter-of-day-70.html"].links if "chapter-of-day" in link and "#" not in link
    ]
    numbers = {int(link.rpartition("-")[2].removesuffix(".html")) for link in beside}
    assert numbers == set(range(70 - MAX_BESIDE // 2, 70 + MAX_BESIDE // 2))
    assert "pages/who-you-are.html" in read["pages/chapter-of-day-70.html"].links


def test_the_cover_of_a_long_book_leads_to_the_contents_of_its_parts() -> None:
    """A part with many chapters has contents of its own that name each of them; its other pages stay on the cover."""
    _, read = _make()
    chapters = {path for path in read if "chapter-of-day" in path}
    assert len(chapters) == CHAPTERS and not chapters & set(read[COVER].links)
    assert chapters <= set(read["pages/who-you-are.html"].links)
    assert {"pages/who-you-are.html", TIMELINE, PEOPLE} <= set(read[COVER].links)


def test_as_many_chapters_as_the_cover_has_room_for_stand_on_it() -> None:
    """Up to its limit a part is named whole, as ever."""
    short = bare(chapters=_chapters(MAX_CHAPTERS_ON_COVER))
    read = pages(make_site(short, renditions(short), TEMPLATES))
    assert len({link for link in read[COVER].links if "chapter-of-day" in link}) == MAX_CHAPTERS_ON_COVER


@pytest.mark.parametrize(
    ("whole", "stem", "words"),
    [
        (TIMELINE, "timeline-", [f"Moment {at}" for at in range(COUNT) if at != 40]),
        ("pages/photos.html", "photos-", [f"Photo {at}" for at in range(COUNT) if at != 40]),
        ("pages/words-in-my-book.html", "words-w", [f"w{at:02}ord" for at in range(COUNT)]),
        (PEOPLE, "person", [f"Person{at}" for at in range(COUNT)]),
        ("pages/places-you-have-lived.html", "home", [f"Home{at}" for at in range(COUNT)]),
        ("pages/your-schools-and-clubs.html", "school", [f"School{at}" for at in range(COUNT)]),
        ("pages/letters.html", "letters-", [f"Letter {at}" for at in range(COUNT)]),
        ("pages/questions-you-have-asked.html", "questions-question", [f"Question {at}" for at in range(COUNT)]),
    ],
)
def test_a_long_page_is_cut_and_nothing_of_it_is_lost(whole: str, stem: str, words: list[str]) -> None:
    """The page leads to its pieces in their order; each thing stands on one of them."""
    site, read = _make()
    links = dict.fromkeys(link for link in read[whole].links if posixpath.basename(link).startswith(stem))
    pieces = [page.text for page in site.pages if page.path in links]
    assert len(pieces) == len(links) > 1
    for word in words:
        assert sum(f">{word}<" in text or f'"{word}"' in text for text in pieces) == 1, word


def test_next_leads_through_every_piece_of_a_long_page() -> None:
    """Page by page, nothing of a long book is passed over but what is behind hard news, and the contents of a part."""
    _, read = _make()
    path, seen = COVER, list[str]()
    while path:
        seen.append(path)
        path = _find_next(read[path])
    missing = set(read) - set(seen)
    outside = ("flood", "fire", "closed", "who-you-are")
    assert all(any(name in path for name in outside) for path in missing), missing


def _find_next(page: Read) -> str:
    """The page that comes after ``page``, from the book's folder; nothing after the last."""
    for element in page.elements:
        if element.attributes.get("rel") == "next" or "open-button" in element.classes:
            return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), element.attributes["href"] or ""))
    return ""


def test_everything_can_be_found_in_files_beside_the_page() -> None:
    """In a long book the page to find things on is light, and its files hold every place that it would have listed."""
    site, read = _make()
    find = next(page for path, page in read.items() if "find" in path)
    files = {page.path: page.text for page in site.pages if page.path.endswith(f".{ENDING}")}
    loaded = [one.attributes["src"] for one in find.elements if one.tag == "script" and "src" in one.attributes]
    assert [f"pages/{name}" for name in loaded] == list(files)
    rows = [row for text in files.values() for row in parse_search_file(text) or ()]
    assert {f"Chapter of day {at}" for at in range(CHAPTERS)} <= {row[1] for row in rows}
    assert {f"Person{at}" for at in range(COUNT)} <= {row[1] for row in rows}
    assert "pages/who-you-are.html" not in find.links and f"{COVER}#contents" in find.links


def test_that_page_alone_lets_in_files_of_the_book_as_scripts() -> None:
    """Its policy names the book's own files; that of every other page names its own scripts alone."""
    site, _ = _make()
    allowing = [page.path for page in site.pages if "script-src 'self'" in page.text]
    assert allowing == ["pages/find-something-in-this-book.html"]


def test_paper_has_the_whole_contents() -> None:
    """On paper every chapter is named in the contents, with its sheet on the same page."""
    site, _ = _make()
    links = paper(site).links
    assert all(f"pages/print.html#chapter-of-day-{at}" in links for at in range(CHAPTERS))


@pytest.mark.parametrize("look", ["under-5", "9-12", "18-plus"])
def test_a_small_book_has_none_of_this(look: str) -> None:
    """No page of it is cut, and nothing stands in files beside the page to find things on."""
    small = book(look)
    site = make_site(small, renditions(small), TEMPLATES)
    assert not [page.path for page in site.pages if page.path.endswith(f".{ENDING}") or "index-page" in page.text]


def test_a_page_that_leads_to_its_pieces_shows_the_drawing_of_them_all() -> None:
    """People in two groups are drawn around the child, on the page that leads to their cards."""
    people = tuple(replace(_person(at), group=("friends", "helpers")[at % 2]) for at in range(COUNT))
    long = bare(people=people)
    site = make_site(long, Renditions(renditions(long).by_file), TEMPLATES)
    html = next(page.text for page in site.pages if page.path == PEOPLE)
    assert 'class="drawings"' in html and "index-page" in html
