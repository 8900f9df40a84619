"""Whole names in running text, all at once: however many names there are, each word is looked up once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Spot:
    """A name where it stands in a folded text."""

    name: str
    start: int
    end: int


class Names:
    """Folded names, found by their first word. One that holds no letter or number is never found."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, int]]] = {}
        for name in dict.fromkeys(names):
            if first := _WORD.search(name):
                self._by_first.setdefault(first[0], []).append((name, first.start()))

    def within(self, text: str) -> Iterator[Spot]:
        """Every name in a folded ``text``, also those that stand within a longer one."""
        for word in _WORD.finditer(text):
            for name, before in self._by_first.get(word[0], ()):
                start = word.start() - before
                if start >= 0 and text.startswith(name, start) and _is_whole(text, name, start):
                    yield Spot(name, start, start + len(name))


def _is_whole(text: str, name: str, start: int) -> bool:
    """False where a letter goes on before or behind: "Roses" is no Rose, and "Rose's" is."""
    end = start + len(name)
    before, behind = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and name[0].isalnum()) and not (behind.isalnum() and name[-1].isalnum())
