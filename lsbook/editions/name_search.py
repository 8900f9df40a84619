"""Names in running text, all at once: however many names there are, each word is looked up a few times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from lsbook.editions.common_words import is_common
from lsbook.editions.name_forms import MOST_MORE, forms_of, plurals_of
from lsbook.editions.spelling import Word, words_of

T = TypeVar("T")

_GAP = re.compile(r"[ ,\-_/&]{0,3}|\.")
_BEHIND_INITIAL = re.compile(r"\. ")
_SENTENCE = re.compile(r"(?:^|[.!?:;…][\"')\]\u201d]* )[\"'(\[\u201c\u2018 ]*$")
_QUOTED = re.compile(r"[\"'\u201c\u2018«„]$")
_BEHIND_VERBS = frozenset(
    ["i", "you", "he", "she", "it", "we", "they", "this", "that", "there", "the", "a", "an", "my", "your", "ago"]
)
"""What stands behind a word that is none of a name where a sentence begins: "May I?", "Hope you ran", "Long ago"."""
_TIMES = frozenset(["january", "april", "may", "june", "july", "august", "spring", "summer", "autumn", "winter"])
_BEFORE_TIMES = frozenset(["in", "since", "until", "till", "last", "next", "every", "early", "late", "this", "the"])


@dataclass(frozen=True)
class Term(Generic[T]):
    """Words to look for, one after another, by their keys. ``of`` is whatever they were made from."""

    keys: tuple[str, ...]
    of: T
    capitals: tuple[int, ...] = ()
    """The words that need a capital, by their place among ``keys``: "Rose" is somebody, "a rose" is not."""
    within_sentence: bool = False
    """A capital tells nothing where a sentence begins."""
    has_forms: bool = False
    """One word that is somebody's own: its plurals and the forms of the story's languages are looked for too."""
    is_sure: bool = True
    """False for a word that other things are called by as well, such as the town in the name of a school."""


@dataclass(frozen=True)
class Spot(Generic[T]):
    """Where a term stands in a folded text. Not ``is_sure``: it may be the form of another word."""

    term: Term[T]
    start: int
    end: int
    is_sure: bool = True


class NameSearch(Generic[T]):
    """Terms, found by their first word, by the forms of their only word, or by its stem."""

    def __init__(self, terms: Iterable[Term[T]], languages: frozenset[str] = frozenset()) -> None:
        self._by_first: dict[str, list[Term[T]]] = {}
        self._forms: dict[str, list[tuple[Term[T], bool]]] = {}
        self._stems: dict[str, list[Term[T]]] = {}
        for term in dict.fromkeys(term for term in terms if term.keys):
            self._by_first.setdefault(term.keys[0], []).append(term)
            if term.has_forms:
                self._add_forms(term, languages)

    def _add_forms(self, term: Term[T], languages: frozenset[str]) -> None:
        word = term.keys[0]
        for plural in plurals_of(word):
            self._forms.setdefault(plural, []).append((term, True))
        for forms in (forms_of(word, language) for language in sorted(languages)):
            for form in forms.sure | forms.likely:
                self._forms.setdefault(form, []).append((term, form in forms.sure))
            for stem in forms.stems:
                self._stems.setdefault(stem, []).append(term)

    def find(self, text: str) -> Iterator[Spot[T]]:
        """Every term in a folded ``text``, also those that stand within a longer one; forms behind the term itself."""
        words = words_of(text)
        for at, word in enumerate(words):
            for term in self._by_first.get(word.key, ()):
                end = _end_of(term, words, at, text)
                if end and _is_meant(term, words, at, text):
                    yield Spot(term, word.start, end, term.is_sure)
            yield from self._forms_at(words, at, text)
            yield from self._spots_over_hyphens(words, at, text)

    def _forms_at(self, words: tuple[Word, ...], at: int, text: str) -> Iterator[Spot[T]]:
        word = words[at]
        for term, is_sure in self._forms.get(word.key, ()):
            if _is_meant(term, words, at, text) and (word.is_capital or word.key in plurals_of(term.keys[0])):
                yield Spot(term, word.start, _end(word, text), is_sure and term.is_sure)
        if self._stems and word.is_capital:
            for length in range(max(1, len(word.key) - MOST_MORE), len(word.key)):
                for term in self._stems.get(word.key[:length], ()):
                    if term.keys[0] != word.key:
                        yield Spot(term, word.start, word.end, is_sure=False)

    def _spots_over_hyphens(self, words: tuple[Word, ...], at: int, text: str) -> Iterator[Spot[T]]:
        """A name that a hyphen or a line's end parts ("Lor-can"), or that is written in one ("LorcanByrne")."""
        if at + 1 < len(words) and text[words[at].end : words[at + 1].start] in ("-", "- "):
            for term in self._by_first.get(words[at].key + words[at + 1].key, ()):
                if len(term.keys) == 1 and words[at].is_capital:
                    yield Spot(term, words[at].start, words[at + 1].end)


def _end_of(term: Term[T], words: tuple[Word, ...], at: int, text: str) -> int:
    """Where the term ends that begins with the word ``at``; 0 where other words follow."""
    if at + len(term.keys) > len(words):
        return 0
    for offset, key in enumerate(term.keys):
        word = words[at + offset]
        is_last = offset == len(term.keys) - 1
        if word.key != key and not (is_last and offset and word.key == f"{key}s"):
            return 0
        if offset and not _is_gap(text[words[at + offset - 1].end : word.start], words[at + offset - 1]):
            return 0
    last = words[at + len(term.keys) - 1]
    return last.end if last.key == term.keys[-1] else _end(last, text)


def _end(word: Word, text: str) -> int:
    """Where a word ends without its possessive s."""
    return word.end - 2 if text[word.end - 2 : word.end].casefold() == "'s" else word.end


def _is_gap(between: str, before: Word) -> bool:
    return bool(_GAP.fullmatch(between) or (len(before.key) <= 3 and _BEHIND_INITIAL.fullmatch(between)))


def _is_meant(term: Term[T], words: tuple[Word, ...], at: int, text: str) -> bool:
    """False where small letters, or the beginning of a sentence, make another word of it."""
    word = words[at]
    if not all(words[at + offset].is_capital for offset in term.capitals):
        return False
    if len(term.keys) == 1 and word.key in _TIMES and _is_a_time(words, at):
        return False
    before = text[: word.start]
    if not _SENTENCE.search(before[-8:]):
        return True
    if term.within_sentence:
        return bool(_QUOTED.search(before))
    return not (len(term.keys) == 1 and term.capitals and _begins_with_a_verb(term, words, at, text))


def _begins_with_a_verb(term: Term[T], words: tuple[Word, ...], at: int, text: str) -> bool:
    """Whether an everyday word begins a sentence as everybody's does: "Will you come?", "Roses grew there"."""
    is_plural = words[at].key in plurals_of(term.keys[0]) and "'" not in text[words[at].start : words[at].end]
    if is_plural and is_common(words[at].key):
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    return bool(following and following.key in _BEHIND_VERBS and text[words[at].end : following.start] == " ")


def _is_a_time(words: tuple[Word, ...], at: int) -> bool:
    """Whether a month or a season is meant: "3 May", "Summer 2019", "in April"."""
    beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
    return any(word.key.isdecimal() for word in beside) or bool(at and words[at - 1].key in _BEFORE_TIMES)
