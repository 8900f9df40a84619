"""What is missing in a policy, or odd: for people to talk about. It never judges a policy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsbook.model.edition import Policy
from lsbook.model.practice_policy import PermanencePlan
from lsbook.model.rhythm import Rhythm, RhythmKind
from lsbook.practice.english import format_full_day, join_with_and
from lsbook.practice.policy.lines import PolicyView

_CARE_EXPERIENCED = ("child", "young", "care leaver", "care-experienced", "care experienced", "been in care")
_OTHERS = {
    "parents": ("parent", "mum", "dad", "famil"),
    "carers": ("carer", "foster", "guardian", "residential"),
    "reviewing officers": ("iro", "reviewing"),
    "social workers": ("social worker", "practitioner", "adviser", "advisor", "therap"),
}


def list_remarks(view: PolicyView, today: date) -> Iterator[str]:
    """Yield what is missing or odd in a policy, each in a sentence with what to do."""
    policy = view.policy
    if view.own is None:
        yield "Nothing in it is yours: it is the policy that comes with lsbook. Write a policy.yaml of your own."
    yield from _check_decision(policy, today)
    yield from _check_consultation(policy)
    if not policy.stored:
        yield "It is not said where stories and books are kept and who has access. Write stored:"
    if not policy.support:
        yield "It is not said who supports a worker before and after a visit. Write support:"
    for plan in policy.plans:
        yield from _check_plan(plan)
    outdated = [line for line in policy.helplines if (today - line.checked).days > 365]
    if outdated:
        names = join_with_and(line.name for line in outdated)
        yield f"More than a year ago somebody last made sure that these numbers are right: {names}."


def _check_decision(policy: Policy, today: date) -> Iterator[str]:
    decision = policy.decision
    if decision is None:
        yield "It is not said who decided on this policy, and when. Write decided: {by: …, on: …, look-again: …}"
    elif decision.look_again is None:
        yield "It is not said when this policy is looked at again. Write look-again: in decided:"
    elif decision.look_again < today:
        yield f"It was to be looked at again by {format_full_day(decision.look_again)}."


def _check_consultation(policy: Policy) -> Iterator[str]:
    asked = " ".join(asked.who for asked in policy.consultations).casefold()
    if not any(word in asked for word in _CARE_EXPERIENCED):
        yield "Nobody who has been in care was consulted on it. Ask them, and write it in consulted:"
    others = [who for who, words in _OTHERS.items() if not any(word in asked for word in words)]
    if policy.consultations and others:
        yield f"Not consulted, as far as it says: {join_with_and(others)}."
    for consultation in policy.consultations:
        if consultation.said and not consultation.changed:
            yield f"It is not said what changed by what {consultation.who} said. Write changed:"


def _check_plan(plan: PermanencePlan) -> Iterator[str]:
    rhythms = {"direct-work": plan.direct_work, "all-about-me": plan.all_about_me, "new-book": plan.new_book}
    for key, rhythm in rhythms.items():
        yield from _check_rhythm(plan.name, key, rhythm)
    missing = [
        key
        for key, value in {
            "start-within": plan.start_within,
            "explained-within": plan.explained_within,
            "answer-child-within": plan.answer_child_within,
            "follow-up-within": plan.follow_up_within,
        }.items()
        if value is None
    ]
    if missing:
        yield f"{plan.name}: nothing is decided for {join_with_and(missing)}."
    if not plan.holds:
        yield f"{plan.name}: it is not said what a full book holds."
    later, first = plan.direct_work_after_a_year, plan.direct_work
    if later and later.every and first.every and later.every.rough_days < first.every.rough_days:
        yield f"{plan.name}: direct work comes more often after a year in one home than before ({later}, {first})."


def _check_rhythm(plan: str, key: str, rhythm: Rhythm) -> Iterator[str]:
    if rhythm.kind is RhythmKind.ONCE:
        yield f'"once" at {key} for {plan}: the work never ends.'
    elif rhythm.kind is RhythmKind.NOT_DECIDED:
        yield f"{plan}: {key} is not decided."
    elif rhythm.kind is RhythmKind.WHEN_ASKED and key == "direct-work" and plan != "leaving-care":
        yield f'"when asked" at {key} for {plan}: a child who does not ask is never offered anything.'
