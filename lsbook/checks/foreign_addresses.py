"""Addresses as the other languages of lsbook write them: one rule for each, made of its words in ``street_words.py``.

Every Book is searched in every language: an address in Polish may stand in an English book.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lsbook.checks.identifier_kinds import (
    IdentifierContext,
    IdentifierFinder,
    IdentifierKind,
    TextSpan,
    identifier,
    is_year,
)
from lsbook.checks.street_words import ENOUGH_PAGES, LANGUAGES, NUMBER, StreetWords

_BEFORE = r"(?<![\w£$€.,:/-])"
_ENDS = r"(?=$| \(|[)\"';!?،؛؟۔»”/]|[.,:](?![0-9])"
_FURTHER = 4
"""Further words in the name of a street."""
_UNIT = r"(?:[A-ZА-Я]?[0-9]{1,4}[A-Za-zА-Га-г]?|[A-Z]{1,2})(?!\w)"
"""The number of a flat, a block or a staircase, or its letter."""
_DIGIT = re.compile(r"[0-9]")
"""No address is found without one, but by an extra pattern."""
_COUNTED = re.compile(
    r"(?<!\w)(?:autobus\w*|tramwaj\w*|lini\w+|autobuz\w*|tramvai\w*|linia|автобус\w*|трамва\w*|маршрут\w*|bws|[Bb]ws"
    r"|tudalen|stafell|o|la|ora|ore|godzin\w*|о|об|годин\w*|am|الساعة|حافلة|باص|صفحة|بس|اتوبوس|ساعت|صفحه"
    r"|صفحہ) (?:nr\.? |numer |numărul |№ ?"
    r"|номер |rhif |رقم )?$",
    re.I,
)
"""What is counted or told by the clock before a number: it is no house's."""


@cache
def _compile_street_words(words: StreetWords) -> re.Pattern[str]:
    """Return what finds a word of a street or a flat: a text without any holds no address but by an extra pattern.

    A street begins a word, or follows a particle that does: "ul" in "July" is none.
    """
    streets = rf"(?<!\w){words.street_particles}(?:{words.streets}|{words.abbreviations})"
    return re.compile(rf"{streets}|{words.homes}")


@cache
def _compile_extra_hint(words: StreetWords) -> re.Pattern[str]:
    return re.compile(words.extra_hint)


@cache
def _compile_extra_patterns(words: StreetWords) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, words.extra_patterns))


def _select_patterns(words: StreetWords, text: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that may find an address in ``text``. To compile them takes long, and few books need any."""
    if _DIGIT.search(text) and _compile_street_words(words).search(text):
        return _compile_patterns(words)
    return _compile_extra_patterns(words) if _compile_extra_hint(words).search(text) else ()


@cache
def _compile_patterns(words: StreetWords) -> tuple[re.Pattern[str], ...]:
    """Return what finds an address, extra patterns among it."""
    further = rf"(?:[ -](?:{words.name_joiners} ?)?{words.name_word})"
    short = rf"{words.abbreviations}(?: |(?<=\.))"
    named = rf"{words.streets}(?:'r)? (?:{words.name_joiners} )?{words.name_word}"
    starts = rf"(?:{short}[^\W\d_][\w'-]*|{short}{words.name_word}|{named})"
    loose = rf"(?:{words.streets}|{short})(?: ?[^\W\d_][\w'-]*){{1,3}}?"
    called = rf"(?:{words.number_words} ?)"
    flats = rf"(?:[,،]? (?:{words.flats}) ?{_UNIT})*"
    goes_on = rf"{_ENDS}| (?:{words.continuations})\b)"
    bare = rf"(?P<bare>{NUMBER})(?!\w)"
    behind = rf"(?<![\w.]){starts}{further}{{0,{_FURTHER}}}?"
    first = rf"{_BEFORE}(?:{called}{NUMBER}|{bare if words.bare_first else '(?!)'})[,،]? {words.street_particles}"
    patterns = (
        rf"{behind}[,،;]? ?{called}{NUMBER}(?!\w){flats}",
        rf"{behind}[,،]? {bare}{flats}{goes_on}",
        rf"(?<![\w.]){loose}[,،;]? {called}{NUMBER}(?!\w){flats}",
        rf"{first}{starts}{further}{{0,{_FURTHER}}}(?!\w)",
        *words.extra_patterns,
        rf"{words.homes}{NUMBER}(?!\w)",
    )
    return tuple(re.compile(pattern) for pattern in patterns)


def _make_finder(words: StreetWords) -> IdentifierFinder:
    def find(text: str, _context: IdentifierContext) -> Iterator[TextSpan]:
        for pattern in _select_patterns(words, text):
            for match in pattern.finditer(text):
                bare = match.groupdict().get("bare")
                if bare and (
                    is_year(bare) or _COUNTED.search(text[max(0, match.start("bare") - 25) : match.start("bare")])
                ):
                    continue
                yield match.span("where" if match.groupdict().get("where") else 0)

    return find


def _make_kind(words: StreetWords) -> IdentifierKind:
    make = identifier(
        "a street address", words.hint, language=words.language, warns=words.measured_pages < ENOUGH_PAGES
    )
    return make(_make_finder(words))


ADDRESS_KINDS = tuple(_make_kind(words) for words in LANGUAGES)
