"""people.yaml: everyone in the story."""

from __future__ import annotations

from lsbook.model.item import Telling
from lsbook.model.story import FamilyTime, Named, Partner, Person
from lsbook.reading.complaints import did_you_mean
from lsbook.reading.story.gates import read_gate
from lsbook.reading.story.statements import read_accounts, read_statement, read_statements
from lsbook.reading.yaml.entry import Entry
from lsbook.reading.yaml.values import is_id


def read_named(entry: Entry) -> Named:
    """What people, homes, schools and keepsakes have in common."""
    identity = entry.text("id", required=True, example="nana-pat").strip("“”")
    if identity and not is_id(identity):
        entry.complain("id", f'"{identity}" cannot be an id.', "Use small letters, numbers and hyphens: nana-pat")
    elif identity == "me":
        entry.complain("id", '"me" is the child.', "Choose another id.")
    name = entry.words("name", required=True)
    return Named(
        entry.at,
        read_gate(entry),
        entry.heads_up(),
        identity,
        name or Telling(()),
        entry.texts("also-called"),
        read_statement(entry, "about"),
        entry.photo("photo"),
        read_accounts(entry),
    )


def read_person(entry: Entry) -> Person:
    """One entry of people.yaml."""
    common = read_named(entry)
    return Person(
        **vars(common),
        is_=entry.words("is", required=True) or Telling(()),
        group=entry.text("group", required=True, example="family"),
        parent_of=entry.refs("parent-of"),
        adoptive_parent_of=entry.refs("adoptive-parent-of"),
        partners=tuple(made for inner in entry.entries("partners") if (made := _partner(inner)) is not None),
        family_time=tuple(_family_time(inner) for inner in entry.entries("family-time")),
        facts=read_statements(entry, "facts"),
    )


def _partner(entry: Entry) -> Partner | None:
    person = entry.ref("person")
    if person is None:
        entry.missing("person", "ade")
    gate, heads_up, from_, until = read_gate(entry), entry.heads_up(), entry.when("from"), entry.when("until")
    entry.close()
    return Partner(entry.at, gate, heads_up, person, from_, until) if person else None


def _family_time(entry: Entry) -> FamilyTime:
    made = FamilyTime(
        entry.at,
        read_gate(entry),
        entry.heads_up(),
        entry.when("from"),
        entry.when("until"),
        read_statement(entry, "how"),
    )
    entry.close()
    return made


def check_groups(people: tuple[Person, ...], groups: tuple[str, ...], entries: tuple[Entry, ...]) -> None:
    """Where story.yaml lists groups, each person's is one of them."""
    for person, entry in zip(people, entries, strict=True):
        if groups and person.group and person.group not in groups:
            entry.complain(
                "group",
                f'There is no group "{person.group}" in story.yaml.{did_you_mean(person.group, groups)}',
                f"Write one of: {', '.join(groups)}; or add it to groups in story.yaml.",
            )
