"""Somebody whose name stands only in words that an edition withholds, and in words that it tells.

Nobody has said who that is, so nothing refuses: a warning proposes ``keeps`` (security.md, "Names", 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from babel import Locale

from lsbook.editions.generic_words import is_common, is_in_dictionary
from lsbook.editions.shown_names import is_carried
from lsbook.editions.spelling import Token, make_key, make_keys, split_words
from lsbook.editions.visibility import ADULTS_ONLY, Visibility
from lsbook.editions.wall_rules import NAME_TOLD_ELSEWHERE
from lsbook.editions.withheld_names import WithheldNameSearch
from lsbook.editions.word_places import flatten
from lsbook.model.item import Item, Telling
from lsbook.model.languages import find_languages
from lsbook.model.passage import Passage, fold_text
from lsbook.model.problem import Location, Problem
from lsbook.model.prose import Heading, Paragraph
from lsbook.model.story import Story
from lsbook.model.walk import find_own, list_fields

_SENTENCE = re.compile(r"(?:^|[.!?:;…][\"')\]\u201d]* )[\"'(\[\u201c\u2018 ]*$")
_SHORTEST = 3
_PLAIN_TEXT_FIELDS = (
    "source",
    "decided_by",
    "by",
    "from_",
    "to",
    "said_by",
    "given_by",
    "looked_for_by",
    "who_took_me",
    "finding_out",
    "held_by",
)
_FEASTS = (
    "easter christmas xmas halloween ramadan eid diwali hanukkah passover vaisakhi nowruz pentecost god bible koran"
)


def find_strangers(story: Story, search: WithheldNameSearch, passages: tuple[Passage, ...]) -> Iterator[Problem]:
    """Yield a warning for each name in ``passages`` that this edition withholds elsewhere, at the words that say it."""
    is_english = all(tag.partition("-")[0] == "en" for tag in find_languages(story))
    untold = _find_untold_names(story, search.visibility, is_english=is_english)
    if not untold:
        return
    for known in (*_find_places(passages), *(term.keys[0] for term in search.terms if len(term.keys) == 1)):
        untold.pop(known, None)
    for passage in passages:
        text = fold_text(passage.text)
        around = {item.at for item in passage.ancestors}
        for word in _find_names(text, is_english=is_english):
            at = untold.get(word.key)
            if at is not None and at not in around:
                del untold[word.key]
                yield _make_problem(text, word, passage, at, search.visibility.edition.name)


def _find_untold_names(story: Story, visibility: Visibility, *, is_english: bool) -> dict[str, Location]:
    """Map each name that stands in withheld words, and is nobody's in this story, to where it stands first."""
    known = {
        word for item in story.named_items for name in item.name.versions for word in make_keys(fold_text(name.content))
    }
    known |= {word for item in story.named_items for name in item.also_called for word in make_keys(fold_text(name))}
    known |= {word for name in (story.child.name, *story.child.also_called) for word in make_keys(fold_text(name))}
    known |= {
        word for verdict in visibility.verdicts.values() for name in verdict.item.gate.keeps for word in make_keys(name)
    }
    known |= {word for cleared in story.not_them for word in make_keys(fold_text(cleared.text))}
    names: dict[str, Location] = {}
    for verdict in visibility.verdicts.values():
        if verdict.reasons == (ADULTS_ONLY,):
            continue  # a child may hear of it: it has a place in an adult's book
        for text in _list_untold_texts(verdict.item, visibility):
            for word in _find_names(text, is_english=is_english):
                if word.key not in known and word.key.removesuffix("s") not in known and not _is_a_place(text, word):
                    names.setdefault(word.key, verdict.item.at)
    return names


def _find_places(passages: tuple[Passage, ...]) -> Iterator[str]:
    """Yield the names by which this edition calls a place: nobody is "in Preston" who lives in a person."""
    for passage in passages:
        text = fold_text(passage.text)
        yield from (word.key for word in _find_names(text) if _is_a_place(text, word))


def _is_a_place(text: str, word: Token) -> bool:
    return text[: word.start].endswith((" in ", " near ", "In ", "Near "))


def _list_untold_texts(item: Item, visibility: Visibility) -> Iterator[str]:
    """Yield the folded paragraphs of ``item`` that this edition does not tell."""
    is_seen = visibility.is_visible(item)
    if not is_seen and not visibility.edition.is_for_child and is_carried(item, visibility):
        return
    for telling in (part for _, part in list_fields(item) if isinstance(part, Telling)):
        shown = telling.find_version(visibility.edition.age, visibility.edition.easy) if is_seen else None
        for version in telling.versions:
            if version is not shown and not (is_seen and version.age <= visibility.edition.age):
                yield from _list_paragraphs(version.content)
    if not is_seen:
        yield from (fold_text(words) for words in _list_plain_texts(item))
        yield from (fold_text(flatten(block.inside)) for block in find_own(Paragraph, item))
        yield from (fold_text(flatten(block.inside)) for block in find_own(Heading, item))


def _list_plain_texts(item: Item) -> tuple[str, ...]:
    """Return the fields that hold words as they are: by whom an account or a letter is, how something is known."""
    return tuple(words for name in _PLAIN_TEXT_FIELDS if isinstance(words := getattr(item, name, None), str))


def _list_paragraphs(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield fold_text(content)
    elif isinstance(content, tuple):
        yield from (fold_text(flatten(block.inside)) for block in content if isinstance(block, Paragraph | Heading))


@lru_cache(maxsize=1 << 14)
def _find_names(text: str, *, is_english: bool = False) -> tuple[Token, ...]:
    """Return the words with a capital that are no everyday words, no days, countries or peoples.

    Where a sentence begins every word has a capital: there it takes one that is in no dictionary, in English alone.
    """
    names: list[Token] = []
    for word in split_words(text):
        written = text[word.start : word.end]
        bare = make_key(written.removesuffix("'s"))
        if len(bare) < _SHORTEST or not written[0].isupper() or _is_public(bare) or _is_public(bare.removesuffix("s")):
            continue
        begins = _SENTENCE.search(text[max(0, word.start - 8) : word.start])
        if not begins or (is_english and not is_in_dictionary(bare)):
            names.append(Token(bare, word.start, word.end, is_capital=True))
    return tuple(names)


def _is_public(word: str) -> bool:
    return is_common(word) or word in _load_public_words()


@cache
def _load_public_words() -> frozenset[str]:
    """Return the keys of months, days, languages and countries, which are written with a capital and name nobody."""
    english = Locale("en")
    names = [*english.territories.values(), *english.languages.values()]
    names += [name for form in ("months", "days") for name in getattr(english, form)["format"]["wide"].values()]
    words = {make_key(word) for name in (*names, _FEASTS) for word in name.split()}
    return frozenset(words | {word.removesuffix("s") for word in words})


def _make_problem(text: str, word: Token, passage: Passage, at: Location, edition: str) -> Problem:
    name = text[word.start : word.end].removesuffix("'s")
    return Problem(
        passage.locate(word.start),
        f'This says "{name}", and so do words that are withheld from the edition {edition} ({at}). Is it the same'
        " person?",
        f"If nobody may be told of {name} yet, write beside those words: keeps: [{name}]. If it is no secret, leave it,"
        f' or write here: not-them: {{words: "{name}", reason: …}}',
        severity=NAME_TOLD_ELSEWHERE.severity,
        item=passage.at,
        rule=NAME_TOLD_ELSEWHERE.id,
    )
