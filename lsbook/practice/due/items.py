"""Everything that is due for one case, in its order."""

from __future__ import annotations

from datetime import date

from lsbook.model.case import Case
from lsbook.model.edition import Policy
from lsbook.model.practice_policy import PermanencePlan
from lsbook.model.rhythm import Duration
from lsbook.practice.due.deadlines import list_deadlines
from lsbook.practice.due.open_ends import list_open_ends
from lsbook.practice.due.rhythms import list_rhythms
from lsbook.practice.due.row import DueContext, DueItem
from lsbook.practice.due.safety import list_answers, list_follow_ups
from lsbook.practice.next_session import CasePlan
from lsbook.practice.working_days import add_time


def find_case_plan(case: Case, policy: Policy, today: date) -> CasePlan:
    """Return the plan of permanence that holds for ``case``; one that decides nothing where the policy has none."""
    name = case.plan.find_plan_name(case.facts.plan, today)
    known = policy.find_plan(name)
    return CasePlan(name, known or PermanencePlan(name, name.replace("-", " ")), known is not None, policy.nation)


def make_due_context(case: Case, policy: Policy, today: date, within: Duration) -> DueContext:
    """Return what lists of things that are due within a time of ``today`` are made from."""
    plan = find_case_plan(case, policy, today)
    bands = tuple(band.name for band in policy.bands)
    return DueContext(case, plan, today, add_time(today, within, policy.nation), bands)


def list_due(context: DueContext) -> tuple[DueItem, ...]:
    """Return everything that is due, late or open: safety, answers, deadlines, rhythms, the rest."""
    lists = (list_follow_ups, list_answers, list_deadlines, list_rhythms, list_open_ends)
    return tuple(sorted((item for make in lists for item in make(context)), key=lambda item: item.sort_key))
