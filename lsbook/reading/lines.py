"""The line on which a problem stands, for problems that are found after reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lsbook.model.passage import folded
from lsbook.model.problem import Place, Problem
from lsbook.reading.complaints import Complaints
from lsbook.reading.text import read_text

_WORD = re.compile(r"\w+")
_FURTHEST = 12
"""Words before and behind that are compared: enough to tell two sentences apart."""
_LONGEST_NAME = 4
"""Words of a name that may stand in the file as ``[[id]]``."""


def with_lines(problems: Iterable[Problem], folder: Path) -> tuple[Problem, ...]:
    """``problems`` with the lines on which they stand, in their order. Each file is read once."""
    return tuple(sorted(_with_lines(problems, folder), key=lambda problem: problem.order))


def _with_lines(problems: Iterable[Problem], folder: Path) -> Iterator[Problem]:
    complaints = Complaints()
    texts: dict[str, _Words] = {}
    for problem in problems:
        path = problem.at.path
        if problem.source or not (problem.at.line or problem.near):
            yield problem
            continue
        if path not in texts:
            texts[path] = _Words(read_text(folder.joinpath(*path.split("/")), path, complaints) or "")
        line = texts[path].line_of(problem.near, problem.at.line) if problem.near else None
        at = Place(path, line) if line else problem.at
        yield replace(problem, at=at, source=complaints.line(at), near=None)


class _Words:
    """The words of a file with their lines."""

    def __init__(self, text: str) -> None:
        folds = [folded(line) for line in text.split("\n")]  # as the words that are looked for are
        lines = [(word, number) for number, line in enumerate(folds, 1) for word in _WORD.findall(line)]
        self._words = [word for word, _ in lines]
        self._lines = [number for _, number in lines]
        self._places: dict[str, list[int]] = {}
        for at, word in enumerate(self._words):
            self._places.setdefault(word, []).append(at)

    def line_of(self, near: tuple[str, str, str], first: int) -> int | None:
        """The line, from ``first`` on, of what was read, and of several the one with the same neighbours."""
        before, found, behind = (_WORD.findall(text) for text in near)
        before, behind = before[-_FURTHEST:][::-1], behind[:_FURTHEST]
        stand = [at for at in self._from(found[0], first) if self._words[at : at + len(found)] == found]
        if stand:
            return self._lines[max(stand, key=lambda at: self._alike(at, at + len(found), before, behind))]
        return self._line_behind(before, first)

    def _line_behind(self, before: list[str], first: int) -> int | None:
        """Where the file has ``[[id]]`` for the words: the line on which the words before them end."""
        for skipped in range(min(len(before), _LONGEST_NAME)):
            if ends := self._from(before[skipped], first):
                return self._lines[max(ends, key=lambda at: self._alike(at + 1, at + 1, before[skipped:], []))]
        return None

    def _from(self, word: str, first: int) -> list[int]:
        return [at for at in self._places.get(word, ()) if self._lines[at] >= first]

    def _alike(self, start: int, end: int, before: list[str], behind: list[str]) -> int:
        """How many neighbours are the same, from the nearest on."""
        ahead = _same(before, self._words[max(0, start - _FURTHEST) : start][::-1])
        return ahead + _same(behind, self._words[end : end + _FURTHEST])


def _same(ours: list[str], theirs: list[str]) -> int:
    pairs = enumerate(zip(ours, theirs, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(ours), len(theirs)))
