"""How wide words are: from the advance widths of the book's own typefaces, never guessed."""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("advances.json")
"""Made by ``tests/pages/drawings/advances.py`` from the fonts in ``templates/look/fonts``."""
UNKNOWN = 620
"""Thousandths of the type size, for a letter that no font of ours has; 1,000 where the letter is a wide one."""
NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


@lru_cache(maxsize=1)
def _faces() -> dict[str, dict[str, int]]:
    told = json.loads(TABLE.read_text(encoding="utf-8"))
    return {
        face: {letter: int(width) for width, letters in by_width.items() for letter in letters}
        for face, by_width in told.items()
    }


def width(words: str, size: float, *, bold: bool = False, face: str = "andika") -> float:
    """The width of ``words`` on one line, in units of the canvas."""
    told = _faces()[f"{face}-{700 if bold else 400}"]
    return sum(_advance(letter, told) for letter in words) * size / 1000


def measured(words: str, *, bold: bool = False, face: str = "andika") -> bool:
    """Whether every letter's width is known: only then may a drawing hold the words to their width."""
    told = _faces()[f"{face}-{700 if bold else 400}"]
    return all(letter in told for letter in words)


def _advance(letter: str, told: dict[str, int]) -> int:
    if unicodedata.category(letter) in NO_WIDTH:
        return 0
    if letter in told:
        return told[letter]
    return 1000 if unicodedata.east_asian_width(letter) in "WF" else UNKNOWN
