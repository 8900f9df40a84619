"""A copy that came back to those who gave it, or was destroyed: the log says so, and nobody asks for it any more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lsbook.copies import log
from lsbook.copies.lost import make_unknown_copy_problem
from lsbook.model.copy import Copy
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.copies import ALREADY_SAID, IMPOSSIBLE_DAY
from lsbook.model.vocabulary import CopyOutcome
from lsbook.reading.copy_log import read_copies


def mark_returned(story: Path, name: str, on: date, *, destroyed: bool) -> None:
    """Write into the log of ``story`` that the copy called ``name`` came back, or was destroyed, on the day ``on``.

    Raises ``ProblemsFound`` where there is no such copy, where the log says so already, or where the day cannot be.
    """
    copies = read_copies(story)
    copy = next((copy for copy in copies if copy.id == name), None)
    if copy is None:
        raise ProblemsFound((make_unknown_copy_problem(name, copies),))
    outcome = CopyOutcome.DESTROYED if destroyed else CopyOutcome.RETURNED
    _check_day(copy, outcome, on)
    log.mark_copy(story, copy, outcome.value, on)


def _check_day(copy: Copy, outcome: CopyOutcome, on: date) -> None:
    days = dict(copy.events)
    if before := days.get(outcome) or days.get(CopyOutcome.DESTROYED):
        was = outcome if outcome in days else CopyOutcome.DESTROYED
        what = f"The log says already that this copy was {was} on {before}."
        raise ALREADY_SAID.make_error(copy.at, what, "If that is not so, correct it there by hand.")
    if on > date.today():
        raise IMPOSSIBLE_DAY.make_error(Location("--on"), f"{on} is still to come.", "Say it when it is done.")
    what, since = copy.events[-1] if copy.events else ("handed over", copy.on)
    if on < since:
        what = f"This copy was {what} on {since}, and cannot have been {outcome} on {on}, before that."
        raise IMPOSSIBLE_DAY.make_error(Location("--on"), what, "Correct the day, or name another copy.")
