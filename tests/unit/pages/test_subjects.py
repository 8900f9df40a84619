"""One subject of hard news is one door and one page, however many items of the story tell of it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from lsbook.model.book import Book, BookItem, Chapter, FlaggedBlock, HeadsUp, Moment, Question, Statement
from lsbook.model.prose import Paragraph, Text
from lsbook.model.vocabulary import Part
from lsbook.pages.layout.sensitive_items import SensitiveItem, collect_pictures, group_by_topic
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book
from tests.unit.pages.site_reading import Read, pages
from tests.unit.pages.test_hard_news import paths, put

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

THRESHOLD, BEHIND = "pages/heads-up-the-winter.html", "pages/the-winter.html"


def says(words: str) -> tuple[Paragraph[Any], ...]:
    return (Paragraph((Text(words),)),)


def mark(whole: Any, kind: type[BookItem], words: str) -> Any:
    """The Book with the first plain ``kind`` in it as hard news, on the words ``words``."""
    path, item = next(
        (path, item)
        for path, item in paths(whole)
        if isinstance(item, kind) and not item.heads_up and not any(step == "what_is_new" for step in path)
    )
    return put(whole, path, replace(item, heads_up=HeadsUp(words)))


@pytest.fixture(scope="module")
def winter() -> dict[str, Read]:
    """A book in which a chapter, a moment and a question are hard news about the winter, in slightly other letters."""
    whole = book()
    for kind, words in ((Chapter, "about the winter"), (Moment, "The winter."), (Question, "about the  winter")):
        whole = mark(whole, kind, words)
    return pages(site_of(whole))


def test_what_has_the_same_words_has_one_door(winter: dict[str, Read]) -> None:
    """Three items with the same words on their heads-up have one threshold and one page behind it."""
    assert [path for path in winter if "the-winter" in path.lower()] == [THRESHOLD, BEHIND]


def test_every_item_leads_to_the_door_of_its_subject(winter: dict[str, Read]) -> None:
    """From each page on which one of them would stand, a heads-up leads to the one threshold."""
    leading = {path for path, page in winter.items() if THRESHOLD in page.links}
    assert {"pages/your-timeline.html", "pages/questions-you-have-asked.html", "Open my book.html"} <= leading


def test_the_page_of_a_subject_begins_with_its_chapter(winter: dict[str, Read]) -> None:
    """The page has the title of the chapter, tells it first, and then all the rest."""
    whole = book()
    chapter = next(item for item in whole.chapters if not item.heads_up)
    assert winter[BEHIND].words.strip().startswith(f"{chapter.title} –")


def test_what_stands_in_hard_news_about_the_same_is_told_once() -> None:
    """A passage of hard news within a chapter about the same thing stands in its place, and not again behind it."""
    whole = book()
    at = next(at for at, item in enumerate(whole.chapters) if not item.heads_up)
    inner = FlaggedBlock(says("Xylophone of the winter."), heads_up=HeadsUp("the winter"))
    hard = replace(whole.chapters[at], inside=(inner,), heads_up=HeadsUp("about the winter"))
    read = pages(site_of(put(whole, ("chapters", at), hard)))
    assert read[BEHIND].words.count("Xylophone") == 1
    assert not read[BEHIND].with_class("headsup-card")


def test_an_answer_stands_under_its_question() -> None:
    """Where a hard answer shares a page, the question that it answers stands above it."""
    whole = mark(book(), Moment, "about the winter")
    answer = Statement(says("It was cold."), heads_up=HeadsUp("about the winter"))
    asked = Question(says("Why was it so?"), None, None, answer)
    whole = replace(whole, questions=(*whole.questions, asked))
    words = pages(site_of(whole))[BEHIND].words
    assert words.index("Why was it so?") < words.index("It was cold.")


def test_the_same_heads_up_stands_once_in_a_row() -> None:
    """Two facts about a person with the same words have one heads-up on that person's page."""
    whole = book()
    at = next(at for at, person in enumerate(whole.people) if not person.heads_up and person.facts)
    facts = tuple(Statement(says(words), heads_up=HeadsUp("about the winter")) for words in ("Snow.", "Ice."))
    whole = put(whole, ("people", at), replace(whole.people[at], facts=facts))
    read = pages(site_of(whole))
    (own,) = (page for page in read.values() if page.words.strip().startswith(f"{whole.people[at].name} –"))
    assert [link for link in own.links if link.startswith(THRESHOLD)] == [THRESHOLD]
    assert "Snow." in read[BEHIND].words and "Ice." in read[BEHIND].words


@pytest.mark.parametrize("look", ["5-8", "9-12", "13-17", "18-plus"])
def test_hard_news_leads_on_to_something_kind(look: str) -> None:
    """Behind each door a picture leads on to a chapter that is no hard news itself."""
    whole = book(look)
    read = pages(site_of(whole))
    thresholds = {path for path, page in read.items() if page.with_class("threshold")}
    for page in read.values():
        if any("hard-page" in element.classes for element in page.elements):
            (warm,) = page.with_class("warm")
            at = page.elements.index(warm)
            links = [element.attributes["href"] for element in page.elements[at : at + 4] if element.tag == "a"]
            assert len(links) == 1
            assert f"pages/{links[0]}" not in thresholds


def list_ways_on(whole: Book) -> set[str | None]:
    """Where the pages of hard news lead on to."""
    found: set[str | None] = set()
    for page in pages(site_of(whole)).values():
        for warm in page.with_class("warm"):
            at = page.elements.index(warm)
            found |= {element.attributes["href"] for element in page.elements[at : at + 4] if element.tag == "a"}
    return found


def test_hard_news_leads_on_to_where_nothing_hard_stands() -> None:
    """A chapter with a door in it, or about people, is passed over for one without, and taken where each has one."""
    whole = book()
    block = FlaggedBlock(says("It was cold."), heads_up=HeadsUp("about the winter"))
    illustrated = [
        at for at, item in enumerate(whole.chapters) if not item.heads_up and [*collect_pictures(item.inside)]
    ]
    assert illustrated
    calm = whole.chapters[illustrated[0]]
    extra = replace(calm, title="The lake in May")
    whole = replace(whole, chapters=(*whole.chapters, extra))
    before = list_ways_on(whole)
    for at in illustrated:
        chapter = whole.chapters[at]
        whole = put(whole, ("chapters", at), replace(chapter, inside=(*chapter.inside, block)))
    assert list_ways_on(whole) == {"the-lake-in-may.html"} != before
    people = replace(extra, title="The aunt by the lake", part=Part.MY_PEOPLE)
    assert list_ways_on(replace(whole, chapters=(people, *whole.chapters))) == {"the-lake-in-may.html"}
    last = len(whole.chapters) - 1
    everywhere = put(whole, ("chapters", last), replace(extra, inside=(*extra.inside, block)))
    assert list_ways_on(everywhere)


def test_subjects_begin_with_their_chapters() -> None:
    """A chapter comes before what stands in a chapter, and that before the rest; other words are another subject."""
    moment, statement, block = (
        SensitiveItem(Statement(says(words), heads_up=HeadsUp(f"about {topic}")), parent)
        for words, topic, parent in (("a", "Dad", "timeline"), ("b", "DAD", "people"), ("c", "dad", "chapter 3"))
    )
    other = SensitiveItem(Statement(says("d"), heads_up=HeadsUp("about Dad’s flat")), "people")
    assert group_by_topic((moment, statement, other, block)) == {
        "Dad": (block, moment, statement),
        "Dad’s flat": (other,),
    }
