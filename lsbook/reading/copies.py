"""``work/copies.yaml``: the log of the copies that were handed over."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from pathlib import Path

from lsbook.model.copy import Copy
from lsbook.model.problem import Place
from lsbook.model.when import Dated
from lsbook.reading.complaints import Complaints
from lsbook.reading.dates import NotADateError, month_names, read_date
from lsbook.reading.desk import Desk
from lsbook.reading.story.folder import MediaNames
from lsbook.reading.text import read_text
from lsbook.reading.yaml.entry import Entry
from lsbook.reading.yaml.nodes import Map, Seq
from lsbook.reading.yaml.parse import read_tree

COPIES = "work/copies.yaml"
_BECAME = {"lost": "lost", "lost-again": "lost", "returned": "returned", "destroyed": "destroyed"}
"""Of each key, what became of the copy."""
_NAME = re.compile("[a-z0-9][a-z0-9-]*")
"""Of a copy: files are called by it."""


def read_copies(story: Path) -> tuple[Copy, ...]:
    """The copies in the order in which they were handed over. Raises ``NotMade`` with every problem of the log."""
    file = story / COPIES
    complaints = Complaints()
    if not file.exists():
        return ()
    if not file.is_file():
        complaints.add(Place(COPIES), "The log of copies should be a file.", "Move what is here away.")
        complaints.settle()
    text = read_text(file, COPIES, complaints)
    tree = read_tree(text, COPIES, complaints) if text is not None else None
    desk = Desk(complaints, MediaNames(()), (), month_names("en"), (), (), lambda _: None)
    found = []
    if isinstance(tree, Seq):
        for node in tree.items:
            if isinstance(node, Map):
                found.append(_copy(Entry(node, desk)))
            else:
                complaints.add(node.at, "This is no copy.", "Each copy begins with - id: and has its keys below.")
    elif tree is not None:
        complaints.add(Place(COPIES, 1), "The log of copies should be a list.", "Begin each copy with - id:")
    _names_once(found, complaints)
    complaints.settle()
    return tuple(found)


def _names_once(found: list[Copy], complaints: Complaints) -> None:
    first: dict[str, Copy] = {}
    for copy in found:
        before = first.setdefault(copy.id, copy)
        if copy.id and before is not copy:
            what = f'A copy is called "{copy.id}" a second time; the first is in line {before.at.line}.'
            complaints.add(copy.at, what, "Give each its own id, or take one of them out.")


def _copy(entry: Entry) -> Copy:
    made = Copy(
        id=entry.text("id", required=True),
        on=_day(entry, "on") or date.min,
        edition=entry.text("edition", required=True),
        form=entry.text("form", required=True),
        book=entry.text("book"),
        stands=entry.text("copy"),
        given_to=entry.text("given-to"),
        by=entry.text("by"),
        approved_by=entry.text("approved-by"),
        second_reader=entry.text("second-reader"),
        child_asked=entry.text("child-asked"),
        hint=entry.text("hint"),
        reason=entry.text("reason"),
        instead_of=entry.text("instead-of"),
        replaces=entry.text("replaces"),
        became=_became(entry),
        at=entry.place("id"),
    )
    entry.node("note")  # a person's own
    if made.id and not _NAME.fullmatch(made.id):
        entry.complain(
            "id", "This name of a copy holds more than letters, digits and hyphens.", "Write id: 2026-11-22-9-12-1"
        )
    entry.close()
    return made


def _became(entry: Entry) -> tuple[tuple[str, date], ...]:
    """In the order of the days; of one day, what stands higher came later, for lsbook writes right below the id."""
    told = [(day, -entry.place(key).line, what) for key, what in _BECAME.items() if (day := _day(entry, key))]
    return tuple((what, day) for day, _, what in sorted(told))


def _day(entry: Entry, key: str) -> date | None:
    if not (text := entry.text(key)):
        return None
    with contextlib.suppress(NotADateError):
        when = read_date(text, entry.desk.months)
        if isinstance(when, Dated) and when.point.day:
            return when.point.earliest
    entry.complain(key, f'"{key}" should be a day.', f"Write {key}: 2026-11-22")
    return None
