"""How a word is compared: in small letters, without marks, with letters that look alike as one.

A text is cut into words that know where they stand, so that whatever is found by its key can be shown as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

_LETTERS = r"(?:[^\W\d_][\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]*)+"
_WORD = re.compile(rf"{_LETTERS}(?:'(?!(?:r|n|i|w|u|ch|th)\b){_LETTERS})*|\d+", re.I)
"""Marks belong to their letters (vowel signs of Arabic), an apostrophe to its word, but in Welsh ("mai'r")."""
_ALIKE = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t",
        "ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ة": "ه", "ۃ": "ه", "ە": "ه", "ٱ": "ا", "ں": "ن",
        "ـ": None, "'": None,
    }
)  # fmt: skip
"""Letters that NFKD leaves whole; yeh, kaf and heh as Arabic, Persian and Urdu write them; the stretch of Arabic."""


_PREPOSITIONS = frozenset({"على", "إلى", "الى", "وعلى", "فعلى", "وإلى", "والى"})
"""Arabic "on" and "to": without the dots of their last letter, which names like Ali have."""


class Token(Struct, frozen=True):
    """A word of a folded text (``model.passage.fold_text``): its key, and where it stands in that text."""

    key: str
    start: int
    end: int
    is_capital: bool
    """Whether it begins with a capital, or with a letter of a script that has none."""


@lru_cache(maxsize=1 << 16)
def make_key(word: str) -> str:
    """Return ``word`` as it is compared: "José's" and "JOSES" have one key."""
    if word.isascii():  # nearly all; the rest takes ten times as long and comes to the same
        return word.casefold().replace("'", "")
    if word in _PREPOSITIONS:
        return word
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_ALIKE)


@lru_cache(maxsize=1 << 13)  # every search of names goes through the same words
def split_words(text: str) -> tuple[Token, ...]:
    """Cut a folded text into words and numbers; an apostrophe belongs to its word, hyphens and all else part words."""
    return tuple(
        Token(make_key(match[0]), match.start(), match.end(), not match[0][0].islower())
        for match in _WORD.finditer(text)
    )


def make_keys(text: str) -> tuple[str, ...]:
    """Return the keys of the words of a folded text."""
    return tuple(word.key for word in split_words(text))
