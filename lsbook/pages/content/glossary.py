"""Words in my book."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from lsbook.model.book import Instead, Word
from lsbook.pages.layout.addresses import spoken
from lsbook.pages.layout.blocks import flow, guarded
from lsbook.pages.layout.components import Facts, Flow, Row
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf
from lsbook.pages.layout.prose import line

EXPLAINED = frozenset(
    {"behind.html", "homes.html", "letters.html", "person.html", "questions.html", "schools.html", "timeline.html"}
)
"""Kinds of pages at whose end words are explained. A chapter explains its own beside the text."""


@dataclass(frozen=True)
class Meaning:
    word: str
    means: Flow


@dataclass(frozen=True)
class Glossary:
    words: tuple[Meaning, ...]
    after: Flow


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page of words, in the order of their letters."""
    desk = desk.at(desk.pages["words"])
    plain = [item for item in desk.book.words if isinstance(item, Word) and not item.hard]
    words = tuple(Meaning(item.word, desk.held(item) + flow(desk, item.means, 3)) for item in plain)
    rest = [item for item in desk.book.words if isinstance(item, Instead) or item.hard]
    after = tuple(piece for item in rest for piece in guarded(desk, item, lambda one: ()))
    if not words and not after:
        return ()
    in_order = tuple(sorted(words, key=lambda meaning: meaning.word.casefold()))
    return (Leaf(desk.here, "words.html", desk.say("words-title"), Glossary(in_order, after), desk.say("part-book")),)


def word(desk: Desk, item: Word) -> Flow:
    """What a word means, on a page of its own."""
    return flow(desk, item.means)


def words_on(desk: Desk, leaf: Leaf) -> Flow:
    """The words of the glossary that stand on a page, where such a page explains them at its end."""
    if leaf.template not in EXPLAINED:
        return ()
    return words_here(desk.at(leaf.address), shown_words(leaf.content))


def shown_words(content: object) -> str:
    """What a page says itself: nothing that stands behind a door of it."""
    return Markup(spoken(content)).striptags()


def words_here(desk: Desk, words: str) -> Flow:
    """The words of the glossary that stand in ``words``, with what they mean."""
    rows = [
        Row(word.word, line(desk, word.means))
        for word in desk.book.words
        if isinstance(word, Word) and not word.hard and re.search(rf"(?<!\w){re.escape(word.word)}(?!\w)", words, re.I)
    ]
    return (Facts(desk.say("words-here"), tuple(rows), "words-here"),) if rows else ()
