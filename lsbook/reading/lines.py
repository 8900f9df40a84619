"""The line on which a problem stands, for problems that are found after reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lsbook.model.place import Place, Problem
from lsbook.reading.complaints import Complaints
from lsbook.reading.text import read_text

_WORD = re.compile(r"\w+")
_FURTHEST = 12
"""Words before and behind that are compared: enough to tell two sentences apart."""


def with_lines(problems: Iterable[Problem], folder: Path) -> tuple[Problem, ...]:
    """``problems`` with the lines on which they stand, in their order. Each file is read once."""
    return tuple(sorted(_with_lines(problems, folder), key=lambda problem: problem.order))


def _with_lines(problems: Iterable[Problem], folder: Path) -> Iterator[Problem]:
    complaints = Complaints()
    words: dict[str, list[tuple[str, int]]] = {}
    for problem in problems:
        path = problem.at.path
        if problem.source or not (problem.at.line or problem.near):
            yield problem
            continue
        if path not in words:
            text = read_text(folder.joinpath(*path.split("/")), path, complaints) or ""
            words[path] = list(_numbered(text))
        at = _found(problem, words[path]) if problem.near else problem.at
        yield replace(problem, at=at, source=complaints.line(at), near=None)


def _numbered(text: str) -> Iterator[tuple[str, int]]:
    """Each word with its line."""
    for number, line in enumerate(text.split("\n"), 1):
        yield from ((word, number) for word in _words(line))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _found(problem: Problem, words: list[tuple[str, int]]) -> Place:
    """The line that holds the words and, of several, the one whose neighbours are most like those that were read."""
    before, found, behind = (_words(text) for text in problem.near or ("", "", ""))
    before, behind = before[-_FURTHEST:][::-1], behind[:_FURTHEST]
    best, best_likeness = problem.at, -1
    for at in range(len(words) - len(found) + 1):
        word, line = words[at]
        if line < problem.at.line or word != found[0] or [one for one, _ in words[at : at + len(found)]] != found:
            continue
        likeness = _alike(before, (word for word, _ in reversed(words[max(0, at - _FURTHEST) : at])))
        likeness += _alike(behind, (word for word, _ in words[at + len(found) : at + len(found) + _FURTHEST]))
        if likeness > best_likeness:
            best, best_likeness = Place(problem.at.path, line), likeness
    return best


def _alike(ours: list[str], theirs: Iterable[str]) -> int:
    """How many words are the same, from the nearest on."""
    count = 0
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            break
        count += 1
    return count
