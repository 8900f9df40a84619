"""homes.yaml, schools.yaml and keepsakes.yaml."""

from __future__ import annotations

from lsbook.model.story import Home, Keepsake, School, Stay
from lsbook.model.when import AtAge, NotKnown, When, bounds
from lsbook.reading.story.gates import read_gate
from lsbook.reading.story.people import read_named
from lsbook.reading.story.statements import read_statement
from lsbook.reading.yaml.entry import Entry


def read_home(entry: Entry) -> Home:
    """One entry of homes.yaml."""
    return Home(**vars(read_named(entry)), stays=tuple(_stay(inner) for inner in entry.entries("stays")))


def _stay(entry: Entry) -> Stay:
    from_ = entry.when("from", required=True)
    until = entry.when("until")
    in_order(entry, from_, until)
    made = Stay(
        entry.at,
        read_gate(entry),
        entry.heads_up(),
        from_ or NotKnown(),
        until,
        entry.refs("people"),
        entry.who("who-took-me"),
        entry.photos("photos"),
        read_statement(entry, "why-came"),
        read_statement(entry, "why-left"),
        read_statement(entry, "first-day"),
        read_statement(entry, "goodbye"),
        read_statement(entry, "what-i-wanted"),
    )
    entry.close()
    return made


def in_order(entry: Entry, from_: When | None, until: When | None) -> None:
    """Refuse an end only where its latest day comes before the beginning's earliest."""
    if from_ is None or until is None:
        return
    earliest, latest = bounds(from_)[0], bounds(until)[1]
    backwards = isinstance(from_, AtAge) and isinstance(until, AtAge) and until.years < from_.years
    if backwards or (earliest and latest and latest < earliest):
        entry.complain("until", "It ends before it begins.", 'Correct "from" or "until".')


def read_school(entry: Entry) -> School:
    """One entry of schools.yaml."""
    from_, until = entry.when("from"), entry.when("until")
    in_order(entry, from_, until)
    return School(**vars(read_named(entry)), from_=from_, until=until, people=entry.refs("people"))


def read_keepsake(entry: Entry) -> Keepsake:
    """One entry of keepsakes.yaml."""
    return Keepsake(
        **vars(read_named(entry)),
        given_by=entry.who("given-by"),
        when=entry.when("when"),
        where_now=read_statement(entry, "where-now"),
    )
