"""Reading cases: one story with its work, or a whole caseload of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lsbook.files.folders import LEVELS, POLICY_FILE, STORY_FILE
from lsbook.files.resources import find_resources
from lsbook.model.case import Case, Discrepancy, StoryFacts
from lsbook.model.edition import Policy
from lsbook.model.work import WorkPlan, WorkRecords, find_earliest_day
from lsbook.practice.case_reading import CaseReading, make_policy_key, recall_case
from lsbook.practice.english import format_full_day
from lsbook.reading.parsed import raise_for_errors
from lsbook.reading.policy import PolicyFile, find_policy, read_policy
from lsbook.reading.work.children import CHILDREN_FILE, ListedChild, read_children
from lsbook.reading.work.records import check_plan

MOVED_ON = "moved-on"
_NOT_STORIES = ("books", "work", "media", "chapters", "letters", "templates")


class StoryPlace(Struct, frozen=True):
    """A story of a caseload: its folder, and how it is called there (``North/4471``)."""

    folder: Path
    path: str

    @property
    def has_moved_on(self) -> bool:
        """Return whether it lies in the folder of those who have moved on."""
        return MOVED_ON in self.path.split("/")[:-1]


def is_story(folder: Path) -> bool:
    """Return whether ``folder`` holds a story, and be it one of which there is only a stand-in of iCloud here."""
    return os.path.lexists(folder / STORY_FILE) or os.path.lexists(folder / f".{STORY_FILE}.icloud")


def list_stories(caseload: Path) -> tuple[StoryPlace, ...]:
    """List the stories in ``caseload``, up to three levels down, in the order of their paths. No link is followed."""
    return tuple(sorted(_walk(caseload, "", LEVELS), key=lambda place: place.path))


def _walk(folder: Path, path: str, levels: int) -> Iterator[StoryPlace]:
    try:
        with os.scandir(folder) as entries:
            inner = [entry for entry in entries if _may_hold_stories(entry)]
    except OSError:
        return
    for entry in inner:
        inside = f"{path}/{entry.name}" if path else entry.name
        if is_story(Path(entry.path)):
            yield StoryPlace(Path(entry.path), inside)
        elif levels > 1:
            yield from _walk(Path(entry.path), inside, levels - 1)


def _may_hold_stories(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or entry.name in _NOT_STORIES:
        return False
    return entry.is_dir(follow_symlinks=False)


class PolicyShelf:
    """The policies of a caseload, each read once."""

    def __init__(self, explicit_file: Path | None) -> None:
        self._explicit_file = explicit_file
        self._policies: dict[Path | None, tuple[Policy, str]] = {}
        self._files: dict[Path, PolicyFile | None] = {}
        self._last: tuple[Path | None, PolicyFile | None] = (None, None)

    def find(self, story: Path) -> PolicyFile | None:
        """Find the policy of ``story`` beside the shipped one, as every command finds it."""
        if self._last[0] != story:
            self._last = (story, self._find(story))
        return self._last[1]

    def _find(self, story: Path) -> PolicyFile | None:
        if os.path.lexists(story / POLICY_FILE):
            return find_policy(story, self._explicit_file)
        if story.parent not in self._files:  # all stories of a folder have the same policy, but for their own
            self._files[story.parent] = find_policy(story, self._explicit_file)
        return self._files[story.parent]

    def read(self, story: Path) -> Policy:
        """Return the policy of ``story``. Raises ``ProblemsFound``."""
        return self._read(story)[0]

    def recall(self, story: Path) -> CaseReading:
        """Return what ``story`` says under its policy, as it was kept or read anew. Raises ``ProblemsFound``."""
        return recall_case(story, self._read(story)[1], self.find(story))

    def _read(self, story: Path) -> tuple[Policy, str]:
        own = self.find(story)
        file = own.file if own else None
        if file not in self._policies:
            policy = read_policy(find_resources("templates") / "policy.yaml", own)
            self._policies[file] = (policy, make_policy_key(policy))
        return self._policies[file]


def read_children_list(caseload: Path, explicit_file: Path | None = None) -> Mapping[str, ListedChild] | None:
    """Return the authority's list of children by reference; ``None`` where there is none.

    Raises ``ProblemsFound`` with every problem in it.
    """
    file = explicit_file or caseload / CHILDREN_FILE
    if explicit_file is None and not file.is_file():
        return None
    parsed = read_children(file, file.name)
    raise_for_errors(parsed.problems)
    return {child.reference: child for child in parsed.value}


def find_children_list(story: Path) -> Mapping[str, ListedChild] | None:
    """Return the list of children above ``story``, up to three levels; ``None`` where there is none."""
    for folder in list(story.resolve().parents)[:LEVELS]:
        if (folder / CHILDREN_FILE).is_file():
            return read_children_list(folder)
    return None


def make_case(facts: StoryFacts, records: WorkRecords, path: str, children: Mapping[str, ListedChild] | None) -> Case:
    """Put a case together: what work/plan.yaml leaves out comes from the list of children.

    Raises ``ProblemsFound`` where the plan lacks what it cannot do without.
    """
    plan = records.plan or WorkPlan()
    reference = plan.reference or path.rpartition("/")[2]
    child = (children or {}).get(reference)
    filled = replace(plan, reference=plan.reference or (reference if child else ""))
    differences: tuple[Discrepancy, ...] = ()
    if child:
        filled = _fill(filled, child)
        differences = tuple(_find_differences(plan, facts, child))
        facts = replace(facts, plan=facts.plan or _fold(child.plan))
    raise_for_errors(check_plan(filled if records.plan else None))
    return Case(facts, records, filled, differences)


def _fill(plan: WorkPlan, child: ListedChild) -> WorkPlan:
    has_start = plan.looked_after_since or plan.starts
    return replace(
        plan,
        worker=plan.worker or child.worker,
        team=plan.team or child.team,
        looked_after_since=plan.looked_after_since if has_start else child.looked_after_since,
        next_review=plan.next_review or find_earliest_day(child.next_review),
    )


def _find_differences(plan: WorkPlan, facts: StoryFacts, child: ListedChild) -> Iterator[Discrepancy]:
    """Yield where the list says something else than the story: both are shown, and neither is changed."""
    own, theirs = plan.looked_after_since, child.looked_after_since
    review = find_earliest_day(child.next_review)
    pairs = [
        ("worker", plan.worker, child.worker),
        ("team", plan.team, child.team),
        ("plan", plan.find_plan_name(facts.plan, date.max), child.plan),
        ("looked-after-since", _format(find_earliest_day(own)), _format(find_earliest_day(theirs))),
        ("next-review", _format(plan.next_review), _format(review)),
    ]
    for key, ours, listed in pairs:
        if ours and listed and _fold(ours) != _fold(listed):
            yield Discrepancy(key, ours, listed)


def _format(day: date | None) -> str:
    return format_full_day(day) if day else ""


def _fold(text: str) -> str:
    return "-".join(text.casefold().replace("-", " ").split())
