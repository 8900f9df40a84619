"""Proof that only the child's own was left out: the rest is a story, and its record is that of the whole story."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

from lsbook import editions
from lsbook.files.package import Piece
from lsbook.model.book import Book
from lsbook.model.edition import RECORD
from lsbook.model.item import Item
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.walk import every
from lsbook.pipeline import Read, read

_REMEDY = (
    "Write what is only-me so that it stands alone: an entry or a passage of its own, with an empty line around it. "
    "Then try again, or choose --only-me keep."
)


def prove(whole: Read, pieces: tuple[Piece, ...], bench: Path, policy: Path | None) -> None:
    """Read ``pieces`` as a story in ``bench``. Raises ``NotMade`` where that is not the whole story without its own."""
    for piece in pieces:
        _laid(piece, bench / piece.path)
    try:
        rest = read(bench, policy)
    except NotMade as stopped:
        raise NotMade(tuple(_unreadable(one) for one in stopped.problems if not one.warning)) from stopped
    left = [item for item in every(Item, rest.story) if item.gate.only_me]
    problems = [_problem(Place(item.at.path), "This is still only-me when it should be left out.") for item in left]
    problems += _differences(_book(whole), _book(rest))
    if problems:
        raise NotMade(tuple(problems))


def _laid(piece: Piece, target: Path) -> None:
    """The file where a story has it. A second name for the same file takes no room."""
    if piece.source == target:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(piece.source, target)
    except OSError:
        shutil.copyfile(piece.source, target)


def _book(told: Read) -> Book:
    edition = editions.make_edition(told.story, told.policy, RECORD)
    return editions.choose(told.story, edition, date.min)


def _unreadable(problem: Problem) -> Problem:
    what = f"Without what is only-me this file cannot be read any more: {problem.what}"
    return _problem(Place(problem.at.path), what)


def _differences(whole: Book, rest: Book) -> Iterator[Problem]:
    for part in fields(Book):
        one, other = getattr(whole, part.name), getattr(rest, part.name)
        if one != other:
            where = f"{part.name.replace('_', ' ')}{_first(one, other)}"
            what = f"Without what is only-me the record would tell something else, in its {where}."
            yield _problem(Place("the record edition"), what)


def _first(one: object, other: object) -> str:
    """Which of several is another."""
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return ""
    unlike = [mine for mine, theirs in zip(one, other, strict=False) if mine != theirs]
    named = next((getattr(unlike[0], key, "") for key in ("title", "name", "when") if unlike), "")
    return f' ("{named}")' if isinstance(named, str) and named else ""


def _problem(at: Place, what: str) -> Problem:
    return Problem(at, what, _REMEDY)
