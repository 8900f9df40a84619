"""A YAML file: read into its tree, and the tree of a list into its entries."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from lsbook.model.problem import Location, Problem
from lsbook.reading.context import ReadContext
from lsbook.reading.decode_text import read_text
from lsbook.reading.fields.field import EntryKind
from lsbook.reading.parsed import Findings, Parsed, quote_lines
from lsbook.reading.rules.entries import WRONG_VALUE
from lsbook.reading.yaml.entry import ReadEntry, read_entry
from lsbook.reading.yaml.nodes import Map, Scalar, Seq, YamlTree
from lsbook.reading.yaml.parse import read_tree

T = TypeVar("T")
_MOST_KEPT = 64
"""Trees that are kept by their text: the files of a few stories."""


def read_yaml_file(file: Path, path: str) -> Parsed[YamlTree]:
    """Read the tree of ``file``, which the story calls ``path``; its root is ``None`` where it cannot be read."""
    return parse_yaml(read_text(file, path), path)


def parse_yaml(text: Parsed[str | None], path: str) -> Parsed[YamlTree]:
    """Return the tree of ``text``, which stands in the file that the story calls ``path``."""
    if text.value is None:
        return Parsed(YamlTree(path, (), None), text.problems)
    tree = _read_tree(text.value, path)
    problems = (*text.problems, *tree.problems)
    return Parsed(tree.value, quote_lines(problems, {path: tree.value.lines}))


@lru_cache(maxsize=_MOST_KEPT)
def _read_tree(text: str, path: str) -> Parsed[YamlTree]:
    return read_tree(text, path)


def read_list(tree: YamlTree, kind: EntryKind, context: ReadContext, read: ReadEntry[T]) -> Parsed[tuple[T, ...]]:
    """Read every entry of a file that is a list of entries of one kind."""
    maps = _list_maps(tree)
    whole = _join_split_entries(maps.value, kind)
    entries = [read_entry(node, kind, tree, context, read) for node in whole.value]
    problems = (*maps.problems, *whole.problems, *(problem for entry in entries for problem in entry.problems))
    return Parsed(tuple(entry.value for entry in entries), quote_lines(problems, {tree.path: tree.lines}))


def _list_maps(tree: YamlTree) -> Parsed[tuple[Map, ...]]:
    if tree.root is None:
        return Parsed(())
    if not isinstance(tree.root, Seq):
        what = "This file should be a list."
        remedy = 'Begin each entry with "- " and its first key, and put the other keys exactly below the first.'
        return Parsed((), (Problem(Location(tree.path, tree.root.at.line), what, remedy, rule=WRONG_VALUE.id),))
    findings = Findings()
    for item in tree.root.items:
        if not isinstance(item, Map) and not (isinstance(item, Scalar) and not item.value):
            findings.add(
                item.at, "This entry has no keys.", "Write a key, a colon, a space and the words.", rule=WRONG_VALUE
            )
    return findings.wrap(tuple(item for item in tree.root.items if isinstance(item, Map)))


def _join_split_entries(maps: tuple[Map, ...], kind: EntryKind) -> Parsed[tuple[Map, ...]]:
    """Return ``maps`` with entries whole that a dash too many has split: each half lacks what only the other has."""
    findings, joined = Findings(), list[Map]()
    required = {field.key for field in kind.fields if field.required}
    for node in maps:
        first, second = _list_keys(joined[-1]) if joined else set[str](), _list_keys(node)
        if first & second or not (required & second - first and required & first - second):
            joined.append(node)
            continue
        key = node.pairs[0][0].value
        what = f'The dash before "{key}" begins a new entry, and what follows belongs to the one above.'
        findings.add(
            node.at, what, f'Put two spaces before "{key}" in place of the dash and its space.', rule=WRONG_VALUE
        )
        joined[-1] = Map((*joined[-1].pairs, *node.pairs), joined[-1].at)
    return findings.wrap(tuple(joined))


def _list_keys(node: Map) -> set[str]:
    return {key.value.strip() for key, _ in node.pairs}
