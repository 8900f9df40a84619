"""Pictures above words, for readers who read with them: the words stay as they are, and stay text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import zip_longest

from markupsafe import Markup, escape
from msgspec import Struct, field

from lsbook.model.symbols import SymbolPicture
from lsbook.pages.layout.addresses import Href

_WORD = re.compile(r"[\w\u0300-\u036f\u064b-\u065f\u0670\u200c]+")
"""A word with the signs that stand on or below its letters."""
_CLOSE_BEFORE, _CLOSE_AFTER = re.compile(r"\S*$"), re.compile(r"\S*")
_ABOVE = Markup('<span class="symbol"><img src="{}" alt="">{}</span>')


class WordMatch(Struct, frozen=True):
    """Where in a text a word stands that has a picture, and the address of that, from the book's folder.

    What stands close to it (a full stop, the end of "dog's") belongs to it, so that no line begins with that.
    """

    start: int
    end: int
    address: str


class SymbolFinder(Struct, frozen=True, dict=True):
    """Finds the words that have a picture, in small letters and capitals. ``language`` is that of the words."""

    symbols: tuple[SymbolPicture, ...] = ()
    language: str = field(default="en")

    @cached_property
    def _addresses(self) -> Mapping[str, str]:
        """The picture of each word in its forms; what the list says goes before what grammar makes of it."""
        listed = {_fold(word): f"media/{symbol.name}" for symbol in self.symbols for word in symbol.words}
        formed = {form: address for word, address in listed.items() for form in _make_forms(word, self.language)}
        return formed | listed

    @cached_property
    def _longest(self) -> int:
        """Words in the longest phrase that has a picture."""
        return max((len(_WORD.findall(word)) for word in self._addresses), default=0)

    def find(self, text: str) -> Iterator[WordMatch]:
        """Every word of ``text`` that has a picture, the longest phrase first."""
        matches = tuple(self._match_words(text)) if self.symbols else ()
        end = 0
        for match, following in zip_longest(matches, matches[1:]):
            start = match.start - len(_CLOSE_BEFORE.findall(text[end : match.start])[0])
            end = match.end + len(_CLOSE_AFTER.findall(text, match.end)[0])
            end = match.end if following and end > following.start else end
            yield WordMatch(start, end, match.address)

    def _match_words(self, text: str) -> Iterator[WordMatch]:
        words = [match.span() for match in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            match = next(self._match_from(text, words[at : at + self._longest]), None)
            if match:
                yield match
            at += 1 if match is None else sum(start < match.end for start, _ in words[at:])

    def _match_from(self, text: str, words: list[tuple[int, int]]) -> Iterator[WordMatch]:
        start = words[0][0]
        for _, end in reversed(words):
            if address := self._addresses.get(_fold(text[start:end])):
                yield WordMatch(start, end, address)


def put_above(href: Href, word: str) -> Markup:
    """``word`` with its picture above it, which says nothing to who hears the page: the word does."""
    return _ABOVE.format(href, escape(word))


def _fold(word: str) -> str:
    return " ".join(word.casefold().split())


def _make_forms(word: str, language: str) -> Iterable[str]:
    """The plurals that a word may have in English; in other languages the list says all forms itself."""
    if language.partition("-")[0] != "en":
        return ()
    stem = f"{word[:-1]}ies" if word.endswith("y") else word
    return (f"{word}s", f"{word}es", stem)
