"""A policy as lines, each with what it says and where that comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from lsbook.files.resources import find_resources
from lsbook.model.edition import NEVER, Agreement, Policy
from lsbook.model.practice_policy import Consultation, Deadline, PermanencePlan, Training
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.practice.english import format_full_day
from lsbook.reading.policy import PolicyFile, read_policy
from lsbook.reading.policy_lines import PolicyKey, locate_policy_keys
from lsbook.reading.rules.policy_and_copies import POLICY_NOT_FOUND

SHIPPED = "as it comes with lsbook"
NOT_DECIDED = "not decided"


class PolicyLine(Struct, frozen=True):
    """One line of a policy: in which section (empty: the policy itself, else a plan), its key and what it says."""

    section: str
    key: str
    value: str
    source: str
    shipped: str
    """What the shipped policy says there."""
    is_own: bool
    """True where the authority's own file says it."""


class PolicyView(Struct, frozen=True):
    """A policy with all its lines, and the file that was laid over the shipped one."""

    policy: Policy
    own: Path | None
    lines: tuple[PolicyLine, ...]


def read_policy_view(own: PolicyFile | None) -> PolicyView:
    """Read the policy that applies, line by line. Raises ``ProblemsFound`` with every problem in it."""
    shipped_file = find_resources("templates") / "policy.yaml"
    policy, shipped = read_policy(shipped_file, own), read_policy(shipped_file, None)
    places = locate_policy_keys(own.file) if own else {}
    return PolicyView(policy, own.file if own else None, tuple(_list_lines(policy, shipped, places, own)))


def _list_lines(
    policy: Policy, shipped: Policy, places: Mapping[PolicyKey, int], own: PolicyFile | None
) -> Iterator[PolicyLine]:
    def make(section: str, key: str, value: str, before: str) -> PolicyLine:
        line = places.get((section, key))
        source = f"{own.file.name}:{line}" if own and line else SHIPPED if before else ""
        return PolicyLine(section, key, value or NOT_DECIDED, source, before or NOT_DECIDED, line is not None)

    before = dict(_list_top(shipped))
    for key, value in _list_top(policy):
        yield make("", key, value, before.get(key, ""))
    for plan in policy.plans:
        known = shipped.find_plan(plan.name)
        old = dict(list_plan(known)) if known else {}
        for key, value in list_plan(plan):
            yield make(plan.name, key, value, old.get(key, ""))


def _list_top(policy: Policy) -> Iterator[tuple[str, str]]:
    decision = policy.decision
    on = f", {format_full_day(decision.on)}" if decision and decision.on else ""
    again = f"; looked at again {format_full_day(decision.look_again)}" if decision and decision.look_again else ""
    yield "working-days", str(policy.nation)
    yield "decided", f"{decision.by}{on}{again}" if decision else ""
    yield "consulted", "; ".join(map(_format_consultation, policy.consultations))
    yield "training", "; ".join(map(_format_training, policy.trainings))
    yield "stored", policy.stored
    yield "support", policy.support
    yield "question", policy.question
    yield "questions-for-others", "; ".join(policy.questions_for_others)
    yield "agreements", "; ".join(map(_format_agreement, policy.agreements))
    yield "standards", "; ".join(f"{standard.name}: {standard.asks}" for standard in policy.standards)


def _format_agreement(agreement: Agreement) -> str:
    refused = f", refuse from {agreement.refuse_from}" if agreement.refuse_from < NEVER else ""
    return f"{agreement.name}: {agreement.when_missing}{refused}"


def _format_consultation(asked: Consultation) -> str:
    on = f" ({asked.on})" if asked.on else ""
    words = f": {asked.said.rstrip('.')}" if asked.said else ""
    return f"{asked.who}{on}{words}{f' -> {asked.changed}' if asked.changed else ''}"


def _format_training(training: Training) -> str:
    about = ", ".join(part for part in (training.on, training.who) if part)
    return f"{training.what}{f' ({about})' if about else ''}"


def list_plan(plan: PermanencePlan) -> Iterator[tuple[str, str]]:
    """Yield the keys of ``plan`` with what they say; empty where nothing is decided."""
    yield "start-within", str(plan.start_within or "")
    yield "explained-within", str(plan.explained_within or "")
    yield "direct-work", _drop_undecided(str(plan.direct_work))
    if plan.direct_work_after_a_year:
        yield "direct-work-after-a-year", str(plan.direct_work_after_a_year)
    yield "all-about-me", _drop_undecided(str(plan.all_about_me))
    yield "review", _drop_undecided(str(plan.review))
    yield "new-book", _drop_undecided(str(plan.new_book))
    yield "new-book-after", ", ".join(plan.new_book_after)
    yield "new-book-within", str(plan.new_book_within or "")
    yield "new-worker-within", str(plan.new_worker_within or "")
    yield "follow-up-within", str(plan.follow_up_within or "")
    yield "answer-child-within", str(plan.answer_child_within or "")
    yield "offer-again-after", str(plan.offer_again_after or "")
    yield "tier", str(plan.tier or "")
    yield "holds", ", ".join(plan.holds)
    if plan.deadlines:
        yield "deadlines", "; ".join(map(_format_deadline, plan.deadlines))
    if plan.because:
        yield "because", plan.because


def _drop_undecided(text: str) -> str:
    return "" if text == NOT_DECIDED else text


def _format_deadline(deadline: Deadline) -> str:
    return f"{deadline.name} {deadline.within} after {deadline.after}"


def check_file(file: Path) -> None:
    """Raise ``ProblemsFound`` where there is no policy file of this name."""
    if not file.is_file():
        problem = Problem(
            Location(str(file)), "There is no such policy file.", "Check the name.", rule=POLICY_NOT_FOUND.id
        )
        raise ProblemsFound((problem,))
