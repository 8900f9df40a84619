"""The plans of a policy, who decided it, and who was asked about it."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from lsbook.model.practice_policy import Consultation, Deadline, Decision, PermanencePlan, Training
from lsbook.model.rhythm import Duration, Rhythm, TimeUnit
from lsbook.model.suggestions import format_suggestion, join_with_or
from lsbook.model.vocabulary import LaterLifeLetter
from lsbook.model.work_vocabulary import BookPart, ChangeKind, Tier
from lsbook.reading.days import read_day
from lsbook.reading.rhythms import read_duration, read_rhythm
from lsbook.reading.rules.entries import UNKNOWN_KEY, UNKNOWN_WORD
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, Scalar

WordT = TypeVar("WordT", bound=StrEnum)
_FORMER_KEY = "months-between-editions"
_UNREADABLE = Duration(1, TimeUnit.DAYS)
"""Stands for a length of time that could not be read: such a policy is refused anyway."""


def read_plan(entry: YamlEntry, old: PermanencePlan | None) -> PermanencePlan:
    """Read a plan of the policy over ``old``, the plan of the same name that comes before it: key by key."""
    _report_former_key(entry)
    base = old or PermanencePlan(entry.get_text("name"), entry.get_text("name"))
    times = _TimesReader(entry)
    return PermanencePlan(
        entry.get_text("name"),
        entry.get_text("title") or base.title,
        entry.get_choice("later-life-letter", LaterLifeLetter) or base.later_life_letter,
        direct_work=times.read_rhythm("direct-work", base.direct_work),
        direct_work_after_a_year=read_rhythm(entry, "direct-work-after-a-year") or base.direct_work_after_a_year,
        all_about_me=times.read_rhythm("all-about-me", base.all_about_me),
        review=times.read_rhythm("review", base.review),
        new_book=times.read_rhythm("new-book", base.new_book),
        new_book_after=_read_words(entry, "new-book-after", ChangeKind) or base.new_book_after,
        start_within=times.read_duration("start-within", base.start_within),
        explained_within=times.read_duration("explained-within", base.explained_within),
        new_book_within=times.read_duration("new-book-within", base.new_book_within),
        new_worker_within=times.read_duration("new-worker-within", base.new_worker_within),
        follow_up_within=times.read_duration("follow-up-within", base.follow_up_within),
        answer_child_within=times.read_duration("answer-child-within", base.answer_child_within),
        offer_again_after=times.read_duration("offer-again-after", base.offer_again_after),
        tier=entry.get_choice("tier", Tier) or base.tier,
        holds=_read_words(entry, "holds", BookPart) or base.holds,
        because=entry.get_text("because") or base.because,
        deadlines=entry.read_entries("deadlines", _read_deadline) or base.deadlines,
        note=entry.get_text("note") or base.note,
    )


class _TimesReader:
    """Reads the times of one plan, each over the one that held before."""

    def __init__(self, entry: YamlEntry) -> None:
        self._entry = entry

    def read_rhythm(self, key: str, old: Rhythm) -> Rhythm:
        return read_rhythm(self._entry, key) or old

    def read_duration(self, key: str, old: Duration | None) -> Duration | None:
        return read_duration(self._entry, key) or old


def _report_former_key(entry: YamlEntry) -> None:
    node = entry.get_former(_FORMER_KEY)
    if node is None:
        return
    months = node.value.strip() if isinstance(node, Scalar) and node.value.strip().isdecimal() else "12"
    what = f'lsbook does not read "{_FORMER_KEY}" any more.'
    entry.report(_FORMER_KEY, what, f"Write new-book: every {months} months", rule=UNKNOWN_KEY)


def _read_words(entry: YamlEntry, key: str, vocabulary: type[WordT]) -> tuple[WordT, ...]:
    words = entry.get_texts(key)
    for word in words:
        if word not in set(vocabulary):
            hint = format_suggestion(word, vocabulary)
            what = f'"{word}" cannot stand at "{key}".{hint}'
            entry.report(key, what, f"Write {join_with_or(vocabulary)}.", rule=UNKNOWN_WORD)
    return tuple(vocabulary(word) for word in words if word in set(vocabulary))


def _read_deadline(entry: YamlEntry) -> Deadline:
    return Deadline(entry.get_text("name"), entry.get_text("after"), read_duration(entry, "within") or _UNREADABLE)


def read_decision(top: YamlEntry) -> Decision | None:
    """Read who decided on the policy; ``None`` where nobody says."""
    node = top.get_node("decided")
    return top.read_inner("decided", node, _read_full_decision) if isinstance(node, Map) else None


def _read_full_decision(entry: YamlEntry) -> Decision:
    return Decision(entry.get_text("by"), read_day(entry, "on"), read_day(entry, "look-again"))


def read_training(entry: YamlEntry) -> Training:
    """Read a launch or a training in which the policy was brought to those who work by it."""
    return Training(entry.get_text("what"), entry.get_text("on"), entry.get_text("who"))


def read_consultation(entry: YamlEntry) -> Consultation:
    """Read what somebody who was asked about the policy said."""
    texts = (entry.get_text(key) for key in ("who", "on", "said", "changed"))
    return Consultation(*texts)
