"""The pages of an adult: health, records, who worked with the child, the foreword, and what to read to children."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lsbook.model.book import (
    Book,
    Card,
    GentleTelling,
    HeadsUp,
    NameLink,
    Person,
    Question,
    Statement,
    Word,
    WorkTime,
)
from lsbook.model.vocabulary import FactKind, ItemKind, PageLook, QuestionStatus, WordKind
from lsbook.model.when import Dated, Point
from lsbook.pages.content.health import find_sides
from lsbook.pages.language.rich_text import make_rich
from lsbook.pages.layout.components import IllustratedText, RunningText
from lsbook.pages.layout.fonts import select_fonts
from lsbook.pages.layout.illustrated_text import pair_text_with_pictures
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import TEMPLATES, book
from tests.unit.pages.site_reading import Read, pages
from tests.unit.pages.test_subjects import says

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more


def make_adult(look: str = "18-plus") -> Book:
    """The sample with a little of everything that an adult's book has."""
    whole = book(look)
    work = (WorkTime(Dated(Point(2021)), None, "qzlead1z"), WorkTime(Dated(Point(2019)), Dated(Point(2020)), ""))
    facts = (Statement(says("Her heart is weak qzheart2z."), source="qzdoctor3z", category=FactKind.HEALTH),)
    hard = Statement(says("qzliver4z"), heads_up=HeadsUp("about her liver"), category=FactKind.HEALTH)
    first = replace(whole.people[0], work=work, facts=(*facts, hard))
    words = (Word("order", says("Of a court."), WordKind.LAW), Word("teapot", says("For tea.")))
    asked = Question(says("May I meet him by order, with a teapot?"), QuestionStatus.LATER, None, None)
    chapter = replace(whole.chapters[0], gentle=GentleTelling("Small qztitle5z", says("You had soup qzsoup6z.")))
    return replace(
        whole,
        people=(first, *whole.people[1:]),
        words=words,
        questions=(asked,),
        chapters=(chapter, *whole.chapters[1:]),
        foreword=(Statement(says("I kept it qzforeword7z.")),),
        records=(Statement(says("They are kept qzkept8z.")),),
    )


@pytest.fixture(scope="module")
def read() -> dict[str, Read]:
    whole = make_adult()
    return pages(site_of(whole))


def test_health_is_told_on_a_page_for_a_doctor(read: dict[str, Read]) -> None:
    """Facts of health stand on one page with their source; what is hard news leads to its heads-up."""
    page = read["pages/health-in-your-family.html"]
    assert "qzheart2z" in page.words and "Qzdoctor3z" in page.words
    assert "qzliver4z" not in page.words
    assert "pages/heads-up-her-liver.html" in page.links


def test_who_worked_with_her_stands_by_years(read: dict[str, Read]) -> None:
    """Times of work stand in the order of their beginnings, each with what as, or what the card says."""
    words = read["pages/who-worked-with-you.html"].words
    assert words.index("2019") < words.index("qzlead1z")


def test_records_are_told_with_how_to_ask(read: dict[str, Read]) -> None:
    """The page says where the records are, and that asking is free and answered within a month."""
    words = read["pages/where-your-records-are.html"].words
    assert "qzkept8z" in words and "It costs nothing" in words and "within a month" in words


def test_the_foreword_comes_first_in_her_own_words(read: dict[str, Read]) -> None:
    """The foreword is marked as the young person's words, and the cover leads to it."""
    page = read["pages/foreword.html"]
    assert "qzforeword7z" in page.words and page.with_class("mine")
    assert "pages/foreword.html" in read["Open my book.html"].links


def test_the_gentle_tellings_stand_on_a_page_of_their_own(read: dict[str, Read]) -> None:
    """What small children are told is on the page for children of her own, and on no other but that to find things."""
    holding = {path for path, page in read.items() if "qzsoup6z" in page.words}
    assert "pages/for-your-own-children.html" in holding
    assert holding <= {"pages/for-your-own-children.html", "pages/find-something-in-this-book.html"}
    assert "qztitle5z" in read["pages/for-your-own-children.html"].words


def test_an_adults_own_book_explains_words_of_the_law_alone(read: dict[str, Read]) -> None:
    """Where words are marked as being about law, only these are explained to an adult; to others all are."""
    assert any("Of a court." in page.words for page in read.values())
    assert not any("For tea." in page.words for page in read.values())
    whole = make_adult("13-17")
    others = pages(site_of(whole)).values()
    assert any("For tea." in page.words for page in others)


def test_nobody_of_eighteen_is_put_off_until_older(read: dict[str, Read]) -> None:
    """A question for later says in an adult's book that the answer can be asked for, not that she is too young."""
    words = read["pages/questions-you-have-asked.html"].words
    assert "older" not in words and "can be asked for" in words


def test_notes_lead_back_to_their_words(read: dict[str, Read]) -> None:
    """Each note at the end of a page has a link to the place that it is a note to."""
    for page in read.values():
        notes = [name for name in page.ids if name.startswith("note-")]
        back = [element.attributes["href"] for element in page.with_class("back-to")]
        assert back == [f"#ref-{name.removeprefix('note-')}" for name in notes]
        assert {f"ref-{name.removeprefix('note-')}" for name in notes} <= set(page.ids)


def test_sides_of_a_family_go_by_birth() -> None:
    """Each parent's kin are a side; full brothers and sisters are on none, and carers are not either."""
    whole = book("18-plus")
    names = {at: person.name for at, person in enumerate(whole.people)}
    for parents, members in find_sides(whole):
        assert parents and set(parents) <= members
        assert "Jan" not in {names[at] for at in members}


def test_parents_with_a_second_child_together_have_two_sides() -> None:
    """A full sister does not make two families one."""
    whole = book("18-plus")
    plain = next(person for person in whole.people if not person.heads_up)

    def make_person(name: str, *children: int) -> Person:
        mine = (NameLink("you", me=True),) if 2 in children else ()
        links = tuple(NameLink("", Card(ItemKind.PEOPLE, at)) for at in children)
        return replace(plain, name=name, parent_of=(*mine, *links))

    people = (make_person("Mum", 2), make_person("Dad", 2), make_person("Sister"), make_person("Nan", 0))
    assert find_sides(replace(whole, people=people)) == (((0,), frozenset({0, 3})), ((1,), frozenset({1})))


def test_a_biography_is_set_in_its_own_letters() -> None:
    """The typeface of the book of 18 and over is in books of that look, and in no other."""
    sheet, files = select_fonts(TEMPLATES, "lsbook", "18-plus")
    assert "Literata" in sheet.text and any("literata" in asset.path for asset in files)
    assert "Literata" not in select_fonts(TEMPLATES, "lsbook", "13-17")[0].text


@pytest.mark.parametrize(("letters", "falls"), [(150, False), (300, True)])
def test_a_large_letter_falls_where_there_is_room(letters: int, falls: bool) -> None:
    """Only a first paragraph of more than three lines begins with a large letter, and only in a biography."""
    text = RunningText(make_rich("word " * (letters // 5)).put_on_line().put_into("<p>{}</p>"))
    for look, expected in ((PageLook.FROM_18, falls), (PageLook.FROM_13, False)):
        (passage,) = pair_text_with_pictures((text,), look)
        assert isinstance(passage, IllustratedText)
        assert ("capital" in passage.css_class.split()) is expected
