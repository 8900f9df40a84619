"""What is to be asked, found out, or put on the case record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsbook.model.rhythm import RhythmKind
from lsbook.practice.due.row import DueContext, DueItem, DueLabel, Urgency
from lsbook.practice.english import find_object_pronoun, find_possessive, format_count, is_plural, strip_owner
from lsbook.practice.next_session import choose_policy_rhythm, is_rarer_unagreed, list_sessions
from lsbook.reading.work.children import CHILDREN_FILE

_WORKERS_DIFFER = f"which is right? worker: not the same here and in {CHILDREN_FILE}"


def list_open_ends(context: DueContext) -> Iterator[DueItem]:
    """Yield what is open beside deadlines and rhythms."""
    yield from _list_plan_questions(context)
    yield from _list_next_steps(context)
    yield from _list_keepsakes(context)
    yield from _list_people_asked(context)
    yield from _list_drafts(context)
    yield from _list_to_dos(context)
    yield from _list_unrecorded(context)


def _ask(text: str, rank: int, file_text: str = "") -> DueItem:
    return DueItem(Urgency.OTHER, DueLabel.ASK, text, file_text=file_text, rank=rank)


def _list_plan_questions(context: DueContext) -> Iterator[DueItem]:
    plan, rule = context.case.plan, context.plan.rule
    if plan.start is None:
        yield _ask("who is the worker, and since when? work/plan.yaml says neither, so little can be counted", 0)
    if is_rarer_unagreed(context.case, context.plan, context.today):
        policy = choose_policy_rhythm(context.case, context.plan, context.today)
        yield _ask(
            f"who agreed to every {plan.every}, and why? Until reason and agreed-by stand there, {policy} counts", 0
        )
    rhythms = (rule.direct_work, rule.all_about_me, rule.new_book, rule.review)
    is_with_reviews = any(rhythm.kind is RhythmKind.WITH_EACH_REVIEW for rhythm in rhythms)
    if is_with_reviews and plan.next_review and plan.next_review < context.today:
        yield _ask(f"when is the next review? next-review says {context.format(plan.next_review)}", 0)
    for difference in context.case.differences:
        file_text = _WORKERS_DIFFER if difference.key == "worker" else ""
        yield _ask(f"{difference} in {CHILDREN_FILE}", 0, file_text)


def _list_next_steps(context: DueContext) -> Iterator[DueItem]:
    """Yield the next step of the last session, where it has a day: never in its words, which may be the child's."""
    sessions = list_sessions(context.case, context.today)
    if sessions and sessions[-1].next and sessions[-1].next_by:
        step = sessions[-1]
        by = step.next_by or step.day
        text = f"next step of {context.format(step.day)}: by {context.format(by)}"
        yield from context.list_dated(Urgency.OTHER, by, text, rank=1)


def _list_keepsakes(context: DueContext) -> Iterator[DueItem]:
    """Yield each keepsake of which it was said before the last move where it is."""
    facts = context.case.facts
    move = facts.find_last_move(context.today)
    if move is None:
        return
    with_child = find_object_pronoun(facts.pronouns, facts.name)
    whose = find_possessive(facts.pronouns, facts.name)
    for keepsake in facts.keepsakes:
        known = max([keepsake.day or date.max, *_list_days_seen(keepsake.id, context)])
        if keepsake.day and known < move:
            name = strip_owner(keepsake.name)
            verb = "are" if is_plural(name) else "is"
            yield _ask(f"{verb} {name} still with {with_child}? where-now is older than {whose} move", 2)


def _list_days_seen(identity: str, context: DueContext) -> list[date]:
    """Return the days of the sessions in which a keepsake was spoken of."""
    sessions = list_sessions(context.case, context.today)
    return [session.day for session in sessions if identity in session.came_of_it]


def _list_people_asked(context: DueContext) -> Iterator[DueItem]:
    for person in context.case.records.asked:
        if not person.is_open or (person.on and person.on > context.today):
            continue
        name = context.case.facts.find_name(person.who)
        on = f" on {context.format(person.on)}" if person.on else ""
        things = format_count(len(person.what), "thing")
        yield _ask(f"{name or 'somebody'} was asked for {things}{on}: no answer yet", 3)


def _list_drafts(context: DueContext) -> Iterator[DueItem]:
    """Yield what people gave who are not the child, until somebody says whether it goes in: never by whom it is."""
    for contribution in context.case.records.contributions:
        drafts = [entry for entry in contribution.entries if entry.is_draft]
        day = contribution.received
        if drafts and not contribution.written_in and not (day and day > context.today):
            on = f" on {context.format(day)}" if day else ""
            verb = "waits" if len(drafts) == 1 else "wait"
            yield _ask(
                f"{format_count(len(drafts), 'thing')} that came in{on} {verb} for a yes: used-in, or not-used", 3
            )


def _list_to_dos(context: DueContext) -> Iterator[DueItem]:
    for review in context.case.records.reviews:
        to_do = review.to_do
        if not to_do or not to_do.on or (to_do.done and to_do.done <= context.today):
            continue
        if review.on is None or review.on <= context.today:
            seen = f" on {context.format(review.on)}" if review.on else ""
            who = f" ({to_do.by})" if to_do.by else ""
            what, by = f"what was asked for when the book was looked at{seen}", f": by {context.format(to_do.on)}"
            yield from context.list_dated(Urgency.OTHER, to_do.on, f"{what}{who}{by}", rank=4, file_text=f"{what}{by}")


def _list_unrecorded(context: DueContext) -> Iterator[DueItem]:
    sessions = [session for session in context.case.records.sessions if session.day <= context.today]
    count = sum(session.in_record is None for session in sessions)
    if count:
        verb = "is" if count == 1 else "are"
        text = f"{format_count(count, 'session')} {verb} not on the case record yet"
        yield DueItem(Urgency.OTHER, DueLabel.RECORD, text, rank=5)
