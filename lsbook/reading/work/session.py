"""``work/sessions/*.yaml``: one conversation, or an offer of one, a file."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from lsbook.model.problem import Location
from lsbook.model.when import UnknownDate, find_bounds
from lsbook.model.work import FollowUp, Reading, Session, Understanding
from lsbook.model.work_vocabulary import ChildFelt, ChildSays, HowSure, SessionSetting, SharingAnswer, WorkerSees
from lsbook.reading.days import read_earliest_day
from lsbook.reading.rules.entries import WRONG_VALUE
from lsbook.reading.rules.work import NO_DAY
from lsbook.reading.yaml.entry import ReadEntry, YamlEntry
from lsbook.reading.yaml.nodes import Map

T = TypeVar("T")


def read_session_entry(entry: YamlEntry) -> Session | None:
    """Read the one entry of a file of work/sessions; ``None`` where nobody can tell when it was."""
    when = entry.get_date("when")
    first, last = find_bounds(when or UnknownDate())
    if when is not None and first is None:
        what = "Nobody can tell from this when it was."
        entry.report("when", what, "Write when: 12 March 2026, or a month or a year.", rule=NO_DAY)
    session = Session(
        at=Location(entry.at.path, entry.get_location("when").line),
        when=when or UnknownDate(),
        day=first or date.min,
        latest_day=last or date.max,
        by=entry.get_text("by"),
        did=entry.get_text("did"),
        part_of=entry.get_choice("part-of", SessionSetting),
        where=entry.get_text("where"),
        people=entry.get_texts("with"),
        tools=entry.get_texts("tools"),
        photos=entry.get_texts("photos"),
        theme=entry.get_text("theme"),
        words=entry.get_texts("words"),
        showed=read_optional(entry, "showed", _read_showed),
        may_share=entry.get_choice("may-share", SharingAnswer) or SharingAnswer.NOT_ASKED,
        why_in_care=read_optional(entry, "why-in-care", _read_understanding),
        felt=entry.get_choice("felt", ChildFelt),
        helped=entry.get_text("helped"),
        after=entry.get_text("after"),
        follow_up=read_optional(entry, "follow-up", _read_follow_up),
        next=entry.get_text("next"),
        next_by=read_earliest_day(entry, "next-by"),
        came_of_it=entry.get_texts("came-of-it"),
        is_declined=entry.get_flag("said-no"),
        has_more=entry.get_flag("not-written"),
        in_record=read_earliest_day(entry, "in-record"),
        lines=tuple((key, entry.get_location(key).line) for key in entry.kind.by_key if entry.has_key(key)),
    )
    return session if first else None


def read_optional(entry: YamlEntry, key: str, read: ReadEntry[T]) -> T | None:
    """Read the entry with keys of its own that stands at ``key``; ``None`` where there is none."""
    node = entry.get_node(key)
    if isinstance(node, Map):
        return entry.read_inner(key, node, read)
    if node is not None:
        field = entry.get_field(key).inner
        keys = " and ".join(f"{inner.key}:" for inner in (field.fields[:2] if field else ()))
        entry.report(key, f'"{key}" has keys of its own.', f"Write {key}: and below it {keys}", rule=WRONG_VALUE)
    return None


def _read_showed(entry: YamlEntry) -> Reading:
    return Reading(entry.get_text("what"), entry.get_text("read-by"), entry.get_choice("sure", HowSure))


def _read_understanding(entry: YamlEntry) -> Understanding:
    return Understanding(
        entry.get_text("words"), entry.get_choice("child-says", ChildSays), entry.get_choice("worker-sees", WorkerSees)
    )


def _read_follow_up(entry: YamlEntry) -> FollowUp:
    return FollowUp(entry.get_text("by"), read_earliest_day(entry, "on"), read_earliest_day(entry, "done"))
