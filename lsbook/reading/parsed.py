"""What a reader gives back: a value, and what is wrong with the text that the value comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.problem import Location, Problem, ProblemsFound, Severity
from lsbook.model.rule_text import RuleText

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Parsed(Struct, Generic[T_co], frozen=True):
    """A value with the problems of its text. Where one of them is an error, the value may lack something."""

    value: T_co
    problems: tuple[Problem, ...] = ()


class Findings:
    """The problems that one reader finds. Each reader makes its own, and what it hands on is a ``Parsed``."""

    def __init__(self) -> None:
        self._problems: dict[Problem, None] = {}

    def add(self, at: Location, what: str, remedy: str, *, rule: RuleText, warning: bool = False) -> Problem:
        """Keep a problem that breaks ``rule`` and return it. The same one twice is kept once."""
        severity = Severity.WARNING if warning else Severity.ERROR
        problem = Problem(at, what, remedy, severity=severity, rule=rule.id)
        self._problems[problem] = None
        return problem

    def extend(self, problems: Iterable[Problem]) -> None:
        """Keep problems that were found elsewhere."""
        self._problems.update(dict.fromkeys(problems))

    def withdraw(self, problem: Problem) -> None:
        """Drop a problem that another one has explained."""
        self._problems.pop(problem, None)

    def take(self, parsed: Parsed[T]) -> T:
        """Keep the problems of ``parsed`` and return its value."""
        self.extend(parsed.problems)
        return parsed.value

    def wrap(self, value: T) -> Parsed[T]:
        """Return ``value`` with everything that was found."""
        return Parsed(value, tuple(self._problems))


def make_warning(at: Location, what: str, remedy: str, rule: RuleText) -> Problem:
    """Return a problem in spite of which a book can be made."""
    return Problem(at, what, remedy, severity=Severity.WARNING, rule=rule.id)


def make_failure(at: Location, what: str, remedy: str, rule: RuleText) -> Parsed[None]:
    """Return a single problem that leaves nothing to be read."""
    return Parsed(None, (Problem(at, what, remedy, rule=rule.id),))


def is_error(problem: Problem) -> bool:
    """True for a problem that stops the book."""
    return not problem.is_warning


def quote_lines(problems: Iterable[Problem], sources: Mapping[str, Sequence[str]]) -> tuple[Problem, ...]:
    """Return ``problems`` once each, with their lines beside those that have none. ``sources``: path to lines."""
    return tuple(dict.fromkeys(_quote_line(problem, sources.get(problem.at.path, ())) for problem in problems))


def _quote_line(problem: Problem, lines: Sequence[str]) -> Problem:
    is_there = not problem.source and 0 < problem.at.line <= len(lines)
    return replace(problem, source=lines[problem.at.line - 1].strip()) if is_there else problem


def raise_for_errors(problems: Iterable[Problem]) -> None:
    """Raise ``ProblemsFound`` with all ``problems``, warnings too, if any of them stops the book."""
    problems = tuple(problems)
    if any(map(is_error, problems)):
        raise ProblemsFound(problems)
