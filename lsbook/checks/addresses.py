"""Addresses as the other languages of lsbook write them: one rule for each, made of its words in ``street_words.py``.

Every Book is searched in every language: an address in Polish may stand in an English book.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.kinds import Finder, Kind, Known, Span, identifier
from lsbook.checks.street_words import ENOUGH, LANGUAGES, NUMBER, StreetWords

_BEFORE = r"(?<![\w£$€.,:/-])"
_ENDS = r"(?=$| \(|[)\"';!?،؛؟۔»”/]|[.,:](?![0-9])"
_FURTHER = 4
"""Further words in the name of a street."""
_UNIT = r"(?:[A-ZА-Я]?[0-9]{1,4}[A-Za-zА-Га-г]?|[A-Z]{1,2})(?!\w)"
"""The number of a flat, a block or a staircase, or its letter."""
_COUNTED = re.compile(
    r"(?<!\w)(?:autobus\w*|tramwaj\w*|lini\w+|autobuz\w*|tramvai\w*|linia|автобус\w*|трамва\w*|маршрут\w*|bws|[Bb]ws"
    r"|tudalen|stafell|o|la|ora|ore|godzin\w*|о|об|годин\w*|am|الساعة|حافلة|باص|صفحة|بس|اتوبوس|ساعت|صفحه"
    r"|صفحہ) (?:nr\.? |numer |numărul |№ ?"
    r"|номер |rhif |رقم )?$",
    re.I,
)
"""What is counted or told by the clock before a number: it is no house's."""


def _patterns_of(words: StreetWords) -> tuple[re.Pattern[str], ...]:
    further = rf"(?:[ -](?:{words.within} ?)?{words.name})"
    short = rf"{words.short}(?: |(?<=\.))"
    starts = rf"(?:{short}[^\W\d_][\w'-]*|{short}{words.name}|{words.streets}(?:'r)? (?:{words.within} )?{words.name})"
    loose = rf"(?:{words.streets}|{short})(?: ?[^\W\d_][\w'-]*){{1,3}}?"
    called = rf"(?:{words.number} ?)"
    flats = rf"(?:[,،]? (?:{words.flats}) ?{_UNIT})*"
    goes_on = rf"{_ENDS}| (?:{words.goes_on})\b)"
    bare = rf"(?P<bare>{NUMBER})(?!\w)"
    behind = rf"(?<![\w.]){starts}{further}{{0,{_FURTHER}}}?"
    first = rf"{_BEFORE}(?:{called}{NUMBER}|{bare if words.bare_first else '(?!)'})[,،]? {words.between}"
    patterns = (
        rf"{behind}[,،;]? ?{called}{NUMBER}(?!\w){flats}",
        rf"{behind}[,،]? {bare}{flats}{goes_on}",
        rf"(?<![\w.]){loose}[,،;]? {called}{NUMBER}(?!\w){flats}",
        rf"{first}{starts}{further}{{0,{_FURTHER}}}(?!\w)",
        *words.others,
        rf"{words.homes}{NUMBER}(?!\w)",
    )
    return tuple(re.compile(pattern) for pattern in patterns)


def _finder(words: StreetWords) -> Finder:
    patterns = _patterns_of(words)

    def find(text: str, _known: Known) -> Iterator[Span]:
        for pattern in patterns:
            for found in pattern.finditer(text):
                bare = found.groupdict().get("bare")
                if bare and (
                    _is_year(bare) or _COUNTED.search(text[max(0, found.start("bare") - 25) : found.start("bare")])
                ):
                    continue
                yield found.span("where" if found.groupdict().get("where") else 0)

    return find


def _is_year(number: str) -> bool:
    return number.isdecimal() and 1900 <= int(number) < 2100


def _kind_of(words: StreetWords) -> Kind:
    make = identifier("a street address", words.hint, language=words.language, warns=words.pages < ENOUGH)
    return make(_finder(words))


addresses = tuple(_kind_of(words) for words in LANGUAGES)
