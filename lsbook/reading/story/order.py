"""When what has a beginning and an end begins and ends."""

from __future__ import annotations

from lsbook.model.when import AtAge, When, find_bounds
from lsbook.reading.rules.entries import END_BEFORE_BEGINNING
from lsbook.reading.yaml.entry import YamlEntry


def read_period(entry: YamlEntry) -> tuple[When | None, When | None]:
    """Read ``from`` and ``until``; refuse an end only where its latest day comes before the beginning's earliest."""
    from_, until = entry.get_date("from"), entry.get_date("until")
    if from_ is not None and until is not None and _is_backwards(from_, until):
        entry.report("until", "It ends before it begins.", 'Correct "from" or "until".', rule=END_BEFORE_BEGINNING)
    return from_, until


def _is_backwards(from_: When, until: When) -> bool:
    earliest, latest = find_bounds(from_)[0], find_bounds(until)[1]
    if isinstance(from_, AtAge) and isinstance(until, AtAge):
        return until.years < from_.years
    return earliest is not None and latest is not None and latest < earliest
