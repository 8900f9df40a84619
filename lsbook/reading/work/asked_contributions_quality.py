"""``work/asked.yaml``, ``work/contributions/*.yaml`` and ``work/quality.yaml``."""

from __future__ import annotations

from lsbook.model.suggestions import join_with_or
from lsbook.model.work import AskedPerson, Contribution, GivenAnswer, QualityReview, ReceivedEntry, ToDo
from lsbook.model.work_vocabulary import AnswerGiven, StandardMet, WrittenKind
from lsbook.reading.days import read_earliest_day
from lsbook.reading.fields.work import YES_OR_NO
from lsbook.reading.rules.entries import UNKNOWN_WORD, WRONG_VALUE
from lsbook.reading.work.session import read_optional
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, Scalar


def read_asked_entry(entry: YamlEntry) -> AskedPerson:
    """Read one entry of work/asked.yaml."""
    what = entry.get_texts("what")
    if not what:
        entry.report_missing_key("what")
    return AskedPerson(
        entry.get_text("who"),
        what,
        read_earliest_day(entry, "on"),
        read_earliest_day(entry, "answered"),
        read_earliest_day(entry, "declined"),
    )


def read_contribution_entry(entry: YamlEntry) -> Contribution:
    """Read the one entry of a file of work/contributions."""
    return Contribution(
        entry.get_text("by"),
        entry.get_text("written-in"),
        read_earliest_day(entry, "received"),
        entry.read_entries("entries", _read_received),
    )


def _read_received(entry: YamlEntry) -> ReceivedEntry:
    if not any(entry.has_key(key) for key in ("words", "photo", "sound")):
        entry.report_missing_key("words")
    return ReceivedEntry(
        entry.at,
        entry.get_choice("kind", WrittenKind),
        entry.get_text("about"),
        entry.get_text("words"),
        read_earliest_day(entry, "on"),
        entry.get_text("used-in"),
        entry.get_text("not-used"),
        entry.get_text("by"),
        read_optional(entry, "answered", _read_answer),
        entry.get_text("photo"),
        entry.get_text("sound"),
        {"yes": True, "no": False}.get(entry.get_policy_choice("show-who", YES_OR_NO)),
    )


def _read_answer(entry: YamlEntry) -> GivenAnswer:
    return GivenAnswer(read_earliest_day(entry, "on"), entry.get_choice("how", AnswerGiven), entry.get_text("told-by"))


def read_quality_entry(entry: YamlEntry) -> QualityReview:
    """Read one entry of work/quality.yaml."""
    return QualityReview(
        on=read_earliest_day(entry, "on"),
        by=entry.get_text("by"),
        looked_at=entry.get_text("looked-at"),
        results=_read_results(entry),
        because=entry.get_text("because"),
        child_said=entry.get_text("child-said"),
        good_to_share=entry.get_text("good-to-share"),
        child_agreed=entry.get_flag("child-agreed"),
        to_do=read_optional(entry, "to-do", _read_to_do),
    )


def _read_to_do(entry: YamlEntry) -> ToDo:
    what, by = entry.get_text("what"), entry.get_text("by")
    return ToDo(what, by, read_earliest_day(entry, "on"), read_earliest_day(entry, "done"))


def _read_results(entry: YamlEntry) -> tuple[tuple[str, StandardMet], ...]:
    node = entry.get_node("found")
    if node is None:
        entry.report_missing_key("found")
        return ()
    if not isinstance(node, Map):
        remedy = "Write found: {honest-and-kind: partly}"
        entry.report("found", '"found" should be the names of standards with a word each.', remedy, rule=WRONG_VALUE)
        return ()
    results = []
    for key, value in node.pairs:
        word = value.value.strip() if isinstance(value, Scalar) else ""
        if word in set(StandardMet):
            results.append((key.value.strip(), StandardMet(word)))
        else:
            what, remedy = f'"{word}" cannot stand at "{key.value}".', f"Write {join_with_or(StandardMet)}."
            entry.report_at(key.at, what, remedy, rule=UNKNOWN_WORD)
    return tuple(results)
