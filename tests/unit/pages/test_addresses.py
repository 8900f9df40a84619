"""Addresses come from the words shown."""

from __future__ import annotations

import re

import pytest

from lsbook.model.site import PRINT_PAGE
from lsbook.pages.layout.addresses import PAGE_ANCHORS, AddressRequest, assign_slugs, make_relative, slugify
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book
from tests.unit.pages.site_reading import pages, paper


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Why you couldn’t stay with Mum", "why-you-couldnt-stay-with-mum"),
        ("Zoë & Siân", "zoe-sian"),
        ("The day you came to Jan and Dave’s and what came after", "the-day-you-came-to-jan-and-daves"),
        ("x" * 80, "x" * 35),
    ],
)
def test_a_slug_is_the_words_folded_to_plain_letters(words: str, expected: str) -> None:
    """A page's name is its words in plain letters, cut between words and never longer than 35."""
    assert slugify(words) == expected


@pytest.mark.parametrize("words", ["ماما", "", "!!!", "con", "LPT1"])
def test_words_without_plain_letters_become_a_short_hash(words: str) -> None:
    """Where nothing plain remains, or Windows keeps the name to itself, a short hash of the words stands instead."""
    assert re.fullmatch("[0-9a-f]{6}", slugify(words))


def test_all_that_want_the_same_name_get_a_mark() -> None:
    """Two pages of one name both carry a mark made of their words, so that neither is numbered or first."""
    given = assign_slugs(
        {
            "a": AddressRequest("Mum", "one"),
            "b": AddressRequest("Mum", "two"),
            "c": AddressRequest("Mum", "two"),
            "d": AddressRequest("Dad"),
        }
    )
    assert given["d"] == "dad"
    assert len(set(given.values())) == 4
    assert all(re.fullmatch("mum-[0-9a-f]{6}", given[key]) for key in "abc")


def test_a_name_does_not_depend_on_what_stands_before_it() -> None:
    """Taking another page away changes no address of those that remain."""
    every = {str(at): AddressRequest("Mum", f"words {at}") for at in range(3)}
    fewer = {key: wish for key, wish in every.items() if key != "0"}
    assert assign_slugs(fewer) == {key: name for key, name in assign_slugs(every).items() if key != "0"}


def test_a_card_never_takes_an_anchor_of_the_page() -> None:
    """Somebody called Talk does not take the place of "Stop and talk"."""
    assert assign_slugs({"a": AddressRequest("Talk")}, PAGE_ANCHORS)["a"] != "talk"


def test_addresses_are_relative_to_the_page() -> None:
    """An address is written from the page it stands on, and within it as an anchor alone."""
    assert make_relative("media/a.jpg", "pages/x.html") == "../media/a.jpg"
    assert make_relative("pages/x.html#mum", "pages/x.html") == "#mum"
    assert make_relative("Open my book.html#contents", "pages/x.html") == "../Open%20my%20book.html#contents"
    assert make_relative("pages/x.html", "Open my book.html") == "pages/x.html"


@pytest.mark.parametrize("look", ["under-5", "9-12", "18-plus"])
def test_every_address_in_the_book_leads_somewhere(look: str) -> None:
    """Every link finds its file and its anchor, every file is named, and no anchor stands twice on a page."""
    whole = book(look)
    site = site_of(whole)
    read = pages(site) | {PRINT_PAGE: paper(site)}
    assets = {asset.path for asset in site.assets} | {page.path for page in site.pages}
    ids = {path: page.ids for path, page in read.items()}
    named: set[str] = set()
    for path, page in read.items():
        assert len(ids[path]) == len(set(ids[path])), path
        assert not page.badly_nested, path
        for link in page.links:
            target, _, anchor = link.partition("#")
            named.add(target)
            assert target in read or target in assets, f"{path} -> {link}"
            assert not anchor or anchor in ids[target], f"{path} -> {link}"
    assert set(read) <= named | set(site.start_files)
    assert {path for path in assets if path.startswith("media/")} <= named


def test_names_are_neutral_and_fit_old_sticks() -> None:
    """All files but the doors are named in plain small letters, forty at most, and unlike each other in any case."""
    whole = book()
    site = site_of(whole)
    paths = [page.path for page in site.pages] + [asset.path for asset in site.assets]
    for path in set(paths) - set(site.start_files):
        name = path.rpartition("/")[2]
        assert re.fullmatch(r"[a-z0-9-]+\.[a-z0-9]+", name) and len(name) <= 40, path
    assert len({path.casefold() for path in paths}) == len(paths)
