"""Where something stands in a story folder, and what is wrong there."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct


class Location(Struct, frozen=True, order=True):
    """An address in the story folder: ``path`` with forward slashes, ``line`` and ``column`` from 1 (0: the file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


class Severity(Enum):
    """What a problem does to a book."""

    ERROR = "error"
    """Stops it."""
    WARNING = "warning"
    """Can be lived with: the book is made all the same."""
    NOTE = "note"
    """Good to know; nobody has to do anything."""

    @property
    def weight(self) -> int:
        """Return how grave it is: 2 stops a book, 0 is a note."""
        return {Severity.ERROR: 2, Severity.WARNING: 1, Severity.NOTE: 0}[self]


class _LocatedText(Struct, frozen=True):
    at: Location
    what: str
    remedy: str
    source: str = ""


class Finding(_LocatedText, frozen=True, kw_only=True):
    """What is wrong in one place, in plain words, what to do, and the line of the story itself."""

    severity: Severity = Severity.ERROR
    item: Location | None = None
    """Where the item around it begins, where ``at`` is more exact: what is accepted is known by it."""
    sentence: str = ""
    """The sentence of a book that is wrong, as a reader reads it; empty where it is about no sentence."""

    @property
    def is_warning(self) -> bool:
        """Return whether the book is made all the same."""
        return self.severity is not Severity.ERROR

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        return (self.at.path, self.at.line, self.at.column, self.what)


class Problem(Finding, frozen=True, kw_only=True):
    """A finding with the rule that was broken: what people are told."""

    rule: str
    """The id of the rule, as ``lsbook check --explain`` knows it: ``unknown-reference``."""


class ProblemsFound(Exception):
    """A book cannot be made. Carries every problem at once, in the order of their places."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(sorted(problems, key=lambda problem: problem.sort_key))


def select_errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return those of ``problems`` that stop a book, in their order."""
    return tuple(problem for problem in problems if not problem.is_warning)
