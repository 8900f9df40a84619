"""What is due, as lines on a screen."""

from __future__ import annotations

from lsbook.practice.due.lists import CaseDue, DueList
from lsbook.practice.english import format_count, format_full_day, lower_first

_DAY_COLUMN = 49
_LABEL_WIDTH = 7


def format_list(listed: DueList) -> str:
    """Return the lines of the list. In a caseload, stories for which nothing is due are counted at its end."""
    shown = [case for case in listed.cases if case.items or case.problems or not listed.is_caseload]
    blocks = [_format_case(case, listed) for case in shown]
    quiet = len(listed.cases) - len(shown)
    if listed.is_caseload and quiet:
        until = format_full_day(listed.until)
        blocks.append(f"Nothing is due until {until}: {format_count(quiet, 'story', 'stories')}.")
    reasons = dict.fromkeys(case.reason for case in shown if case.reason)
    blocks += [f"Why ({lower_first(plan)}): {because}" for plan, because in reasons]
    unknown = dict.fromkeys(case.plan for case in listed.cases if case.plan and not case.is_plan_known)
    blocks += map(describe_unknown_plan, unknown)
    return "\n\n".join(blocks)


def describe_unknown_plan(plan: str) -> str:
    """Return what is said once of a plan of permanence that the policy does not know."""
    return f'The policy knows no plan "{plan}": nothing is decided for it.'


def _format_case(case: CaseDue, listed: DueList) -> str:
    if case.problems:
        count = format_count(case.problems, "problem")
        return f"{case.path}: cannot be read ({count}). lsbook due on this story alone lists them."
    about = ", ".join(part for part in (lower_first(case.plan), case.worker) if part)
    head = f"{case.name} ({about})" if about else case.name
    if listed.is_caseload:
        head = f"{case.path}: {head}"
    lines = [f"{head:<{_DAY_COLUMN - 1}} {format_full_day(listed.today)}"]
    lines += [f"{item.label:<{_LABEL_WIDTH}}{item.text}" for item in case.items]
    return "\n".join(lines if case.items else [*lines, f"Nothing is due until {format_full_day(listed.until)}."])
