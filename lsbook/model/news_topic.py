"""What one child could tell another first: a subject, and the words of one or more languages by which it is known."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from msgspec import Struct

_SAME_LETTERS = str.maketrans("łيىكةہھ’ʼ", "lییکههه''", "ـ\u200c\u200d")
"""Letters that keyboards write in two ways, and signs that say only how letters are joined."""


class NewsTopic(Struct, frozen=True, dict=True):
    name: str
    """In English in each language, so that two stories in two languages are compared."""
    words: tuple[str, ...]
    """Words or phrases; a ``*`` stands for any letters, or none."""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = (re.escape(_fold(word)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in self.words)
        return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")

    def is_in(self, text: str) -> bool:
        """Return whether a sentence is about it, whatever its accents, capitals and Arabic marks."""
        return bool(self.words) and self._pattern.search(_fold(text)) is not None


def _fold(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in parts if unicodedata.category(each) != "Mn").translate(_SAME_LETTERS)
