"""How a story stands: what is new in it, what stops its book, and what matters most of what is found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from lsbook import editions, pipeline
from lsbook.cache.folder import locate_cache
from lsbook.history.changes import read_last_inventory
from lsbook.history.drafts import list_news_since_build
from lsbook.history.inventory import make_digester
from lsbook.model.build import WorkerNews
from lsbook.model.problem import Severity
from lsbook.review.check_story import RuleFinding, check_project
from lsbook.review.rules import ALL_RULES

_MOST = 3
_RANKS = {rule.id: rank for rank, rule in enumerate(ALL_RULES)}


class StoryStatus(Struct, frozen=True):
    """What the child's book for the telling age comes to. ``news`` is ``None`` where it was never made."""

    name: str
    age: int
    edition: str
    news: WorkerNews | None
    refusals: tuple[RuleFinding, ...]
    findings: tuple[RuleFinding, ...]
    """Those that matter most, the gravest first."""
    count: int
    """How many there are in all, but refusals."""


def find_story_status(project: pipeline.Project, folder: Path, today: date) -> StoryStatus:
    """Return how the story in ``folder`` stands. Nothing is written. Of what is only-me only refusals are said."""
    story, policy = project.story, project.policy
    name = editions.find_default_edition(story, policy)
    choice = pipeline.choose(project, name, today, to_read=True)
    before = read_last_inventory(locate_cache(folder), name)
    found_problems = check_project(project, (name,), today).findings
    refusals = tuple(each for each in found_problems if each.problem.severity is Severity.ERROR)
    others = [each for each in found_problems if each.problem.severity is not Severity.ERROR]
    others.sort(key=lambda each: (-each.problem.severity.weight, _RANKS.get(each.rule.id, 0)))
    return StoryStatus(
        story.child.name,
        story.telling_age.age,
        name,
        list_news_since_build(choice, before, make_digester(folder)),
        refusals,
        _choose_most_grave(others),
        len(others),
    )


def _choose_most_grave(findings: list[RuleFinding]) -> tuple[RuleFinding, ...]:
    """Return the first of different rules, then others, as many as fit."""
    first = {finding.rule.id: finding for finding in reversed(findings)}
    chosen = [finding for finding in findings if first[finding.rule.id] is finding]
    rest = [finding for finding in findings if finding not in chosen]
    return tuple((chosen + rest)[:_MOST])
