"""One row of a report for each child: what was done, what comes next, what the child said first and last."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from lsbook.model.copy import Copy
from lsbook.model.work import Session
from lsbook.model.work_vocabulary import ChildSays
from lsbook.practice.due.deadlines import find_explained_day, list_copy_days
from lsbook.practice.due.row import DueContext
from lsbook.practice.english import format_count
from lsbook.practice.next_session import find_next_session, list_sessions
from lsbook.practice.report.states import CaseState, find_state
from lsbook.practice.working_days import add_time

_APART = (None, ChildSays.NOT_ASKED, ChildSays.CANNOT_ASK)
COLUMNS = (
    "initials", "plan", "tier", "team", "state", "last", "next", "explained-on",
    "child-says-first", "child-says-latest", "worker-sees-first", "worker-sees-latest",
    "book", "copies-out-of-date", "second-reader", "audit",
)  # fmt: skip


class ReportRow(Struct, frozen=True):
    """What a report says of one child. ``path`` and ``name`` are printed only where names are asked for."""

    path: str
    state: CaseState
    reference: str = ""
    name: str = ""
    initials: str = ""
    plan: str = ""
    tier: str = ""
    team: str = ""
    last: date | None = None
    next: date | None = None
    explained_on: date | None = None
    child_says_first: str = ""
    child_says_latest: str = ""
    worker_sees_first: str = ""
    worker_sees_latest: str = ""
    times_asked: int = 0
    book: date | None = None
    copies_out_of_date: int = 0
    second_reader: str = ""
    audit: date | None = None
    helped: tuple[str, ...] = ()
    problems: int = 0
    unknown_plan: str = ""
    """The plan of permanence, where the policy knows none of this name: then nothing is decided."""

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the row as texts, in the order of ``COLUMNS``."""
        days = {"last": self.last, "next": self.next, "explained-on": self.explained_on, "book": self.book}
        days["audit"] = self.audit
        texts = {key: day.isoformat() if day else "" for key, day in days.items()}
        texts["copies-out-of-date"] = str(self.copies_out_of_date) if self.initials else ""
        return tuple(
            texts[column] if column in texts else str(getattr(self, column.replace("-", "_"))) for column in COLUMNS
        )


def make_row(path: str, context: DueContext, helped: tuple[str, ...]) -> ReportRow:
    """Return the row of a case. ``helped``: what may be quoted of what the child said helped."""
    case, today = context.case, context.today
    coming = find_next_session(case, context.plan, today)
    answers = [session for session in list_sessions(case, today) if session.why_in_care]
    asked = [answer for session in answers if (answer := _read_answer(session)) not in _APART]
    seen = [str(s.why_in_care.worker_sees) for s in answers if s.why_in_care and s.why_in_care.worker_sees]
    says = [str(answer) for answer in asked]
    copies = [copy for copy in case.records.copies if copy.on <= today and copy.edition in context.bands]
    reviews = [review.on for review in case.records.reviews if review.on and review.on <= today]
    return ReportRow(
        path=path,
        state=find_state(case, context.plan, today),
        reference=case.plan.reference,
        name=case.facts.name,
        initials=case.facts.initials,
        plan=context.plan.rule.title,
        tier=str(case.plan.tier or context.plan.rule.tier or ""),
        team=case.plan.team,
        last=coming.last,
        next=coming.due,
        explained_on=find_explained_day(context),
        child_says_first=says[0] if says else "",
        child_says_latest=says[-1] if says else "",
        worker_sees_first=seen[0] if seen else "",
        worker_sees_latest=seen[-1] if seen else "",
        times_asked=len(asked),
        book=max(list_copy_days(context), default=None),
        copies_out_of_date=sum(_is_out_of_date(copy, context) for copy in copies),
        second_reader=_say_second_reader(copies),
        audit=max(reviews, default=None),
        helped=helped,
        unknown_plan="" if context.plan.is_known else context.plan.rule.title,
    )


def _read_answer(session: Session) -> ChildSays | None:
    return session.why_in_care.child_says if session.why_in_care else None


def _is_out_of_date(copy: Copy, context: DueContext) -> bool:
    """Return whether a copy that somebody has is older than what makes a new book due."""
    replaced = {other.replaces for other in context.case.records.copies if other.replaces}
    if any(day <= context.today for _, day in copy.events) or copy.id in replaced:
        return False
    changes = [c for c in context.case.facts.changes if c.kind in context.plan.rule.new_book_after]
    if any(copy.on < change.day <= context.today for change in changes):
        return True
    every = context.plan.rule.new_book.every
    return bool(every and add_time(copy.on, every, context.plan.nation) < context.today)


def _say_second_reader(copies: list[Copy]) -> str:
    if not copies:
        return ""
    return "yes" if max(copies, key=lambda copy: copy.on).second_reader else "no"


def describe_unreadable(row: ReportRow) -> str:
    """Return which story cannot be read, and why not."""
    return f"{row.path}: cannot be read ({format_count(row.problems, 'problem')})"
