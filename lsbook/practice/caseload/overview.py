"""Whether what is counted is whole: stories, workers, policies in force, and what would be counted wrongly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from lsbook.model.case import Case
from lsbook.model.problem import ProblemsFound
from lsbook.practice.case_reading import CaseReading
from lsbook.practice.cases import PolicyShelf, StoryPlace, list_stories, make_case, read_children_list
from lsbook.practice.due.lists import make_empty_problem
from lsbook.practice.english import format_count, format_full_day
from lsbook.reading.rules.work import TWO_VERSIONS

_SHIPPED = "the policy that comes with lsbook"


class CaseloadOverview(Struct, frozen=True):
    """What stands in a caseload, by the names of folders only."""

    today: date
    stories: int
    moved_on: int
    workers: int
    policies: tuple[tuple[str, int], ...]
    doubled: tuple[tuple[str, ...], ...]
    """The folders of each child who has more than one."""
    two_versions: tuple[str, ...]
    unreadable: tuple[str, ...]
    without_plan: tuple[str, ...]


def survey_caseload(caseload: Path, policy: Path | None, today: date) -> CaseloadOverview:
    """Look through a caseload. Raises ``ProblemsFound`` where there is no story, or its policy cannot be read."""
    places = list_stories(caseload)
    if not places:
        raise ProblemsFound((make_empty_problem(caseload),))
    return _Survey(caseload, PolicyShelf(policy), today).survey(places)


class _Survey:
    def __init__(self, caseload: Path, shelf: PolicyShelf, today: date) -> None:
        self._caseload, self._shelf, self._today = caseload, shelf, today
        self._shelf.read(caseload)
        self._children = read_children_list(caseload)
        self._folders: dict[str, list[str]] = defaultdict(list)
        self._policies: Counter[str] = Counter()
        self._workers: set[str] = set()
        self._lists: dict[str, list[str]] = defaultdict(list)

    def survey(self, places: tuple[StoryPlace, ...]) -> CaseloadOverview:
        for place in places:
            self._survey_story(place)
        doubled = {tuple(folders) for folders in self._folders.values() if len(folders) > 1}
        return CaseloadOverview(
            self._today,
            sum(not place.has_moved_on for place in places),
            sum(place.has_moved_on for place in places),
            len(self._workers),
            tuple(sorted(self._policies.items())),
            tuple(sorted(doubled)),
            tuple(self._lists["versions"]),
            tuple(self._lists["unreadable"]),
            tuple(self._lists["planless"]),
        )

    def _survey_story(self, place: StoryPlace) -> None:
        own = self._shelf.find(place.folder)
        self._policies[self._name_policy(own.file) if own else _SHIPPED] += 1
        try:
            reading = self._shelf.recall(place.folder)
            case = self._make_case(reading, place)
        except ProblemsFound:
            reading, case = CaseReading(problems=1), None
        if TWO_VERSIONS.id in reading.rules:
            self._lists["versions"].append(place.path)
        if case is None:
            self._lists["unreadable"].append(place.path)
            reference = reading.reference or place.path.rpartition("/")[2]
            self._folders[f"reference {reference}"].append(place.path)
            return
        self._note_case(case, reading, place)

    def _make_case(self, reading: CaseReading, place: StoryPlace) -> Case | None:
        if reading.facts is None:
            return None
        return make_case(reading.facts, reading.records, place.path, self._children)

    def _note_case(self, case: Case, reading: CaseReading, place: StoryPlace) -> None:
        reference = case.plan.reference or place.path.rpartition("/")[2]
        self._folders[f"reference {reference}"].append(place.path)
        self._folders[f"child {case.facts.child_key}"].append(place.path)
        if case.plan.worker and not place.has_moved_on:
            self._workers.add(case.plan.worker.casefold())
        if reading.records.plan is None and not place.has_moved_on:
            self._lists["planless"].append(place.path)

    def _name_policy(self, file: Path) -> str:
        file, top = file.resolve(), self._caseload.resolve()
        return file.relative_to(top).as_posix() if file.is_relative_to(top) else str(file)


def format_overview(overview: CaseloadOverview) -> str:
    """Return the lines of the overview."""
    return "\n".join(_list_lines(overview))


def _list_lines(overview: CaseloadOverview) -> Iterator[str]:
    more = f"; {overview.moved_on} more in moved-on" if overview.moved_on else ""
    yield f"{format_count(overview.stories, 'story', 'stories')} ({format_full_day(overview.today)}){more}"
    yield f"Workers: {overview.workers}"
    yield f"Policies in force: {', '.join(f'{name} ({count})' for name, count in overview.policies)}"
    yield f"One child twice: {'; '.join(' and '.join(folders) for folders in overview.doubled) or 'none'}"
    yield f"Two versions of a file: {', '.join(overview.two_versions) or 'none'}"
    yield f"Cannot be read: {', '.join(overview.unreadable) or 'none'}"
    yield f"No work/plan.yaml: {', '.join(overview.without_plan) or 'none'}"
