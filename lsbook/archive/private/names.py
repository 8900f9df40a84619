"""Finding private names in text: whole, by their own words, with or without accents, in one word or in several."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from lsbook.archive.private.name_words import MONTHS, QUESTION_WORDS
from lsbook.model.passage import fold_text

_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "AE"}
    | {"œ": "oe", "Œ": "OE", "ŧ": "t", "Ŧ": "T", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H"}
)
"""Letters that do not come apart into a plain one and its mark."""
_A_LETTER = r"[^\W\d_]"
_BEGINS = rf"(?:(?<!{_A_LETTER})|(?<=[a-z])(?=[A-Z]))"
_ENDS = rf"(?:(?:'?s|es)?(?!{_A_LETTER})|(?<=[a-z])(?=[A-Z]))"
"""A word ends also where another begins with a capital: LorcanVisit."""
_BETWEEN = r"[\W_]{0,6}"
"""Between the words of a name: a space, an end of a line with what begins the next, a hyphen, nothing."""
_TITLES = r"(?:uncle|aunt|auntie|aunty|mr|mrs|miss|ms|dr|nan|nana|gran|granny|grandad|grandpa|cousin)"
_TIME_BEFORE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?:in|since|until|till|last|next|every|early|mid|late|during))[\s-]*$",
    re.IGNORECASE,
)
_TIME_BEHIND = re.compile(r",?[\s-]*\d")
_PRONOUNS = "i|you|he|she|it|we|they|there|this|that|the|my|your|his|her|our|their|not|mum|dad|be|anyone|somebody"
_ASKED = re.compile(rf"n't|\s+(?:{_PRONOUNS})\b", re.IGNORECASE)
_AROUND = 24
"""Letters around a word that tell whether a month or a question is meant."""


class PrivateMatch(Struct, frozen=True):
    """A private name where it stands in a folded text. ``whose`` is an id or a file that is the child's own."""

    start: int
    end: int
    text: str
    whose: str


class PrivateTerm(Struct, frozen=True, dict=True):
    """What is looked for: ``text`` as the story writes it.

    ``capital``: only with its capital, for it is an ordinary word too. ``anywhere``: also within a longer word, for no
    ordinary word has it in it. ``exact``: letter for letter, as an id or the name of a file.
    """

    text: str
    whose: str
    capital: bool = False
    anywhere: bool = False
    exact: bool = False

    @cached_property
    def key(self) -> str:
        """A part of it that stands in every text in which it is found, in small letters."""
        return fold(self.text).casefold() if self.exact else max(self.parts, key=len).casefold()

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(re.findall(r"[^\W_]+", fold(self.text))) or (fold(self.text),)

    @property
    def raw_words(self) -> tuple[str, ...]:
        """Its longest word with the marks of its letters, or all of it where that is to be found letter for letter."""
        whole = unicodedata.normalize("NFC", self.text)
        return (whole,) if self.exact else (max(re.findall(r"[^\W_]+", whole) or [whole], key=len),)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The term in a folded text."""
        if self.exact:
            return re.compile(rf"(?<![\w-])(?i:{re.escape(fold(self.text))})(?![\w-])")
        words = _BETWEEN.join(re.escape(part) for part in self.parts)
        if self.capital:
            capitals = f"{words[:1].upper()}{words[1:]}"
            return re.compile(rf"(?:{_BEGINS}(?:{capitals}|{words.upper()})|\b(?i:{_TITLES}\.? {words})){_ENDS}")
        return re.compile(f"(?i:{words})" if self.anywhere else f"{_BEGINS}(?i:{words}){_ENDS}")


class PrivateNames:
    """What may not stand in a text. ``cleared``: words that a person has looked at, and names that may be said."""

    def __init__(
        self, terms: Iterable[PrivateTerm], cleared: Iterable[str] = (), cleared_in: Iterable[tuple[str, str]] = ()
    ) -> None:
        self.terms = tuple(dict.fromkeys(terms))
        self._cleared = tuple(cleared)
        self._cleared_in = tuple(cleared_in)

    def __bool__(self) -> bool:
        return bool(self.terms)

    def find_in(self, text: str, path: str = "", min_length: int = 0) -> Iterator[PrivateMatch]:
        """Every private name in a folded ``text`` of the file ``path``; none with fewer letters than ``min_length``."""
        small = text.casefold()
        wanted = [term for term in self.terms if term.key in small and len(term.text) >= min_length]
        if not wanted:
            return
        cleared = None
        for term in wanted:
            for match in term.pattern.finditer(text):
                cleared = cleared or self._mark_cleared(text, path)
                if not all(cleared[match.start() : match.end()]) and not _is_ordinary_word(term, text, match):
                    yield PrivateMatch(match.start(), match.end(), match[0], term.whose)

    def has_any_in(self, text: str) -> bool:
        """Whether ``text``, as it stands in a book or a report, holds a private name."""
        return any(True for _ in self.find_in(fold(text)))

    def with_terms(self, terms: Iterable[PrivateTerm]) -> PrivateNames:
        """These and other terms."""
        return PrivateNames((*self.terms, *terms), self._cleared, self._cleared_in)

    def _mark_cleared(self, text: str, path: str) -> bytearray:
        here = (words for where, words in self._cleared_in if where == path)
        marks = bytearray(len(text))
        for words in (*self._cleared, *here):
            for match in _compile_phrase(words).finditer(text):
                marks[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        return marks


def fold(text: str) -> str:
    """``text`` with plain letters, one form of apostrophes and spaces, nothing unseen, in the lines that it has."""
    if text.isascii() and "\t" not in text and "  " not in text and "`" not in text:
        return text
    lines = (fold_text(line).translate(_LETTERS) for line in text.split("\n"))
    whole = unicodedata.normalize("NFKD", "\n".join(lines))
    return whole if whole.isascii() else "".join(sign for sign in whole if not unicodedata.combining(sign))


def _compile_phrase(text: str) -> re.Pattern[str]:
    plain = r"\s+".join(re.escape(word) for word in fold(text).split())
    return re.compile(rf"(?<!\w){plain}(?!\w)", re.IGNORECASE) if plain else re.compile(r"(?!)")


def _is_ordinary_word(term: PrivateTerm, text: str, match: re.Match[str]) -> bool:
    """A month beside a number, or a question that begins with the word."""
    if not term.capital:
        return False
    word = term.parts[0].casefold()
    before, behind = text[max(0, match.start() - _AROUND) : match.start()], text[match.end() : match.end() + _AROUND]
    is_month = word in MONTHS and bool(_TIME_BEFORE.search(before) or _TIME_BEHIND.match(behind))
    return is_month or (word in QUESTION_WORDS and _ASKED.match(behind) is not None)
