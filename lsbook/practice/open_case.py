"""Opening one story with the work around it, for commands that need its words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lsbook.model.case import Case
from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import Project, load
from lsbook.practice.cases import PolicyShelf, find_children_list, make_case
from lsbook.practice.story_facts import collect_facts
from lsbook.reading.work.records import read_work


@dataclass(frozen=True)
class OpenCase:
    """A story with its policy, and the case around it."""

    project: Project
    case: Case


def open_case(story: Path, policy: Path | None) -> OpenCase:
    """Return the story in ``story`` with all that stands in its ``work/``. Raises ``ProblemsFound``."""
    own = PolicyShelf(policy).find(story)
    project = load(story, own.file if own else None)
    work = read_work(story, project.story.language)
    if any(not problem.is_warning for problem in work.problems):
        raise ProblemsFound(work.problems)
    facts = collect_facts(project.story, project.policy)
    return OpenCase(project, make_case(facts, work.value, story.resolve().name, find_children_list(story)))
