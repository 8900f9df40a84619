"""Marking a copy as lost, with a report of what it tells: the report comes whatever else is amiss."""

from __future__ import annotations

import os
from datetime import datetime, time
from pathlib import Path

from msgspec import Struct

from lsbook.cache.work import log_lock
from lsbook.copies import log
from lsbook.copies.lost_report import render_report
from lsbook.copies.private_content import PrivateContent
from lsbook.files.disk_errors import os_errors_as_problems
from lsbook.history.copy_contents import COPIES, CopyRecord, mark_record_lost, read_copy_records
from lsbook.model.copy import Copy
from lsbook.model.edition import Notice
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.copies import ALREADY_SAID, IMPOSSIBLE_DAY, UNKNOWN_COPY
from lsbook.model.rules.places import UNWRITABLE
from lsbook.model.vocabulary import CopyOutcome
from lsbook.reading.copy_log import LOST_AGAIN, read_copies


class LossResult(Struct, frozen=True):
    """Where the report stands, and what of the log has to be mended by hand: the report comes all the same."""

    report: Path
    problems: tuple[Problem, ...]
    key: str = CopyOutcome.LOST.value
    """Of the log: a copy can be lost again after it came back."""


def mark_lost(
    story: Path, name: str, noticed: datetime | None, notices: tuple[Notice, ...], where: str, private: PrivateContent
) -> LossResult:
    """Write what the copy called ``name`` tells, whom to tell and what to do, and mark it as lost.

    ``noticed`` is now, or the day that stands in the log, where nobody says it. Of what is ``private`` no word is
    written. Raises ``ProblemsFound`` where there is no such copy, all is done already, or it cannot be written.
    """
    copy, held, problems = _find_copy(story, name)
    again = bool(copy.lost_on) and copy.events[-1][0] is not CopyOutcome.LOST
    times = [what for what, _ in copy.events].count(CopyOutcome.LOST)
    key = LOST_AGAIN if again or times > 1 else CopyOutcome.LOST.value
    report = story / COPIES / f"{copy.id}-{key}.md"
    written, kept, logged = report.is_file(), held is None or held.lost, bool((copy.lost_on and not again) or problems)
    if written and kept and logged:
        what = f"This copy is marked as lost already: see {COPIES}/{report.name}."
        remedy = "Add there by hand what is to be added. To begin anew, delete that file and say it again."
        raise ProblemsFound((*problems, Problem(copy.at, what, remedy, rule=ALREADY_SAID.id)))
    moment = noticed or (datetime.combine(copy.lost_on, time()) if copy.lost_on and not again else datetime.now())
    _check_moment(copy, moment)
    try:
        if not written:  # somebody may have written into one that is there whom they told
            _write_report(report, "\n".join(render_report(story, copy, held, moment, notices, where, private)) + "\n")
        mark_record_lost(story, copy.id)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no reason given").lower()
        what = f"What it tells could not be written down ({reason})."
        at, remedy = Location(f"{COPIES}/{report.name}"), "Make room, or look who may write here, and say it again."
        raise UNWRITABLE.make_error(at, what, remedy) from error
    if not logged:
        try:
            with os_errors_as_problems(story), log_lock(story):
                log.mark_copy(story, copy, key, moment.date())
        except ProblemsFound as stopped:
            problems = stopped.problems
    return LossResult(report, problems, key)


def _find_copy(story: Path, name: str) -> tuple[Copy, CopyRecord | None, tuple[Problem, ...]]:
    """The copy and what it holds; where the log cannot be read, as much as is known without it, and why."""
    held = next((copy for copy in read_copy_records(story) if copy.copy == name), None)
    copies: tuple[Copy, ...] = ()
    problems: tuple[Problem, ...] = ()
    try:
        copies = read_copies(story)
    except ProblemsFound as stopped:
        problems = stopped.problems
    copy = next((copy for copy in copies if copy.id == name), None)
    if copy is None and held is not None and problems:
        copy = Copy(held.copy, held.on, held.inventory.edition, "", held.inventory.book, given_to=held.given_to)
    if copy is None:
        raise ProblemsFound((*problems, make_unknown_copy_problem(name, copies)))
    return copy, held, problems


def make_unknown_copy_problem(name: str, copies: tuple[Copy, ...]) -> Problem:
    """The problem that none of ``copies`` is called ``name``."""
    remedy = f"There are: {', '.join(copy.id for copy in copies)}." if copies else "None has been handed over yet."
    return Problem(Location(log.LOG), f'There is no copy called "{name}".', remedy, rule=UNKNOWN_COPY.id)


def _check_moment(copy: Copy, noticed: datetime) -> None:
    if noticed > datetime.now():
        what = "Nobody can have noticed it at a moment that is still to come."
        raise IMPOSSIBLE_DAY.make_error(Location("--noticed"), what, "Correct the day and the hour.")
    if noticed.date() < copy.on and not copy.lost_on:
        what = f"This copy was handed over on {copy.on}, and cannot have been lost before."
        raise IMPOSSIBLE_DAY.make_error(Location("--noticed"), what, "Correct the day, or name another copy.")


def _write_report(report: Path, text: str) -> None:
    if report.parent.is_symlink() or report.is_symlink():
        raise OSError(0, "this is a link to another place")
    report.parent.mkdir(parents=True, exist_ok=True)
    beside = report.with_name(f".{report.name}")
    with beside.open("w", encoding="utf-8", errors="replace") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(report)
