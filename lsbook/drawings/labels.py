"""Labels: words broken into lines. Nothing is cut short, and nothing stands below 16 units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lsbook.drawings.measure import width

SMALLEST = 16.0
LEADING = 1.2
_BREAKS = re.compile(r"(?<=-)(?=\w)|\s+")


@dataclass(frozen=True)
class Letters:
    """A way of setting words: ``size`` in units of the canvas, a face of ``advances.json``."""

    size: float
    bold: bool = False
    face: str = "andika"

    def width(self, words: str) -> float:
        return width(words, self.size, bold=self.bold, face=self.face)

    @property
    def line(self) -> float:
        return self.size * LEADING


def longest_word(words: str, letters: Letters) -> float:
    """The least width at which no word is broken."""
    return max((letters.width(word) for word in _words(words)), default=0.0)


@lru_cache(maxsize=20_000)
def broken(words: str, most: float, letters: Letters) -> tuple[str, ...]:
    """``words`` in the fewest lines of ``most`` width, then as narrow as that many lines can be: no orphans.

    A word that is wider stands on a line of its own, as wide as it is.
    """
    fewest = len(_filled(words, most, letters))
    low, high = min(longest_word(words, letters), most), most
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(words, middle, letters)) <= fewest else (middle, high)
    return _filled(words, high, letters)


def _words(words: str) -> list[str]:
    return [word for word in _BREAKS.split(words) if word]


def _filled(words: str, most: float, letters: Letters) -> tuple[str, ...]:
    lines: list[str] = []
    for word in _words(words):
        joint = "" if lines and lines[-1].endswith("-") and f"{lines[-1]}{word}" in words else " "
        if lines and letters.width(f"{lines[-1]}{joint}{word}") <= most:
            lines[-1] += joint + word
        else:
            lines.append(word)
    return tuple(lines)
