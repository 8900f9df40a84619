"""Chapters: a page each, within the four parts. Of a hard one, the row of pages holds the door alone."""

from __future__ import annotations

from dataclasses import replace

from lsbook.model.book import Chapter
from lsbook.pages.content.glossary import shown_words, words_here
from lsbook.pages.layout import blocks
from lsbook.pages.layout.components import Flow
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf, Pieces
from lsbook.pages.layout.passages import passages
from lsbook.pages.layout.prose import title as titled

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
    aside = words_here(desk, shown_words(inside))
    title, part = titled(desk, chapter.title, chapter.language), desk.say(PARTS[chapter.part])
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
