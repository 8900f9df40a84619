"""A policy as text: what applies, what is yours, and each decision as an open question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lsbook.model.edition import Policy
from lsbook.model.practice_policy import PermanencePlan
from lsbook.practice.policy.lines import NOT_DECIDED, PolicyLine, PolicyView, list_plan

_KEY_WIDTH = 26
_VALUE_WIDTH = 44


def format_view(view: PolicyView) -> str:
    """Return what applies and where each line of it comes from."""
    return "\n".join([f"What applies: {view.policy.source}", *_format_sections(view.lines, view.policy)])


def _format_sections(lines: Iterable[PolicyLine], policy: Policy) -> Iterator[str]:
    for section, group in groupby(lines, key=lambda line: line.section):
        plan = policy.find_plan(section)
        yield from ("", f"{plan.title} ({section})" if plan else "The policy")
        for line in group:
            yield f"  {line.key + ':':<{_KEY_WIDTH}}{line.value:<{_VALUE_WIDTH}}  {line.source}".rstrip()


def format_comparison(view: PolicyView) -> str:
    """Return what is the authority's own, what is as shipped, and what is not decided."""
    own = [line for line in view.lines if line.is_own]
    undecided = [line for line in view.lines if line.value == NOT_DECIDED and not line.is_own]
    shipped = [line for line in view.lines if not line.is_own and line.value != NOT_DECIDED]
    lines = [f"YOURS ({len(own)})"]
    for line in own:
        was = f"  (as shipped: {line.shipped})" if line.shipped != line.value else "  (the same as shipped)"
        lines.append(f"  {_name(line)}: {line.value}{was}")
    lines += ["", f"AS SHIPPED ({len(shipped)})", *(f"  {_name(line)}: {line.value}" for line in shipped)]
    lines += ["", f"NOT DECIDED ({len(undecided)})", *(f"  {_name(line)}" for line in undecided)]
    return "\n".join(lines)


def _name(line: PolicyLine) -> str:
    return f"{line.section}, {line.key}" if line.section else line.key


_TOP_QUESTIONS = (
    "Who should decide how life story work is done here, and who should be asked first?",
    "Where should your book be kept, and who may open it?",
    "Who should be there for you, and for your worker, after a hard talk?",
    "Who remembers you, and may be asked? What should nobody be asked?",
    "How could somebody ask you whether it has been explained why you live where you live?",
)
_PLAN_QUESTIONS = {
    "start-within": "How soon after a child comes into care should somebody begin?",
    "explained-within": "How soon should somebody explain why?",
    "direct-work": "How often should somebody sit down with a child for this?",
    "direct-work-after-a-year": "And once a child has been a year in one home?",
    "all-about-me": "How often should somebody ask again what a child likes, can and hopes?",
    "review": "Should it be talked about at each review? By whom?",
    "new-book": "How often should there be a new book?",
    "new-book-after": "After what should there always be a new book?",
    "new-book-within": "How soon after that?",
    "new-worker-within": "How soon should a new worker begin?",
    "follow-up-within": "How soon should somebody look in after a hard talk?",
    "answer-child-within": "A child says that something is wrong, or asks. How soon should there be an answer?",
    "offer-again-after": "A child says no. When may somebody ask again?",
    "tier": "How deep should the work go, and who decides that?",
    "holds": "What belongs in every book? What may be left out?",
    "deadlines": "What has to be there by a day, and by which?",
}


def format_discussion(policy: Policy) -> str:
    """Return each decision of ``policy`` as an open question, for a children in care council."""
    lines = ["How should life story work be done here?", "", "Every answer is yours. There is no right one.", ""]
    lines += [question for text in _TOP_QUESTIONS for question in (text, "", "")]
    for standard in policy.standards:
        lines += [f"What does this mean to you: {standard.asks}", "", ""]
    for key, question in _PLAN_QUESTIONS.items():
        lines += [question, *_list_written(key, policy.plans), "", ""]
    lines += ["What did we not ask?", ""]
    return "\n".join(lines)


def _list_written(key: str, plans: tuple[PermanencePlan, ...]) -> Iterator[str]:
    """Yield what is written now, with the plans for which it is."""
    by_value: dict[str, list[str]] = {}
    for plan in plans:
        value = dict(list_plan(plan)).get(key, "")
        if value:
            by_value.setdefault(value, []).append(plan.title)
    for value, titles in by_value.items():
        whose = "for everybody" if len(titles) == len(plans) else ", ".join(titles)
        yield f"  Written now: {value} ({whose})"
    if not by_value:
        yield "  Written now: nothing yet"
