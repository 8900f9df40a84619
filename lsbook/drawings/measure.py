"""How wide words are: from the advance widths of the book's own typefaces, never guessed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

TABLE = Path(__file__).with_name("advances.json")
"""Made by ``tests/pages/drawings/advances.py`` from the fonts in ``templates/look/fonts``."""
UNKNOWN = 620
"""Thousandths of the type size, for a letter that no font of ours has; 1,000 where the letter is a wide one."""
NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
OTHERS = ("andika", "vazirmatn", "ethiopic")
"""Typefaces that have the letters which the look's own does not, in the order in which they are asked."""
JOINED = "vazirmatn"
TATWEEL, LAM, NOT_JOINED, JOINER = "\u0640", "\u0644", "\u200c", "\u200d"

Widths: TypeAlias = dict[str, int]


@lru_cache(maxsize=1)
def _faces() -> dict[str, Widths]:
    told = json.loads(TABLE.read_text(encoding="utf-8"))
    return {
        face: {letter: int(width) for width, letters in by_width.items() for letter in letters}
        for face, by_width in told.items()
    }


@lru_cache(maxsize=16)
def _told(face: str, weight: int) -> Widths:
    """The widths of all letters in a typeface, and those of the others where it has none."""
    faces, found = _faces(), dict[str, int]()
    for name in (*reversed(OTHERS), face):
        found |= faces[f"{name}-{weight}"]
    return found


def width(words: str, size: float, *, bold: bool = False, face: str = "andika") -> float:
    """The width of ``words`` on one line, in units of the canvas."""
    return _thousandths(words, 700 if bold else 400, face) * size / 1000


@lru_cache(maxsize=50_000)
def _thousandths(words: str, weight: int, face: str) -> int:
    """The width of ``words`` in thousandths of the type size; layouts ask for the same words over and over."""
    told = _told(face, weight)
    joining = not _faces()[f"{JOINED}-{weight}-fina"].keys().isdisjoint(words)
    return sum(_shaped(words, told, weight)) if joining else sum(_advance(letter, told) for letter in words)


def measured(words: str, *, bold: bool = False, face: str = "andika") -> bool:
    """Whether every letter's width is known: only then may a drawing hold the words to their width."""
    told = _told(face, 700 if bold else 400)
    return all(letter in told or unicodedata.category(letter) in NO_WIDTH for letter in words)


def _advance(letter: str, told: Widths) -> int:
    if unicodedata.category(letter) in NO_WIDTH:
        return 0
    if letter in told:
        return told[letter]
    return 1000 if unicodedata.east_asian_width(letter) in "WF" else UNKNOWN


def _shaped(words: str, told: Widths, weight: int) -> Iterator[int]:
    """The widths of the letters in the forms that their neighbours give them; a lam with its alef is one sign."""
    faces = {form: _faces()[f"{JOINED}-{weight}-{form}"] for form in ("init", "medi", "fina", "lam", "lam-fina")}
    letters = [
        letter for letter in words if unicodedata.category(letter) not in NO_WIDTH or letter in {NOT_JOINED, JOINER}
    ]
    at = 0
    while at < len(letters):
        before = at > 0 and _gives(letters[at - 1], faces["init"])
        alef = unicodedata.normalize("NFD", letters[at + 1])[0] if at + 1 < len(letters) else ""
        if letters[at] == LAM and alef in faces["lam"]:
            yield faces["lam-fina" if before else "lam"][alef]
            at += 2
            continue
        yield _formed(letters, at, told, faces, before=before)
        at += 1


def _formed(letters: list[str], at: int, told: Widths, faces: dict[str, Widths], *, before: bool) -> int:
    letter = letters[at]
    after = at + 1 < len(letters) and letter in faces["init"] and _takes(letters[at + 1], faces["fina"])
    before = before and letter in faces["fina"]
    form = {(True, True): "medi", (True, False): "fina", (False, True): "init"}.get((before, after))
    return faces[form].get(letter, _advance(letter, told)) if form else _advance(letter, told)


def _gives(letter: str, initial: Widths) -> bool:
    """Whether a letter joins to the one behind it."""
    return letter in initial or letter in {TATWEEL, JOINER}


def _takes(letter: str, final: Widths) -> bool:
    """Whether a letter joins to the one before it."""
    return letter in final or letter in {TATWEEL, JOINER}
