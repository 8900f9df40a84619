"""Small stories written for one test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lsbook.model.edition import Policy
from lsbook.model.problem import Problem, ProblemsFound
from lsbook.model.story import Story
from lsbook.reading import raise_for_errors, read_story
from tests.building import describe_child, write_files
from tests.building import policy as read_shipped_policy

STORY = describe_child()
ReadStory = Callable[..., Story]
ReadWrong = Callable[..., tuple[Problem, ...]]


@pytest.fixture(scope="session")
def policy() -> Policy:
    return read_shipped_policy()


@pytest.fixture
def story(tmp_path: Path, policy: Policy) -> ReadStory:
    """Write files, given by their paths, and read them as a story."""

    def read_it(files: dict[str, str | bytes]) -> Story:
        write_files(tmp_path, {"story.yaml": STORY, **files})
        parsed = read_story(tmp_path, policy)
        raise_for_errors(parsed.problems)
        return parsed.value

    return read_it


@pytest.fixture
def wrong(tmp_path: Path, policy: Policy) -> ReadWrong:
    """Write files and read them; the problems that stop the book."""

    def read_it(files: dict[str, str | bytes]) -> tuple[Problem, ...]:
        write_files(tmp_path, {"story.yaml": STORY, **files})
        with pytest.raises(ProblemsFound) as stopped:
            raise_for_errors(read_story(tmp_path, policy).problems)
        return tuple(problem for problem in stopped.value.problems if not problem.is_warning)

    return read_it
