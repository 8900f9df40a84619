"""Statements: something said, with how it is known. And accounts, where people see it differently."""

from __future__ import annotations

from msgspec.structs import replace

from lsbook.model.item import Gate, Telling
from lsbook.model.story_text import Account, Statement
from lsbook.model.vocabulary import Certainty, FactKind
from lsbook.reading.story.gates import read_gate, read_heads_up
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, YamlNode
from lsbook.reading.yaml.values import is_age_map


def read_statement(entry: YamlEntry, key: str) -> Statement | None:
    """Read a text, ages with a text each, or an entry with ``says`` and how it is known."""
    node = entry.get_node(key)
    return None if node is None else _read_node(entry, key, node)


def read_facts(entry: YamlEntry, key: str) -> tuple[Statement, ...]:
    """Read a list of statements, each of which may say what kind of fact it is."""
    facts = (_read_fact(entry, key, node) for node in entry.get_nodes(key))
    return tuple(fact for fact in facts if fact is not None)


def _read_fact(entry: YamlEntry, key: str, node: YamlNode) -> Statement | None:
    if not isinstance(node, Map) or is_age_map(node):
        return _read_node(entry, key, node)
    return entry.read_inner(key, node, _read_full_fact)


def _read_full_fact(entry: YamlEntry) -> Statement:
    return replace(_read_full_statement(entry), category=entry.get_choice("kind", FactKind))


def read_statements(entry: YamlEntry, key: str) -> tuple[Statement, ...]:
    """Read a list of statements."""
    statements = (_read_node(entry, key, node) for node in entry.get_nodes(key))
    return tuple(statement for statement in statements if statement is not None)


def _read_node(entry: YamlEntry, key: str, node: YamlNode) -> Statement | None:
    if isinstance(node, Map) and not is_age_map(node):
        return entry.read_inner(key, node, _read_full_statement)
    says = entry.read_prose_by_age(node, key)
    return Statement(node.at, Gate(), None, says) if says else None


def _read_full_statement(entry: YamlEntry) -> Statement:
    return Statement(
        at=entry.at,
        gate=read_gate(entry),
        heads_up=read_heads_up(entry),
        says=entry.get_prose_by_age("says") or Telling(()),
        source=entry.get_text("source"),
        decided_by=entry.get_text("decided-by"),
        certainty=entry.get_choice("certainty", Certainty),
        is_standalone=True,
        told_in=read_told_in(entry),
    )


def read_told_in(entry: YamlEntry) -> Telling[str] | None:
    """Read which chapter tells it, or which one at each age; a chapter that is not there is left out."""
    telling = entry.get_text_by_age("told-in")
    if telling is None:
        return None
    find = entry.context.find_chapter
    paths = [entry.take(find(version.content, entry.get_location("told-in"))) for version in telling.versions]
    return Telling(
        tuple(replace(version, content=path) for version, path in zip(telling.versions, paths, strict=True) if path)
    )


def read_accounts(entry: YamlEntry) -> tuple[Account, ...]:
    """Read the list under ``accounts``: by whom, and what they say."""
    return tuple(account for account in entry.read_entries("accounts", _read_account) if account is not None)


def _read_account(entry: YamlEntry) -> Account | None:
    by, says = entry.get_person("by"), entry.get_prose_by_age("says")
    gate, heads_up = read_gate(entry), read_heads_up(entry)
    if by is None:
        entry.report_missing_key("by")
    return None if by is None or says is None else Account(entry.at, gate, heads_up, by, says)
