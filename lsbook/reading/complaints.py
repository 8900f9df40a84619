"""All that is wrong with a story, gathered while it is read."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from lsbook.model.place import NotMade, Place, Problem


class Complaints:
    """Gathers problems with the line each stands on. Reading goes on after each, so that all come together."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._lines: dict[str, tuple[str, ...]] = {}

    def knows(self, path: str, lines: tuple[str, ...]) -> None:
        """Remember the lines of a file, to show them beside its problems."""
        self._lines[path] = lines

    def add(self, at: Place, what: str, remedy: str, *, warning: bool = False) -> None:
        problem = Problem(at, what, remedy, self.line(at), warning)
        if problem not in self._found:
            self._found.append(problem)

    def line(self, at: Place) -> str:
        return self.whole_line(at).strip()

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


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` Did you mean "kelly"?``, or nothing where no known word is near."""
    choices = {choice.casefold(): choice for choice in known}
    near = difflib.get_close_matches(word.casefold(), choices, n=1, cutoff=0.6)
    return f' Did you mean "{choices[near[0]]}"?' if near else ""


def either(words: Iterable[str]) -> str:
    """``a, b or c``."""
    *most, last = list(words)
    return f"{', '.join(most)} or {last}" if most else last
