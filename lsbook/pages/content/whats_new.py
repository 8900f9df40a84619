"""What is new since the copy that this reader has: names that lead there, by the page on which they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from lsbook.model.book import AboutMe, Card, Medium, New, Statement
from lsbook.pages.content.about_me import HOPE
from lsbook.pages.content.chapters import PARTS
from lsbook.pages.content.statements import statement
from lsbook.pages.language.words import capital
from lsbook.pages.layout.blocks import guarded, letter_title, sheet
from lsbook.pages.layout.components import Flow, Row
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.prose import text, title
from lsbook.pages.layout.sensitive_items import PAGES, behind_doors
from lsbook.pages.plan import CARDS, OWN

MOST = 12
"""Names in a line; of more it is only said that there are."""


@dataclass(frozen=True)
class WhatsNew:
    """``said`` are the workers' own words, ``rows`` the names; ``since`` says from when on."""

    said: Flow
    since: str
    rows: tuple[Row, ...]


def whats_new(desk: Desk, there: Set[str]) -> WhatsNew | None:
    """``there`` are the pages that the book has. Hard news is named by its heads-up alone."""
    desk = desk.at(desk.pages["about-book"])
    found: dict[str, dict[str, str]] = {}
    for new in desk.book.news:
        for term, address, words in _named(desk, new):
            if address.partition("#")[0] in there and words:
                found.setdefault(term, {}).setdefault(address + "\n" + words, words)
    rows = tuple(Row(term, _links(desk, names)) for term, names in found.items())
    said = tuple(piece for one in desk.book.what_is_new for piece in guarded(desk, one, lambda it: _own(desk, it)))
    since = desk.say("news-since", when=desk.dates.day(desk.book.since)) if rows and desk.book.since else ""
    return WhatsNew(said, since, rows) if rows or said else None


def _own(desk: Desk, said: Statement) -> Flow:
    return statement(desk, said, level=3)


def _links(desk: Desk, names: dict[str, str]) -> Markup:
    links = [
        Markup('<a href="{}">{}</a>').format(desk.to(address.partition("\n")[0]), words)
        for address, words in names.items()
    ]
    more = [escape(desk.say("news-more"))] if len(links) > MOST else []
    return Markup(" · ").join([*links[:MOST], *more])


def _named(desk: Desk, new: New) -> Iterator[tuple[str, str, str]]:
    """The words for where it stands, the address, and its own words."""
    item = getattr(desk.book, new.kind)[new.at]
    if item.hard:
        if item in desk.doors:
            door = desk.doors[item]
            yield desk.say("heads-up"), door.threshold, capital(door.topic)
        return
    if new.kind == "chapters":
        yield desk.say(PARTS[item.part]), desk.pages[f"chapter {new.at}"], title(desk, item.title, item.language)
    elif new.kind == "letters":
        own = f"{desk.pages['letters']}#{desk.pages[f'letter {new.at}']}"
        if sheet(desk.at(desk.pages["letters"]), item):  # one without a word or a picture stands nowhere
            yield desk.say(OWN["letters"]), own, letter_title(desk, item)
    elif new.kind in CARDS:
        yield desk.say(OWN[PAGES[new.kind]]), desk.cards[Card(new.kind, new.at)], desk.apart(item.name)
    elif new.kind != "media" or _on_its_page(desk, new.at, item):
        key = "hopes" if isinstance(item, AboutMe) and item.of == HOPE else PAGES[new.kind]
        yield desk.say(OWN[key]), desk.pages[key], desk.apart(_WORDS[new.kind](item))


def _on_its_page(desk: Desk, at: int, medium: Medium) -> bool:
    shown = medium.listed and not medium.decorative and desk.pictures.usable(medium)
    return shown and at not in behind_doors(desk.book)


_WORDS: dict[str, Callable[[Any], str]] = {
    "moments": lambda one: text(one.what),
    "questions": lambda one: text(one.ask),
    "about_me": lambda one: text(one.what),
    "media": lambda one: text(one.caption) or one.shows,
    "words": lambda one: one.word,
}
