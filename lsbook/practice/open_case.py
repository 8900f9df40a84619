"""Opening one story with the work around it, for commands that need its words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from lsbook import editions
from lsbook.model.case import Case
from lsbook.pipeline import Project
from lsbook.practice.cases import PolicyShelf, find_children_list, make_case
from lsbook.practice.story_facts import collect_facts
from lsbook.practice.whole_story import load_whole_story


class OpenCase(Struct, frozen=True):
    """A story with its policy, and the case around it."""

    project: Project
    case: Case


def open_case(story: Path, policy: Path | None) -> OpenCase:
    """Return the story in ``story`` with all that stands in its ``work/``. Raises ``ProblemsFound``."""
    own = PolicyShelf(policy).find(story)
    project, records = load_whole_story(story, own.file if own else None)
    facts = collect_facts(project, records)
    return OpenCase(project, make_case(facts, records, story.resolve().name, find_children_list(story)))


def choose_book(project: Project) -> editions.Choice:
    """Return the child's book at the telling age, as a second reader reads it: without what is the child's own."""
    name = editions.find_default_edition(project.story, project.policy)
    edition = editions.make_unapproved_edition(project.story, project.policy, name)
    return editions.make_choice(project.story, editions.make_second_reader_edition(edition), date.min)
