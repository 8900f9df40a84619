"""All that is wrong with a story, gathered while it is read."""

from __future__ import annotations

from collections.abc import Iterable

from lsbook.model.problem import Location, Problem, ProblemsFound, Severity


class ProblemCollector:
    """Gathers problems with the line each stands on. Reading goes on after each, so that all come together."""

    def __init__(self) -> None:
        self._problems: dict[Problem, None] = {}
        self._lines: dict[str, tuple[str, ...]] = {}
        self._unreadable_lines: set[tuple[str, int]] = set()

    def add_source(self, path: str, lines: tuple[str, ...]) -> None:
        """Remember the lines of a file, to show them beside its problems."""
        self._lines[path] = lines

    def add(self, at: Location, what: str, remedy: str, *, warning: bool = False) -> Problem:
        """The complaint as it is kept; the same one twice is kept once."""
        severity = Severity.WARNING if warning else Severity.ERROR
        problem = Problem(at, what, remedy, self.get_line(at), severity=severity)
        self._problems[problem] = None
        return problem

    def withdraw(self, problem: Problem) -> None:
        """Take back a complaint that another one has explained."""
        self._problems.pop(problem, None)

    def has_errors(self, path: str) -> bool:
        """True where something is wrong with the file ``path``."""
        return any(found.at.path == path and not found.is_warning for found in self._problems)

    def get_line(self, at: Location) -> str:
        return self.get_raw_line(at).strip()

    def find_line(self, text: str, at: Location) -> Location:
        """The first line from ``at`` on that holds ``words``; ``at`` itself where none does."""
        lines = self._lines.get(at.path, ())
        for number in range(max(at.line, 1), len(lines) + 1):
            if text in lines[number - 1]:
                return Location(at.path, number)
        return at

    def mark_unreadable(self, at: Location) -> None:
        """Remember that the line ``at`` could not be read, so that what it held is not called missing."""
        self._unreadable_lines.add((at.path, at.line))

    def has_unreadable_lines(self, at: Location) -> bool:
        """True where a line of the entry that begins at ``at`` could not be read."""
        lines = self._lines.get(at.path, ())
        for number in range(at.line, len(lines) + 1):
            if number > at.line and lines[number - 1].lstrip().startswith("- "):
                return False
            if (at.path, number) in self._unreadable_lines:
                return True
        return False

    def get_raw_line(self, at: Location) -> str:
        """The line with the spaces at its start; ``""`` where there is none."""
        lines = self._lines.get(at.path, ())
        return lines[at.line - 1] if 0 < at.line <= len(lines) else ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order of their places."""
        return tuple(sorted(self._problems, key=lambda problem: problem.sort_key))

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_warning)

    def raise_for_errors(self) -> None:
        """Raise ``NotMade`` with everything found (warnings too) if any of it stops the book."""
        if any(not found.is_warning for found in self._problems):
            raise ProblemsFound(tuple(self._problems))


def join_with_or(choices: Iterable[str]) -> str:
    """``a, b or c``."""
    *most, last = list(choices)
    return f"{', '.join(most)} or {last}" if most else last
