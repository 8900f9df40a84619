"""Labels: words broken into lines. Nothing is cut short, and nothing stands below 16 units."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from lsbook.drawings.measure import measure_width

SMALLEST = 16.0
LEADING = 1.2
_BREAKS = re.compile(r"(?<=-)(?=\w)|\s+")


class Font(Struct, frozen=True):
    """A way of setting words: ``size`` in units of the canvas, a face of ``advances.json``."""

    size: float
    bold: bool = False
    typeface: str = "andika"

    def measure(self, text: str) -> float:
        return measure_width(text, self.size, bold=self.bold, typeface=self.typeface)

    @property
    def line_height(self) -> float:
        return self.size * LEADING


def measure_longest_word(text: str, font: Font) -> float:
    """The least width at which no word is broken."""
    return max((font.measure(word) for word in _split_words(text)), default=0.0)


@lru_cache(maxsize=20_000)
def wrap_text(text: str, max_width: float, font: Font) -> tuple[str, ...]:
    """``text`` in the fewest lines of ``max_width``, then as narrow as that many lines can be: no orphans.

    A word that is wider stands on a line of its own, as wide as it is.
    """
    fewest = len(_fill_lines(text, max_width, font))
    low, high = min(measure_longest_word(text, font), max_width), max_width
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_fill_lines(text, middle, font)) <= fewest else (middle, high)
    return _fill_lines(text, high, font)


def _split_words(text: str) -> list[str]:
    return [word for word in _BREAKS.split(text) if word]


def _fill_lines(text: str, max_width: float, font: Font) -> tuple[str, ...]:
    lines: list[str] = []
    for word in _split_words(text):
        joint = "" if lines and lines[-1].endswith("-") and f"{lines[-1]}{word}" in text else " "
        if lines and font.measure(f"{lines[-1]}{joint}{word}") <= max_width:
            lines[-1] += joint + word
        else:
            lines.append(word)
    return tuple(lines)
