"""Days in entries: one day exactly, or the earliest that a date may mean."""

from __future__ import annotations

import contextlib
from datetime import date

from lsbook.model.when import Dated, When, find_bounds
from lsbook.reading.dates import InvalidDateError, read_date
from lsbook.reading.rules.entries import BAD_DATE
from lsbook.reading.yaml.entry import YamlEntry


def read_day(entry: YamlEntry, key: str) -> date | None:
    """Read the one day at ``key``; ``None`` where there is none."""
    if not (text := entry.get_text(key)):
        return None
    with contextlib.suppress(InvalidDateError):
        when = read_date(text, entry.context.months)
        if isinstance(when, Dated) and when.point.day:
            return when.point.earliest
    entry.report(key, f'"{key}" should be a day.', f"Write {key}: 2026-11-22", rule=BAD_DATE)
    return None


def read_earliest_day(entry: YamlEntry, key: str) -> date | None:
    """Read the earliest day that the date at ``key`` may mean; ``None`` where there is none."""
    if not (text := entry.get_text(key)):
        if entry.get_field(key).required and not entry.has_value(key):
            entry.report_missing_key(key)
        return None
    when = parse_datable(text, entry)
    if when is None:
        entry.report(key, f'"{text}" is no day at "{key}".', f"Write {key}: 2026-11-22", rule=BAD_DATE)
        return None
    return find_bounds(when)[0]


def parse_datable(text: str, entry: YamlEntry) -> When | None:
    """Return the date that ``text`` means; ``None`` where it is none, or nobody can say from when on."""
    try:
        when = read_date(text, entry.context.months)
    except InvalidDateError:
        return None
    return when if find_bounds(when)[0] else None
