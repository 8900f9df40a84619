"""Chapters that stand word for word as every new story has them are about no child, and no book has them."""

from __future__ import annotations

from lsbook.editions.selector import Selector
from lsbook.files.starter import load_starter_chapters
from lsbook.model import book
from lsbook.model.passage import Passage, fold_text
from lsbook.model.problem import Problem, Severity
from lsbook.model.prose import Paragraph

STARTER_RULE = "starter-text"
"""The rule among the checks that explains it."""


def find_starter_chapters(
    selector: Selector, chapters: tuple[book.Chapter, ...], passages: tuple[Passage, ...]
) -> tuple[book.Chapter, ...]:
    """Return those of ``chapters`` that nobody has written anew: no word is added or gone, and no picture."""
    texts: dict[int, set[str]] = {}
    for passage in passages:
        for item in passage.ancestors[:1]:
            texts.setdefault(id(item), set()).add(fold_text(passage.text))
    return tuple(
        chapter
        for chapter in chapters
        if all(isinstance(block, Paragraph | book.WritingSpace) for block in chapter.inside)
        and frozenset(texts.get(id(selector.origins[id(chapter)][1]), ())) in load_starter_chapters()
    )


def make_starter_warning(selector: Selector, chapter: book.Chapter) -> Problem:
    """Return what a worker hears of a chapter that is left out."""
    return Problem(
        selector.origins[id(chapter)][1].at,
        "These are the words that every new story begins with: nobody has written this for this child yet.",
        "Write it anew, or delete it. The book is made without it.",
        severity=Severity.WARNING,
        rule=STARTER_RULE,
    )
