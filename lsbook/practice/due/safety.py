"""What comes first: a child for whom a session was hard, and a child who said that something is wrong or asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsbook.model.case import digest_name
from lsbook.model.work import ReceivedEntry, Session
from lsbook.model.work_vocabulary import ChildFelt, WrittenKind
from lsbook.practice.due.row import DueContext, DueItem, DueLabel, Urgency
from lsbook.practice.working_days import add_time

_OWED = (WrittenKind.OBJECTION, WrittenKind.QUESTION)
"""Kinds of things that came in to which the child is owed an answer."""


def list_follow_ups(context: DueContext) -> Iterator[DueItem]:
    """Yield each session after which somebody was to look after the child, and nobody wrote that they did."""
    for session in context.case.records.sessions:
        if session.day > context.today:
            continue
        if session.follow_up is None:
            if session.felt is ChildFelt.HARD:
                yield _describe_missing(session, context)
        elif session.follow_up.done is None:
            yield _describe_open(session, context)


def _describe_missing(session: Session, context: DueContext) -> DueItem:
    after = context.plan.rule.follow_up_within
    by = add_time(session.day, after, context.plan.nation) if after else session.day
    is_late = by < context.today
    until = "" if is_late else f"; by {context.format(by)}"
    day = context.format(session.day)
    return DueItem(
        Urgency.SAFETY,
        DueLabel.LATE if is_late else DueLabel.SOON,
        f"follow-up after {day} (felt: hard): none written{until}",
        by,
        f"follow-up after {day}: none written{until}",
    )


def _describe_open(session: Session, context: DueContext) -> DueItem:
    follow_up = session.follow_up
    by = follow_up.on if follow_up else None
    who = f"{follow_up.by}, " if follow_up and follow_up.by else ""
    day, is_hard = context.format(session.day), session.felt is ChildFelt.HARD
    until = f"by {context.format(by)}; " if by else ""
    end = "not written that it was done"
    felt = " (felt: hard)" if is_hard else ""
    return DueItem(
        Urgency.SAFETY,
        DueLabel.LATE if by is None or by < context.today else DueLabel.SOON,
        f"follow-up after {day}{felt}: {who if by else who.replace(', ', '; ')}{until}{end}",
        by,
        f"follow-up after {day}: {until}{end}",
        rank=1,
    )


def list_answers(context: DueContext) -> Iterator[DueItem]:
    """Yield each thing that the child said is wrong, and each question, until it is answered: never in their words."""
    for contribution in context.case.records.contributions:
        for entry in contribution.entries if contribution.written_in else ():
            day = entry.on or contribution.received
            if entry.kind in _OWED and (day is None or day <= context.today) and not _is_answered(entry, context):
                yield _describe_answer(entry, day, context)


def _is_answered(entry: ReceivedEntry, context: DueContext) -> bool:
    return entry.answer is not None and (entry.answer.on is None or entry.answer.on <= context.today)


def _describe_answer(entry: ReceivedEntry, day: date | None, context: DueContext) -> DueItem:
    name, within = context.case.facts.name, context.plan.rule.answer_child_within
    on = f" on {context.format(day)}" if day else ""
    by = add_time(day, within, context.plan.nation) if day and within else None
    until = f"; by {context.format(by)}" if by else ""
    if entry.kind is WrittenKind.OBJECTION:
        text = f"{name} said{on} that something {_name_page(entry.about, context)} is wrong{until}"
    else:
        text = f"{name} asked something{on}{until}"
    return DueItem(Urgency.ANSWER, DueLabel.ANSWER, text, by)


def _name_page(about: str, context: DueContext) -> str:
    """Return ``on "The farm"``; a page of hard news, or of what is held back, is not named."""
    if not about or digest_name(about) in context.case.facts.unsayable:
        return "in the book"
    return f'on "{about}"'
