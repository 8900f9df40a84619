"""The line on which a problem stands, for problems that are found after reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lsbook.model.passage import fold_text
from lsbook.model.problem import Location, Problem
from lsbook.reading.parsed import quote_lines
from lsbook.reading.text import read_text

_WORD = re.compile(r"\w+")
_CONTEXT_WORDS = 12
"""Words before and behind that are compared: enough to tell two sentences apart."""
_MAX_NAME_WORDS = 4
"""Words of a name that may stand in the file as ``[[id]]``."""


def locate_problems(problems: Iterable[Problem], folder: Path) -> tuple[Problem, ...]:
    """Return ``problems`` with the lines on which they stand, in their order. Each file is read once."""
    return tuple(sorted(_locate_each(problems, folder), key=lambda problem: problem.sort_key))


def _locate_each(problems: Iterable[Problem], folder: Path) -> Iterator[Problem]:
    indexes: dict[str, _WordIndex] = {}
    for problem in problems:
        path = problem.at.path
        if problem.source or not (problem.at.line or problem.context):
            yield problem
            continue
        if path not in indexes:
            indexes[path] = _WordIndex(read_text(folder.joinpath(*path.split("/")), path).value or "")
        line = indexes[path].find_line(problem.context, problem.at.line) if problem.context else None
        at = Location(path, line) if line else problem.at
        [quoted] = quote_lines([replace(problem, at=at, context=None)], {path: indexes[path].lines})
        yield quoted


class _WordIndex:
    """The words of a file with their lines."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        folds = [fold_text(line) for line in self.lines]  # as the words that are looked for are
        lines = [(word, number) for number, line in enumerate(folds, 1) for word in _WORD.findall(line)]
        self._words = [word for word, _ in lines]
        self._lines = [number for _, number in lines]
        self._positions: dict[str, list[int]] = {}
        for at, word in enumerate(self._words):
            self._positions.setdefault(word, []).append(at)

    def find_line(self, context: tuple[str, str, str], first_line: int) -> int | None:
        """Return the line of ``context``, from ``first_line`` on; of several the one with the most equal neighbours."""
        before, words, behind = (_WORD.findall(text) for text in context)
        before, behind = before[-_CONTEXT_WORDS:][::-1], behind[:_CONTEXT_WORDS]
        hits = [at for at in self._find_positions(words[0], first_line) if self._words[at : at + len(words)] == words]
        if hits:
            return self._lines[
                max(hits, key=lambda at: self._count_same_neighbours(at, at + len(words), before, behind))
            ]
        return self._find_line_after(before, first_line)

    def _find_line_after(self, before: list[str], first_line: int) -> int | None:
        """Return the line on which the words before a name end, where the file has ``[[id]]`` for the name."""
        for skipped in range(min(len(before), _MAX_NAME_WORDS)):
            if ends := self._find_positions(before[skipped], first_line):
                return self._lines[
                    max(ends, key=lambda at: self._count_same_neighbours(at + 1, at + 1, before[skipped:], []))
                ]
        return None

    def _find_positions(self, word: str, first_line: int) -> list[int]:
        return [at for at in self._positions.get(word, ()) if self._lines[at] >= first_line]

    def _count_same_neighbours(self, start: int, end: int, before: list[str], behind: list[str]) -> int:
        """Count how many neighbours are the same, from the nearest on."""
        ahead = _count_common_start(before, self._words[max(0, start - _CONTEXT_WORDS) : start][::-1])
        return ahead + _count_common_start(behind, self._words[end : end + _CONTEXT_WORDS])


def _count_common_start(ours: list[str], theirs: list[str]) -> int:
    pairs = enumerate(zip(ours, theirs, strict=False))
    return next((at for at, (our, their) in pairs if our != their), min(len(ours), len(theirs)))
