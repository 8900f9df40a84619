"""When the next session is due, and which sessions count at all."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from lsbook.model.case import Case
from lsbook.model.practice_policy import PermanencePlan
from lsbook.model.rhythm import Duration, Rhythm, RhythmKind, TimeUnit
from lsbook.model.work import Session
from lsbook.model.work_vocabulary import Nation, WrittenKind
from lsbook.practice.working_days import add_time

_A_YEAR = Duration(1, TimeUnit.YEARS)


class CasePlan(Struct, frozen=True):
    """The plan of permanence that holds for a case on a day, as the policy has it."""

    name: str
    rule: PermanencePlan
    is_known: bool
    """False where the policy knows no plan of this name: then nothing is decided."""
    nation: Nation


class NextSession(Struct, frozen=True):
    """When the next session is due: ``None`` where none is. ``rhythm`` is the rule that says so."""

    due: date | None
    last: date | None
    rhythm: Rhythm
    declined: date | None = None
    """The last no of the child since, while it counts."""
    asked: date | None = None
    """The question on which it is due, where sessions are held when the child asks."""


def list_sessions(case: Case, today: date) -> tuple[Session, ...]:
    """Return the sessions that took place until ``today``, in the order of their days."""
    return tuple(session for session in case.records.sessions if session.day <= today and not session.is_declined)


def list_declined(case: Case, today: date) -> tuple[Session, ...]:
    """Return the sessions that were offered until ``today``, and the child said no."""
    return tuple(session for session in case.records.sessions if session.day <= today and session.is_declined)


def is_paused(case: Case, today: date) -> bool:
    """Return whether a pause holds on ``today``."""
    return case.plan.pause is not None and case.plan.pause.is_active(today)


def choose_rhythm(case: Case, plan: CasePlan, today: date) -> Rhythm:
    """Return how often there is a session for this child: as agreed for them, else as the policy says."""
    rhythm = choose_policy_rhythm(case, plan, today)
    if case.plan.every is None or is_rarer_unagreed(case, plan, today):
        return rhythm
    return Rhythm(RhythmKind.EVERY, case.plan.every)


def choose_policy_rhythm(case: Case, plan: CasePlan, today: date) -> Rhythm:
    """Return what the policy says, after a year in this home too."""
    since = case.facts.find_last_move(today)
    later = plan.rule.direct_work_after_a_year
    if later is None or since is None or today < _A_YEAR.add_to(since):
        return plan.rule.direct_work
    return later


def is_rarer_unagreed(case: Case, plan: CasePlan, today: date) -> bool:
    """Return whether sessions are rarer than the policy says, and nobody says why, or who agreed."""
    policy, own = choose_policy_rhythm(case, plan, today).every, case.plan.every
    is_rarer = policy is not None and own is not None and own.rough_days > policy.rough_days + 1
    return is_rarer and not (case.plan.reason and case.plan.agreed_by)


def find_next_session(case: Case, plan: CasePlan, today: date) -> NextSession:
    """Return when the next session is due, whether or not there is a pause."""
    rhythm = choose_rhythm(case, plan, today)
    sessions = list_sessions(case, today)
    last = sessions[-1].day if sessions else None
    asked = _find_open_question(case, last, today) if rhythm.kind is RhythmKind.WHEN_ASKED else None
    due = _find_first_due(case, plan) if last is None else _find_due(case, plan, rhythm, last, asked)
    declined = _find_counting_no(case, plan, last, today)
    if due and declined and plan.rule.offer_again_after:
        due = max(due, add_time(declined, plan.rule.offer_again_after, plan.nation))
    return NextSession(due, last, rhythm, declined, asked)


def _find_first_due(case: Case, plan: CasePlan) -> date | None:
    start, within = case.plan.start, plan.rule.start_within
    return add_time(start, within, plan.nation) if start and within else None


def _find_due(case: Case, plan: CasePlan, rhythm: Rhythm, last: date, asked: date | None) -> date | None:
    if rhythm.every:
        return add_time(last, rhythm.every, plan.nation)
    if rhythm.kind is RhythmKind.WITH_EACH_REVIEW:
        review = case.plan.next_review
        return review if review and last < review else None
    if asked and plan.rule.answer_child_within:
        return add_time(asked, plan.rule.answer_child_within, plan.nation)
    return None


def _find_open_question(case: Case, last: date | None, today: date) -> date | None:
    """Return the day of the first question since which there was no session."""
    asked = [day for day in list_questions_asked(case) if day <= today and (last is None or day > last)]
    return min(asked, default=None)


def list_questions_asked(case: Case) -> tuple[date, ...]:
    """Return the days on which the child asked something: in the story, and in what was received."""
    received = [
        entry.on or contribution.received
        for contribution in case.records.contributions
        if contribution.written_in
        for entry in contribution.entries
        if entry.kind is WrittenKind.QUESTION
    ]
    return (*case.facts.questions_asked, *(day for day in received if day))


def _find_counting_no(case: Case, plan: CasePlan, last: date | None, today: date) -> date | None:
    """Return the day of the last no since the last session, while it still counts."""
    declined = list_declined(case, today)
    if not declined or (last and declined[-1].day < last):
        return None
    after, day = plan.rule.offer_again_after, declined[-1].day
    return day if after is None or today <= add_time(day, after, plan.nation) else None
