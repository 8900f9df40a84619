"""Statements: something said, with how it is known. And accounts, where people see it differently."""

from __future__ import annotations

from lsbook.model.item import Gate, Telling
from lsbook.model.story_text import Account, Statement
from lsbook.reading.story.gates import read_gate
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, YamlNode
from lsbook.reading.yaml.values import is_age_map, read_prose

CERTAINTIES = ("sure", "likely", "unsure", "not-known")


def read_statement(entry: YamlEntry, key: str) -> Statement | None:
    """A text, ages with a text each, or an entry with ``says`` and how it is known."""
    node = entry.get_node(key)
    return None if node is None else _read_node(entry, key, node)


def read_statements(entry: YamlEntry, key: str) -> tuple[Statement, ...]:
    """A list of statements."""
    return tuple(made for node in entry.get_nodes(key) if (made := _read_node(entry, key, node)) is not None)


def _read_node(entry: YamlEntry, key: str, node: YamlNode) -> Statement | None:
    if isinstance(node, Map) and not is_age_map(node):
        return _read_full_statement(YamlEntry(node, entry.context))
    says = entry.read_telling(node, key, lambda value: read_prose(value, entry.context))
    return Statement(node.at, Gate(), None, says) if says else None


def _read_full_statement(entry: YamlEntry) -> Statement | None:
    made = Statement(
        entry.at,
        read_gate(entry),
        entry.get_heads_up(),
        entry.get_prose_by_age("says", required=True) or Telling(()),
        source=entry.get_text("source"),
        decided_by=entry.get_text("decided-by"),
        certainty=entry.get_choice("certainty", CERTAINTIES),
        is_standalone=True,
    )
    entry.report_unknown_keys()
    return made


def read_accounts(entry: YamlEntry) -> tuple[Account, ...]:
    """The list under ``accounts``: by whom, and what they say."""
    accounts = []
    for inner in entry.get_entries("accounts"):
        by, says = inner.get_person("by"), inner.get_prose_by_age("says", required=True)
        gate, heads_up = read_gate(inner), inner.get_heads_up()
        if by is None:
            inner.report_missing_key("by", "kelly")
        elif says is not None:
            accounts.append(Account(inner.at, gate, heads_up, by, says))
        inner.report_unknown_keys()
    return tuple(accounts)
