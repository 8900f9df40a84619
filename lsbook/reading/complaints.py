"""All that is wrong with a story, gathered while it is read."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from lsbook.model.problem import NotMade, Place, Problem


class Complaints:
    """Gathers problems with the line each stands on. Reading goes on after each, so that all come together."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}
        self._lines: dict[str, tuple[str, ...]] = {}
        self._left_out: set[tuple[str, int]] = set()

    def knows(self, path: str, lines: tuple[str, ...]) -> None:
        """Remember the lines of a file, to show them beside its problems."""
        self._lines[path] = lines

    def add(self, at: Place, what: str, remedy: str, *, warning: bool = False) -> Problem:
        """The complaint as it is kept; the same one twice is kept once."""
        problem = Problem(at, what, remedy, self.line(at), warning)
        self._found[problem] = None
        return problem

    def withdraw(self, problem: Problem) -> None:
        """Take back a complaint that another one has explained."""
        self._found.pop(problem, None)

    def any_at(self, path: str) -> bool:
        """True where something is wrong with the file ``path``."""
        return any(found.at.path == path and not found.warning for found in self._found)

    def line(self, at: Place) -> str:
        return self.whole_line(at).strip()

    def line_with(self, words: str, at: Place) -> Place:
        """The first line from ``at`` on that holds ``words``; ``at`` itself where none does."""
        lines = self._lines.get(at.path, ())
        for number in range(max(at.line, 1), len(lines) + 1):
            if words in lines[number - 1]:
                return Place(at.path, number)
        return at

    def left_out(self, at: Place) -> None:
        """Remember that the line ``at`` could not be read, so that what it held is not called missing."""
        self._left_out.add((at.path, at.line))

    def has_gaps(self, at: Place) -> bool:
        """True where a line of the entry that begins at ``at`` could not be read."""
        lines = self._lines.get(at.path, ())
        for number in range(at.line, len(lines) + 1):
            if number > at.line and lines[number - 1].lstrip().startswith("- "):
                return False
            if (at.path, number) in self._left_out:
                return True
        return False

    def whole_line(self, at: Place) -> str:
        """The line with the spaces at its start; ``""`` where there is none."""
        lines = self._lines.get(at.path, ())
        return lines[at.line - 1] if 0 < at.line <= len(lines) else ""

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(sorted((found for found in self._found if found.warning), key=lambda problem: problem.order))

    def settle(self) -> None:
        """Raise ``NotMade`` with everything found (warnings too) if any of it stops the book."""
        if any(not found.warning for found in self._found):
            raise NotMade(tuple(self._found))


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word that looks most like ``word``; ``None`` where none is near, or where ``word`` is no single one."""
    choices = {choice.casefold(): choice for choice in known}
    near = [] if len(word) > 80 else difflib.get_close_matches(word.casefold(), choices, n=1, cutoff=cutoff)
    return choices[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """`` Did you mean "kelly"?``, or nothing where no known word is near."""
    near = nearest(word, known, cutoff)
    return "" if near is None else f' Did you mean "{near}"?'


def either(words: Iterable[str]) -> str:
    """``a, b or c``."""
    *most, last = list(words)
    return f"{', '.join(most)} or {last}" if most else last
