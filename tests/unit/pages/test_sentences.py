"""Pages speak in sentences: where things come from, who has died, what is lost, and no age that may not be counted."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest
from msgspec.structs import replace

from lsbook.model.book import AboutMe, Book, Partner, Statement, Stay
from lsbook.model.book_text import NameLink
from lsbook.model.vocabulary import AboutMeKind, Certainty, PageLook, StayKind
from tests.unit.pages.cast import JAN
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book, renditions
from tests.unit.pages.site_reading import on_screen
from tests.unit.pages.writing import day, prose, says


def read(whole: Book) -> dict[str, str]:
    """The pages of a book by the stems of their names."""
    site = site_of(whole)
    return {PurePosixPath(page.path).stem: page.text for page in on_screen(site) if page.path.endswith(".html")}


def with_fact(look: str, fact: Statement) -> Book:
    """The sample, in which one fact is told of Dave."""
    whole = book(look)
    people = tuple(replace(one, facts=(fact,)) if one.name == "Dave" else one for one in whole.people)
    return replace(whole, people=people)


UNSURE = says("He moved to the sea in the spring.", source="a letter", certainty=Certainty.UNSURE)


@pytest.mark.parametrize("look", PageLook)
def test_where_it_comes_from_stands_at_the_end_from_nine_on(look: str) -> None:
    """From nine on the source is a note with a number beside the words; before, the words stand alone."""
    page = read(with_fact(look, UNSURE))["dave"]
    assert "He moved to the sea" in page
    if look in ("under-5", "5-8"):
        assert "A letter" not in page and "sure" not in page
        return
    (note,) = re.findall(r'<li id="note-1">([^<]*) <a class="back-to"', page)
    assert note == "A letter. Nobody is quite sure of this."
    assert page.index('href="#note-1"') < page.index('id="note-1"')


@pytest.mark.parametrize("words", ["It was not your fault.", "It was not because of you.", "Mum loved you."])
def test_of_blame_and_love_nothing_is_called_likely(words: str) -> None:
    """A sentence about blame or love carries no certainty, whatever the worker wrote beside it."""
    page = read(with_fact("9-12", says(words, source="Priya", certainty=Certainty.LIKELY)))["dave"]
    assert "most likely" not in page
    assert "Priya." in page


def test_what_is_sure_is_not_called_sure() -> None:
    """Certainty is said of what is unsure alone."""
    page = read(with_fact("13-17", says("He was a cook.", source="a letter", certainty=Certainty.SURE)))["dave"]
    assert '<li id="note-1">A letter. <a class="back-to"' in page


def test_the_same_source_is_one_note() -> None:
    """Two statements of one source share a number."""
    whole = with_fact("9-12", UNSURE)
    people = tuple(replace(one, facts=(UNSURE, UNSURE)) if one.name == "Dave" else one for one in whole.people)
    page = read(replace(whole, people=people))["dave"]
    assert page.count('href="#note-1"') == 2
    assert page.count("<li id=") == page.count('<li id="note-1"') == 1


def test_who_has_died_is_told_in_a_sentence_and_in_the_tree() -> None:
    """The page says when, the tree shows a leaf and the year, and a person who lives carries neither."""
    whole = book("9-12")
    people = tuple(replace(one, died=day(2021, 3)) if one.name == "Mum" else one for one in whole.people)
    site = site_of(replace(whole, people=people), renditions(whole))
    pages = {page.path: page.text for page in site.pages}
    drawn = " ".join(text for path, text in pages.items() if path.endswith(".svg"))
    assert "Mum died in March 2021." in pages["pages/mum.html"]
    assert ">died 2021</text>" in drawn and ">has died</text>" in drawn
    assert "died 2021" not in " ".join(page.text for page in site_of(whole).pages)


def test_a_short_break_is_no_move() -> None:
    """It is told on the page of homes in a sentence, and it is no stop on the road and no home of the timeline."""
    whole = book("9-12")
    home = whole.homes[0]
    (first, *_) = (stay for stay in home.stays if isinstance(stay, Stay))
    stay = replace(first, from_=day(2022, 7), until=day(2022, 8), category=StayKind.SHORT_BREAK)
    farm = replace(home, name="The seaside farm", stays=(stay,), accounts=(), photo=None)
    site = site_of(replace(whole, homes=(*whole.homes, farm)), renditions(whole))
    pages = {page.path: page.text for page in site.pages}
    assert "This was a short break." in pages["pages/places-you-have-lived.html"]
    assert not any("seaside" in text for path, text in pages.items() if path.endswith(".svg"))


def test_what_is_lost_says_who_looked_for_it() -> None:
    """A keepsake that is lost is told as lost, with who looked for it, and never as if it stood somewhere."""
    whole = book("9-12")
    lost = replace(whole.keepsakes[0], where_now=says("lost"), looked_for_by=JAN)
    page = read(replace(whole, keepsakes=(lost,)))["your-memory-box"]
    assert "Lost. " in page and " has looked." in page
    assert "Now: lost" not in page


def test_a_gift_reads_alike_for_one_thing_and_for_several() -> None:
    """Who gave something is said without a word for the thing itself: wellies are no "it"."""
    whole = book("9-12")
    gift = replace(whole.keepsakes[0], given_by=NameLink("a midwife"), when=None)
    assert "From a midwife." in read(replace(whole, keepsakes=(gift,)))["your-memory-box"]


def test_where_it_is_now_is_a_sentence_however_it_was_written() -> None:
    """A place alone stands behind "Now", however its words go on, and a sentence stands as it was written."""
    for written, expected in (
        ("on your bed", "Now: on your bed."),
        ("They are on your bed.", "They are on your bed."),
        ("in your box, because your feet grew", "Now: in your box, because your feet grew."),
    ):
        whole = book("9-12")
        kept = replace(whole.keepsakes[0], where_now=says(written))
        assert expected in read(replace(whole, keepsakes=(kept,)))["your-memory-box"]


def test_who_is_still_together_has_been_so_since_a_day() -> None:
    """A couple without an end is together since its start, and one with an end from one day until another.

    The family tree tells it, and the page of one of them only where they do not stand in it.
    """
    told = with_fact("13-17", UNSURE)
    for until, expected in (
        (None, "have been together since 2010."),
        (day(2014), "were together from 2010 until 2014."),
    ):
        couple = (Partner(JAN, day(2010), until),)
        people = tuple(replace(one, partners=couple) if one.name == "Dave" else one for one in told.people)
        pages = read(replace(told, people=people))
        assert expected in pages["family-tree"] and not any(expected in pages.get(name, "") for name in ("jan", "dave"))
        alone = read(replace(told, people=people, homes=()))
        assert expected in alone["dave"] and expected not in alone["family-tree"]


def test_nobody_is_a_couple_alone() -> None:
    """Somebody who is named as their own partner by mistake is no couple in the family tree."""
    told = with_fact("13-17", UNSURE)
    couple = (Partner(JAN, day(2010), None),)
    people = tuple(replace(one, partners=couple) if one.name == "Jan" else one for one in told.people)
    assert "together since 2010" not in read(replace(told, people=people))["family-tree"]


def test_no_age_is_counted_where_none_may_be() -> None:
    """With "ages: no" no page says how old the child was, nor does a drawing."""
    whole = book("9-12")
    silent = replace(whole, child=replace(whole.child, is_ageless=True))
    counted = re.compile(r"when you were (?:\d|a baby)|Age \d")
    told, kept = (" ".join(page.text for page in site_of(one).pages) for one in (whole, silent))
    assert counted.search(told)
    assert not counted.search(kept)


def test_how_a_child_tells_things_has_a_panel() -> None:
    """What others have to know to hear the child stands under words of its own."""
    item = AboutMe(AboutMeKind.HOW_I_TELL_YOU, prose("When you count the stairs, something is wrong."), None, None)
    page = read(replace(book("9-12"), about_me=(item,)))["about-you-now"]
    assert "How you tell people things" in page and "When you count the stairs" in page


def test_stop_and_talk_leads_to_people_from_every_page() -> None:
    """The button stands on every page, and the panel after hard news alone."""
    for name, text in read(book("9-12")).items():
        (href,) = re.findall(r'class="to-talk" href="([^"]*)"', text)
        is_hard = "hard-page" in text
        assert (href == "#talk") is is_hard, name
        assert is_hard or href.endswith("people-who-can-help.html"), name


@pytest.mark.parametrize(("name", "letter"), [("Uncle Dean", "D"), ("Miss Okoro", "O"), ("Nana Pat", "P")])
def test_a_face_without_a_photo_has_the_letter_of_the_name(name: str, letter: str) -> None:
    """Titles give no letter: a row of aunts would all be A."""
    whole = book("9-12")
    people = tuple(replace(one, name=name, photo=None) if one.name == "Mum" else one for one in whole.people)
    page = read(replace(whole, people=people))["the-people-in-your-story"]
    assert f">{letter}</span><h3>{name}</h3>" in page
