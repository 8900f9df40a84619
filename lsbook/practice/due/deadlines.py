"""What was promised by a day: deadlines of the policy, a start, an explanation, a new worker, what is held back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsbook.model.practice_policy import Deadline
from lsbook.model.rhythm import Duration
from lsbook.model.work import find_earliest_day
from lsbook.model.work_vocabulary import ChangeKind
from lsbook.practice.due.row import DueContext, DueItem, Urgency
from lsbook.practice.next_session import find_next_session, is_paused, list_sessions
from lsbook.practice.working_days import add_time

LETTER = "later-life-letter"
_CHANGES = {ChangeKind.MOVE: "the move", ChangeKind.DECISION: "a decision"}
_HARD_CHANGE = "something that changed"


def list_deadlines(context: DueContext) -> Iterator[DueItem]:
    """Yield everything that is due within a time after something happened, and is not there."""
    for deadline in context.plan.rule.deadlines:
        yield from _list_deadline(deadline, context)
    yield from _list_plan(context)
    yield from _list_start(context)
    yield from _list_explanation(context)
    yield from _list_new_worker(context)
    if not is_paused(context.case, context.today):
        yield from _list_new_book_after(context)
    yield from _list_holds(context)


def _count_from(day: date, within: Duration, context: DueContext) -> date:
    return add_time(day, within, context.plan.nation)


def _list_deadline(deadline: Deadline, context: DueContext) -> Iterator[DueItem]:
    event = find_earliest_day(dict(context.case.plan.dates).get(deadline.after))
    if event is None or _is_met(deadline.name, event, context):
        return
    by = _count_from(event, deadline.within, context)
    what, after = _read_name(deadline.name), _read_name(deadline.after)
    text = f"{what}: {deadline.within} after the {after} of {context.format(event)}, so by {context.format(by)}"
    yield from context.list_dated(Urgency.DEADLINE, by, text)


def _read_name(name: str) -> str:
    return name.replace("-", " ")


def _is_met(name: str, event: date, context: DueContext) -> bool:
    if name == "book":
        return has_copy_since(event, context)
    if name == LETTER:
        copies = (copy for copy in context.case.records.copies if event <= copy.on <= context.today)
        return any(LETTER in (copy.edition, copy.copy_format) or copy.copy_format == "letter" for copy in copies)
    met = find_earliest_day(dict(context.case.plan.dates).get(name))
    return met is not None and met <= context.today


def has_copy_since(day: date, context: DueContext) -> bool:
    """Return whether a copy of one of the child's editions was handed over on ``day`` or after."""
    return any(on >= day for on in list_copy_days(context))


def list_copy_days(context: DueContext) -> list[date]:
    """Return the days on which copies of the child's editions were handed over, until today."""
    copies = context.case.records.copies
    return [copy.on for copy in copies if copy.edition in context.bands and copy.on <= context.today]


def _list_plan(context: DueContext) -> Iterator[DueItem]:
    """Yield that there is no plan, where only the authority's list says since when there should be one."""
    start, within = context.case.plan.start, context.plan.rule.start_within
    if start and within and context.case.records.plan is None:
        by = _count_from(start, within, context)
        text = (
            f"plan: none yet (work/plan.yaml); within {within} of {context.format(start)}, so by {context.format(by)}"
        )
        yield from context.list_dated(Urgency.DEADLINE, by, text)


def _list_start(context: DueContext) -> Iterator[DueItem]:
    """Yield the first session; a no of the child puts it off until it is time to offer again."""
    start, within = context.case.plan.start, context.plan.rule.start_within
    coming = find_next_session(context.case, context.plan, context.today)
    if start and within and coming.due and coming.last is None:
        if coming.declined:
            why = f"offered {context.format(coming.declined)}, a no; offer again"
        else:
            why = f"none yet; within {within} of {context.format(start)}"
        text = f"first session: {why}, so by {context.format(coming.due)}"
        yield from context.list_dated(Urgency.DEADLINE, coming.due, text)


def _list_explanation(context: DueContext) -> Iterator[DueItem]:
    start, within = context.case.plan.start, context.plan.rule.explained_within
    if start and within and find_explained_day(context) is None:
        by = _count_from(start, within, context)
        text = f"explained why: not written that anybody has; within {within}, so by {context.format(by)}"
        yield from context.list_dated(Urgency.DEADLINE, by, text)


def find_explained_day(context: DueContext) -> date | None:
    """Return when somebody first explained why: the first day of ``told``, or of a session that spoke of it."""
    sessions = list_sessions(context.case, context.today)
    days = [session.day for session in sessions if session.why_in_care]
    first = context.case.facts.first_told
    return min([*days, *([first] if first and first <= context.today else [])], default=None)


def _list_new_worker(context: DueContext) -> Iterator[DueItem]:
    plan, within = context.case.plan, context.plan.rule.new_worker_within
    since = find_earliest_day(plan.since)
    if since is None or within is None or since > context.today:
        return
    sessions = list_sessions(context.case, context.today)
    if not any(session.day >= since and is_same_person(session.by, plan.worker) for session in sessions):
        by = _count_from(since, within, context)
        text = f"new worker since {context.format(since)}: no session yet; within {within}, so by {context.format(by)}"
        yield from context.list_dated(Urgency.DEADLINE, by, text)


def is_same_person(name: str, other: str) -> bool:
    """Return whether two names may be of one person: the same, or one with a surname more."""
    first, second = name.casefold().split(), other.casefold().split()
    short = min(len(first), len(second))
    return short > 0 and first[:short] == second[:short]


def _list_new_book_after(context: DueContext) -> Iterator[DueItem]:
    """Yield a new book after the latest move, decision or death since the work began; before, none could be owed."""
    within, begun = context.plan.rule.new_book_within, context.case.plan.start or date.min
    for kind in context.plan.rule.new_book_after if within else ():
        known = (change for change in context.case.facts.changes if begun <= change.day <= context.today)
        changes = [change for change in known if change.kind is kind]
        latest = max(changes, key=lambda change: change.day, default=None)
        if latest and within and not has_copy_since(latest.day, context):
            by = _count_from(latest.day, within, context)
            what = _HARD_CHANGE if latest.is_hard else _CHANGES.get(kind, _HARD_CHANGE)
            on = "on" if what == _HARD_CHANGE else "of"
            text = f"new book after {what} {on} {context.format(latest.day)}: none yet, so by {context.format(by)}"
            yield from context.list_dated(Urgency.DEADLINE, by, text)


def _list_holds(context: DueContext) -> Iterator[DueItem]:
    for held in context.case.facts.held:
        by = context.format(held.look_again)
        text = f"look again at something held back ({held.path}:{held.line}) by {by}"
        yield from context.list_dated(Urgency.DEADLINE, held.look_again, text)
    pause = context.case.plan.pause
    if (
        pause
        and pause.look_again
        and pause.from_ <= context.today
        and not (pause.until and pause.until <= context.today)
    ):
        start, by = context.format(pause.from_), context.format(pause.look_again)
        yield from context.list_dated(
            Urgency.DEADLINE, pause.look_again, f"look again at the pause since {start} by {by}"
        )
