"""Finished books, made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lsbook.handover import Finished, finished
from lsbook.shipped import shipped
from tests.handover.stories import make_book, write_story


@pytest.fixture(scope="session")
def robin(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """The small story's book for nine to twelve."""
    return finished(make_book(write_story(tmp_path_factory.mktemp("robin") / "story")))


@pytest.fixture(scope="session")
def maya(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """The example child's book for nine to twelve."""
    story = tmp_path_factory.mktemp("maya") / "story"
    shutil.copytree(shipped("example-child"), story, ignore=shutil.ignore_patterns("books", ".lsbook"))
    return finished(make_book(story))


@pytest.fixture
def copied(robin: Finished, tmp_path: Path) -> Path:
    """A copy of the small book that a test may spoil."""
    return Path(shutil.copytree(robin.folder, tmp_path / "9-12"))
