"""The lists that ``lsbook due`` shows: of one story, or of every story of a caseload."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from lsbook.model.case import Case
from lsbook.model.edition import Policy
from lsbook.model.problem import Location, Problem, ProblemsFound, select_errors
from lsbook.model.rhythm import Duration
from lsbook.model.rules.places import NO_STORY
from lsbook.model.work_vocabulary import Nation
from lsbook.practice.case_reading import read_case
from lsbook.practice.cases import (
    PolicyShelf,
    StoryPlace,
    find_children_list,
    is_story,
    list_stories,
    make_case,
    read_children_list,
)
from lsbook.practice.due.deadlines import is_same_person
from lsbook.practice.due.items import list_due, make_due_context
from lsbook.practice.due.row import DueItem, Urgency
from lsbook.practice.working_days import add_time
from lsbook.reading.work.children import ListedChild


class DueRequest(Struct, frozen=True):
    """What is asked for: a story or a caseload, a day, how far ahead, and whose children."""

    folder: Path
    today: date
    within: Duration
    worker: str = ""
    team: str = ""
    policy: Path | None = None

    def is_wanted(self, case: Case) -> bool:
        """Return whether ``case`` is one of the worker and the team that were named."""
        is_theirs = not self.worker or is_same_person(self.worker, case.plan.worker)
        return is_theirs and (not self.team or self.team.casefold() == case.plan.team.casefold())


class CaseDue(Struct, frozen=True):
    """What is due for one child. ``problems``: how many keep the story from being read; then nothing is known."""

    path: str
    name: str = ""
    plan: str = ""
    worker: str = ""
    is_plan_known: bool = True
    items: tuple[DueItem, ...] = ()
    problems: int = 0
    because: str = ""
    """Why the authority's policy asks for it, in its own words."""

    @property
    def reason(self) -> tuple[str, str] | None:
        """Return the plan and why its rules are as they are; ``None`` where nothing is due by one of them."""
        is_ruled = any(item.urgency in (Urgency.DEADLINE, Urgency.RHYTHM) for item in self.items)
        return (self.plan, self.because) if self.because and is_ruled else None


class DueList(Struct, frozen=True):
    """What is due on a day, child by child. ``is_caseload``: each is called by the path of the folder, too."""

    today: date
    until: date
    cases: tuple[CaseDue, ...]
    is_caseload: bool = False


def make_story_list(request: DueRequest) -> DueList:
    """Return what is due for the child of one story. Raises ``ProblemsFound`` with every problem."""
    shelf = PolicyShelf(request.policy)
    reading = read_case(request.folder, shelf.find(request.folder))
    if reading.facts is None:
        raise ValueError("a story without facts has problems")
    case = make_case(reading.facts, reading.records, request.folder.resolve().name, find_children_list(request.folder))
    policy = shelf.read(request.folder)
    return _make_list(request, (_describe_case("", case, policy, request),), policy.nation)


def make_caseload_list(request: DueRequest) -> DueList:
    """Return what is due for everybody in a caseload; a story that cannot be read is a row that says so.

    Raises ``ProblemsFound`` where there is no story at all, or the policy or the list of children cannot be read.
    """
    places = [place for place in list_stories(request.folder) if not place.has_moved_on]
    if not places:
        raise ProblemsFound((make_empty_problem(request.folder),))
    shelf, children = PolicyShelf(request.policy), read_children_list(request.folder)
    nation = shelf.read(request.folder).nation
    cases = []
    for place in places:
        case = load_case(place, shelf, children)
        if isinstance(case, UnreadableCase):
            cases.append(CaseDue(place.path, problems=case.problems))
        elif request.is_wanted(case):
            cases.append(_describe_case(place.path, case, shelf.read(place.folder), request))
    return _make_list(request, tuple(cases), nation, is_caseload=True)


def make_empty_problem(folder: Path) -> Problem:
    """Return the problem of a folder in which there is no story, or which is one."""
    if is_story(folder):
        what = "This is the folder of one story, and here several are looked at."
        return Problem(
            Location(str(folder)), what, "Name the folder above it, or another that holds stories.", rule=NO_STORY.id
        )
    what = "There is no story in this folder, nor up to three folders down."
    return Problem(
        Location(str(folder)), what, "Name the folder of a story, or one that holds stories.", rule=NO_STORY.id
    )


class UnreadableCase(Struct, frozen=True):
    """A story that cannot be read: how many problems keep it from that, and the child's number, where that is known."""

    problems: int
    reference: str = ""


def load_case(
    place: StoryPlace, shelf: PolicyShelf, children: Mapping[str, ListedChild] | None
) -> Case | UnreadableCase:
    """Return the case of a story, as far as it can be read."""
    reference = ""
    try:
        reading = shelf.recall(place.folder)
        if reading.facts is None:
            return UnreadableCase(reading.problems, reading.reference)
        reference = reading.records.plan.reference if reading.records.plan else ""
        return make_case(reading.facts, reading.records, place.path, children)
    except ProblemsFound as stopped:
        return UnreadableCase(len(select_errors(stopped.problems)), reference)


def _describe_case(path: str, case: Case, policy: Policy, request: DueRequest) -> CaseDue:
    context = make_due_context(case, policy, request.today, request.within)
    rule = context.plan.rule
    return CaseDue(
        path,
        case.facts.name,
        rule.title,
        case.plan.worker,
        context.plan.is_known,
        list_due(context),
        because=rule.because,
    )


def _make_list(
    request: DueRequest, cases: tuple[CaseDue, ...], nation: Nation, *, is_caseload: bool = False
) -> DueList:
    return DueList(request.today, add_time(request.today, request.within, nation), cases, is_caseload)
