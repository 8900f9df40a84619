"""``work/plan.yaml``: who the worker is, since when, and what was agreed for this child."""

from __future__ import annotations

from lsbook.model.when import When
from lsbook.model.work import LeftOut, Pause, PlanPeriod, WorkPlan
from lsbook.model.work_vocabulary import BookPart, Tier
from lsbook.reading.days import parse_datable, read_earliest_day
from lsbook.reading.rhythms import read_duration
from lsbook.reading.rules.entries import BAD_DATE, WRONG_VALUE
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, Scalar


def read_plan_entry(entry: YamlEntry) -> WorkPlan:
    """Read the one entry of work/plan.yaml."""
    return WorkPlan(
        worker=entry.get_text("worker"),
        looked_after_since=_read_datable(entry, "looked-after-since"),
        starts=_read_datable(entry, "starts"),
        since=_read_datable(entry, "since"),
        before=entry.get_texts("before"),
        team=entry.get_text("team"),
        reference=entry.get_text("reference"),
        next_review=read_earliest_day(entry, "next-review"),
        tier=entry.get_choice("tier", Tier),
        every=read_duration(entry, "every"),
        reason=entry.get_text("reason"),
        agreed_by=entry.get_text("agreed-by"),
        how=entry.get_text("how"),
        child_wants=entry.get_text("child-wants"),
        dates=_read_dates(entry),
        pause=_read_pause(entry),
        plans=entry.read_entries("plans", _read_period),
        left_out=tuple(part for part in entry.read_entries("left-out", _read_left_out) if part),
    )


def _read_datable(entry: YamlEntry, key: str) -> When | None:
    node = entry.get_node(key)
    if isinstance(node, Scalar) and parse_datable(node.value, entry) is None:
        what = f'From "{node.value.strip()}" nothing can be counted.'
        entry.report(key, what, f"Write {key}: 20 December 2019, or a month or a year.", rule=BAD_DATE)
        return None
    return entry.get_date(key)


def _read_dates(entry: YamlEntry) -> tuple[tuple[str, When], ...]:
    node = entry.get_node("dates")
    if node is None:
        return ()
    if not isinstance(node, Map):
        remedy = "Write dates: {adoption-ceremony: 18 December 2026}"
        entry.report("dates", '"dates" should be names with a date each.', remedy, rule=WRONG_VALUE)
        return ()
    dates = []
    for key, value in node.pairs:
        when = parse_datable(value.value, entry) if isinstance(value, Scalar) else None
        if when is None:
            what, remedy = f'From what stands at "{key.value}" nothing can be counted.', "Write a day: 18 December 2026"
            entry.report_at(key.at, what, remedy, rule=BAD_DATE)
        else:
            dates.append((key.value.strip(), when))
    return tuple(dates)


def _read_pause(entry: YamlEntry) -> Pause | None:
    node = entry.get_node("pause")
    if node is None:
        return None
    if not isinstance(node, Map):
        remedy = "Write pause: and below it from:, look-again:, reason: and by:"
        entry.report("pause", "A pause says from when it is, and why.", remedy, rule=WRONG_VALUE)
        return None
    return entry.read_inner("pause", node, _read_full_pause)


def _read_full_pause(entry: YamlEntry) -> Pause | None:
    start, reason = read_earliest_day(entry, "from"), entry.get_text("reason")
    look_again, until = read_earliest_day(entry, "look-again"), read_earliest_day(entry, "until")
    by = entry.get_text("by")
    return Pause(start, look_again, reason, by, until) if start else None


def _read_period(entry: YamlEntry) -> PlanPeriod:
    return PlanPeriod(entry.get_text("name"), read_earliest_day(entry, "from"), read_earliest_day(entry, "until"))


def _read_left_out(entry: YamlEntry) -> LeftOut | None:
    part, reason, by = entry.get_choice("part", BookPart), entry.get_text("reason"), entry.get_text("by")
    return LeftOut(part, reason, by) if part else None
