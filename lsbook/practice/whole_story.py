"""Reading a story with the work around it, for figures and evidence: all of it, or not at all."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from lsbook.model.problem import ProblemsFound, Severity, select_errors
from lsbook.model.work import WorkRecords
from lsbook.pipeline import Project, load
from lsbook.reading.rules.work import ONLINE_ONLY
from lsbook.reading.work.records import read_work


def load_whole_story(story: Path, policy: Path | None) -> tuple[Project, WorkRecords]:
    """Return the story in ``story`` and what stands in its ``work/``. Raises ``ProblemsFound``.

    A file that is only on a server keeps both from being counted, also where a book could be made without it.
    """
    project = load(story, policy)
    online_only = (problem for problem in project.warnings if problem.rule == ONLINE_ONLY.id)
    if problems := tuple(replace(problem, severity=Severity.ERROR) for problem in online_only):
        raise ProblemsFound(problems)
    work = read_work(story, project.story.language)
    if select_errors(work.problems):
        raise ProblemsFound(work.problems)
    return project, work.value
