"""Texts to begin with, and ways to break them."""

from __future__ import annotations

import random
from dataclasses import dataclass

from lsbook.files.resources import find_resources
from tests.system.hostile.tricks import PICTURES, SHOWN, TRICKS

DATES = (
    "2019", "2019-07", "2019-07-03", "3 July 2019", "July 2019", "summer 2019", "about 2019", "before 2020",
    "after 2018", "2018 to 2019", "when I was 3", "not known", "March to July 2019", "aged 3", "July 3, 2019",
)  # fmt: skip
GATES = (
    "from-age 9", "also-for carers", "only-me", 'hold reason="x" look-again=2027-03-01', "tell 9", "tell 9-easy",
    'heads-up "about x" told-by="Jan" told-on=2020', "my-words when=2019", "account by=jan", "photos", "letter a.md",
    'from-age 9 instead="x [[me]]"', "film", "document a.png", "note",
)  # fmt: skip
PIECES = (
    *TRICKS, *SHOWN, *PICTURES, ":::", "::: from-age 9", "::: tell 4", "::: hold reason=\"x\"", "::: photos", "---",
    "[[", "]]", "[[me]]", "[[jan]]", "[[kelly]]", "![", "](", "[a]: b", "- ", "* ", "1. ", "> ", "# ", "    ", "\t",
    "|", ">-", "&a", "*a", "!!python/object:x", "!", "{", "}", "[", "]", "\"", "'", "\\", ": ", " #", "%YAML 9",
    "...", "from-age: 9", "from-age: 999999999999", "also-for: [carers]", "only-me: true", "hold: x",
    "heads-up: about x", "instead: x", "9: x", "13-easy: x", "<<: *a", "null", "~", "\u2028", "\u202e", "\ufeff",
    "\x00", "\ud800", "\x1b[31m", "\x0b", "\x85", "\ue0000\ue001", "\x02", "\x03", "٣", "²", "１", "9" * 5000,
    "1" * 5000 + ". x", "ß", "İ", "\U0001f468\u200d\U0001f467", "a" * 10000, "[" * 500, "(" * 500, "*" * 500,
    "_a" * 500, "`" * 500, "> " * 100, "- " * 100, "&lt;", "&#0;", "&#xD800;",
)  # fmt: skip


def corpus() -> dict[str, str]:
    """The example child's text files, by their paths."""
    home = find_resources("example-child")
    files = [*home.glob("*.yaml"), *home.glob("chapters/*.md"), *home.glob("letters/*.md")]
    return {file.relative_to(home).as_posix(): file.read_text(encoding="utf-8") for file in sorted(files)}


@dataclass
class Breaker:
    chance: random.Random

    def broken(self, text: str) -> str:
        """``text`` with one to eight things done to it."""
        for _ in range(self.chance.choice((1, 1, 2, 3, 8))):
            text = self.chance.choice((self._insert, self._insert, self._cut, self._repeat, self._lines, self._swap))(
                text
            )
        return text

    def _span(self, text: str) -> tuple[int, int]:
        first = self.chance.randrange(len(text) + 1)
        return first, min(len(text), first + self.chance.choice((1, 2, 5, 20, 100)))

    def _insert(self, text: str) -> str:
        at, _ = self._span(text)
        piece = self.chance.choice(PIECES)
        return text[:at] + self.chance.choice(("", "\n", " ")) + piece + self.chance.choice(("", "\n", " ")) + text[at:]

    def _cut(self, text: str) -> str:
        first, last = self._span(text)
        return text[:first] + text[last:]

    def _repeat(self, text: str) -> str:
        first, last = self._span(text)
        return text[:last] + text[first:last] * self.chance.choice((1, 2, 10, 300)) + text[last:]

    def _lines(self, text: str) -> str:
        lines = text.split("\n")
        at, other = (self.chance.randrange(len(lines)) for _ in range(2))
        lines[at] = self.chance.choice(("", " ", "  ", "\t", "> ", "- ", "::: ")) + self.chance.choice(
            (lines[at], lines[other])
        )
        return "\n".join(lines)

    def _swap(self, text: str) -> str:
        first, last = self._span(text)
        return text[:first] + self.chance.choice(PIECES) + text[last:]
