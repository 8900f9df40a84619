"""``work/copies.yaml``: the log of the copies that were handed over."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from pathlib import Path

from lsbook.model.copy import Copy
from lsbook.model.problem import Location
from lsbook.model.when import Dated
from lsbook.reading.context import ReadContext
from lsbook.reading.dates import InvalidDateError, load_month_names, read_date
from lsbook.reading.problems import ProblemCollector
from lsbook.reading.story.folder import MediaIndex
from lsbook.reading.text import read_text
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, Seq
from lsbook.reading.yaml.parse import read_tree

COPIES_FILE = "work/copies.yaml"
_OUTCOMES = {"lost": "lost", "lost-again": "lost", "returned": "returned", "destroyed": "destroyed"}
"""Of each key, what became of the copy."""
_COPY_ID = re.compile("[a-z0-9][a-z0-9-]*")
"""Of a copy: files are called by it."""


def read_copies(story: Path) -> tuple[Copy, ...]:
    """The copies in the order in which they were handed over. Raises ``NotMade`` with every problem of the log."""
    file = story / COPIES_FILE
    problems = ProblemCollector()
    if not file.exists():
        return ()
    if not file.is_file():
        problems.add(Location(COPIES_FILE), "The log of copies should be a file.", "Move what is here away.")
        problems.raise_for_errors()
    text = read_text(file, COPIES_FILE, problems)
    tree = read_tree(text, COPIES_FILE, problems) if text is not None else None
    context = ReadContext(problems, MediaIndex(()), (), load_month_names("en"), (), (), lambda _: None)
    found = []
    if isinstance(tree, Seq):
        for node in tree.items:
            if isinstance(node, Map):
                found.append(_read_copy(YamlEntry(node, context)))
            else:
                problems.add(node.at, "This is no copy.", "Each copy begins with - id: and has its keys below.")
    elif tree is not None:
        problems.add(Location(COPIES_FILE, 1), "The log of copies should be a list.", "Begin each copy with - id:")
    _check_unique_ids(found, problems)
    problems.raise_for_errors()
    return tuple(found)


def _check_unique_ids(copies: list[Copy], problems: ProblemCollector) -> None:
    first: dict[str, Copy] = {}
    for copy in copies:
        before = first.setdefault(copy.id, copy)
        if copy.id and before is not copy:
            what = f'A copy is called "{copy.id}" a second time; the first is in line {before.at.line}.'
            problems.add(copy.at, what, "Give each its own id, or take one of them out.")


def _read_copy(entry: YamlEntry) -> Copy:
    made = Copy(
        id=entry.get_text("id", required=True),
        on=_read_day(entry, "on") or date.min,
        edition=entry.get_text("edition", required=True),
        form=entry.get_text("form", required=True),
        book=entry.get_text("book"),
        copy_digest=entry.get_text("copy"),
        given_to=entry.get_text("given-to"),
        by=entry.get_text("by"),
        approved_by=entry.get_text("approved-by"),
        second_reader=entry.get_text("second-reader"),
        child_asked=entry.get_text("child-asked"),
        hint=entry.get_text("hint"),
        reason=entry.get_text("reason"),
        instead_of=entry.get_text("instead-of"),
        replaces=entry.get_text("replaces"),
        events=_read_outcomes(entry),
        at=entry.get_location("id"),
    )
    entry.get_node("note")  # a person's own
    if made.id and not _COPY_ID.fullmatch(made.id):
        entry.report(
            "id", "This name of a copy holds more than letters, digits and hyphens.", "Write id: 2026-11-22-9-12-1"
        )
    entry.report_unknown_keys()
    return made


def _read_outcomes(entry: YamlEntry) -> tuple[tuple[str, date], ...]:
    """In the order of the days; of one day, what stands higher came later, for lsbook writes right below the id."""
    told = [
        (day, -entry.get_location(key).line, what) for key, what in _OUTCOMES.items() if (day := _read_day(entry, key))
    ]
    return tuple((what, day) for day, _, what in sorted(told))


def _read_day(entry: YamlEntry, key: str) -> date | None:
    if not (text := entry.get_text(key)):
        return None
    with contextlib.suppress(InvalidDateError):
        when = read_date(text, entry.context.months)
        if isinstance(when, Dated) and when.point.day:
            return when.point.earliest
    entry.report(key, f'"{key}" should be a day.', f"Write {key}: 2026-11-22")
    return None
