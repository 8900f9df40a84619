"""A report in a few lines on a screen."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.practice.english import format_count, format_full_day
from lsbook.practice.report.hide import hide_if_small, hide_small
from lsbook.practice.report.report import Report
from lsbook.practice.report.states import CaseState

_DOT = " · "
CAUTION = "It does not show that the work was the cause."


def format_report(report: Report, *, for_others: bool = False) -> str:
    """Return the numbers of the report; for people outside only totals, with small numbers hidden."""
    return "\n".join(_list_lines(report, for_others))


def _list_lines(report: Report, for_others: bool) -> Iterator[str]:
    stories, day = len(report.rows), format_full_day(report.today)
    if report.listed is None:
        yield f"Of {format_count(stories, 'story', 'stories')} ({day})"
    else:
        children = format_count(report.listed, "child", "children")
        yield f"{format_count(stories, 'story', 'stories')}; your list has {children} ({day})"
    yield _DOT.join(f"{_name(state)} {count}" for state, count in list_counts(report, for_others=for_others))
    if report.not_listed:
        yield f"not on your list {hide_if_small(report.not_listed) if for_others else report.not_listed}"
    again = len(report.comparable_rows)
    number = hide_if_small(again) if for_others else str(again)
    yield f"Asked twice or more: {number}; what they said first and last stands below. {CAUTION}"
    if report.quotations and not for_others:
        words = _DOT.join(f'"{helped}"' for helped in report.quotations)
        yield f"What children said helped (with their yes, nobody named): {words}"


def _name(state: CaseState) -> str:
    return state.upper() if state is CaseState.NO_STORY else str(state)


def list_counts(report: Report, *, for_others: bool) -> list[tuple[CaseState, str]]:
    """Return the number of each state in words."""
    counts = report.counts
    words = hide_small(counts) if for_others else {state: str(count) for state, count in counts.items()}
    return list(words.items())


def list_answers(report: Report, *, for_others: bool) -> list[tuple[str, str, str]]:
    """Return of each answer in words how many gave it first, and how many last."""
    answers = report.answers
    first = {answer: pair[0] for answer, pair in answers.items()}
    last = {answer: pair[1] for answer, pair in answers.items()}
    if not for_others:
        return [(str(answer), str(first[answer]), str(last[answer])) for answer in answers]
    hidden_first, hidden_last = hide_small(first), hide_small(last)
    return [(str(answer), hidden_first[answer], hidden_last[answer]) for answer in answers]
