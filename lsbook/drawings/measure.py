"""How wide words are: from the advance widths of the book's own typefaces, never guessed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

TABLE = Path(__file__).with_name("advances.json")
"""Made by ``tests/unit/drawings/advances.py`` from the fonts in ``templates/look/fonts``."""
UNKNOWN_ADVANCE = 620
"""Thousandths of the type size, for a letter that no font of ours has; 1,000 where the letter is a wide one."""
ZERO_WIDTH_CATEGORIES = frozenset({"Mn", "Me", "Cf"})
FALLBACK_TYPEFACES = ("andika", "vazirmatn", "ethiopic")
"""Typefaces that have the letters which the look's own does not, in the order in which they are asked."""
JOINING_TYPEFACE = "vazirmatn"
TATWEEL, LAM, NON_JOINER, JOINER = "\u0640", "\u0644", "\u200c", "\u200d"

Advances: TypeAlias = dict[str, int]


@lru_cache(maxsize=1)
def _load_faces() -> dict[str, Advances]:
    advances = json.loads(TABLE.read_text(encoding="utf-8"))
    return {
        face: {letter: int(width) for width, letters in by_width.items() for letter in letters}
        for face, by_width in advances.items()
    }


@lru_cache(maxsize=16)
def _load_advances(typeface: str, weight: int) -> Advances:
    """The widths of all letters in a typeface, and those of the others where it has none."""
    faces, advances = _load_faces(), dict[str, int]()
    for name in (*reversed(FALLBACK_TYPEFACES), typeface):
        advances |= faces[f"{name}-{weight}"]
    return advances


def measure_width(text: str, size: float, *, bold: bool = False, typeface: str = "andika") -> float:
    """The width of ``text`` on one line, in units of the canvas."""
    return _measure_thousandths(text, 700 if bold else 400, typeface) * size / 1000


@lru_cache(maxsize=50_000)
def _measure_thousandths(text: str, weight: int, typeface: str) -> int:
    """The width of ``text`` in thousandths of the type size; layouts ask for the same words over and over."""
    advances = _load_advances(typeface, weight)
    joining = not _load_faces()[f"{JOINING_TYPEFACE}-{weight}-fina"].keys().isdisjoint(text)
    return (
        sum(_measure_joined_letters(text, advances, weight))
        if joining
        else sum(_get_advance(letter, advances) for letter in text)
    )


def has_letter(letter: str, typeface: str, weight: int) -> bool:
    """Whether ``letter`` is drawn in ``typeface`` itself, in a ``weight`` of 400 or 700."""
    return letter in _load_faces()[f"{typeface}-{weight}"]


def can_measure(text: str, *, bold: bool = False, typeface: str = "andika") -> bool:
    """Whether every letter's width is known: only then may a drawing hold the words to their width."""
    advances = _load_advances(typeface, 700 if bold else 400)
    return all(letter in advances or unicodedata.category(letter) in ZERO_WIDTH_CATEGORIES for letter in text)


def _get_advance(letter: str, advances: Advances) -> int:
    if unicodedata.category(letter) in ZERO_WIDTH_CATEGORIES:
        return 0
    if letter in advances:
        return advances[letter]
    return 1000 if unicodedata.east_asian_width(letter) in "WF" else UNKNOWN_ADVANCE


def _measure_joined_letters(text: str, advances: Advances, weight: int) -> Iterator[int]:
    """The widths of the letters in the forms that their neighbours give them; a lam with its alef is one sign."""
    faces = {
        form: _load_faces()[f"{JOINING_TYPEFACE}-{weight}-{form}"]
        for form in ("init", "medi", "fina", "lam", "lam-fina")
    }
    letters = [
        letter
        for letter in text
        if unicodedata.category(letter) not in ZERO_WIDTH_CATEGORIES or letter in {NON_JOINER, JOINER}
    ]
    at = 0
    while at < len(letters):
        before = at > 0 and _can_join_next(letters[at - 1], faces["init"])
        alef = unicodedata.normalize("NFD", letters[at + 1])[0] if at + 1 < len(letters) else ""
        if letters[at] == LAM and alef in faces["lam"]:
            yield faces["lam-fina" if before else "lam"][alef]
            at += 2
            continue
        yield _measure_letter_form(letters, at, advances, faces, is_joined=before)
        at += 1


def _measure_letter_form(
    letters: list[str], at: int, advances: Advances, faces: dict[str, Advances], *, is_joined: bool
) -> int:
    letter = letters[at]
    after = at + 1 < len(letters) and letter in faces["init"] and _can_join_previous(letters[at + 1], faces["fina"])
    is_joined = is_joined and letter in faces["fina"]
    form = {(True, True): "medi", (True, False): "fina", (False, True): "init"}.get((is_joined, after))
    return faces[form].get(letter, _get_advance(letter, advances)) if form else _get_advance(letter, advances)


def _can_join_next(letter: str, initial: Advances) -> bool:
    """Whether a letter joins to the one behind it."""
    return letter in initial or letter in {TATWEEL, JOINER}


def _can_join_previous(letter: str, final: Advances) -> bool:
    """Whether a letter joins to the one before it."""
    return letter in final or letter in {TATWEEL, JOINER}
