"""What every page has, and that none is empty."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from msgspec.structs import replace

from lsbook.model.book import Book, Child, Placeholder
from lsbook.model.media import Renditions
from lsbook.model.theme import Theme
from lsbook.model.vocabulary import PageLook, ThemeColour, ThemeFont, ThemePaper
from lsbook.model.walk import list_field_names
from lsbook.pages import make_site
from lsbook.pages.layout.look import LookNotFoundError
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import TEMPLATES, book, renditions
from tests.unit.pages.site_reading import on_screen, pages
from tests.unit.pages.writing import prose

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

CSP = re.compile(
    r"default-src 'none'; script-src( 'sha256-[A-Za-z0-9+/]{43}='){1,2}; style-src 'self'; img-src 'self'; "
    r"media-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'"
)


def bare(**more: object) -> Book:
    """A Book with nothing in it but the child's name."""
    full = book()
    child = Child("Maya", full.child.born, "", (), None)
    needed = {f: getattr(full, f) for f in list_field_names(Book)[:10]}
    return Book(**{**needed, "child": child, "cover": None, "talk_to": (), **more})


@pytest.mark.parametrize("look", PageLook)
def test_every_page_has_its_frame(look: str) -> None:
    """On every page the policy stands first, nothing runs but the book's own, and all is in its place."""
    whole = book(look)
    for path, page in pages(site_of(whole)).items():
        tags = [one.tag for one in page.elements]
        assert CSP.fullmatch(page.elements[tags.index("head") + 1].attributes.get("content") or ""), path
        assert not {"style", "iframe", "object", "base"} & set(tags)
        assert all(not name.startswith("on") and name != "style" for one in page.elements for name in one.attributes)
        for needed in ("skip", "to-contents", "to-talk"):
            assert len(page.with_class(needed)) == 1, (path, needed)
        assert len(page.with_class("talk")) == bool(page.with_class("hard-page")), path
        assert bool(page.with_class("close")) != path.endswith("your-book-is-closed.html") or look == "18-plus"
        assert tags.count("h1") == 1 and tags.count("main") == 1
        assert page.elements[0].attributes["class"] == look


@pytest.mark.parametrize("look", PageLook)
def test_no_heading_level_is_skipped_and_no_heading_is_empty(look: str) -> None:
    """Headings go down one level at a time on every page, and each has words."""
    whole = book(look)
    for page in on_screen(site_of(whole)):
        levels = [int(level) for level in re.findall(r"<h([1-6])", page.text)]
        main = [
            int(level) for level in re.findall(r"<h([1-6])", page.text.partition("<main")[2].partition("</main>")[0])
        ]
        assert all(after <= before + 1 for before, after in pairwise(main)), (page.path, levels)
        for inside in re.findall(r"<h[1-6][^>]*>(.*?)</h", page.text, re.S):
            assert re.sub("<[^>]*>|\\s", "", inside), page.path


def test_every_picture_has_its_size_and_its_words() -> None:
    """Each picture says how large it is and what it shows; those beside a name say nothing twice."""
    whole = book()
    for page in pages(site_of(whole)).values():
        for one in page.elements:
            if one.tag == "img":
                assert {"width", "height", "alt", "loading"} <= set(one.attributes)
                assert one.attributes["alt"] or one.classes & {"face", "thumb", "warm-picture"}


def test_a_book_with_nothing_in_it_has_no_empty_page() -> None:
    """Of a story that says nothing yet, only the pages remain that the book says by itself."""
    empty = replace(bare(), edition=replace(book().edition, helplines=()))
    assert set(pages(site_of(empty, Renditions({})))) == {
        "Open my book.html",
        "pages/find-something-in-this-book.html",
        "pages/my-pages.html",
        "pages/how-to-use-my-book.html",
        "pages/about-this-book.html",
        "pages/your-book-is-closed.html",
    }


@pytest.mark.parametrize("kind", ["people", "homes", "schools", "keepsakes", "media", "letters"])
def test_a_kind_sentence_is_enough_for_a_page(kind: str) -> None:
    """Where nothing of a kind is told yet but a sentence stands for it, its page holds that sentence."""
    said = bare(placeholders={kind: (Placeholder(prose("There is more for later.")),)})
    holding = [path for path, page in pages(site_of(said, Renditions({}))).items() if "more for later" in page.words]
    holding.remove("pages/find-something-in-this-book.html")
    assert len(holding) == 1


def test_a_sentence_for_chapters_stands_in_the_contents_of_its_part() -> None:
    """For chapters that are not told yet the sentence stands in the contents, under their part."""
    said = bare(placeholders={"chapters:my-people": (Placeholder(prose("There is more for later.")),)})
    assert "more for later" in pages(site_of(said, Renditions({})))["Open my book.html"].words


def test_a_chapter_with_nothing_in_it_is_nowhere() -> None:
    """A chapter without a word is no page and no line of the contents."""
    whole = book()
    assert all("Nothing here" not in page.text for page in on_screen(site_of(whole)))


def test_a_picture_that_could_not_be_made_leaves_no_trace() -> None:
    """Without renditions there is no picture, no caption and no photos page, and the book stands."""
    whole = book()
    site = site_of(whole, Renditions({}))
    drawn = re.compile(r'<figure class="drawing[^"]*"><img')
    assert not any("<img" in drawn.sub("", page.text) for page in on_screen(site))
    assert not any("sunflowers" in page.text for page in on_screen(site))
    assert "pages/photos.html" not in pages(site)
    assert not [asset for asset in site.assets if asset.path.startswith("media/")]


def test_only_what_a_look_names_is_shipped() -> None:
    """The files of a look in a book are its style sheets and what they name, each from its own folder."""
    whole = book("9-12")
    names = {asset.path.rpartition("/")[2] for asset in site_of(whole).assets}
    assert {"tokens.css", "parts.css", "tools.css", "look.css", "ease.css", "print.css", "atkinson.woff2"} <= names
    assert not [name for name in names if name.startswith("board") or name.endswith(".txt")]


def test_a_theme_is_said_on_every_page_and_nothing_where_none_is_chosen() -> None:
    """What story.yaml chose stands on the root of every page for the style sheets, and a book without has no trace."""
    whole = book()
    plain = site_of(whole)
    assert not any("data-theme" in page.text or "data-paper" in page.text for page in plain.pages)
    chosen = replace(whole, theme=Theme(ThemeColour.SEA, ThemePaper.DOTS, ThemeFont.OPEN))
    for page in pages(site_of(chosen)).values():
        root = page.elements[0].attributes
        assert (root["data-theme"], root["data-paper"], root["data-font"]) == ("sea", "dots", "open")


def test_a_look_of_an_authoritys_own_is_one_sheet(tmp_path: Path) -> None:
    """Only look.css is asked for: where a look has no sheet of its own for the cover, the shared parts dress it."""
    sheet = tmp_path / "look" / "clouds" / "look.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("body{background:#fff}", encoding="utf-8")
    whole = book()
    cloudy = replace(whole, edition=replace(whole.edition, look="clouds"))
    made = make_site(cloudy, renditions(whole), (tmp_path, *TEMPLATES))
    linked = [one.attributes.get("href") for one in pages(made)["Open my book.html"].elements if one.tag == "link"]
    assert "look/look.css" in linked and "look/cover.css" not in linked


def test_a_look_that_does_not_exist_is_said_plainly() -> None:
    """An edition whose look is in no folder is refused with the name of the look."""
    whole = book()
    with pytest.raises(LookNotFoundError, match="'clouds'"):
        site_of(replace(whole, edition=replace(whole.edition, look="clouds")), renditions(whole))


def test_a_template_that_asks_for_what_is_not_there_fails(tmp_path: Path) -> None:
    """A template of an authority's that misspells a name stops the book instead of printing a hole."""
    folder = tmp_path
    (folder / "pages").mkdir()
    (folder / "pages" / "closed.html").write_text("{{ page.titel }}", encoding="utf-8")
    whole = book()
    with pytest.raises(UndefinedError):
        make_site(whole, renditions(whole), (folder, *TEMPLATES))


def test_the_same_book_makes_the_same_site() -> None:
    """The same Book and renditions give the same pages, byte for byte."""
    whole = book()
    assert make_site(whole, renditions(whole), TEMPLATES) == make_site(whole, renditions(whole), TEMPLATES)
