"""Words and the pictures that belong to them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lsbook.model.book import Account, Block, Chapter, MediaBlock, PictureLink, Reference
from lsbook.model.prose import Heading, PageBreak, Text
from lsbook.model.vocabulary import MediaBlockKind, Part
from tests.unit.pages.cast import DAVE, GARDEN, JAN, WELLIES
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book
from tests.unit.pages.site_reading import Read, pages
from tests.unit.pages.writing import para, prose

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more


def chapter(*blocks: Block, look: str = "9-12") -> Read:
    """The page of a chapter with these blocks in it."""
    whole = replace(book(look), chapters=(Chapter("A day", Part.WHO_AM_I, blocks),))
    return pages(site_of(whole))["pages/a-day.html"]


def test_a_picture_stands_with_the_words_before_it() -> None:
    """Words and the picture that follows them are one passage, and every other picture is on the other side."""
    page = chapter(
        para("One.", PictureLink(WELLIES, "Wellies")),
        para("Two.", PictureLink(GARDEN, "Garden")),
        *prose("Three."),
        *prose("Four."),
    )
    passages = page.with_class("passage")
    assert [sorted(one.classes - {"passage"}) for one in passages] == [["first", "lead"], ["flip"], []]
    assert len(page.with_class("photo")) == 2


def test_a_picture_before_the_first_words_stands_with_them() -> None:
    """A picture that opens a chapter belongs to the words after it."""
    page = chapter(MediaBlock(MediaBlockKind.PHOTOS, (WELLIES,)), *prose("One."))
    assert len(page.with_class("passage")) == 1


def test_a_turn_of_the_page_is_a_board_for_the_youngest_and_a_rule_for_others() -> None:
    """Where a worker turns the page, young looks begin a new passage and the others draw a rule as well."""
    blocks: tuple[Block, ...] = (*prose("One."), PageBreak(), *prose("Two."))
    young, older = chapter(*blocks, look="under-5"), chapter(*blocks)
    assert (len(young.with_class("passage")), len(young.with_class("turned"))) == (2, 0)
    assert (len(older.with_class("passage")), len(older.with_class("turned"))) == (2, 1)


def test_several_photos_together_are_a_strip() -> None:
    """Photos named in one block stand beside each other."""
    assert len(chapter(MediaBlock(MediaBlockKind.PHOTOS, (WELLIES, GARDEN))).with_class("strip")) == 1


def test_a_heading_right_before_accounts_is_theirs() -> None:
    """A heading with nothing under it but accounts is the heading of the accounts, in their equal room."""
    heading: Heading[Reference] = Heading(2, (Text("Where did Biscuit sleep?"),))
    page = chapter(heading, Account(JAN, prose("By the door.")), Account(DAVE, prose("On the bed.")))
    assert not page.with_class("passage") and len(page.with_class("side")) == 2
    assert [one.tag for one in page.elements].count("h2") == 2  # theirs, and that of how the book looks


def test_words_of_the_glossary_stand_beside_the_chapter_that_uses_them() -> None:
    """A chapter that uses a word of the glossary explains it on its own page, whole words only."""
    assert len(chapter(*prose("The family court decided.")).with_class("side-col")) == 1
    assert not chapter(*prose("The family courtyard.")).with_class("side-col")
