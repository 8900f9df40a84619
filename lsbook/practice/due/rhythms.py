"""What comes round again: sessions, All About Me, a new book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsbook.model.rhythm import Rhythm, RhythmKind
from lsbook.practice.due.deadlines import list_copy_days
from lsbook.practice.due.row import DueContext, DueItem, Urgency
from lsbook.practice.next_session import find_next_session, is_paused
from lsbook.practice.working_days import add_time


def list_rhythms(context: DueContext) -> Iterator[DueItem]:
    """Yield what is due because it comes round again. A pause silences all of it."""
    if is_paused(context.case, context.today):
        return
    yield from _list_direct_work(context)
    facts = context.case.facts
    asked = max((day for day in facts.about_me_days if day <= context.today), default=None)
    yield from _list_repeated("all about me", "asked", asked, context.plan.rule.all_about_me, context)
    last = max(list_copy_days(context), default=None)
    yield from _list_repeated("new book", "copy", last, context.plan.rule.new_book, context)


def _list_direct_work(context: DueContext) -> Iterator[DueItem]:
    coming = find_next_session(context.case, context.plan, context.today)
    if coming.due is None or coming.last is None:  # a first session is a deadline
        return
    by, last = context.format(coming.due), context.format(coming.last)
    if coming.declined:
        why = f"offered {context.format(coming.declined)}, a no; offer again"
    elif coming.asked:
        why = f"asked {context.format(coming.asked)}"
    else:
        why = str(coming.rhythm)
    yield from context.list_dated(Urgency.RHYTHM, coming.due, f"direct work: last {last}; {why}, so by {by}", rank=0)


def _list_repeated(name: str, what: str, last: date | None, rhythm: Rhythm, context: DueContext) -> Iterator[DueItem]:
    start = last or context.case.plan.start
    if rhythm.kind is RhythmKind.WITH_EACH_REVIEW:
        due = context.case.plan.next_review
    elif rhythm.every and start:
        due = add_time(start, rhythm.every, context.plan.nation)
    else:
        return
    if due and not (last and last >= due):
        since = f"last {'' if what == 'asked' else f'{what} '}{context.format(last)}" if last else "none yet"
        text = f"{name}: {since}; {rhythm}, so by {context.format(due)}"
        yield from context.list_dated(Urgency.RHYTHM, due, text, rank=1)
