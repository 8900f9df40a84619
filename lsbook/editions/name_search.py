"""Names in running text, all at once: however many names there are, each word is looked up a few times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from lsbook.editions.generic_words import is_common
from lsbook.editions.name_forms import LONGEST_ENDING, make_forms, make_plurals
from lsbook.editions.spelling import Token, split_words

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


class SearchTerm(Struct, Generic[T], frozen=True):
    """Words to look for, one after another, by their keys. ``origin`` is whatever they were made from."""

    keys: tuple[str, ...]
    origin: T
    capitals: tuple[int, ...] = ()
    """The words that need a capital, by their place among ``keys``: "Rose" is somebody, "a rose" is not."""
    within_sentence: bool = False
    """A capital tells nothing where a sentence begins."""
    has_forms: bool = False
    """One word that is somebody's own: its plurals and the forms of the story's languages are looked for too."""
    is_sure: bool = True
    """False for a word that other things are called by as well, such as the town in the name of a school."""


class NameMatch(Struct, Generic[T], frozen=True):
    """Where a term stands in a folded text. Not ``is_sure``: it may be the form of another word."""

    term: SearchTerm[T]
    start: int
    end: int
    is_sure: bool = True


class NameSearch(Generic[T]):
    """Terms, found by their first word, by the forms of their only word, or by its stem."""

    def __init__(self, terms: Iterable[SearchTerm[T]], languages: frozenset[str] = frozenset()) -> None:
        self._by_first: dict[str, list[SearchTerm[T]]] = {}
        self._forms: dict[str, list[tuple[SearchTerm[T], bool]]] = {}
        self._stems: dict[str, list[SearchTerm[T]]] = {}
        for term in dict.fromkeys(term for term in terms if term.keys):
            self._by_first.setdefault(term.keys[0], []).append(term)
            if term.has_forms:
                self._add_forms(term, languages)

    def _add_forms(self, term: SearchTerm[T], languages: frozenset[str]) -> None:
        word = term.keys[0]
        for plural in make_plurals(word):
            self._forms.setdefault(plural, []).append((term, True))
        for forms in (make_forms(word, language) for language in sorted(languages)):
            for form in forms.sure | forms.likely:
                self._forms.setdefault(form, []).append((term, form in forms.sure))
            for stem in forms.stems:
                self._stems.setdefault(stem, []).append(term)

    def find(self, text: str) -> Iterator[NameMatch[T]]:
        """Yield every term in a folded ``text``, also those within a longer one; forms come behind the term itself."""
        words = split_words(text)
        for at, word in enumerate(words):
            for term in self._by_first.get(word.key, ()):
                end = _find_term_end(term, words, at, text)
                if end and _is_meant(term, words, at, text):
                    yield NameMatch(term, word.start, end, term.is_sure)
            yield from self._find_forms(words, at, text)
            yield from self._find_hyphenated(words, at, text)

    def _find_forms(self, tokens: tuple[Token, ...], at: int, text: str) -> Iterator[NameMatch[T]]:
        word = tokens[at]
        for term, is_sure in self._forms.get(word.key, ()):
            if _is_meant(term, tokens, at, text) and (word.is_capital or word.key in make_plurals(term.keys[0])):
                yield NameMatch(term, word.start, _find_word_end(word, text), is_sure and term.is_sure)
        if self._stems and word.is_capital:
            for length in range(max(1, len(word.key) - LONGEST_ENDING), len(word.key)):
                for term in self._stems.get(word.key[:length], ()):
                    if term.keys[0] != word.key:
                        yield NameMatch(term, word.start, word.end, is_sure=False)

    def _find_hyphenated(self, tokens: tuple[Token, ...], at: int, text: str) -> Iterator[NameMatch[T]]:
        """Yield a name that a hyphen or a line's end parts ("Lor-can"), or that is written in one ("LorcanByrne")."""
        if at + 1 < len(tokens) and text[tokens[at].end : tokens[at + 1].start] in ("-", "- "):
            for term in self._by_first.get(tokens[at].key + tokens[at + 1].key, ()):
                if len(term.keys) == 1 and tokens[at].is_capital:
                    yield NameMatch(term, tokens[at].start, tokens[at + 1].end)


def _find_term_end(term: SearchTerm[T], tokens: tuple[Token, ...], at: int, text: str) -> int:
    """Return where the term ends that begins with the word ``at``; 0 where other words follow."""
    if at + len(term.keys) > len(tokens):
        return 0
    for offset, key in enumerate(term.keys):
        word = tokens[at + offset]
        is_last = offset == len(term.keys) - 1
        if word.key != key and not (is_last and offset and word.key == f"{key}s"):
            return 0
        if offset and not _is_gap(text[tokens[at + offset - 1].end : word.start], tokens[at + offset - 1]):
            return 0
    last = tokens[at + len(term.keys) - 1]
    return last.end if last.key == term.keys[-1] else _find_word_end(last, text)


def _find_word_end(word: Token, text: str) -> int:
    """Return where a word ends without its possessive s."""
    return word.end - 2 if text[word.end - 2 : word.end].casefold() == "'s" else word.end


def _is_gap(between: str, before: Token) -> bool:
    return bool(_GAP.fullmatch(between) or (len(before.key) <= 3 and _BEHIND_INITIAL.fullmatch(between)))


def _is_meant(term: SearchTerm[T], tokens: tuple[Token, ...], at: int, text: str) -> bool:
    """Return whether a word is the name: small letters, or the start of a sentence, may make another word of it."""
    word = tokens[at]
    if not all(tokens[at + offset].is_capital for offset in term.capitals):
        return False
    if len(term.keys) == 1 and word.key in _TIMES and _is_a_time(tokens, at):
        return False
    before = text[: word.start]
    if not _SENTENCE.search(before[-8:]):
        return True
    if term.within_sentence:
        return bool(_QUOTED.search(before))
    return not (len(term.keys) == 1 and term.capitals and _is_before_a_verb(term, tokens, at, text))


def _is_before_a_verb(term: SearchTerm[T], tokens: tuple[Token, ...], at: int, text: str) -> bool:
    """Return whether an everyday word begins a sentence as everybody's does: "Will you come?", "Roses grew there"."""
    is_plural = tokens[at].key in make_plurals(term.keys[0]) and "'" not in text[tokens[at].start : tokens[at].end]
    if is_plural and is_common(tokens[at].key):
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return bool(following and following.key in _BEHIND_VERBS and text[tokens[at].end : following.start] == " ")


def _is_a_time(tokens: tuple[Token, ...], at: int) -> bool:
    """Return whether a month or a season is meant: "3 May", "Summer 2019", "in April"."""
    beside = tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]
    return any(word.key.isdecimal() for word in beside) or bool(at and tokens[at - 1].key in _BEFORE_TIMES)
