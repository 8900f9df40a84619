"""My pages: where the young person writes, answers and asks. What is written goes into a file and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lsbook.model.book import Question
from lsbook.pages.language.words import Said
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf
from lsbook.pages.layout.prose import text

KINDS = {"add": "mine-add", "answer": "mine-answer", "know": "mine-know", "wrong": "mine-wrong"}
"""What can be written: the word in the file, and the book's own words for it. ``lsbook receive`` knows the same."""
PROMPTS = ("mine-ask-like", "mine-ask-proud", "mine-ask-people", "mine-ask-worry", "mine-ask-change")
TOO_YOUNG = "under-5"
"""At this age a grown-up writes; the pages are for drawing."""


@dataclass(frozen=True)
class Kind:
    name: str
    words: Said


@dataclass(frozen=True)
class MyPages:
    """``form`` is false where there are pages to write on by hand alone. ``topics`` are the titles of pages."""

    form: bool
    kinds: tuple[Kind, ...]
    topics: tuple[str, ...]
    questions: tuple[str, ...]
    edition: str
    made: str


def leaves(desk: Desk, others: Sequence[Leaf]) -> tuple[Leaf, ...]:
    """The page to write on, in the child's own books. ``others`` are the pages that something can be said about."""
    if not desk.book.edition.for_child:
        return ()
    kinds = tuple(Kind(name, desk.say(key)) for name, key in KINDS.items())
    topics = tuple(dict.fromkeys(leaf.title for leaf in others if leaf.listed and not leaf.gated))
    asked = (text(one.ask) for one in desk.book.questions if isinstance(one, Question) and not one.hard)
    questions = (*(desk.say(key) for key in PROMPTS), *filter(None, asked))
    content = MyPages(
        desk.look != TOO_YOUNG, kinds, topics, questions, desk.book.edition.name, desk.book.made.isoformat()
    )
    title, deck = desk.say("mine-title"), desk.say("mine-deck")
    return (Leaf(desk.pages["my-pages"], "my-pages.html", title, content, desk.say("part-where-im-going"), deck),)
