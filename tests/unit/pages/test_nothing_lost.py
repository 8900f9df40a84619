"""What a Book tells, its pages tell."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import pytest
from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.book import Book, Medium, Moment
from lsbook.model.prose import Link
from lsbook.model.vocabulary import PageLook
from lsbook.model.walk import list_field_names
from tests.unit.pages.cast import GATE
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book, held, renditions
from tests.unit.pages.site_reading import on_screen
from tests.unit.pages.writing import day, prose

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

SOURCES = frozenset({"source", "decided_by"})
"""What stands in notes, from the look of nine on."""
TABLES = frozenset({"file", "category", "status", "group", "part", "form", "certainty", "pronouns", "kind"})
"""Fields of the model's own words, and names of files."""


def told(value: object, left_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every word of a Book that its pages have to show, but for the fields that are ``left_out``."""
    if isinstance(value, str) and value.strip():
        yield value.strip()
    elif isinstance(value, tuple):
        for one in value:
            yield from told(one, left_out)
    elif isinstance(value, Struct) and not type(value).__module__.endswith("when"):
        for field in list_field_names(type(value)):
            if field not in TABLES | left_out:
                yield from told(getattr(value, field), left_out)


def everything(whole: Book) -> list[str]:
    items = (whole.child, whole.talk_to, whole.about_me, whole.people, whole.homes, whole.schools, whole.moments)
    rest = (whole.keepsakes, whole.questions, whole.media, whole.words, whole.letters)
    chapters = tuple(chapter for chapter in whole.chapters if chapter.inside)
    left_out = SOURCES if whole.edition.look in ("under-5", "5-8") else frozenset[str]()
    return [*told((items, rest, chapters), left_out), *(line.name for line in whole.edition.helplines)]


@pytest.mark.parametrize("look", PageLook)
def test_every_word_of_a_book_stands_on_a_page(look: str) -> None:
    """No word that a Book tells is lost on the way to its pages: names, captions, what pictures show, addresses."""
    whole = book(look)
    faces = {medium.shows for medium in whole.media if not medium.listed}
    printed = unescape("\n".join(page.text for page in on_screen(site_of(whole))))
    for words in everything(whole):
        about = words.removeprefix("about ")
        assert words in faces or about in printed or about[:1].upper() + about[1:] in printed, words


def test_the_record_marks_what_is_held() -> None:
    """In the record, what is held back from every other book says why, who decided, and when to look again."""
    whole = book("18-plus", reader="record")
    people = (held(whole.people[0]), *whole.people[1:])
    pages = on_screen(site_of(replace(whole, people=people), renditions(whole)))
    (page,) = [page.text for page in pages if 'class="held"' in page.text]
    assert "Held: not told to the family yet. Decided by Priya. On: 9 January 2026. To look at again: 2027." in page


def test_the_same_heads_up_twice_on_a_page_has_one_anchor() -> None:
    """Where a page holds the same heads-up more than once, its anchor stands on the page once."""
    moments = tuple(Moment(day(2020, month), prose(f"Month {month}"), None, None, (), (GATE,)) for month in (1, 2))
    whole = replace(book(), moments=moments)
    made = on_screen(site_of(whole))
    (text,) = [
        page.text
        for page in made
        if page.path.endswith(".html") and "Month 2" in page.text and 'id="places"' not in page.text
    ]
    assert text.count('class="headsup-card"') == 2
    assert text.count('id="heads-up-the-gate-at-sues-house"') == 1


def test_an_address_outside_is_printed_and_leads_nowhere() -> None:
    """The address of a link stands after its words, as words."""
    whole = book()
    assert any(
        isinstance(inline, Link) for block in whole.chapters[1].inside for inline in getattr(block, "inside", ())
    )
    pages = [page.text for page in on_screen(site_of(whole)) if "example.org" in page.text]
    pages = [text for text in pages if 'id="places"' not in text]
    assert pages and all('about fostering (<span class="address" dir="ltr">https://' in text for text in pages)
    assert all('href="http' not in text for text in pages)


def test_a_picture_that_says_nothing_has_no_words() -> None:
    """A decorative picture has an empty alternative text."""
    whole = book()
    plain = replace(whole.media[4], decorative=True, caption=())
    media: tuple[Medium, ...] = (*whole.media[:4], plain, *whole.media[5:])
    pages = on_screen(site_of(replace(whole, media=media), renditions(whole)))
    assert all("A goat looks" not in page.text for page in pages)


def test_a_picture_that_says_nothing_is_in_no_album() -> None:
    """A decorative picture stands where it decorates, and not among the photos."""
    whole = book()
    plain = replace(whole.media[4], decorative=True, caption=())
    media: tuple[Medium, ...] = (*whole.media[:4], plain, *whole.media[5:])
    albums = [
        page.text.count("<figure")
        for one in (whole, replace(whole, media=media))
        for page in site_of(one).pages
        if page.path.endswith("photos.html")
    ]
    assert albums[1] == albums[0] - 1
