"""Small stories written for one test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lsbook.files.resources import find_resources
from lsbook.model.edition import Policy
from lsbook.model.problem import Problem, ProblemsFound
from lsbook.model.story import Story
from lsbook.reading import raise_for_errors, read_policy, read_story

STORY = """child:
  name: Robin
  born: 2017-02-14
telling-age:
  age: 9
  decided-by: Sam
  on: 2026-02-20
"""
ReadStory = Callable[..., Story]
ReadWrong = Callable[..., tuple[Problem, ...]]


@pytest.fixture(scope="session")
def policy() -> Policy:
    return read_policy(find_resources("templates") / "policy.yaml", None)


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for path, text in {"story.yaml": STORY, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.fixture
def story(tmp_path: Path, policy: Policy) -> ReadStory:
    """Write files, given by their paths, and read them as a story."""

    def read_it(files: dict[str, str | bytes]) -> Story:
        write(tmp_path, files)
        parsed = read_story(tmp_path, policy)
        raise_for_errors(parsed.problems)
        return parsed.value

    return read_it


@pytest.fixture
def wrong(tmp_path: Path, policy: Policy) -> ReadWrong:
    """Write files and read them; the problems that stop the book."""

    def read_it(files: dict[str, str | bytes]) -> tuple[Problem, ...]:
        write(tmp_path, files)
        with pytest.raises(ProblemsFound) as stopped:
            raise_for_errors(read_story(tmp_path, policy).problems)
        return tuple(problem for problem in stopped.value.problems if not problem.is_warning)

    return read_it
