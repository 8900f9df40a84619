"""The picture book of the youngest."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from lsbook.drawings.scenes import Scene, draw_scene
from lsbook.drawings.svg import render_svg
from lsbook.model.book import Block, Book, Chapter, FlaggedBlock, HeadsUp, PictureLink, Stay, WritingSpace
from lsbook.model.prose import PageBreak
from lsbook.model.vocabulary import Part
from lsbook.pages.layout.addresses import COVER
from tests.unit.pages.cast import DAVE, GARDEN, JAN, WELLIES
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book
from tests.unit.pages.site_reading import Read, on_screen, pages, paper
from tests.unit.pages.writing import hard, para, prose

SPREADS: tuple[Block, ...] = (
    para("Red wellies.", PictureLink(WELLIES, "Wellies")),
    PageBreak(),
    para(JAN, " dug the garden."),
    PageBreak(),
    para("A dog came.", PictureLink(GARDEN, "Garden")),
)


def chosen(*blocks: Block, title: str = "A day", heads_up: HeadsUp | None = None) -> Chapter:
    """A chapter that a person chose."""
    return Chapter(title, Part.WHO_AM_I, blocks, is_picture_book=True, heads_up=heads_up)


def read_book(*chapters: Chapter, look: str = "under-5", whole: Book | None = None) -> dict[str, Read]:
    """The pages of a book with these chapters."""
    whole = replace(whole or book(look), chapters=chapters)
    return pages(site_of(whole))


def turn(read: dict[str, Read]) -> list[Read]:
    """The pages that a reader comes to who opens the book and turns to its end."""
    row, path = [], COVER
    while onward := [one for one in read[path].elements if one.attributes.get("rel") == "next"]:
        address = unquote(onward[0].attributes["href"] or "")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
        row.append(read[path])
    return row


@pytest.fixture(scope="module")
def short() -> dict[str, Read]:
    """A book with one chapter of three spreads that a person chose."""
    return read_book(chosen(*SPREADS))


def test_the_book_is_turned_from_its_cover_to_its_end(short: dict[str, Read]) -> None:
    """From the cover each link onward is the next spread, the end has none, and every spread leads back."""
    row = turn(short)
    assert [page.path for page in row] == [
        "pages/red-wellies.html",
        "pages/jan-dug-the-garden.html",
        "pages/a-dog-came.html",
        "pages/the-end.html",
    ]
    assert all(len([one for one in page.elements if one.attributes.get("rel") == "prev"]) == 1 for page in row)


def test_a_spread_is_a_picture_and_a_sentence(short: dict[str, Read]) -> None:
    """A spread has one picture, no caption, and no link in its words: a name is a name."""
    for page in turn(short):
        assert len([one for one in page.elements if one.tag == "img"]) == 1
        assert not page.with_class("name") and not any(one.tag == "figcaption" for one in page.elements)


def test_where_there_is_no_picture_a_scene_is_drawn(short: dict[str, Read]) -> None:
    """A spread without a picture, and the end, show a drawing of the book's own and never another photo."""
    shown = [next(one for one in page.elements if one.tag == "img").attributes["src"] or "" for page in turn(short)]
    assert [source.endswith(".svg") for source in shown] == [False, True, False, True]


def test_hard_news_is_a_small_book_behind_its_heads_up() -> None:
    """Behind the heads-up come spreads, then how that felt, then the warm end; what no spread shows is told once."""
    told = (para("Mum was ill.", PictureLink(WELLIES, "Wellies")), PageBreak(), para("Q" * 150), para("Then " * 20))
    own = WritingSpace(prose("Draw it."))
    read = read_book(chosen(*SPREADS), chosen(*told, own, heads_up=HeadsUp("about a fish")))
    now = read["pages/heads-up-a-fish.html"].with_class("choice")[0]
    path, row = posixpath.join("pages", now.attributes["href"] or ""), list[str]()
    while len(row) < 9 and (onward := [one for one in read[path].elements if one.attributes.get("rel") == "next"]):
        row.append(path)
        path = posixpath.join("pages", onward[0].attributes["href"] or "")
    *spreads, after = row
    assert after == "pages/a-fish.html" and path == "pages/the-end.html"
    assert [("Mum was ill." in read[spread].words, "Then Then" in read[spread].words) for spread in row] == [
        (True, False), (False, False), (False, True), (False, False)]  # fmt: skip
    assert "How did that feel?" in read[after].words and "Draw it." in read[after].words
    assert not any("ill" in posixpath.basename(spread) for spread in spreads)
    assert "Mum was ill." not in read["pages/find-something-in-this-book.html"].words


def test_hard_words_without_a_picture_stand_beside_a_window_in_the_rain() -> None:
    """No sun and no kite behind hard news: where a small book has no picture of its own, it is the window."""
    site = site_of(
        replace(book("under-5"), chapters=(chosen(para("The fish died."), heads_up=HeadsUp("about a fish")),))
    )
    (page,) = (page for path, page in pages(site).items() if "turn" in path and "fish died" in page.words)
    shown = next(one for one in page.elements if one.tag == "img").attributes["src"] or ""
    drawn = next(file for file in site.pages if posixpath.basename(file.path) == posixpath.basename(shown))
    assert drawn.text == render_svg(draw_scene(Scene.WINDOW), "en-GB")


def test_a_chapter_that_stands_in_spreads_whole_is_not_told_twice(short: dict[str, Read]) -> None:
    """Such a chapter has no page of its own; one that says more has, and what no spread shows stands there alone."""
    assert "pages/a-day.html" not in short
    more = (*SPREADS, WritingSpace(prose("Draw it.")), para("After that."))
    read = read_book(chosen(*more))
    assert "Draw it." in read["pages/a-day.html"].words
    assert not any("Draw it." in page.words or "After that." in page.words for page in turn(read))


def test_nobody_turns_to_hard_news() -> None:
    """A hard chapter is in no spread though somebody marked it, and hard news in a chosen chapter is in none either."""
    passage = FlaggedBlock(prose("The fish died."), heads_up=hard("about the fish"))
    read = read_book(
        chosen(para("We moved away."), title="Away", heads_up=hard("about moving")),
        chosen(para("We had a fish."), passage, PageBreak(), para("It was blue.")),
    )
    text = " ".join(page.words for page in turn(read))
    assert "We had a fish." in text and "It was blue." in text
    assert "moved away" not in text and "fish died" not in text
    door = read["pages/for-the-grownup.html"]
    assert "The fish" in door.words and "Moving" in door.words


def test_a_hard_photo_is_no_picture_of_a_spread() -> None:
    """A photo that is hard news stands in no spread; the words have a scene, and the photo its own door."""
    whole = book("under-5")
    media = tuple(
        replace(one, heads_up=hard("about it")) if at == WELLIES else one for at, one in enumerate(whole.media)
    )
    first = turn(read_book(chosen(*SPREADS), whole=replace(whole, media=media, cover=None)))[0]
    assert (next(one for one in first.elements if one.tag == "img").attributes["src"] or "").endswith(".svg")


def test_a_picture_book_has_sixteen_spreads_at_most() -> None:
    """What is too much is left to the page of its chapter, and nothing of it is lost."""
    many = tuple(part for at in range(20) for part in (para(f"You ran {at} times."), PageBreak()))
    read = read_book(chosen(*many))
    row = turn(read)
    assert len(row) == 16 and row[-1].path == "pages/the-end.html"
    assert all(f"You ran {at} times." in read["pages/a-day.html"].words for at in range(20))


def test_where_nobody_chose_any_book_has_its_spreads() -> None:
    """Who the child is, where home is, who is there, being born, the homes before and now: names, and no dates."""
    row = turn(read_book(*book("under-5").chapters))
    words = [" ".join(page.words.split()) for page in row]
    assert "You are Maya." in words[0] and any(" live with you." in text for text in words)
    assert any("You were born." in text for text in words) and "This is your story, Maya." in words[-1]
    assert not any(re.search(r"\b(19|20)\d\d\b", text) for text in words)


def test_the_only_one_at_home_is_shown_by_the_photo() -> None:
    """Of one person who lives with the child the spread says so in a sentence, beside the photo if there is one."""
    whole = book("under-5")
    stays = tuple(replace(stay, people=(JAN,)) for stay in whole.homes[0].stays if isinstance(stay, Stay))
    alone = replace(whole, homes=(replace(whole.homes[0], stays=stays),))
    row = turn(read_book(*whole.chapters, whole=alone))
    spread = next(page for page in row if "Jan lives with you." in " ".join(page.words.split()))
    assert not (next(one for one in spread.elements if one.tag == "img").attributes["src"] or "").endswith(".svg")


def test_a_quiet_door_leads_to_everything_else(short: dict[str, Read]) -> None:
    """The cover has no contents: they stand behind the door for the grown-up, small books about hard things first."""
    assert not short[COVER].with_class("contents")
    assert "pages/for-the-grownup.html" in short[COVER].links
    door = short["pages/for-the-grownup.html"]
    assert {"pages/your-timeline.html", "pages/photos.html", "pages/people-who-can-help.html"} <= set(door.links)
    assert door.words.index("Small books about hard things") < door.words.index("Who you are")


@pytest.mark.parametrize("look", ["5-8", "13-17"])
def test_older_looks_have_no_spreads(look: str) -> None:
    """In the older looks a chosen chapter is a chapter like any other."""
    read = read_book(chosen(*SPREADS), look=look)
    assert "pages/a-day.html" in read and not any(page.with_class("pb") for page in read.values())


def test_a_book_for_somebody_else_is_no_picture_book() -> None:
    """Only the child has a picture book, whatever look another reader's book is given."""
    whole = book("under-5")
    other = replace(whole, edition=replace(whole.edition, reader="carers"))
    assert not any(page.with_class("pb") for page in read_book(chosen(*SPREADS), whole=other).values())


def test_on_paper_the_spreads_follow_the_cover() -> None:
    """Paper has the cover, the spreads and the end, and the contents behind them."""
    whole = replace(book("under-5"), chapters=(chosen(*SPREADS),))
    sheet = paper(site_of(whole))
    bound = [one.attributes["id"] for one in sheet.elements if "bound" in one.classes]
    assert bound[:6] == [
        "front--cover",
        "red-wellies",
        "jan-dug-the-garden",
        "a-dog-came",
        "the-end",
        "for-the-grownup",
    ]
    assert "pages/print.html#for-the-grownup--contents" in sheet.links


def test_the_arrow_keys_turn_the_page_where_scripts_run() -> None:
    """The cover and every spread have the script for the arrow keys, and no page for the grown-up has it."""
    whole = replace(book("under-5"), chapters=(chosen(*SPREADS),))
    screen = on_screen(site_of(whole))
    keyed = {page.path for page in screen if "ArrowRight" in page.text}
    assert keyed == {COVER, *(page.path for page in screen if '<body class="pb">' in page.text)}
    assert keyed >= {page.path for page in turn(read_book(chosen(*SPREADS)))}


def test_a_spread_that_names_those_at_home_shows_their_faces() -> None:
    """Where the words name two of those who live with the child and no picture stands beside them, faces are drawn."""
    named, alone = (
        read_book(chosen(para(*words))) for words in ((JAN, " and ", DAVE, " are here."), (JAN, " is here."))
    )
    drawn = [
        next(one for one in turn(read)[0].elements if one.tag == "img").attributes["src"] for read in (named, alone)
    ]
    assert drawn[0] != drawn[1] and all((source or "").endswith(".svg") for source in drawn)
