"""The child's other names: they stand in statements (``names`` in story.yaml), each with a gate of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.editions.name_search import NameSearch, SearchTerm
from lsbook.editions.spelling import split_words
from lsbook.editions.visibility import Visibility
from lsbook.editions.withheld_name import WithheldName
from lsbook.model.edition import RECORD
from lsbook.model.item import excerpt
from lsbook.model.passage import fold_text
from lsbook.model.problem import Location
from lsbook.model.story import Story
from lsbook.model.story_text import Statement
from lsbook.model.vocabulary import CHILD_ID

TOP = Location("story.yaml")
_REMEDY = "let a text under names: in story.yaml that says it be seen"
_REASON = "It stands only where this edition does not tell it (names, in story.yaml)."
_SENTENCE = re.compile(r"(?:^|[.!?:] )[\"'(\u201c]*$")


def find_withheld_child_names(story: Story, visibility: Visibility) -> Iterator[WithheldName]:
    """Yield the names of the child that stand only in statements which this edition does not show."""
    shown = [statement for statement in story.child.names if visibility.is_visible(statement)]
    said_here = set(find_shown_child_names(story, visibility))
    is_kept = not (visibility.edition.is_for_child or visibility.edition.reader == RECORD)
    for name in map(fold_text, story.child.also_called):
        waits = any(_has_name(statement, name, visibility, in_all_versions=True) for statement in story.child.names)
        if (is_kept or waits) and not any(_has_name(statement, name, visibility) for statement in shown):
            yield WithheldName(name, CHILD_ID, TOP, _REASON, _REMEDY)
    for statement in story.child.names:
        if not visibility.is_visible(statement):
            for name in _find_names(statement, visibility, story, in_all_versions=True):
                if name not in said_here:
                    yield WithheldName(name, CHILD_ID, statement.at, _REASON, _REMEDY)


def find_shown_child_names(story: Story, visibility: Visibility) -> Iterator[str]:
    """Yield the child's names in the statements that this edition shows."""
    for statement in story.child.names:
        if visibility.is_visible(statement):
            yield from _find_names(statement, visibility, story)


def _has_name(statement: Statement, name: str, visibility: Visibility, *, in_all_versions: bool = False) -> bool:
    return any(_is_name_in(name, text) for text in _list_texts(statement, visibility, in_all_versions=in_all_versions))


def _is_name_in(name: str, text: str) -> bool:
    words = split_words(name)
    capitals = tuple(at for at, word in enumerate(words) if word.is_capital)
    return any(NameSearch([SearchTerm(tuple(word.key for word in words), None, capitals)]).find(text))


def _list_texts(statement: Statement, visibility: Visibility, *, in_all_versions: bool) -> list[str]:
    """Return the words of a statement in this edition, or in all with ``in_all_versions``."""
    version = statement.says.find_version(visibility.edition.age, visibility.edition.easy)
    versions = statement.says.versions if in_all_versions else (version,) if version else ()
    return [fold_text(excerpt((block,), max_length=10**6)) for version in versions for block in version.content]


def _find_names(
    statement: Statement, visibility: Visibility, story: Story, *, in_all_versions: bool = False
) -> Iterator[str]:
    """Yield names in a row with one of the child's own: "Maya Grace Moss" gives itself, and Grace, and Moss."""
    own = {word for name in (story.child.name, *story.child.also_called) for word in fold_text(name).split()}
    for text in _list_texts(statement, visibility, in_all_versions=in_all_versions):
        for row in _find_rows(text, own):
            if own & set(row):
                yield " ".join(row)
                yield from row


def _find_rows(text: str, own: set[str]) -> Iterator[list[str]]:
    """Yield words with capitals that follow each other, without the first of a sentence: any word has one there."""
    row: list[str] = []
    begins = end = 0
    for word in split_words(text):
        written = text[word.start : word.end]
        if row and (not written[0].isupper() or text[end : word.start] not in (" ", "-")):
            yield _drop_first(row, text[:begins], own)
            row = []
        if written[0].isupper():
            begins = begins if row else word.start
            row.append(written.removesuffix("'s"))
        end = word.end
    if row:
        yield _drop_first(row, text[:begins], own)


def _drop_first(row: list[str], before: str, own: set[str]) -> list[str]:
    return row[1:] if row[0] not in own and _SENTENCE.search(before) else row
