"""What came of asking somebody, as ``work/asked.yaml`` has it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import Project
from lsbook.practice.asking.people import KnownPeople
from lsbook.practice.asking.rows import close_row
from lsbook.reading.work.records import read_work


def settle_row(project: Project, story: Path, by: str, key: str, on: date) -> None:
    """Write below the open row of whoever is called ``by`` that they answered, or said no (``key``).

    Nothing is written where nobody in the story is called so, or nobody asked them. Raises ``ProblemsFound`` where it
    cannot be written.
    """
    try:
        who = KnownPeople(project).find(by).id
    except ProblemsFound:
        return
    work = read_work(story, project.story.language)
    if not any(not problem.is_warning for problem in work.problems):
        close_row(story, work.value.asked, who, key, on)
