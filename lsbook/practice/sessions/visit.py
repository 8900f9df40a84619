"""One page for before and during a visit: what is open, what has been told, something to do, what to do if.

What is on it comes from the child's book as a second reader reads it, and from ``work/``: nothing that is the child's
own, and nothing that is held back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from lsbook import editions
from lsbook.checks.hard_news import find_untold_news
from lsbook.model import book
from lsbook.model.case import Case
from lsbook.model.item import excerpt
from lsbook.model.rhythm import Duration, TimeUnit
from lsbook.model.vocabulary import QuestionStatus
from lsbook.model.work import find_earliest_day
from lsbook.model.work_vocabulary import WrittenKind
from lsbook.pipeline import Project
from lsbook.practice.due.deadlines import LETTER
from lsbook.practice.due.items import make_due_context
from lsbook.practice.due.row import DueContext
from lsbook.practice.due.safety import list_answers, list_follow_ups
from lsbook.practice.english import format_day, format_full_day, lower_first
from lsbook.practice.next_session import list_sessions
from lsbook.practice.open_case import choose_book
from lsbook.reading.yaml.files import read_yaml_file
from lsbook.reading.yaml.nodes import Map, Scalar
from lsbook.subjects import describe_edition

_MOST = 6
"""Lines of a list: the whole is one page."""
_LONGEST = 400
_NO_SUPPORT = "Your policy does not say who supports you afterwards. Ask your manager today, before you go."
_OPEN = (QuestionStatus.FINDING_OUT, QuestionStatus.LATER, QuestionStatus.NOBODY_KNOWS)
_FORM = (
    ("When, by whom, where, who else", 1),
    ("What we did", 2),
    ("The child’s words, exactly", 2),
    ("{question}   no / a bit / yes / wants more / not asked. In the child’s words:", 1),
    ("How it felt, as the child says: good / ok / mixed / hard / not said. What helped", 1),
    ("Next, and by when. Who looks in afterwards, and when", 1),
)


class VisitPage(Struct, frozen=True):
    """What stands on the page, in its order."""

    name: str
    day: str
    worker: str
    plan: str
    left_open: tuple[str, ...]
    wants: str
    questions: tuple[str, ...]
    told_lines: tuple[str, ...]
    untold_lines: tuple[str, ...]
    activity: str
    support: str
    form: tuple[tuple[str, int], ...]


def make_visit_page(project: Project, case: Case, today: date) -> VisitPage:
    """Return the page for the next visit to the child of ``project``."""
    context = make_due_context(case, project.policy, today, Duration(3, TimeUnit.MONTHS))
    choice = choose_book(project)
    question = project.policy.question or "Has somebody explained why you live here?"
    return VisitPage(
        name=case.facts.name,
        day=format_full_day(today),
        worker=case.plan.worker,
        plan=lower_first(context.plan.rule.title),
        left_open=tuple(_list_open(context))[:_MOST],
        wants=case.plan.child_wants,
        questions=(*_list_questions(choice.draft), *_list_received(context))[:_MOST],
        told_lines=tuple(_list_told(choice, today))[:_MOST],
        untold_lines=tuple(topic for _, topic in find_untold_news(describe_edition(choice.visibility)) if topic)[
            :_MOST
        ],
        activity=_choose_activity(context, project.templates),
        support=project.policy.support or _NO_SUPPORT,
        form=tuple((label.format(question=question), lines) for label, lines in _FORM),
    )


def _list_open(context: DueContext) -> Iterator[str]:
    """Yield what was to come next, who was to look in, and what the child is owed an answer to."""
    sessions = list_sessions(context.case, context.today)
    if sessions and sessions[-1].next:
        last = sessions[-1]
        by = f" (by {context.format(last.next_by)})" if last.next_by else ""
        yield f"Next, as of {context.format(last.day)}: {last.next}{by}"
    for item in (*list_follow_ups(context), *list_answers(context)):
        yield f"{item.text[:1].upper()}{item.text[1:]}"
    for person in context.case.records.asked:
        name = context.case.facts.find_name(person.who)
        if person.is_open and name:
            on = f" on {context.format(person.on)}" if person.on else ""
            yield f"{name} was asked{on} and has not answered yet"


def _list_questions(shown: book.Book) -> Iterator[str]:
    for question in shown.questions:
        if isinstance(question, book.Question) and question.status in _OPEN:
            yield excerpt(question.ask, _LONGEST)


def _list_received(context: DueContext) -> Iterator[str]:
    """Yield the questions that the child sent in, word for word, until they are answered."""
    for contribution in context.case.records.contributions:
        for entry in contribution.entries if contribution.written_in else ():
            day = entry.on or contribution.received
            if entry.kind is WrittenKind.QUESTION and entry.answer is None and (day is None or day <= context.today):
                yield f"“{entry.words}”"


def _list_told(choice: editions.Choice, today: date) -> Iterator[str]:
    """Yield what the child's book tells of what is hard, and has been told in person: about what, by whom, when."""
    for verdict in choice.visibility.verdicts.values():
        heads_up = verdict.item.heads_up
        if not verdict.is_visible or heads_up is None or heads_up.conversation is None:
            continue
        topic = heads_up.about.find_version(choice.visibility.edition.age, choice.visibility.edition.easy)
        day = find_earliest_day(heads_up.conversation.on)
        if topic and not (day and day > today):
            on = f", {format_day(day, today)}" if day else ""
            yield f"{topic.content} ({heads_up.conversation.by}{on})"


def _choose_activity(context: DueContext, templates: tuple[Path, ...]) -> str:
    """Return one thing to do for the first part of a full book that is not there, and was not left out on purpose."""
    known = {left.part for left in context.case.plan.left_out} | set(context.case.facts.parts)
    missing = [part for part in context.plan.rule.holds if part not in known and part != LETTER]
    activities = _read_activities(templates)
    return next((activities[part] for part in missing if part in activities), "")


def _read_activities(templates: tuple[Path, ...]) -> dict[str, str]:
    file = next(
        folder / "work" / "activities.yaml" for folder in templates if (folder / "work/activities.yaml").is_file()
    )
    root = read_yaml_file(file, "activities.yaml").value.root
    pairs = root.pairs if isinstance(root, Map) else ()
    return {key.value.strip(): value.value.strip() for key, value in pairs if isinstance(value, Scalar)}
