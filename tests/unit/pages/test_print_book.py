"""The whole book on one page, for paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from lsbook.model.book import Book, Moment
from lsbook.model.site import PRINT_PAGE, RUNNING_STYLES, Page
from lsbook.model.when import UnknownDate
from lsbook.pages import make_site
from lsbook.pages.print.print_merge import COVER_STEM, merge_page
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import TEMPLATES, book, renditions
from tests.unit.pages.site_reading import paper
from tests.unit.pages.test_pages import bare
from tests.unit.pages.writing import day, hard, prose

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more


def page(look: str = "9-12", reader: str = "child", templates: tuple[Path, ...] = TEMPLATES) -> Page:
    """The page of the whole sample."""
    whole = book(look, reader=reader)
    return next(one for one in make_site(whole, renditions(whole), templates).pages if one.path == PRINT_PAGE)


def topics(text: str) -> list[tuple[str, str]]:
    """The dress and the name of every topic, in their order."""
    return re.findall(r'<article class="bound ?([^"]*)" id="([^"]+)">', text)


@pytest.mark.parametrize(("reader", "last"), [("child", "blank--new"), ("carers", "about-this-book")])
def test_the_cover_is_first_and_hard_news_stands_after_the_story(reader: str, last: str) -> None:
    """Hard news stands between the story and the book's own pages, and no book ends with it."""
    found = topics(page(reader=reader).text)
    dresses = [dress for dress, _ in found]
    assert found[0] == ("", COVER_STEM)
    first, count = dresses.index("kept-last"), dresses.count("kept-last")
    hard, after = ([name for _, name in part] for part in (found[first : first + count], found[first + count :]))
    assert set(dresses[first : first + count]) == {"kept-last"}
    assert "people-who-can-help" in after and after[-1] == last
    assert len(hard) % 2 == 0 and all(name.startswith("heads-up-") for name in hard[::2])
    assert not any(name.startswith("heads-up-") for name in hard[1::2])


def list_subjects(whole: Book) -> list[str]:
    """The thresholds of hard news in a book on paper, in their order."""
    text = next(one for one in site_of(whole).pages if one.path == PRINT_PAGE).text
    return [name for _, name in topics(text) if name.startswith("heads-up-") and not name.endswith("--here")]


def test_hard_news_stands_in_the_order_of_time() -> None:
    """A subject stands by its date, else by the first year in its words; one with neither follows the one before it."""
    moments = tuple(
        Moment(date, prose(what), None, None, (), (), heads_up=hard(about))
        for date, what, about in (
            (day(2022), "It rained.", "the rain"),
            (UnknownDate(), "The fire was in 2019.", "the fire"),
            (UnknownDate(), "It was cold.", "the cold"),
            (day(2018), "It stormed.", "the storm"),
        )
    )
    names = [name.removeprefix("heads-up-") for name in list_subjects(bare(moments=moments))]
    assert names == ["the-storm", "the-fire", "the-cold", "the-rain"]


def test_a_card_stands_where_a_hard_chapter_would_stand() -> None:
    """In the row there is nothing of a hard chapter but the card that leads to its heads-up."""
    text = page().text
    cards = [name.removesuffix("--here") for dress, name in topics(text) if dress == "between"]
    assert cards
    for name in cards:
        assert ("kept-last", name) in topics(text)
        assert f'href="#{name}"' in text


@pytest.mark.parametrize("look", ["under-5", "18-plus"])
def test_nothing_on_it_leads_elsewhere(look: str) -> None:
    """Every link leads to a place on the page itself: in a PDF an address of a file would tell where the book lies."""
    whole = book(look)
    read = paper(site_of(whole))
    links = [one.attributes["href"] or "" for one in read.elements if one.tag == "a" and "href" in one.attributes]
    assert [link for link in links if not link.startswith("#")] == ["../Open%20my%20book.html"]
    assert {link[1:] for link in links if link.startswith("#")} <= set(read.ids)
    assert not [one for one in read.elements if "loading" in one.attributes]


def test_nobody_else_has_pages_for_the_childs_own_hand() -> None:
    """Sheets to write and draw on are in the child's book alone."""
    assert "mine-to-fill" in page().text
    assert "mine-to-fill" not in page("18-plus", "carers").text


def test_an_authoritys_own_page_stands_on_paper_too(tmp_path: Path) -> None:
    """A template that extends base.html, as every page does, is put on a sheet without a change."""
    own = tmp_path / "pages"
    own.mkdir()
    text = '{% extends "pages/base.html" %}{% block main %}<p id="own"><a href="#own">Ours</a></p>{% endblock %}'
    (own / "about-book.html").write_text(text, encoding="utf-8")
    made = page(templates=(tmp_path, *TEMPLATES)).text
    assert '<p id="about-this-book--own"><a href="#about-this-book--own">Ours</a></p>' in made
    assert made.count("<!doctype html>") == 1


def test_a_book_without_hard_news_says_nothing_of_it() -> None:
    """Where there is no heads-up, neither the page nor the way to it speaks of hard pages."""
    whole = book()
    plain = replace(whole, chapters=(), people=(), homes=(), schools=(), moments=(), keepsakes=(), letters=(), media=())
    plain = replace(plain, about_me=(), questions=(), words=(), talk_to=(), placeholders={}, cover=None)
    plain = replace(plain, child=replace(plain.child, names=(), photo=None))
    site = site_of(plain)
    assert "kept-last" not in paper(site).words
    assert not any("Hard pages" in one.text for one in site.pages)


@pytest.mark.parametrize("name", ['Zoë "Z" O\'Neil', "}@import 'x'", "مايا", "A\\B\nC"])
def test_any_name_stands_at_the_edge_of_a_sheet(name: str) -> None:
    """Whatever a child is called, the style sheet that prints the name holds one text and no more."""
    whole = book()
    whole = replace(whole, child=replace(whole.child, name=name))
    [sheet] = [one.text for one in site_of(whole).pages if one.path == RUNNING_STYLES]
    assert len(re.findall('"', sheet)) == 4
    inside = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), re.findall('"([^"]*)"', sheet)[0])
    assert name in inside


def test_ids_and_addresses_are_told_apart_by_their_page() -> None:
    """The same id on two pages is two ids on one, and pictures are found from the page's own folder."""
    html = '<b id="x" aria-labelledby="x y"></b><a href="#x">a</a><a href="../Open%20my%20book.html#contents">c</a>'
    html += '<a href="jan.html">j</a><a href="gone.html">g</a><img src="../media/a.jpg" srcset="../media/a.jpg 640w">'
    stems = {"pages/mum.html": "mum", "pages/jan.html": "jan", "Open my book.html": COVER_STEM}
    made = merge_page(html, "pages/mum.html", PRINT_PAGE, stems)
    assert 'id="mum--x" aria-labelledby="mum--x mum--y"' in made
    assert 'href="#mum--x"' in made and f'href="#{COVER_STEM}--contents"' in made and 'href="#jan"' in made
    assert 'href="gone' not in made
    cover = merge_page('<img src="media/a.jpg" poster="media/b.jpg">', "Open my book.html", PRINT_PAGE, stems)
    assert cover == '<img src="../media/a.jpg" poster="../media/b.jpg">'


def test_who_does_not_write_yet_has_no_lines_to_write_on() -> None:
    """Under five the sheets for the child's own hand are frames to draw in; from five on some of them are ruled."""
    assert "to-draw-in" in page("under-5").text and "to-write-on" not in page("under-5").text
    assert "to-write-on" in page("5-8").text
