"""Problems that are there only because of another: the cause is said, and what follows from it is not."""

from __future__ import annotations

from collections.abc import Iterable

from lsbook.model.problem import Problem, select_errors
from lsbook.model.rules.places import UNREADABLE_FILE
from lsbook.reading.rules.entries import BAD_ID, DUPLICATE_KEY, YAML_SYNTAX
from lsbook.reading.rules.files import NOT_TEXT, UNKNOWN_FILE

_NAMING_FILES = ("people.yaml", "homes.yaml", "schools.yaml", "keepsakes.yaml")
"""Files whose entries have ids."""
_CAUSES = {rule.id for rule in (BAD_ID, DUPLICATE_KEY, YAML_SYNTAX, NOT_TEXT, UNKNOWN_FILE, UNREADABLE_FILE)}
_DUPLICATE = "duplicate-id"
"""An entry under the id of another is missed under its own."""
_CONSEQUENCES = {"unknown-person", "unknown-reference"}


def drop_consequences(causes: Iterable[Problem], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return ``problems`` without ids that are unknown, where a file of ids could not be read whole."""
    problems = tuple(problems)
    is_cut_short = any(problem.rule == _DUPLICATE for problem in problems) or any(
        problem.rule in _CAUSES and any(name in (problem.at.path, *_list_names(problem)) for name in _NAMING_FILES)
        for problem in select_errors(causes)
    )
    return tuple(problem for problem in problems if not (is_cut_short and problem.rule in _CONSEQUENCES))


def _list_names(problem: Problem) -> tuple[str, ...]:
    """Return the file that a misnamed one is meant to be, by the words of the problem."""
    return tuple(
        name
        for name in _NAMING_FILES
        if problem.rule == UNKNOWN_FILE.id and f'"{name}"' in problem.remedy + problem.what
    )
