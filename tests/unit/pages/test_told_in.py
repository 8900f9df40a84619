"""What a chapter tells is told on its page alone; from everywhere else a way leads there."""

from __future__ import annotations

from msgspec.structs import replace

from lsbook.model.book import Book, Chapter, FlaggedBlock, HeadsUp, Moment, Question, Statement
from lsbook.model.vocabulary import FactKind, Part
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book
from tests.unit.pages.site_reading import Read, pages
from tests.unit.pages.writing import day, para, prose

WINTER, BEHIND = "pages/the-cold-winter.html", "pages/the-winter.html"
HARD = HeadsUp("about the winter")
TITLE = "The cold winter"
FACT = Statement(prose("Xylophone."), source="a letter", told_in=TITLE)


def add(whole: Book, fact: Statement, chapter: Chapter) -> Book:
    """The book with ``chapter`` as its last, in which ``fact`` is one of Dave's."""
    people = tuple(replace(one, facts=(fact,)) if one.name == "Dave" else one for one in whole.people)
    return replace(whole, people=people, chapters=(*whole.chapters, chapter))


def tell(fact: Statement, chapter: Chapter) -> dict[str, Read]:
    """The pages of a book with both."""
    return pages(site_of(add(book("13-17"), fact, chapter)))


def make_chapter(heads_up: HeadsUp | None = None) -> Chapter:
    return Chapter(TITLE, Part.MY_PEOPLE, (para("It snowed for a month."),), heads_up=heads_up)


def test_elsewhere_stands_the_way_to_the_chapter() -> None:
    """On the page of a person a fact that a chapter tells is a link to the chapter, and its words stand nowhere."""
    read = tell(FACT, make_chapter())
    assert WINTER in read["pages/dave.html"].links
    assert "This is told in" in read["pages/dave.html"].words
    assert not any("Xylophone" in page.words for page in read.values())


def test_hard_news_is_told_once_behind_its_door() -> None:
    """A fact with the heads-up of the chapter that tells it leads to the door, where the chapter stands alone."""
    read = tell(replace(FACT, heads_up=HARD), make_chapter(HARD))
    assert "pages/heads-up-the-winter.html" in read["pages/dave.html"].links
    assert "It snowed for a month." in read[BEHIND].words
    assert not any("Xylophone" in page.words for page in read.values())


def test_where_it_comes_from_is_said_all_the_same() -> None:
    """The source of a fact that the chapter tells is among the notes of that page, its number below the words."""
    page = tell(replace(FACT, heads_up=HARD), make_chapter(HARD))[BEHIND]
    assert "Where this comes from 1" in " ".join(page.words.split())
    assert "A letter." in page.words
    assert {"ref-1", "note-1"} <= set(page.ids)


def test_a_passage_of_hard_news_tells_for_its_chapter() -> None:
    """Where a chapter holds the hard passage, what says that the chapter tells it is not said again beside it."""
    passage = FlaggedBlock(prose("It snowed for a month."), heads_up=HARD)
    answer = Question(prose("Why was it so?"), None, None, replace(FACT, heads_up=HARD))
    moment = Moment(day(2018), prose("Zither."), None, None, (), (), heads_up=HARD, told_in=TITLE)
    chapter = replace(make_chapter(), inside=(para("Before."), passage))
    whole = replace(book("13-17"), questions=(answer,), moments=(moment,))
    read = pages(site_of(add(whole, FACT, chapter)))
    assert "It snowed for a month." in read[BEHIND].words
    assert not any(word in read[BEHIND].words for word in ("Xylophone", "Zither", "Why was it so?"))
    leading = {path for path, page in read.items() if "pages/heads-up-the-winter.html" in page.links}
    asked = next(path for path, page in read.items() if "Why was it so?" in page.words)
    assert {WINTER, asked} <= leading


def test_a_doctor_is_told_in_words() -> None:
    """The page of health says what a chapter tells as well: it is copied alone."""
    read = pages(site_of(add(book("18-plus"), replace(FACT, category=FactKind.HEALTH), make_chapter())))
    assert "Xylophone." in read["pages/health-in-your-family.html"].words
