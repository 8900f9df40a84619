"""Chapters: a page each, within the four parts. Of a hard one, the row of pages holds the door alone."""

from __future__ import annotations

from dataclasses import replace

from lsbook.model.book import Chapter
from lsbook.pages import blocks
from lsbook.pages.desk import Desk
from lsbook.pages.glossary import words_here
from lsbook.pages.leaf import Leaf, Pieces
from lsbook.pages.passages import passages
from lsbook.pages.pieces import Flow
from lsbook.pages.prose import text

PARTS = {
    "who-am-i": "part-who-am-i",
    "how-i-got-here": "part-how-i-got-here",
    "my-people": "part-my-people",
    "where-im-going": "part-where-im-going",
}


def leaf(desk: Desk, chapter: Chapter, address: str) -> Leaf | None:
    """The page of a chapter, if there is anything in it."""
    desk = desk.at(address)
    inside = flow(desk, chapter)
    if not inside:
        return None
    aside = words_here(desk, text(chapter.inside))
    title, part = chapter.title, desk.say(PARTS[chapter.part])
    return Leaf(
        address,
        "chapter.html",
        title,
        Pieces(desk.held(chapter) + inside, aside),
        part,
        thumb=desk.thumb(chapter.inside),
    )


def flow(desk: Desk, chapter: Chapter) -> Flow:
    """What a chapter says."""
    inside = blocks.flow(desk, chapter.inside)
    return (*_read_aloud(desk, chapter), *passages(inside, desk.look)) if inside else ()


def _read_aloud(desk: Desk, chapter: Chapter) -> Flow:
    """The voice of somebody reading it; what is heard stands on the same page to be read."""
    medium = desk.pictures.medium(chapter.read_aloud)
    return () if medium is None or medium.hard else blocks.shown(replace(desk, within=True), medium)
