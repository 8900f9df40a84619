"""Marking sessions whose case note went to the case record: one line more in each, every other byte as it was."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lsbook.editing import insert_key, open_yaml
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.places import UNWRITABLE
from lsbook.model.rules.work import NOT_EDITABLE
from lsbook.model.work import Session


def mark_recorded(story: Path, sessions: Iterable[Session], on: date) -> int:
    """Write ``in-record`` into each of ``sessions`` that has none, and return into how many.

    Raises ``ProblemsFound`` with every file that could not be changed; the others are.
    """
    problems: list[Problem] = []
    count = 0
    for session in sessions:
        if session.in_record is None:
            try:
                _mark(story, session, on)
                count += 1
            except ProblemsFound as stopped:
                problems += stopped.problems
    if problems:
        raise ProblemsFound(tuple(problems))
    return count


def _mark(story: Path, session: Session, on: date) -> None:
    file = story.joinpath(*session.at.path.split("/"))
    remedy = f"Write it in by hand: in-record: {on.isoformat()}"
    try:
        data = insert_key(open_yaml(file.read_bytes(), session.at.path), (), "in-record", on.isoformat()).data
        beside = file.with_name(f".{file.name}.{os.getpid()}")
        beside.write_bytes(data)
        beside.chmod(file.stat().st_mode & 0o777)
        beside.replace(file)
    except ProblemsFound as stopped:
        what = "lsbook cannot add a line to this file."
        raise NOT_EDITABLE.make_error(Location(session.at.path), what, remedy) from stopped
    except OSError as error:
        what = f"The computer cannot write here ({(error.strerror or 'no reason given').lower()})."
        raise UNWRITABLE.make_error(Location(session.at.path), what, remedy) from error
