"""The entries of homes.yaml."""

from __future__ import annotations

from msgspec.structs import asdict

from lsbook.model.named_items import Home, Stay
from lsbook.model.vocabulary import StayKind
from lsbook.model.when import UnknownDate
from lsbook.reading.story.gates import read_gate, read_heads_up
from lsbook.reading.story.order import read_period
from lsbook.reading.story.people import read_named_item
from lsbook.reading.story.statements import read_statement
from lsbook.reading.yaml.entry import YamlEntry


def read_home(entry: YamlEntry) -> Home:
    """Read one entry of homes.yaml."""
    return Home(**asdict(read_named_item(entry)), stays=entry.read_entries("stays", _read_stay))


def _read_stay(entry: YamlEntry) -> Stay:
    from_, until = read_period(entry)
    return Stay(
        at=entry.at,
        gate=read_gate(entry),
        heads_up=read_heads_up(entry),
        from_=from_ or UnknownDate(),
        until=until,
        people=entry.get_refs("people"),
        who_took_me=entry.get_person("who-took-me"),
        photos=entry.get_photos("photos"),
        why_came=read_statement(entry, "why-came"),
        why_left=read_statement(entry, "why-left"),
        first_day=read_statement(entry, "first-day"),
        goodbye=read_statement(entry, "goodbye"),
        what_i_wanted=read_statement(entry, "what-i-wanted"),
        category=entry.get_choice("kind", StayKind),
    )
