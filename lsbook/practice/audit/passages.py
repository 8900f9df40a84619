"""A passage that others can learn from, as the child's book shows it, with every name of the story taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from lsbook import editions
from lsbook.checks.identifier_kinds import IdentifierContext
from lsbook.checks.identifier_rule import build_context, find_identifiers
from lsbook.editions.edition import OLDEST
from lsbook.editions.generic_words import is_common
from lsbook.editions.name_search import NameSearch, SearchTerm
from lsbook.editions.name_terms import make_keepsake_terms, make_name_terms, make_place_terms
from lsbook.editions.spelling import make_key
from lsbook.model.edition import RECORD
from lsbook.model.item import Item
from lsbook.model.languages import find_language_names
from lsbook.model.named_items import Home, Keepsake, NamedItem, School
from lsbook.model.passage import Passage, fold_text
from lsbook.model.story_text import MyWords
from lsbook.pipeline import Project
from lsbook.practice.open_case import OpenCase, choose_book

_GAP = "[…]"
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?:^|[.!?:…]\s+)[\"'(\[]*$")
_PLAIN = frozenset([
    "I", "I'm", "I'd", "I'll", "I've", "Mum", "Dad", "Mummy", "Daddy", "Nan", "Nana", "Grandma", "Grandad", "Auntie",
    "Uncle", "Mr", "Mrs", "Ms", "Miss", "Dr", "OK", "TV", "Christmas", "Easter", "Eid", "Diwali", "English", "Welsh",
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mondays", "Tuesdays", "Wednesdays",
    "Thursdays", "Fridays", "Saturdays", "Sundays", "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
])  # fmt: skip
"""Words with a capital that name nobody."""


class SharedPassage(Struct, frozen=True):
    """Paragraphs without a name in them; nothing says in whose book they stand."""

    paragraphs: tuple[str, ...]


def find_shared_passage(opened: OpenCase, named: str) -> SharedPassage | None:
    """Return the chapter or letter ``named`` without its names; ``None`` where the child's book shows none.

    None either where it names somebody who is withheld, so that the wall refuses it. The child's own words stand word
    for word: where a name would have to be taken out, they are left out whole.
    """
    choice = choose_book(opened.project)
    file = named.strip().replace("\\", "/").removeprefix("./").partition("#")[0]
    if any(problem.at.path == file for problem in choice.refusals):
        return None
    cutter = _Cutter(opened, choice)
    passages = (passage for passage in choice.passages if passage.is_paragraph and passage.at.path == file)
    paragraphs = tuple(filter(None, map(cutter.take_out_names, passages)))
    return SharedPassage(paragraphs) if paragraphs else None


class _Cutter:
    """Takes every name of a story out of its words, and whatever may be somebody's."""

    def __init__(self, opened: OpenCase, choice: editions.Choice) -> None:
        story = opened.project.story
        languages = find_language_names(story)
        self._search = NameSearch(_list_terms(opened, choice), languages)
        self._context: IdentifierContext = build_context(story, opened.project.policy)
        self._is_english = languages == {"en"}

    def take_out_names(self, passage: Passage) -> str:
        text = fold_text(passage.text)
        spans = [(match.start, match.end) for match in self._search.find(text)] + list(self._find_capitals(text))
        spans += [span for _, span in find_identifiers(text, self._context)]
        if spans and any(isinstance(item, MyWords) for item in passage.ancestors):
            return _GAP
        end, parts = 0, list[str]()
        for start, stop in sorted(spans):
            if stop > end:
                if start >= end:
                    parts += [text[end:start], _GAP]
                end = stop
        return re.sub(rf"{re.escape(_GAP)}(?:[ ,-]+{re.escape(_GAP)})+", _GAP, "".join([*parts, text[end:]]))

    def _find_capitals(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield words with a capital inside a sentence: a name that nobody listed looks like that.

        Where a sentence begins every word has one: there it takes, in English, one that nobody writes small.
        """
        for match in _WORD.finditer(text):
            word = match[0].removesuffix("'s")
            if word[0].isupper() and word not in _PLAIN:
                begins = _SENTENCE.search(text[: match.start()])
                if not begins or (self._is_english and not is_common(make_key(word.partition("'")[0]))):
                    yield match.start(), match.start() + len(word)


def _list_terms(opened: OpenCase, choice: editions.Choice) -> Iterator[SearchTerm[None]]:
    """Yield what finds every name of the story but those that are the child's own: these do not exist here."""
    project = opened.project
    edition = replace(choice.visibility.edition, is_for_second_reader=False, reader=RECORD, age=OLDEST)
    record = editions.decide(project.story, edition)
    for item in _list_named(project):
        if record.is_visible(item):
            for name in (*(version.content for version in item.name.versions), *item.also_called):
                yield from _make_terms(item, fold_text(name))
    child, plan = project.story.child, opened.case.plan
    workers = (plan.worker, *plan.before, *(session.by for session in opened.case.records.sessions))
    for name in (child.name, *child.also_called, *workers):
        yield from make_name_terms(fold_text(name), None)


def _list_named(project: Project) -> tuple[NamedItem, ...]:
    story = project.story
    return story.named_items


def _make_terms(item: Item, name: str) -> Iterator[SearchTerm[None]]:
    if isinstance(item, Home | School):
        return make_place_terms(name, None)
    return make_keepsake_terms(name, None) if isinstance(item, Keepsake) else make_name_terms(name, None)
