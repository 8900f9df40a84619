"""The whole page as values, in its order."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lsbook import editions, media
from lsbook.cache.folder import locate_cache
from lsbook.cache.work import build_lock
from lsbook.history.last_build import open_file_index
from lsbook.model.problem import Problem, Severity
from lsbook.model.story import Story
from lsbook.pipeline import Project
from lsbook.practice.english import format_full_day
from lsbook.review.check_story import RuleFinding, check_project
from lsbook.review.page.entries import ReviewSection, list_sections
from lsbook.review.page.registers import (
    HardNews,
    RegisterLine,
    list_approvals,
    list_gaps,
    list_hard_news,
    list_holds,
    list_permissions,
)
from lsbook.review.page.views import make_views
from lsbook.review.private import raise_for_private_mentions

_LINE = re.compile(r"(\.(?:ya?ml|md)):[0-9]+")
_GRAVITY = {Severity.ERROR: "Stops a book", Severity.WARNING: "To be looked at", Severity.NOTE: "Good to know"}


class ReviewFinding(Struct, frozen=True):
    """What a rule found, without its line."""

    gravity: str
    rule: str
    file: str
    words: str
    what: str
    remedy: str


class ReviewPage(Struct, frozen=True):
    name: str
    language: str
    day: str
    policy: str
    findings: tuple[ReviewFinding, ...]
    hard_news: tuple[HardNews, ...]
    holds: tuple[RegisterLine, ...]
    gaps: tuple[RegisterLine, ...]
    permissions: tuple[RegisterLine, ...]
    approvals: tuple[RegisterLine, ...]
    sections: tuple[ReviewSection, ...]
    warnings: tuple[Problem, ...]
    """For whoever makes the page: how its pictures were made."""


def make_review_page(
    project: Project, today: date, progress: Callable[[float, int], None] = lambda _done, _total: None
) -> ReviewPage:
    """Return the page about ``project`` for whoever signs. What is only the child's is deleted first.

    ``progress(done, total)`` is called as its pictures get ready. Raises ``ProblemsFound`` where the rest of the story
    names what is deleted, and where this computer cannot make the pictures.
    """
    story = editions.make_public_story(project.story, project.policy)
    public = replace(project, story=story, warnings=())
    small_pictures = _make_small_pictures(story, progress)
    views = make_views(public, today, small_pictures)
    raise_for_private_mentions(project, story, views.list_passages(), today)
    return ReviewPage(
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
        warnings=small_pictures.renditions.warnings,
    )


def _make_small_pictures(story: Story, progress: Callable[[float, int], None]) -> media.SmallPictures:
    folder = Path(story.folder)
    cache_folder = locate_cache(folder)
    with build_lock(cache_folder):
        files = [medium.file for medium in story.media]
        return media.make_small_pictures(files, folder, cache_folder, progress, open_file_index(folder).digest)


def _describe(finding: RuleFinding) -> ReviewFinding:
    problem = finding.problem
    return ReviewFinding(
        _GRAVITY[problem.severity],
        finding.rule.id,
        problem.at.path,
        finding.words,
        _LINE.sub(r"\1", problem.what),
        _LINE.sub(r"\1", problem.remedy),
    )
