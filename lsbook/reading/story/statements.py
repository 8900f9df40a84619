"""Statements: something said, with how it is known. And accounts, where people see it differently."""

from __future__ import annotations

from lsbook.model.item import Gate, Telling
from lsbook.model.story_text import Account, Statement
from lsbook.reading.story.gates import read_gate
from lsbook.reading.yaml.entry import Entry
from lsbook.reading.yaml.nodes import Map, Node
from lsbook.reading.yaml.values import as_prose, is_age_map

CERTAINTIES = ("sure", "likely", "unsure", "not-known")


def read_statement(entry: Entry, key: str) -> Statement | None:
    """A text, ages with a text each, or an entry with ``says`` and how it is known."""
    node = entry.node(key)
    return None if node is None else _statement(entry, key, node)


def read_statements(entry: Entry, key: str) -> tuple[Statement, ...]:
    """A list of statements."""
    return tuple(made for node in entry.listed(key) if (made := _statement(entry, key, node)) is not None)


def _statement(entry: Entry, key: str, node: Node) -> Statement | None:
    if isinstance(node, Map) and not is_age_map(node):
        return _full(Entry(node, entry.desk))
    says = entry.telling_of(node, key, lambda value: as_prose(value, entry.desk))
    return Statement(node.at, Gate(), None, says) if says else None


def _full(entry: Entry) -> Statement | None:
    made = Statement(
        entry.at,
        read_gate(entry),
        entry.heads_up(),
        entry.prose("says", required=True) or Telling(()),
        source=entry.text("source"),
        decided_by=entry.text("decided-by"),
        certainty=entry.choice("certainty", CERTAINTIES),
        own=True,
    )
    entry.close()
    return made


def read_accounts(entry: Entry) -> tuple[Account, ...]:
    """The list under ``accounts``: by whom, and what they say."""
    accounts = []
    for inner in entry.entries("accounts"):
        by, says = inner.who("by"), inner.prose("says", required=True)
        gate, heads_up = read_gate(inner), inner.heads_up()
        if by is None:
            inner.missing("by", "kelly")
        elif says is not None:
            accounts.append(Account(inner.at, gate, heads_up, by, says))
        inner.close()
    return tuple(accounts)
