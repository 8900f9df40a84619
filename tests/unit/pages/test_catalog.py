"""The book's own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from lsbook.model.vocabulary import BookVoice, PageLook
from lsbook.pages import make_site
from lsbook.pages.language.catalog import load_catalog
from lsbook.pages.language.catalog_files import MissingTextError
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import ROOT, TEMPLATES, book, renditions
from tests.unit.pages.site_reading import on_screen, pages

FILE = ROOT / "templates" / "languages" / "en.yaml"
KEYS = frozenset(yaml.safe_load(FILE.read_text(encoding="utf-8"))) - {"about"}
SOURCES = [*(ROOT / "lsbook" / "pages").rglob("*.py"), *(ROOT / "templates" / "pages").glob("*.html")]


def test_no_word_is_missing_and_none_is_unused() -> None:
    """Whatever the pages ask the book to say is in the file of words, and nothing else is."""
    quoted, asked = set(), set()
    for source in SOURCES:
        text = source.read_text(encoding="utf-8")
        quoted |= set(re.findall(r"""["']([a-z][a-z0-9-]*)["']""", text))
        asked |= set(re.findall(r"""(?:\bsay|around)\(\s*["']([^"']+)["']""", text))
    assert asked - KEYS == set()
    assert KEYS - quoted == set()


@pytest.mark.parametrize("look", PageLook)
@pytest.mark.parametrize("voice", list(BookVoice))
def test_every_word_can_be_said_in_every_look_and_voice(look: str, voice: BookVoice) -> None:
    """Each of the book's own words has a variant for every look and both voices."""
    assert set(load_catalog(book(look, voice), TEMPLATES).texts) == KEYS


def test_an_unknown_word_is_a_mistake_in_the_program() -> None:
    """Asking for a word that does not exist fails at once instead of printing nothing."""
    with pytest.raises(MissingTextError):
        load_catalog(book(), TEMPLATES).say("no-such-word")


def test_a_value_left_out_is_a_mistake_in_the_program() -> None:
    """A placeholder without its value fails at once."""
    with pytest.raises(KeyError):
        load_catalog(book(), TEMPLATES).say("checked")


@pytest.mark.parametrize("look", PageLook)
def test_the_voice_that_says_the_name_never_says_you_your_or_a_pronoun(look: str) -> None:
    """In the voice "name" the book speaks of the child by name, and says "you" only of how to read it."""
    about_the_reader = re.compile(
        r"how-|choose|talk-line|help-deck|threshold|break|feelings|open-|close|belongs|read-me|mine-"
    )
    for key, text in load_catalog(book(look, BookVoice.NAME), TEMPLATES).texts.items():
        assert not re.search(r"\b(she|he|her|his|hers)\b", text, re.I), key
        if not about_the_reader.match(key):
            assert not re.search(r"\byou(r|rs)?\b", text, re.I), key


def test_i_and_my_are_the_childs_alone() -> None:
    """The book says "I" and "my" on the child's own pages alone, and "my" in the fixed names of things."""
    fixed = {
        "close-book",
        "open-book",
        "open-again",
        "how-title",
        "how-close-head",
        "how-close",
        "words-title",
        "read-me",
    }
    for voice in BookVoice:
        for look in PageLook:
            for key, text in load_catalog(book(look, voice), TEMPLATES).texts.items():
                if key.startswith("mine-"):
                    continue
                quoted = re.sub("“[^”]*”", "", text)
                assert not re.search(r"\bI\b", quoted), key
                assert key in fixed or not re.search(r"\bmy\b", text, re.I), key


def test_for_any_reader_but_the_child_the_book_speaks_by_name() -> None:
    """A book for carers says "Maya" even where the child's own says "you"."""
    assert load_catalog(book("18-plus", BookVoice.YOU, "carers"), TEMPLATES).say("part-my-people") == "Maya’s people"


def test_words_in_another_language_than_the_books_say_so() -> None:
    """Where the book's own words are not translated, each carries its language and direction, and no attribute does."""
    pashto = replace(book(), language="ps")
    site = site_of(pashto)
    for page in on_screen(site):
        if page.path.endswith(".html"):
            assert '<html lang="ps" dir="rtl"' in page.text
            assert not re.search(r'="[^"]*<span', page.text)
    for read in pages(site).values():
        assert any(one.attributes.get("lang") == "en" and one.attributes.get("dir") == "ltr" for one in read.elements)


def test_words_in_the_language_of_the_book_carry_no_mark(tmp_path: Path) -> None:
    """An authority's own file of words is found before ours, and words in the book's language carry no mark."""
    (tmp_path / "languages").mkdir()
    own = FILE.read_text(encoding="utf-8").replace("contents: Contents", "contents: Cynnwys")
    (tmp_path / "languages" / "cy.yaml").write_text(own, encoding="utf-8")
    welsh = replace(book(), language="cy")
    site = make_site(welsh, renditions(welsh), (tmp_path, *TEMPLATES))
    assert all("<span>Cynnwys</span>" in page.text for page in on_screen(site) if page.path.endswith(".html"))
