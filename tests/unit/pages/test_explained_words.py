"""Words of the law in an adult's own book: explained beside the paragraph in which each first stands."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from lsbook.model.book import Book, HeadsUp, Word
from lsbook.model.prose import Paragraph, Text
from lsbook.model.vocabulary import WordKind
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book

FIRST, SECOND, THIRD = "The order was made.", "Then a care order, and an order again.", "Nothing of the kind."


def prose(*paragraphs: str) -> tuple[Paragraph[Any], ...]:
    return tuple(Paragraph((Text(words),)) for words in paragraphs)


def make_book(look: str, *, is_hard: bool = False, reader: str = "child") -> Book:
    """A book of one chapter, with two words of the law in it, and one that it does not say."""
    whole = book(look, reader=reader)
    words = tuple(
        Word(word, prose(means), WordKind.LAW)
        for word, means in (
            ("order", "What a judge writes."),
            ("care order", "The council looks after you."),
            ("appeal", "No."),
        )
    )
    heads_up = HeadsUp("the winter") if is_hard else None
    chapter = replace(whole.chapters[0], title="Court", inside=prose(FIRST, SECOND, THIRD), heads_up=heads_up)
    return replace(whole, words=words, chapters=(chapter,))


def read_page(whole: Book, path: str = "pages/court.html") -> str:
    return next(page.text for page in site_of(whole).pages if page.path == path)


def find_explained(text: str) -> list[tuple[str, ...]]:
    """The words of each paragraph that has meanings beside it, and the words that these explain."""
    blocks = re.findall(r'<div class="explained">\n(.*?)</div>', text, re.DOTALL)
    return [(re.findall("<p>(.*?)</p>", block)[0], *re.findall("<b>(.*?)</b>", block)) for block in blocks]


def test_a_word_is_explained_beside_the_paragraph_in_which_it_first_stands() -> None:
    """Each word of the law stands once beside the first paragraph that says it, and in no list below."""
    text = read_page(make_book("18-plus"))
    assert find_explained(text) == [(FIRST, "order"), (SECOND, "care order")]
    assert 'words-here"' not in text and "Never." not in text


def test_words_of_a_hard_chapter_stand_beside_its_paragraphs_too() -> None:
    """Behind a heads-up it is the same."""
    text = read_page(make_book("18-plus", is_hard=True), "pages/the-winter.html")
    assert find_explained(text) == [(FIRST, "order"), (SECOND, "care order")]
    assert 'words-here"' not in text


def test_a_book_for_a_child_explains_words_together() -> None:
    """Where children read, or others than the person herself, meanings stand in one list beside the text."""
    for whole in (make_book("13-17"), make_book("18-plus", reader="carers")):
        text = read_page(whole)
        assert not find_explained(text) and 'words-here"' in text


def test_a_word_that_the_book_never_says_is_not_explained() -> None:
    """The page of words has those that stand somewhere in this book, in whatever form, and no others."""
    whole = book("9-12")
    words = tuple(Word(word, prose(f"Qz{word}.")) for word in ("judge", "solicitor", "respite"))
    chapter = replace(whole.chapters[0], title="Court", inside=prose("Two judges and their Solicitors sat there."))
    site = site_of(replace(whole, words=words, chapters=(chapter,)))
    text = " ".join(page.text for page in site.pages if page.path.endswith(".html"))
    assert [word for word in ("judge", "solicitor", "respite") if f"Qz{word}" in text] == ["judge", "solicitor"]
