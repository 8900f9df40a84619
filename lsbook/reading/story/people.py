"""people.yaml: everyone in the story."""

from __future__ import annotations

from msgspec.structs import asdict

from lsbook.model.item import Telling
from lsbook.model.named_items import Death, FamilyTime, NamedItem, Partner, Person, WorkTime
from lsbook.model.vocabulary import CHILD_ID
from lsbook.model.when import UnknownDate, When
from lsbook.reading.rules.entries import BAD_ID
from lsbook.reading.story.gates import read_gate, read_heads_up
from lsbook.reading.story.order import read_period
from lsbook.reading.story.statements import read_accounts, read_facts, read_statement
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map
from lsbook.reading.yaml.values import is_id, make_id


def read_named_item(entry: YamlEntry) -> NamedItem:
    """Read what people, homes, schools and keepsakes have in common."""
    identity = entry.get_text("id").strip("“”")
    if identity and not is_id(identity):
        entry.report(
            "id",
            f'"{identity}" cannot be an id.',
            f"Use small letters, numbers and hyphens: {make_id(identity) or 'nana-pat'}",
            rule=BAD_ID,
        )
    elif identity == CHILD_ID:
        entry.report("id", '"me" is the child.', "Choose another id.", rule=BAD_ID)
    name = entry.get_text_by_age("name")
    return NamedItem(
        at=entry.at,
        gate=read_gate(entry),
        heads_up=read_heads_up(entry),
        id=identity,
        name=name or Telling(()),
        also_called=entry.get_texts("also-called"),
        about=read_statement(entry, "about"),
        photo=entry.get_photo("photo"),
        accounts=read_accounts(entry),
    )


def read_person(entry: YamlEntry) -> Person:
    """Read one entry of people.yaml."""
    common = read_named_item(entry)
    return Person(
        **asdict(common),
        is_=entry.get_text_by_age("is") or Telling(()),
        group=entry.get_text("group"),
        parent_of=entry.get_refs("parent-of"),
        adoptive_parent_of=entry.get_refs("adoptive-parent-of"),
        partners=tuple(partner for partner in entry.read_entries("partners", _read_partner) if partner is not None),
        family_time=entry.read_entries("family-time", _read_family_time),
        facts=read_facts(entry, "facts"),
        work=entry.read_entries("worked-with-me", _read_work_time),
        group_location=entry.get_location("group"),
        died=_read_died(entry),
    )


def _read_died(entry: YamlEntry) -> When | Death | None:
    node = entry.get_node("died")
    return entry.read_inner("died", node, _read_death) if isinstance(node, Map) else entry.get_date("died")


def _read_death(entry: YamlEntry) -> Death:
    return Death(at=entry.at, gate=read_gate(entry), heads_up=None, on=entry.get_date("on") or UnknownDate())


def _read_partner(entry: YamlEntry) -> Partner | None:
    person = entry.get_ref("person")
    if person is None:
        entry.report_missing_key("person")
    gate, heads_up = read_gate(entry), read_heads_up(entry)
    from_, until = read_period(entry)
    return (
        Partner(at=entry.at, gate=gate, heads_up=heads_up, person=person, from_=from_, until=until) if person else None
    )


def _read_family_time(entry: YamlEntry) -> FamilyTime:
    from_, until = read_period(entry)
    return FamilyTime(
        at=entry.at,
        gate=read_gate(entry),
        heads_up=read_heads_up(entry),
        from_=from_,
        until=until,
        how=read_statement(entry, "how"),
    )


def _read_work_time(entry: YamlEntry) -> WorkTime:
    from_, until = read_period(entry)
    return WorkTime(
        at=entry.at,
        gate=read_gate(entry),
        heads_up=read_heads_up(entry),
        from_=from_ or UnknownDate(),
        until=until,
        as_=entry.get_text_by_age("as"),
    )
