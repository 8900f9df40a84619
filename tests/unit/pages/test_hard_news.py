"""Hard news stands nowhere but behind its door."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import count
from typing import Any, TypeVar

import pytest
from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.book import BookItem, HeadsUp
from lsbook.model.walk import list_field_names
from tests.unit.pages.cast import GATE, SCAN
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book, renditions
from tests.unit.pages.site_reading import Read, on_screen, pages

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

T = TypeVar("T")
CANARY = "Zwq"
KEPT = frozenset({"file", "group", "heads_up", "hold"})


def paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], BookItem]]:
    """Where every item stands in a Book."""
    if isinstance(value, BookItem):
        yield path, value
    if isinstance(value, tuple):
        for at, one in enumerate(value):
            yield from paths(one, (*path, at))
    elif isinstance(value, Struct):
        for field in list_field_names(type(value)):
            yield from paths(getattr(value, field), (*path, field))


def put(value: Any, path: tuple[str | int, ...], new: object) -> Any:
    """The same value with another one at ``path``."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], put(value[step], rest, new), *value[step + 1 :])
    return replace(value, **{step: put(getattr(value, step), rest, new)})


def marked(value: Any, numbers: Iterator[int]) -> Any:
    """The same value with every word of it replaced by a canary with a number of its own."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return canary(next(numbers))
    if isinstance(value, tuple):
        return tuple(marked(one, numbers) for one in value)
    if not isinstance(value, Struct) or type(value).__module__.endswith("when"):
        return value
    new = {
        f: getattr(value, f) if f in KEPT else marked(getattr(value, f), numbers) for f in list_field_names(type(value))
    }
    return type(value)(**new)


def canary(number: int) -> str:
    return f"{CANARY}{number:03}{CANARY}"


def strings(value: object) -> Iterator[str]:
    """The words of an item that a canary would take the place of."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif isinstance(value, Struct) and not type(value).__module__.endswith("when"):
        for field in list_field_names(type(value)):
            if field not in KEPT:
                yield from strings(getattr(value, field))


def one_of_each() -> list[Any]:
    """The first item of each kind that has words of its own, and where it stands."""
    plain = [(path, item) for path, item in paths(book()) if not item.heads_up and any(map(str.strip, strings(item)))]
    first = {type(item): (path, item) for path, item in reversed(plain)}
    return [pytest.param(path, item, id=kind.__name__) for kind, (path, item) in first.items()]


@pytest.mark.parametrize(("path", "item"), one_of_each())
def test_a_hard_item_of_any_kind_stands_whole_on_its_own_page_only(path: tuple[str | int, ...], item: BookItem) -> None:
    """Of an item that is hard news, whatever its kind, each word is behind its door, and none is on any other page."""
    whole = put(book(), path, replace(marked(item, count()), heads_up=HeadsUp("about the topic")))
    read = pages(site := site_of(whole))
    holding = [page for page in read.values() if CANARY in page.words]
    assert [page.path for page in holding] == ["pages/the-topic.html"]
    assert "hard-page" in holding[0].elements[[one.tag for one in holding[0].elements].index("body")].classes
    leading = [page.path for page in read.values() if "pages/the-topic.html" in page.links]
    assert leading == ["pages/heads-up-the-topic.html"]
    (behind,) = [page.text.lower() for page in on_screen(site) if page.path == "pages/the-topic.html"]
    for number, words in enumerate(strings(item)):
        assert not words.strip() or canary(number).lower() in behind, words


def test_the_threshold_names_the_topic_and_nothing_else() -> None:
    """The page before hard news says what it is about, who told it first, and offers now, later, or with someone."""
    whole = book()
    page = pages(site_of(whole))["pages/heads-up-mums-drinking.html"]
    assert "about Mum’s drinking." in page.words
    assert "Priya told you about this first, on 2 March 2026." in page.words
    assert "Why you could not stay" not in page.words
    assert [len(page.with_class(choice)) for choice in ("now", "later", "with")] == [1, 1, 1]


def test_a_hard_picture_is_in_no_grid_list_or_cover() -> None:
    """A picture that is hard news, or stands in hard news alone, is named by its own page only."""
    whole = replace(book(), cover=GATE)
    read = pages(site_of(whole))
    for medium, own in ((GATE, "pages/the-gate-at-sues-house.html"), (SCAN, "pages/a-letter-from-mum.html")):
        naming = {path for path, page in read.items() if any(f"/{medium:02}" in link for link in page.links)}
        assert naming == {own}


def test_a_heads_up_leads_back_to_where_it_stands() -> None:
    """From a threshold and from behind it a reader comes back to a heads-up that leads there."""
    whole = book()
    read = pages(site_of(whole))
    holding: dict[str, set[str]] = {}
    for path, page in read.items():
        for card in page.with_class("headsup-card"):
            anchor = card.attributes["id"] or ""
            holding.setdefault(anchor, set()).add(f"{path}#{anchor}")
    assert len(holding) >= 10
    for anchor, places in holding.items():
        threshold = read[f"pages/{anchor}.html"]
        assert places & set(threshold.links) & set(read[_now(threshold)].links)


def test_a_hard_picture_in_hard_news_alone_leads_back_to_the_contents() -> None:
    """A hard picture that stands in other hard news, and so in no album, has no door that leads back to an album."""
    whole = put(book(), ("media", SCAN, "heads_up"), HeadsUp("about the topic"))
    read = pages(site_of(whole))
    places = {f"{path}#{anchor}" for path, page in read.items() for anchor in page.ids}
    assert "Open my book.html#contents" in read["pages/heads-up-the-topic.html"].links
    assert {link for page in read.values() for link in page.links if not link.endswith("#") and "#" in link} <= places


@pytest.mark.parametrize(("look", "ends"), [("5-8", "feelings"), ("9-12", "feelings"), ("13-17", "breather")])
def test_what_helps_after_hard_news_depends_on_the_age(look: str, ends: str) -> None:
    """Behind a door the page ends with "How did that feel?" under 13 and with a break from 13 on, and with names."""
    whole = book(look)
    for page in pages(site_of(whole)).values():
        body = next(one for one in page.elements if one.tag == "body")
        assert bool(page.with_class(ends)) == ("hard-page" in body.classes)
        if "hard-page" in body.classes:
            assert "Jan, Dave or Miss Okoro" in page.words


def test_nobody_who_is_hard_news_is_in_a_row_of_names() -> None:
    """A person who is hard news stands in no list that the book makes itself."""
    whole = book()
    read = pages(site_of(whole))
    assert [path for path, page in read.items() if re.search(r"\bGary\b", page.words)] == [
        "pages/somebody-mum-lived-with.html"
    ]


def test_a_door_that_nothing_is_behind_does_not_exist() -> None:
    """Where the only picture of a hard passage could not be made, no heads-up stands for it."""
    whole = book()
    made = renditions(whole)
    gone = type(made)({file: one for file, one in made.by_file.items() if file != whole.media[GATE].file})
    assert "pages/heads-up-the-gate-at-sues-house.html" not in pages(site_of(whole, gone))


def _now(threshold: Read) -> str:
    (choice,) = threshold.with_class("now")
    return "pages/" + (choice.attributes["href"] or "")
