"""Hostile words are shown, never run."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest
from msgspec import Struct

from lsbook.model.book import Book
from lsbook.model.vocabulary import PageLook
from lsbook.model.walk import list_field_names
from lsbook.pages import make_site
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import TEMPLATES, book, renditions
from tests.unit.pages.site_reading import pages

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

HOSTILE = """<script src=//evil.example/x.js></script>"onload='x(1)' &amp;{{7*7}}{% raw %}"""
KEPT = frozenset({"file", "look", "language", "reader"})
"""Fields that hold one of a few words of the model's, or a file that nothing prints."""


def hostile(value: Any) -> Any:
    """The same value with every word of the story hostile."""
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return HOSTILE
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    if isinstance(value, dict):
        return {key: hostile(one) for key, one in value.items()}
    if not isinstance(value, Struct) or type(value).__module__.endswith("when"):
        return value
    return type(value)(
        **{f: getattr(value, f) if f in KEPT else hostile(getattr(value, f)) for f in list_field_names(type(value))}
    )


@pytest.mark.parametrize("look", PageLook)
def test_no_word_of_a_story_becomes_markup(look: str) -> None:
    """With every word of a Book hostile, each page has only the elements and attributes of an honest one."""
    whole: Book = hostile(book(look))
    honest = book(look)
    site = make_site(whole, renditions(whole), TEMPLATES)
    elements = [one for page in pages(site_of(honest)).values() for one in page.elements]
    tags = {one.tag for one in elements}
    attributes = {name for one in elements for name in one.attributes}
    read = pages(site)
    for page in read.values():
        assert {one.tag for one in page.elements} <= tags
        assert {name for one in page.elements for name in one.attributes} <= attributes
        assert not page.badly_nested
        assert HOSTILE in page.words
    assert all("evil.example" not in link for page in read.values() for link in page.links)


def test_the_words_of_the_cards_and_doors_are_addresses_of_their_own() -> None:
    """Although all of a hostile Book's names are the same, no two pages or cards share an address."""
    whole: Book = hostile(book())
    read = pages(make_site(whole, renditions(whole), TEMPLATES))
    for page in read.values():
        assert len(page.ids) == len(set(page.ids))
