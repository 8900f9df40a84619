"""Whether what has a beginning and an end has them in that order."""

from __future__ import annotations

from lsbook.model.when import AtAge, When, find_bounds
from lsbook.reading.rules.entries import END_BEFORE_BEGINNING
from lsbook.reading.yaml.entry import YamlEntry


def check_order(entry: YamlEntry, from_: When | None, until: When | None) -> None:
    """Refuse an end only where its latest day comes before the beginning's earliest."""
    if from_ is None or until is None:
        return
    earliest, latest = find_bounds(from_)[0], find_bounds(until)[1]
    backwards = isinstance(from_, AtAge) and isinstance(until, AtAge) and until.years < from_.years
    if backwards or (earliest and latest and latest < earliest):
        entry.report("until", "It ends before it begins.", 'Correct "from" or "until".', rule=END_BEFORE_BEGINNING)
