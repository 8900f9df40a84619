"""Drawing stories to be looked at: the same for the same words, whoever the worker is."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from lsbook.model.case import Case
from lsbook.model.practice_policy import QualityStandard
from lsbook.model.problem import ProblemsFound
from lsbook.practice.cases import PolicyShelf, StoryPlace, list_stories, read_children_list
from lsbook.practice.due.items import find_case_plan
from lsbook.practice.due.lists import load_case, make_empty_problem
from lsbook.practice.english import format_count, lower_first


class AuditRequest(Struct, frozen=True):
    """How many stories of which caseload; ``is_each_plan``: so many of each plan of permanence."""

    caseload: Path
    sample: int
    seed: str
    today: date
    is_each_plan: bool = False
    policy: Path | None = None


class DrawnStory(Struct, frozen=True):
    """A story to be looked at. ``band`` is the edition that the child has; nothing says who the worker is."""

    path: str
    plan: str
    band: str
    standards: tuple[QualityStandard, ...]


class AuditSample(Struct, frozen=True):
    """What was drawn, in the order of the folders, of how many; ``unreadable`` could not be drawn."""

    drawn: tuple[DrawnStory, ...]
    stories: int
    unreadable: tuple[str, ...]


def draw_sample(request: AuditRequest) -> AuditSample:
    """Return the stories that the seed draws.

    Raises ``ProblemsFound`` where there is none, or the policy or the list of children cannot be read.
    """
    places = [place for place in list_stories(request.caseload) if not place.has_moved_on]
    if not places:
        raise ProblemsFound((make_empty_problem(request.caseload),))
    shelf, children = PolicyShelf(request.policy), read_children_list(request.caseload)
    shelf.read(request.caseload)
    cases = {place: load_case(place, shelf, children) for place in places}
    readable = {place: case for place, case in cases.items() if isinstance(case, Case)}
    by_plan: Mapping[str, list[DrawnStory]] = defaultdict(list)
    for place, case in _shuffle(readable, request.seed):
        story = _describe(place, case, shelf, request.today)
        by_plan[story.plan if request.is_each_plan else ""].append(story)
    drawn = [story for stories in by_plan.values() for story in stories[: request.sample]]
    unreadable = tuple(place.path for place, case in cases.items() if not isinstance(case, Case))
    return AuditSample(tuple(sorted(drawn, key=lambda story: story.path)), len(places), unreadable)


def _shuffle(cases: Mapping[StoryPlace, Case], seed: str) -> Iterable[tuple[StoryPlace, Case]]:
    """Return ``cases`` in an order that the seed gives: one story more, or a move to another team, changes no other."""

    def digest(pair: tuple[StoryPlace, Case]) -> tuple[str, str]:
        place, case = pair
        reference = case.plan.reference or place.path.rpartition("/")[2]
        return hashlib.sha256(f"{seed}\n{reference}".encode()).hexdigest(), place.path

    return sorted(cases.items(), key=digest)


def _describe(place: StoryPlace, case: Case, shelf: PolicyShelf, today: date) -> DrawnStory:
    policy = shelf.read(place.folder)
    plan = find_case_plan(case, policy, today)
    return DrawnStory(place.path, lower_first(plan.rule.title), case.facts.band, policy.standards)


def format_sample(sample: AuditSample, request: AuditRequest) -> str:
    """Return what was drawn, and that the same words draw it again."""
    each = f" ({request.sample} of each plan, where there are so many)" if request.is_each_plan else ""
    lines = [
        f"{len(sample.drawn)}{each} of {format_count(sample.stories, 'story', 'stories')}, drawn with the seed"
        f' "{request.seed}": the same seed draws the same stories.',
        *(f"{story.path}{f' ({story.plan})' if story.plan else ''}" for story in sample.drawn),
    ]
    if sample.unreadable:
        lines.append(f"Cannot be read, and so not drawn from: {', '.join(sample.unreadable)}")
    return "\n".join(lines)
