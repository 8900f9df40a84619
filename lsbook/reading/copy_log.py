"""``work/copies.yaml``: the log of the copies that were handed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lsbook.model.copy import Copy
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.vocabulary import CopyOutcome
from lsbook.reading.context import make_bare_context
from lsbook.reading.days import read_day
from lsbook.reading.fields.copy_log import COPY
from lsbook.reading.parsed import Findings, Parsed, quote_lines, raise_for_errors
from lsbook.reading.rules.entries import BAD_ID
from lsbook.reading.rules.policy_and_copies import COPY_LOG, DUPLICATE_COPY
from lsbook.reading.yaml.entry import YamlEntry, read_entry
from lsbook.reading.yaml.files import read_yaml_file
from lsbook.reading.yaml.nodes import Map, Seq, YamlTree

COPIES_FILE = "work/copies.yaml"
LOST_AGAIN = "lost-again"
"""The key of a copy that was lost once more, after it had come back."""
_OUTCOMES = {**{str(outcome): outcome for outcome in CopyOutcome}, LOST_AGAIN: CopyOutcome.LOST}
"""Of each key, what became of the copy."""
_COPY_ID = re.compile("[a-z0-9][a-z0-9-]*")
"""Of a copy: files are called by it."""


def read_copies(story: Path) -> tuple[Copy, ...]:
    """Read the copies in the order in which they were handed over. Raises ``ProblemsFound`` with every problem."""
    file = story / COPIES_FILE
    if not file.exists():
        return ()
    if not file.is_file():
        problem = Problem(
            Location(COPIES_FILE), "The log of copies should be a file.", "Move what is here away.", rule=COPY_LOG.id
        )
        raise ProblemsFound((problem,))
    copies = parse_copies(file)
    raise_for_errors(copies.problems)
    return copies.value


def parse_copies(file: Path) -> Parsed[tuple[Copy, ...]]:
    """Read the copies in the log ``file``, with every problem in it."""
    findings = Findings()
    tree = findings.take(read_yaml_file(file, COPIES_FILE))
    context = make_bare_context()
    maps = findings.take(_list_maps(tree))
    copies = tuple(findings.take(read_entry(node, COPY, tree, context, _read_copy)) for node in maps)
    findings.extend(_check_unique_ids(copies))
    return Parsed(copies, quote_lines(findings.wrap(None).problems, {COPIES_FILE: tree.lines}))


def _list_maps(tree: YamlTree) -> Parsed[tuple[Map, ...]]:
    findings = Findings()
    if tree.root is not None and not isinstance(tree.root, Seq):
        findings.add(
            Location(COPIES_FILE, 1), "The log of copies should be a list.", "Begin each copy with - id:", rule=COPY_LOG
        )
    nodes = tree.root.items if isinstance(tree.root, Seq) else ()
    for node in nodes:
        if not isinstance(node, Map):
            findings.add(
                node.at, "This is no copy.", "Each copy begins with - id: and has its keys below.", rule=COPY_LOG
            )
    return findings.wrap(tuple(node for node in nodes if isinstance(node, Map)))


def _check_unique_ids(copies: tuple[Copy, ...]) -> Iterator[Problem]:
    first: dict[str, Copy] = {}
    for copy in copies:
        before = first.setdefault(copy.id, copy)
        if copy.id and before is not copy:
            what = f'A copy is called "{copy.id}" a second time; the first is in line {before.at.line}.'
            yield Problem(copy.at, what, "Give each its own id, or take one of them out.", rule=DUPLICATE_COPY.id)


def _read_copy(entry: YamlEntry) -> Copy:
    copy = Copy(
        id=entry.get_text("id"),
        on=read_day(entry, "on") or date.min,
        edition=entry.get_text("edition"),
        copy_format=entry.get_text("form"),
        book=entry.get_text("book"),
        copy_digest=entry.get_text("copy"),
        given_to=entry.get_text("given-to"),
        by=entry.get_text("by"),
        unlocked_by=entry.get_text("unlocked-by"),
        approved_by=entry.get_text("approved-by"),
        second_reader=entry.get_text("second-reader"),
        child_asked=entry.get_text("child-asked"),
        also_reads=entry.get_text("also-reads"),
        hint=entry.get_text("hint"),
        reason=entry.get_text("reason"),
        instead_of=entry.get_text("instead-of"),
        replaces=entry.get_text("replaces"),
        events=_read_outcomes(entry),
        at=entry.get_location("id"),
    )
    entry.get_node("note")  # a person's own
    if copy.id and not _COPY_ID.fullmatch(copy.id):
        entry.report(
            "id",
            "This name of a copy holds more than letters, digits and hyphens.",
            "Write id: 2026-11-22-9-12-1",
            rule=BAD_ID,
        )
    return copy


def _read_outcomes(entry: YamlEntry) -> tuple[tuple[CopyOutcome, date], ...]:
    """Read what became of a copy, in the order of the days.

    Of one day, what stands higher came later, for lsbook writes right below the id.
    """
    outcomes = [
        (day, -entry.get_location(key).line, what) for key, what in _OUTCOMES.items() if (day := read_day(entry, key))
    ]
    return tuple((what, day) for day, _, what in sorted(outcomes))
