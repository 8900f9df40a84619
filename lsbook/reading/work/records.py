"""All that stands in ``work/``, read together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from lsbook.model.copy import Copy
from lsbook.model.problem import Location, Problem
from lsbook.model.work import WorkPlan, WorkRecords
from lsbook.reading.context import ReadContext, make_bare_context
from lsbook.reading.copy_log import COPIES_FILE, parse_copies
from lsbook.reading.fields.field import EntryKind
from lsbook.reading.fields.files import FILE_KINDS
from lsbook.reading.parsed import Findings, Parsed, quote_lines
from lsbook.reading.rules.entries import MISSING_KEY, WRONG_VALUE
from lsbook.reading.rules.work import OWN_REVIEW
from lsbook.reading.work.asked_contributions_quality import (
    read_asked_entry,
    read_contribution_entry,
    read_quality_entry,
)
from lsbook.reading.work.files import drop_explained_keys, list_work_files, read_work_tree
from lsbook.reading.work.plan import read_plan_entry
from lsbook.reading.work.session import read_session_entry
from lsbook.reading.yaml.entry import ReadEntry, read_entry
from lsbook.reading.yaml.files import read_list
from lsbook.reading.yaml.nodes import Map

T = TypeVar("T")
PLAN_FILE, ASKED_FILE, QUALITY_FILE = "work/plan.yaml", "work/asked.yaml", "work/quality.yaml"
SESSIONS, CONTRIBUTIONS = "work/sessions", "work/contributions"


def read_work(story: Path, language: str = "en") -> Parsed[WorkRecords]:
    """Read what stands in ``work/`` of ``story``, with every problem in it. ``language``: of the names of months.

    Where a problem is an error, nothing may be counted.
    """
    return _WorkReader(story, make_bare_context(language)).read()


class _WorkReader:
    """Reads every file of one ``work/``."""

    def __init__(self, story: Path, context: ReadContext) -> None:
        self._story = story
        self._context = context
        self._findings = Findings()

    def read(self) -> Parsed[WorkRecords]:
        top = self._findings.take(list_work_files(self._story, "work"))
        sessions = [self._read_single(path, read_session_entry) for path in self._list(SESSIONS)]
        contributions = [self._read_single(path, read_contribution_entry) for path in self._list(CONTRIBUTIONS)]
        plan = self._read_single(PLAN_FILE, read_plan_entry) if PLAN_FILE in top else None
        reviews = self._read_entries(QUALITY_FILE, read_quality_entry) if QUALITY_FILE in top else ()
        records = WorkRecords(
            plan=plan,
            sessions=tuple(sorted(filter(None, sessions), key=lambda session: (session.day, session.at.path))),
            asked=self._read_entries(ASKED_FILE, read_asked_entry) if ASKED_FILE in top else (),
            contributions=tuple(filter(None, contributions)),
            reviews=reviews,
            copies=self._read_copies() if COPIES_FILE in top else (),
        )
        self._findings.extend(_check_reviewers(records))
        parsed = self._findings.wrap(records)
        problems = sorted(drop_explained_keys(parsed.problems), key=lambda problem: problem.sort_key)
        return Parsed(parsed.value, tuple(problems))

    def _list(self, folder: str) -> tuple[str, ...]:
        return self._findings.take(list_work_files(self._story, folder))

    def _read_single(self, path: str, read: ReadEntry[T]) -> T | None:
        tree = self._findings.take(read_work_tree(self._story, path))
        if isinstance(tree.root, Map):
            entry = read_entry(tree.root, _find_kind(path), tree, self._context, read)
            self._findings.extend(quote_lines(entry.problems, {path: tree.lines}))
            return entry.value
        if tree.root is not None:
            what, remedy = "This file should be keys with their words.", "Write a key, a colon, a space and the words."
            self._findings.add(Location(path, 1), what, remedy, rule=WRONG_VALUE)
        return None

    def _read_entries(self, path: str, read: ReadEntry[T]) -> tuple[T, ...]:
        tree = self._findings.take(read_work_tree(self._story, path))
        return self._findings.take(read_list(tree, _find_kind(path), self._context, read))

    def _read_copies(self) -> tuple[Copy, ...]:
        return self._findings.take(parse_copies(self._story / COPIES_FILE))


def _find_kind(path: str) -> EntryKind:
    folder, _, _ = path.rpartition("/")
    return FILE_KINDS.get(path) or FILE_KINDS[f"{folder}/*.yaml"]


def check_plan(plan: WorkPlan | None) -> Iterator[Problem]:
    """Yield what ``plan``, filled from a list of children where there is one, cannot do without."""
    if plan is not None and not plan.worker:
        what, remedy = "It is not said who the worker is.", "Add a line: worker: Priya"
        yield Problem(Location(PLAN_FILE, 1), what, remedy, rule=MISSING_KEY.id)
    if plan is not None and plan.start is None:
        yield Problem(
            Location(PLAN_FILE, 1),
            "It is not said since when the child is looked after.",
            "Add looked-after-since: 20 December 2019, or starts: and a date where the child never was.",
            rule=MISSING_KEY.id,
        )


def _check_reviewers(records: WorkRecords) -> Iterator[Problem]:
    worker = records.plan.worker.casefold() if records.plan else ""
    for review in records.reviews:
        if worker and review.by.casefold() == worker:
            yield Problem(
                Location(QUALITY_FILE),
                f"{review.by} is the child's own worker, and somebody else has to look.",
                "Ask a colleague to look, and write their name at by:.",
                rule=OWN_REVIEW.id,
            )
