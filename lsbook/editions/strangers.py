"""Somebody whose name stands only in words that an edition withholds, and in words that it tells.

Nobody has said who that is, so nothing refuses: a warning proposes ``keeps`` (security.md, "Names", 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache

from babel import Locale

from lsbook.editions.common_words import is_common, is_in_dictionary
from lsbook.editions.saying import flat
from lsbook.editions.shown_names import is_carried, named_items
from lsbook.editions.sight import Sight
from lsbook.editions.spelling import Word, key, keys_of, words_of
from lsbook.editions.withheld_names import WithheldNames
from lsbook.model.item import Item, Telling
from lsbook.model.languages import languages_of
from lsbook.model.passage import Said, folded, near
from lsbook.model.problem import Place, Problem
from lsbook.model.prose import Heading, Paragraph
from lsbook.model.story import Story
from lsbook.model.walk import every_own

_SENTENCE = re.compile(r"(?:^|[.!?:;…][\"')\]\u201d]* )[\"'(\[\u201c\u2018 ]*$")
_SHORTEST = 3
_WORDS_AS_THEY_ARE = ("source", "decided_by", "by", "from_", "to", "said_by", "given_by", "who_took_me", "finding_out")
_FEASTS = (
    "easter christmas xmas halloween ramadan eid diwali hanukkah passover vaisakhi nowruz pentecost god bible koran"
)


def find_strangers(story: Story, names: WithheldNames, said: tuple[Said, ...]) -> Iterator[Problem]:
    """Yield a warning for each name in ``said`` that this edition withholds elsewhere, at the words that say it."""
    is_english = all(tag.partition("-")[0] == "en" for tag in languages_of(story))
    untold = _untold_names(story, names.sight, is_english=is_english)
    for known in (*_places_in(said), *(term.keys[0] for term in names.terms if len(term.keys) == 1)):
        untold.pop(known, None)
    for piece in said if untold else ():
        text = folded(piece.words)
        around = {item.at for item in piece.around}
        for word in _names_in(text, is_english=is_english):
            at = untold.get(word.key)
            if at is not None and at not in around:
                del untold[word.key]
                yield _stranger(text, word, piece, at, names.sight.edition.name)


def _untold_names(story: Story, sight: Sight, *, is_english: bool) -> dict[str, Place]:
    """Map each name that stands in withheld words, and is nobody's in this story, to where it stands first."""
    known = {word for item in named_items(story) for name in item.name.versions for word in keys_of(folded(name.words))}
    known |= {word for item in named_items(story) for name in item.also_called for word in keys_of(folded(name))}
    known |= {word for name in (story.child.name, *story.child.also_called) for word in keys_of(folded(name))}
    known |= {word for verdict in sight.verdicts.values() for name in verdict.item.gate.keeps for word in keys_of(name)}
    known |= {word for cleared in story.not_them for word in keys_of(folded(cleared.words))}
    names: dict[str, Place] = {}
    for verdict in sight.verdicts.values():
        for text in _untold_texts(verdict.item, sight):
            for word in _names_in(text, is_english=is_english):
                if word.key not in known and word.key.removesuffix("s") not in known and not _is_a_place(text, word):
                    names.setdefault(word.key, verdict.item.at)
    return names


def _places_in(said: tuple[Said, ...]) -> Iterator[str]:
    """Yield the names by which this edition calls a place: nobody is "in Preston" who lives in a person."""
    for piece in said:
        text = folded(piece.words)
        yield from (word.key for word in _names_in(text) if _is_a_place(text, word))


def _is_a_place(text: str, word: Word) -> bool:
    return text[: word.start].endswith((" in ", " near ", "In ", "Near "))


def _untold_texts(item: Item, sight: Sight) -> Iterator[str]:
    """Yield the folded paragraphs of ``item`` that this edition does not tell."""
    is_seen = sight.sees(item)
    if not is_seen and not sight.edition.for_child and is_carried(item, sight):
        return
    for telling in (value for field in fields(item) if isinstance(value := getattr(item, field.name), Telling)):
        shown = telling.at(sight.edition.age, sight.edition.easy) if is_seen else None
        for version in telling.versions:
            if version is not shown and not (is_seen and version.age <= sight.edition.age):
                yield from _paragraphs(version.words)
    if not is_seen:
        yield from (folded(words) for words in _plain_words(item))
        yield from (folded(flat(block.inside)) for block in every_own(Paragraph, item))
        yield from (folded(flat(block.inside)) for block in every_own(Heading, item))


def _plain_words(item: Item) -> tuple[str, ...]:
    """The fields that hold words as they are: whose account it is, from whom a letter is, how something is known."""
    return tuple(words for name in _WORDS_AS_THEY_ARE if isinstance(words := getattr(item, name, None), str))


def _paragraphs(words: object) -> Iterator[str]:
    if isinstance(words, str):
        yield folded(words)
    elif isinstance(words, tuple):
        yield from (folded(flat(block.inside)) for block in words if isinstance(block, Paragraph | Heading))


def _names_in(text: str, *, is_english: bool = False) -> Iterator[Word]:
    """Yield the words with a capital that are no everyday words, no days, countries or peoples.

    Where a sentence begins every word has a capital: there it takes one that is in no dictionary, in English alone.
    """
    for word in words_of(text):
        written = text[word.start : word.end]
        bare = key(written.removesuffix("'s"))
        if len(bare) < _SHORTEST or not written[0].isupper() or _is_public(bare) or _is_public(bare.removesuffix("s")):
            continue
        begins = _SENTENCE.search(text[: word.start][-8:])
        if not begins or (is_english and not is_in_dictionary(bare)):
            yield Word(bare, word.start, word.end, is_capital=True)


def _is_public(word: str) -> bool:
    return is_common(word) or word in _public()


@cache
def _public() -> frozenset[str]:
    """Return the keys of months, days, languages and countries, which are written with a capital and name nobody."""
    english = Locale("en")
    names = [*english.territories.values(), *english.languages.values()]
    names += [name for form in ("months", "days") for name in getattr(english, form)["format"]["wide"].values()]
    words = {key(word) for name in (*names, _FEASTS) for word in name.split()}
    return frozenset(words | {word.removesuffix("s") for word in words})


def _stranger(text: str, word: Word, piece: Said, at: Place, edition: str) -> Problem:
    name = text[word.start : word.end].removesuffix("'s")
    return Problem(
        piece.at,
        f'This says "{name}", and so do words that are withheld from the edition {edition} ({at}). Is it the same'
        " person?",
        f"If nobody may be told of {name} yet, write beside those words: keeps: [{name}]. If it is no secret, leave it,"
        f' or write here: not-them: {{words: "{name}", reason: …}}',
        near=near(text, word.start, word.end),
        warning=True,
    )
