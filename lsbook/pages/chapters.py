"""Chapters: a page each, within the four parts. Of a hard one, the row of pages holds the door alone."""

from __future__ import annotations

import re

from lsbook.model.book import Chapter, Word
from lsbook.pages import blocks
from lsbook.pages.desk import Desk
from lsbook.pages.leaf import Leaf, Pieces
from lsbook.pages.passages import passages
from lsbook.pages.pieces import Facts, Flow, Row
from lsbook.pages.prose import line, text
from lsbook.pages.prose import title as titled

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
    return passages(blocks.flow(desk, chapter.inside), desk.look)


def words_here(desk: Desk, words: str) -> Flow:
    """The words of the book's own glossary that stand on a page."""
    rows = [
        Row(word.word, line(desk, word.means))
        for word in desk.book.words
        if isinstance(word, Word) and not word.hard and re.search(rf"(?<!\w){re.escape(word.word)}(?!\w)", words, re.I)
    ]
    return (Facts(desk.say("words-here"), tuple(rows)),) if rows else ()
