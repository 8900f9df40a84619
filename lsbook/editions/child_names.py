"""The child's other names: they stand in statements (``names`` in story.yaml), each with a gate of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.editions.name_search import NameSearch, Term
from lsbook.editions.secret import ME, Secret
from lsbook.editions.sight import Sight
from lsbook.editions.spelling import words_of
from lsbook.model.edition import RECORD
from lsbook.model.item import opening
from lsbook.model.passage import folded
from lsbook.model.problem import Place
from lsbook.model.story import Story
from lsbook.model.story_text import Statement

TOP = Place("story.yaml")
_WAY_OUT = "let a text under names: in story.yaml that says it be seen"
_WHY = "It stands only where this edition does not tell it (names, in story.yaml)."
_SENTENCE = re.compile(r"(?:^|[.!?:] )[\"'(\u201c]*$")


def child_secrets(story: Story, sight: Sight) -> Iterator[Secret]:
    """Yield the names of the child that stand only in statements which this edition does not show."""
    shown = [statement for statement in story.child.names if sight.sees(statement)]
    said_here = set(names_told(story, sight))
    is_kept = not (sight.edition.for_child or sight.edition.reader == RECORD)
    for name in map(folded, story.child.also_called):
        waits = any(_says(statement, name, sight, every=True) for statement in story.child.names)
        if (is_kept or waits) and not any(_says(statement, name, sight) for statement in shown):
            yield Secret(name, ME, TOP, _WHY, _WAY_OUT)
    for statement in story.child.names:
        if not sight.sees(statement):
            for name in _names_in(statement, sight, story, every=True):
                if name not in said_here:
                    yield Secret(name, ME, statement.at, _WHY, _WAY_OUT)


def names_told(story: Story, sight: Sight) -> Iterator[str]:
    """Yield the child's names in the statements that this edition shows."""
    for statement in story.child.names:
        if sight.sees(statement):
            yield from _names_in(statement, sight, story)


def _says(statement: Statement, name: str, sight: Sight, *, every: bool = False) -> bool:
    return any(_is_in(name, text) for text in _texts(statement, sight, every=every))


def _is_in(name: str, text: str) -> bool:
    words = words_of(name)
    capitals = tuple(at for at, word in enumerate(words) if word.is_capital)
    return any(NameSearch([Term(tuple(word.key for word in words), None, capitals)]).find(text))


def _texts(statement: Statement, sight: Sight, *, every: bool) -> list[str]:
    """Return the words of a statement in this edition, or with ``every`` in all."""
    version = statement.says.at(sight.edition.age, sight.edition.easy)
    versions = statement.says.versions if every else (version,) if version else ()
    return [folded(opening((block,), most=10**6)) for version in versions for block in version.words]


def _names_in(statement: Statement, sight: Sight, story: Story, *, every: bool = False) -> Iterator[str]:
    """Yield names in a row with one of the child's own: "Maya Grace Moss" gives itself, and Grace, and Moss."""
    own = {word for name in (story.child.name, *story.child.also_called) for word in folded(name).split()}
    for text in _texts(statement, sight, every=every):
        for row in _rows(text, own):
            if own & set(row):
                yield " ".join(row)
                yield from row


def _rows(text: str, own: set[str]) -> Iterator[list[str]]:
    """Yield words with capitals that follow each other, without the first of a sentence: any word has one there."""
    row: list[str] = []
    begins = end = 0
    for word in words_of(text):
        written = text[word.start : word.end]
        if row and (not written[0].isupper() or text[end : word.start] not in (" ", "-")):
            yield _without_first(row, text[:begins], own)
            row = []
        if written[0].isupper():
            begins = begins if row else word.start
            row.append(written.removesuffix("'s"))
        end = word.end
    if row:
        yield _without_first(row, text[:begins], own)


def _without_first(row: list[str], before: str, own: set[str]) -> list[str]:
    return row[1:] if row[0] not in own and _SENTENCE.search(before) else row
