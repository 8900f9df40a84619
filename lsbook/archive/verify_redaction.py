"""Proof that only the child's own was left out: the rest is a story, and its record is that of the whole story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lsbook import editions
from lsbook.files.folders import link_or_copy
from lsbook.files.package import PackageFile
from lsbook.model.book import Book
from lsbook.model.edition import RECORD
from lsbook.model.item import Item
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.archives import PRIVATE_STAYS
from lsbook.model.walk import find_all
from lsbook.pipeline import Project, load

_REMEDY = (
    "Write what is only-me so that it stands alone: an entry or a passage of its own, with an empty line around it. "
    "Then try again, or choose --only-me keep."
)


def verify_redaction(project: Project, pieces: tuple[PackageFile, ...], scratch: Path, policy: Path | None) -> None:
    """Read ``pieces`` as a story in ``scratch``.

    Raises ``ProblemsFound`` where that is not the whole story without what is only-me.
    """
    for piece in pieces:
        _place_piece(piece, scratch / piece.path)
    try:
        rest = load(scratch, policy)
    except ProblemsFound as stopped:
        raise ProblemsFound(
            tuple(_make_read_problem(problem) for problem in stopped.problems if not problem.is_warning)
        ) from stopped
    left = [item for item in find_all(Item, rest.story) if item.gate.only_me]
    problems = [
        _make_problem(Location(item.at.path), "This is still only-me when it should be left out.") for item in left
    ]
    problems += _find_differences(_choose_record(project), _choose_record(rest))
    if problems:
        raise ProblemsFound(tuple(problems))


def _place_piece(piece: PackageFile, target: Path) -> None:
    """The file where a story has it. A second name for the same file takes no room."""
    if piece.source == target:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    link_or_copy(piece.source, target)


def _choose_record(project: Project) -> Book:
    edition = editions.make_edition(project.story, project.policy, RECORD)
    return editions.choose(project.story, edition, date.min)


def _make_read_problem(problem: Problem) -> Problem:
    what = f"Without what is only-me this file cannot be read any more: {problem.what}"
    return _make_problem(Location(problem.at.path), what)


def _find_differences(whole: Book, rest: Book) -> Iterator[Problem]:
    for name in Book.__struct_fields__:
        mine, theirs = getattr(whole, name), getattr(rest, name)
        if mine != theirs:
            where = f"{name.replace('_', ' ')}{_name_first_difference(mine, theirs)}"
            what = f"Without what is only-me the record would tell something else, in its {where}."
            yield _make_problem(Location("the record edition"), what)


def _name_first_difference(whole: object, rest: object) -> str:
    """Which of several is another."""
    if not isinstance(whole, tuple) or not isinstance(rest, tuple):
        return ""
    unlike = [mine for mine, theirs in zip(whole, rest, strict=False) if mine != theirs]
    named = next((getattr(unlike[0], key, "") for key in ("title", "name", "when") if unlike), "")
    return f' ("{named}")' if isinstance(named, str) and named else ""


def _make_problem(at: Location, what: str) -> Problem:
    return Problem(at, what, _REMEDY, rule=PRIVATE_STAYS.id)
