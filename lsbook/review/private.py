"""Before words of a story are shown to somebody else: nothing that is only the child's may be named in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lsbook import editions, reading
from lsbook.model.passage import Passage
from lsbook.model.problem import ProblemsFound
from lsbook.model.story import Story
from lsbook.pipeline import Project


def raise_for_private_mentions(project: Project, public: Story, passages: Iterable[Passage], today: date) -> None:
    """Raise ``ProblemsFound`` where ``passages``, chosen from ``public``, name what is only the child's.

    ``public`` is the story of ``project`` without that: a sentence cannot be mended by leaving a hole in it.
    """
    problems = editions.find_private_mentions(project.story, project.policy, public, passages, today)
    if problems:
        raise ProblemsFound(reading.quote_sources(problems, Path(project.story.folder)))
