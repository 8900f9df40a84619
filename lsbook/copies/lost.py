"""Marking a copy as lost, with a report of what it tells: the report comes whatever else is amiss."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from lsbook.copies import log
from lsbook.copies.lost_report import lines_of
from lsbook.copies.private_parts import Hidden
from lsbook.copies.workplace import in_words, log_by_itself
from lsbook.history.copy_records import COPIES, Handed, handed, marked_lost
from lsbook.model.copy import Copy
from lsbook.model.edition import Notice
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.reading.copies import read_copies


@dataclass(frozen=True)
class Lost:
    """Where the report stands, and what of the log has to be mended by hand: the report comes all the same."""

    report: Path
    problems: tuple[Problem, ...]
    key: str = "lost"
    """Of the log: a copy can be lost again after it came back."""


def lose(
    story: Path, name: str, noticed: datetime | None, notices: tuple[Notice, ...], where: str, hidden: Hidden
) -> Lost:
    """Write what the copy called ``name`` tells, whom to tell and what to do, and mark it as lost.

    ``noticed`` is now, or the day that stands in the log, where nobody says it. Of what is ``hidden`` no word is
    written. Raises ``NotMade`` where there is no such copy, where all is done already, or where it cannot be written.
    """
    copy, held, problems = _found(story, name)
    again = bool(copy.lost) and copy.became[-1][0] != "lost"
    key = "lost-again" if again or [what for what, _ in copy.became].count("lost") > 1 else "lost"
    report = story / COPIES / f"{copy.id}-{key}.md"
    written, kept, logged = report.is_file(), held is None or held.lost, bool((copy.lost and not again) or problems)
    if written and kept and logged:
        what = f"This copy is marked as lost already: see {COPIES}/{report.name}."
        remedy = "Add there by hand what is to be added. To begin anew, delete that file and say it again."
        raise NotMade((*problems, Problem(copy.at, what, remedy)))
    moment = noticed or (datetime.combine(copy.lost, time()) if copy.lost and not again else datetime.now())
    _possible(copy, moment)
    try:
        if not written:  # somebody may have written into one that is there whom they told
            _put(report, "\n".join(lines_of(story, copy, held, moment, notices, where, hidden)) + "\n")
        marked_lost(story, copy.id)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no reason given").lower()
        what = f"What it tells could not be written down ({reason})."
        at, remedy = Place(f"{COPIES}/{report.name}"), "Make room, or look who may write here, and say it again."
        raise NotMade((Problem(at, what, remedy),)) from error
    if not logged:
        try:
            with in_words(story), log_by_itself(story):
                log.marked(story, copy, key, moment.date())
        except NotMade as stopped:
            problems = stopped.problems
    return Lost(report, problems, key)


def _found(story: Path, name: str) -> tuple[Copy, Handed | None, tuple[Problem, ...]]:
    """The copy and what it holds; where the log cannot be read, as much as is known without it, and why."""
    held = next((one for one in handed(story) if one.copy == name), None)
    copies: tuple[Copy, ...] = ()
    problems: tuple[Problem, ...] = ()
    try:
        copies = read_copies(story)
    except NotMade as stopped:
        problems = stopped.problems
    copy = next((one for one in copies if one.id == name), None)
    if copy is None and held is not None and problems:
        copy = Copy(held.copy, held.on, held.holdings.edition, "", held.holdings.book, given_to=held.given_to)
    if copy is None:
        raise NotMade((*problems, no_copy(name, copies)))
    return copy, held, problems


def no_copy(name: str, copies: tuple[Copy, ...]) -> Problem:
    """What is said where none of ``copies`` is called ``name``."""
    there = f"There are: {', '.join(one.id for one in copies)}." if copies else "None has been handed over yet."
    return Problem(Place(log.LOG), f'There is no copy called "{name}".', there)


def _possible(copy: Copy, noticed: datetime) -> None:
    if noticed > datetime.now():
        what = "Nobody can have noticed it at a moment that is still to come."
        raise NotMade((Problem(Place("--noticed"), what, "Correct the day and the hour."),))
    if noticed.date() < copy.on and not copy.lost:
        what = f"This copy was handed over on {copy.on}, and cannot have been lost before."
        raise NotMade((Problem(Place("--noticed"), what, "Correct the day, or name another copy."),))


def _put(report: Path, text: str) -> None:
    if report.parent.is_symlink() or report.is_symlink():
        raise OSError(0, "this is a link to another place")
    report.parent.mkdir(parents=True, exist_ok=True)
    beside = report.with_name(f".{report.name}")
    with beside.open("w", encoding="utf-8", errors="replace") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(report)
