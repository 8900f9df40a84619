"""The state of each child: one of several, in which the numbers of a report add up."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from lsbook.model.case import Case
from lsbook.practice.next_session import CasePlan, find_next_session, is_paused, list_declined, list_sessions
from lsbook.practice.working_days import add_time


class CaseState(StrEnum):
    """What a child's work is at, in the order in which a report prints it."""

    ENGAGED = "engaged"
    OVERDUE = "overdue"
    OFFERED = "offered, said no"
    PAUSED = "paused"
    NOT_BEGUN = "not begun"
    UNREADABLE = "cannot be read"
    NO_STORY = "no story yet"

    @property
    def key(self) -> str:
        """Return the name for a file that a program reads."""
        return self.replace(",", "").replace(" ", "-")


def find_state(case: Case, plan: CasePlan, today: date) -> CaseState:
    """Return the state of ``case``: paused, engaged, overdue, offered, or not begun."""
    if is_paused(case, today):
        return CaseState.PAUSED
    if list_sessions(case, today):
        due = find_next_session(case, plan, today).due
        return CaseState.OVERDUE if due and due < today else CaseState.ENGAGED
    return CaseState.OFFERED if _has_fresh_offer(case, plan, today) else CaseState.NOT_BEGUN


def _has_fresh_offer(case: Case, plan: CasePlan, today: date) -> bool:
    declined, after = list_declined(case, today), plan.rule.offer_again_after
    return bool(declined) and (after is None or today <= add_time(declined[-1].day, after, plan.nation))
