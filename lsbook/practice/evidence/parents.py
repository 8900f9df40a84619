"""Identity and care plan, which parents may come to read: nothing of where and why, no quotation unasked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from lsbook import editions
from lsbook.model import book
from lsbook.model.item import excerpt
from lsbook.model.problem import Location
from lsbook.model.story import AboutMe, Story
from lsbook.model.vocabulary import AboutMeKind
from lsbook.model.when import find_bounds
from lsbook.model.work_vocabulary import SharingAnswer
from lsbook.practice.due.deadlines import list_copy_days
from lsbook.practice.due.row import DueContext
from lsbook.practice.english import format_full_day, join_with_and
from lsbook.practice.evidence.block import EvidenceLine
from lsbook.practice.evidence.sentences import (
    end_sentence,
    format_when,
    list_known_names,
    lower_step,
    quote,
    strip_stop,
)
from lsbook.practice.next_session import choose_rhythm, list_sessions
from lsbook.practice.working_days import add_time

_LONGEST = 500
_IDENTITY_THEMES = ("who-am-i", "identity", "about-me", "all-about-me")
_APART = (AboutMeKind.HEALTH,)
"""What a parent has no need to read here."""
_ABOUT = {AboutMeKind.HOW_I_TELL_YOU: "How the child tells people things"}
"""Headings for what the key itself does not say in plain words."""
_TIERS = {
    "all-about-me": "All About Me",
    "more-about-me": "More About Me",
    "therapeutic": "Therapeutic Life Story Work",
}


class AboutChild(Struct, frozen=True):
    """Something that the child's book says about the child, with where it stands in the story."""

    item: AboutMe
    text: str


def list_said(story: Story, choice: editions.Choice) -> tuple[AboutChild, ...]:
    """Return what the child's book says about the child, but for what is hard, and for the child's own words."""
    visible = [item for item in story.about_me if choice.visibility.is_visible(item)]
    shown = [item for item in choice.draft.about_me if isinstance(item, book.AboutMe)]
    pairs = zip(visible, shown, strict=True)
    return tuple(
        AboutChild(item, excerpt(entry.what, _LONGEST))
        for item, entry in pairs
        if not item.heads_up and not (entry.said_by and entry.said_by.me) and item.category not in _APART
    )


def list_identity_lines(
    context: DueContext, about: tuple[AboutChild, ...], since: date | None
) -> Iterator[EvidenceLine]:
    """Yield what is new about who the child is, and words of the child that may be shared."""
    for entry in about:
        first, last = find_bounds(entry.item.when) if entry.item.when else (None, None)
        is_new = since is None or (entry.item.when is not None and (last is None or last >= since))
        if is_new and not (first and first > context.today):
            on = f" ({format_when(entry.item.when)})" if entry.item.when else ""
            kind = _ABOUT.get(entry.item.category) or str(entry.item.category).capitalize()
            yield EvidenceLine(f"{kind}: {end_sentence(entry.text)}{on}", entry.item.at)
    for session in list_sessions(context.case, context.today):
        is_about = session.theme.casefold().replace(" ", "-") in _IDENTITY_THEMES
        if is_about and session.may_share is SharingAnswer.YES and (since is None or session.latest_day >= since):
            words = " ".join(map(quote, session.words))
            if words:
                text = f"{context.case.facts.name} said: {words} ({format_when(session.when)})"
                yield EvidenceLine(text, session.locate("words"))


def list_care_plan_lines(context: DueContext, about: tuple[AboutChild, ...]) -> Iterator[EvidenceLine]:
    """Yield the plan for the work: tier, who, how often, review, what the child wants, next steps, a current book."""
    plan, name, at = context.case.plan, context.case.facts.name, Location("work/plan.yaml")
    tier = plan.tier or context.plan.rule.tier
    if tier:
        yield EvidenceLine(f"Tier: {_TIERS[tier]}.", at)
    if plan.worker:
        yield EvidenceLine(f"Who: {end_sentence(plan.worker)}", at)
    yield EvidenceLine(f"How often: {choose_rhythm(context.case, context.plan, context.today)}.", at)
    review = context.plan.rule.review
    coming = plan.next_review
    after = f"; the next is on {format_full_day(coming)}" if coming and coming >= context.today else ""
    yield EvidenceLine(f"Looked at again: {review}{after}.", at)
    if plan.child_wants:
        yield EvidenceLine(f"What {name} wants: {end_sentence(plan.child_wants)}", at)
    for kind, heading in ((AboutMeKind.STRENGTH, "Strengths"), (AboutMeKind.HOPE, "Hopes")):
        yield from (
            EvidenceLine(f"{heading}: {end_sentence(entry.text)}", entry.item.at)
            for entry in about
            if entry.item.category is kind
        )
    yield from _list_next_steps(context)
    yield EvidenceLine(_say_book(context), Location("work/copies.yaml"))


def _list_next_steps(context: DueContext) -> Iterator[EvidenceLine]:
    sessions = list_sessions(context.case, context.today)
    if sessions and sessions[-1].next:
        last = sessions[-1]
        by = f", by {format_full_day(last.next_by)}" if last.next_by else ""
        step = strip_stop(lower_step(last.next, list_known_names(context.case.facts, last.by)))
        yield EvidenceLine(f"Next step: {step}{by}.", last.locate("next"))


def _say_book(context: DueContext) -> str:
    """Return whether the child has a current book, by the policy's rhythm and by what has changed since."""
    name, days = context.case.facts.name, list_copy_days(context)
    if not days:
        return f"Book: {name} has none yet."
    last, every = max(days), context.plan.rule.new_book.every
    reasons = []
    if every and add_time(last, every, context.plan.nation) < context.today:
        reasons.append(f"a new one is made {context.plan.rule.new_book}")
    kinds = context.plan.rule.new_book_after
    if any(change.kind in kinds and last < change.day <= context.today for change in context.case.facts.changes):
        reasons.append("something has changed since")
    if reasons:
        return f"Book: the last is of {format_full_day(last)}, and {join_with_and(reasons)}."
    return f"Book: {name} has a current book ({format_full_day(last)})."
