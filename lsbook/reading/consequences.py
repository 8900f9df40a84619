"""Problems that are there only because of another: the cause is said, and what follows from it is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from lsbook.model.problem import Problem, select_errors
from lsbook.model.rules.places import UNREADABLE_FILE
from lsbook.reading.rules.entries import BAD_ID, DUPLICATE_KEY, MISSING_KEY, UNKNOWN_KEY, UNSIGNED_DECISION, YAML_SYNTAX
from lsbook.reading.rules.files import FILE_NOT_FOUND, NOT_TEXT, UNKNOWN_FILE
from lsbook.reading.rules.work import TWO_VERSIONS

_NAMING_FILES = ("people.yaml", "homes.yaml", "schools.yaml", "keepsakes.yaml")
"""Files whose entries have ids."""
_CAUSES = {
    rule.id for rule in (BAD_ID, DUPLICATE_KEY, YAML_SYNTAX, NOT_TEXT, UNKNOWN_FILE, UNREADABLE_FILE, TWO_VERSIONS)
}
_DUPLICATE = "duplicate-id"
"""An entry under the id of another is missed under its own."""
_CONSEQUENCES = {"unknown-person", "unknown-reference"}


def drop_consequences(causes: Iterable[Problem], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return ``problems`` without ids that are unknown, where a file of ids could not be read whole."""
    problems = tuple(problems)
    is_cut_short = any(problem.rule == _DUPLICATE for problem in problems) or any(
        _may_hide_ids(problem) and any(name in (problem.at.path, *_list_names(problem)) for name in _NAMING_FILES)
        for problem in select_errors(causes)
    )
    return tuple(problem for problem in problems if not (is_cut_short and problem.rule in _CONSEQUENCES))


def drop_repetitions(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return ``problems`` with each missing file once, where it is first named, and no lack that another explains."""
    problems = tuple(problems)
    has_media = not any(problem.rule == UNKNOWN_FILE.id and '"media"' in problem.what for problem in problems)
    is_slipped = any(each.rule == UNKNOWN_KEY.id and '"telling-age" above it' in each.what for each in problems)
    lacks = Counter(problem.what for problem in problems if _is_lack_of_file(problem))
    kept: dict[object, Problem] = {}
    for problem in problems:
        is_lack, count = _is_lack_of_file(problem), lacks[problem.what]
        if (is_lack and not has_media) or (is_slipped and problem.rule == UNSIGNED_DECISION.id):
            continue
        remedy = f"{problem.remedy} It is named in {count} places." if count > 1 else problem.remedy
        kept.setdefault(problem.what if is_lack else problem, replace(problem, remedy=remedy))
    return tuple(kept.values())


def _is_lack_of_file(problem: Problem) -> bool:
    """Return whether a file is not there, and not only called by another name."""
    return problem.rule == FILE_NOT_FOUND.id and "under media/" in problem.what and "Did you mean" not in problem.what


def _may_hide_ids(problem: Problem) -> bool:
    is_without_id = problem.rule == MISSING_KEY.id and problem.what.startswith('"id"')
    is_without_id |= problem.rule == UNKNOWN_KEY.id and 'Did you mean "id"' in problem.what
    return problem.rule in _CAUSES or is_without_id


def _list_names(problem: Problem) -> tuple[str, ...]:
    """Return the file that a misnamed one is meant to be, by the words of the problem."""
    return tuple(
        name
        for name in _NAMING_FILES
        if problem.rule == UNKNOWN_FILE.id and f'"{name}"' in problem.remedy + problem.what
    )
