"""Words in my book."""

from __future__ import annotations

from dataclasses import dataclass

from lsbook.model.book import Instead, Word
from lsbook.pages.blocks import flow, guarded
from lsbook.pages.desk import Desk
from lsbook.pages.leaf import Leaf
from lsbook.pages.pieces import Flow


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
