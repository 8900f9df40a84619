"""The cover: the child's name, one loved thing, and the contents by the four parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lsbook.pages.language.words import capital
from lsbook.pages.layout.addresses import COVER
from lsbook.pages.layout.blocks import insteads
from lsbook.pages.layout.components import Figure, Flow, Picture
from lsbook.pages.layout.context import BOARDS, Desk
from lsbook.pages.layout.page_model import Leaf
from lsbook.pages.layout.prose import line

ICONS = {
    "about-book.html": "book",
    "about-me.html": "pen",
    "heads-up.html": "arch",
    "homes.html": "home",
    "how-to.html": "now",
    "keepsakes.html": "box",
    "letters.html": "letter",
    "people.html": "with",
    "questions.html": "question",
    "schools.html": "home",
    "stop.html": "talk",
    "timeline.html": "later",
    "words.html": "note",
}
"""What stands for a page in the contents where it has no picture and its readers find their way by pictures."""
LETTERS = (2, 15)
"""For how many letters of a name the looks have a size."""


@dataclass(frozen=True)
class Entry:
    href: str
    words: str
    gated: bool
    thumb: Picture | None
    icon: str


@dataclass(frozen=True)
class Part:
    name: str
    entries: tuple[Entry, ...]
    after: Flow = ()


@dataclass(frozen=True)
class Cover:
    """``letters`` is how many letters the name has, within what the looks can set."""

    name: str
    kind: str
    letters: int
    line: str
    plate: Figure | None
    belongs: str
    first: str
    parts: tuple[Part, ...]


def part(desk: Desk, name: str, leaves: Sequence[Leaf], key: str = "") -> Part:
    """One part of the contents; ``key`` names the sentences for chapters of it that are not told yet."""
    desk = desk.at(COVER)
    entries = (_entry(desk, leaf) for leaf in leaves if leaf.listed)
    return Part(name, tuple(entries), insteads(desk, f"chapters:{key}") if key else ())


def cover(desk: Desk, parts: Sequence[Part], first: str) -> Leaf:
    """The cover, which leads to the ``first`` page and to every part that has something in it."""
    desk = desk.at(COVER)
    name, kind = desk.say("cover-name"), desk.say("cover-kind")
    letters = min(max(len(name), LETTERS[0]), LETTERS[1])
    edition = desk.book.edition
    belongs = desk.say("belongs") if edition.for_child else desk.say("belongs-reader", edition=edition.title)
    told = tuple(one for one in parts if one.entries or one.after)
    content = Cover(name, kind, letters, desk.say("cover-line"), _plate(desk), belongs, desk.to(first), told)
    return Leaf(COVER, "cover.html", desk.say("running"), content, listed=False, in_row=False)


def _entry(desk: Desk, leaf: Leaf) -> Entry:
    topic = leaf.content.topic if leaf.gated else ""
    words = capital(topic) if leaf.gated else leaf.title
    icon = ICONS.get(leaf.template, "book") if desk.look in BOARDS else ""
    return Entry(desk.to(leaf.address), words, leaf.gated, None if leaf.gated else leaf.thumb, icon)


def _plate(desk: Desk) -> Figure | None:
    for at in (desk.book.cover, desk.book.child.photo):
        medium = desk.pictures.medium(at)
        plate = desk.picture(medium) if medium and not medium.hard else None
        if medium and plate:
            return Figure("plate", plate, caption=line(desk, medium.caption))
    return None
