"""The whole page as values, in its order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from lsbook import editions
from lsbook.model.problem import Severity
from lsbook.pipeline import Project
from lsbook.practice.words import format_full_day
from lsbook.review.check_story import RuleFinding, check_project
from lsbook.review.private import raise_for_private_mentions
from lsbook.review.sheet.entries import SheetSection, list_sections
from lsbook.review.sheet.registers import (
    HardNews,
    RegisterLine,
    list_approvals,
    list_gaps,
    list_hard_news,
    list_holds,
    list_permissions,
)
from lsbook.review.sheet.views import make_views

_LINE = re.compile(r"(\.(?:ya?ml|md)):[0-9]+")
_GRAVITY = {Severity.ERROR: "Stops a book", Severity.WARNING: "To be looked at", Severity.NOTE: "Good to know"}


@dataclass(frozen=True)
class SheetFinding:
    """What a rule found, without its line."""

    gravity: str
    rule: str
    file: str
    words: str
    what: str
    remedy: str


@dataclass(frozen=True)
class ReviewSheet:
    name: str
    language: str
    day: str
    policy: str
    findings: tuple[SheetFinding, ...]
    hard_news: tuple[HardNews, ...]
    holds: tuple[RegisterLine, ...]
    gaps: tuple[RegisterLine, ...]
    permissions: tuple[RegisterLine, ...]
    approvals: tuple[RegisterLine, ...]
    sections: tuple[SheetSection, ...]


def make_review_sheet(project: Project, today: date) -> ReviewSheet:
    """Return the page about ``project`` for whoever signs. What is only the child's is deleted first.

    Raises ``ProblemsFound`` where the rest of the story names it.
    """
    story = editions.make_public_story(project.story, project.policy)
    public = replace(project, story=story, warnings=())
    views = make_views(public, today)
    raise_for_private_mentions(project, story, views.list_passages(), today)
    return ReviewSheet(
        name=story.child.name,
        language=story.language,
        day=format_full_day(today),
        policy=project.policy.source,
        findings=tuple(map(_describe, check_project(public, (), today).findings)),
        hard_news=list_hard_news(views, today),
        holds=list_holds(views),
        gaps=list_gaps(views),
        permissions=list_permissions(views),
        approvals=list_approvals(views),
        sections=list_sections(views),
    )


def _describe(finding: RuleFinding) -> SheetFinding:
    problem = finding.problem
    return SheetFinding(
        _GRAVITY[problem.severity],
        finding.rule.id,
        problem.at.path,
        finding.words,
        _LINE.sub(r"\1", problem.what),
        _LINE.sub(r"\1", problem.remedy),
    )
