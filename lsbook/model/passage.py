"""What a Book says, piece by piece, with where each piece stands in the story. It never goes past the wall."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from lsbook.model.item import Item
from lsbook.model.located_text import LocatedText, WordSpan, find_span, get_spans
from lsbook.model.problem import Location

_SPACE = re.compile(r"\s+")
_INVISIBLE = (
    *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x3164, 0xFEFF, 0xFFA0, *range(0x180B, 0x1810)),
    *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)),
)
_HIDDEN = dict.fromkeys(_INVISIBLE)
"""Letters that nobody can see: a name with one of them in it reads as the name."""
_LOOKALIKES = (
    {ord(char): "'" for char in "\u2018\u2019\u02bc\u0060\u00b4\uff07"}
    | {ord(char): "-" for char in "\u2010\u2011\u2012\u2013\u2212"}
    | {0xFF01 + at: chr(0x21 + at) for at in range(94)}
)
"""Letters that look alike: apostrophes, hyphens, and the wide forms of everything on a keyboard."""
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
"""A digit of another script (Arabic, Persian, Devanagari ...). Each becomes one of ours: places in a text stay."""


class Passage(Struct, frozen=True):
    """A paragraph, a title, a name or a source: ``text`` as a reader reads it, without markup."""

    text: str
    at: Location
    """Where the innermost item around it begins."""
    ancestors: tuple[Item, ...]
    """The items in which it stands, the outermost first."""
    linked_names: tuple[str, ...] = ()
    """Names in it that lead to a card of their own: what is wrong with them is said there."""
    spans: tuple[WordSpan, ...] = ()
    """Where each piece of ``text`` stands."""
    is_paragraph: bool = False
    """True for running text; false for titles, names, sources and what a picture shows."""
    is_quotation: bool = False
    """True for words that somebody else wrote, as Markdown marks them with ``>``."""

    def locate(self, start: int) -> Location:
        """Return where the words stand that begin at ``start`` of the folded text."""
        return find_span(self.spans, start, self.at, lambda offset: len(fold_text(self.text[:offset])))


@lru_cache(maxsize=1 << 14)  # each check and each edition asks about the same words
def fold_text(text: str) -> str:
    """``text`` with one form of letters, digits, apostrophes, hyphens and spaces, nothing invisible; capitals stay."""
    same = unicodedata.normalize("NFC", text.translate(_HIDDEN)).translate(_LOOKALIKES)
    same = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), same)
    return _SPACE.sub(" ", same).strip()


def fold_located_text(text: str) -> LocatedText:
    """Fold ``text`` and keep the places of its pieces."""
    spans = (WordSpan(len(fold_text(text[: span.start])), span.at) for span in get_spans(text))
    return LocatedText(fold_text(text), tuple(spans))


def mask_cleared(folded_text: str, cleared: Iterable[str]) -> bytearray:
    """One for each letter of ``folded_text`` that belongs to something that a person has cleared, else zero."""
    marks = bytearray(len(folded_text))
    for phrase in {fold_text(text) for text in cleared} - {""}:
        before, behind = ("(?<!\\w)" if phrase[0].isalnum() else ""), ("(?!\\w)" if phrase[-1].isalnum() else "")
        for match in re.finditer(f"{before}{re.escape(phrase)}{behind}", folded_text):
            marks[match.start() : match.end()] = b"\1" * len(phrase)
    return marks
