"""Finding: everything by name, and words to look through, made from the finished pages: it says no more than these."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from markupsafe import Markup

from lsbook.model.site import Page
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf

SKIPPED = frozenset({"nav", "script", "style", "svg", "select", "button", "label", "form", "dialog", "template"})
"""Elements whose words are the book's own, or no words at all."""
UNSAID = frozenset({"headsup-card", "tag", "zoom"})
"""Classes: the topic on a card is said by the heads-up that it leads to, and a tag
says what kind of thing follows, and a zoom is a sign."""
NOT_READ = frozenset({"behind.html", "closed.html", "cover.html", "find.html"})
"""Kinds of pages that are not looked through: hard news is found by its heads-up alone."""
TITLE_ALONE = frozenset({"heads-up.html", "my-pages.html"})
HEADINGS = frozenset({"h2", "h3", "h4"})
IN_A_SENTENCE = frozenset({"a", "b", "bdi", "code", "em", "i", "strong"})
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "track"})


@dataclass(frozen=True)
class Spot:
    """Somewhere in the book: ``on`` is the title of the page where ``name`` is not that itself."""

    to: str
    name: str
    on: str
    text: str


@dataclass(frozen=True)
class Index:
    """``spots`` in the order of their names; ``data`` is the same with their words, for the script."""

    spots: tuple[Spot, ...]
    data: Markup


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page to find things on, still empty: it is filled when all others are made."""
    title, deck = desk.say("find-title"), desk.say("find-deck")
    return (Leaf(desk.pages["find"], "find.html", title, Index((), Markup()), desk.say("part-book"), deck),)


def index(desk: Desk, made: Iterable[tuple[Leaf, Page]]) -> Index:
    """What can be found on the pages that were made."""
    desk = desk.at(desk.pages["find"])
    spots = [
        replace(spot, to=desk.to(spot.to))
        for leaf, page in made
        if leaf.template not in NOT_READ
        for spot in _spots(leaf, page)
    ]
    data = [{"to": spot.to, "name": spot.name, "on": spot.on, "text": spot.text} for spot in spots]
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    in_order = sorted(spots, key=lambda spot: (spot.name.casefold(), spot.to))
    return Index(tuple(in_order), Markup(written))


def _spots(leaf: Leaf, page: Page) -> Iterator[Spot]:
    if leaf.template in TITLE_ALONE:
        yield Spot(page.path, leaf.title, "", "")
        return
    reader = _Reader()
    reader.feed(page.text)
    yield Spot(page.path, leaf.title, "", reader.words(""))
    for anchor, name in reader.names.items():
        if anchor and name:
            yield Spot(f"{page.path}#{anchor}", " ".join(name.split()), leaf.title, reader.words(anchor))


class _Reader(HTMLParser):
    """The words of a page's main part, by the anchor that they stand under; ``names`` are the headings there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.names: dict[str, str] = {}
        self._said: dict[str, list[str]] = {}
        self._open: list[tuple[str, str]] = []
        self._silent = 0
        self._title = False

    def words(self, anchor: str) -> str:
        lines = (" ".join(line.split()) for line in "".join(self._said.get(anchor, ())).split("\n"))
        return "\n".join(filter(None, lines))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._say("\n")
            return
        values = dict(attrs)
        inside = tag == "main" or bool(self._open)
        if not inside:
            return
        classes = (values.get("class") or "").split()
        anchor = values.get("id") if tag != "main" else ""
        self._open.append((tag, anchor if anchor is not None else self._open[-1][1]))
        if self._silent or tag in SKIPPED or UNSAID.intersection(classes) or tag == "h1":
            self._silent += 1
        elif anchor:
            self.names.setdefault(anchor, "")
        if tag in HEADINGS:
            self._title = not self._silent and self.names.get(self._here) == ""
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or tag in VOID:
            return
        self._part(tag)
        self._open.pop()
        self._silent -= self._silent > 0
        self._title = self._title and tag not in HEADINGS

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent and self._title:
            self.names[self._here] += data
        else:
            self._say(data.replace("\n", " "))

    @property
    def _here(self) -> str:
        return self._open[-1][1] if self._open else ""

    def _part(self, tag: str) -> None:
        """What stands in another block is another line; the words of a sentence stay together."""
        if tag not in IN_A_SENTENCE:
            self._say("\n")

    def _say(self, words: str) -> None:
        if self._open and not self._silent:
            self._said.setdefault(self._here, []).append(words)
