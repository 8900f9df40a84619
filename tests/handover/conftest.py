"""Finished books, made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lsbook.exports import Finished
from lsbook.exports.finished_book import finished
from tests.handover.stories import make_book, write_story


@pytest.fixture(scope="session")
def robin(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """The small story's book for nine to twelve."""
    return finished(make_book(write_story(tmp_path_factory.mktemp("robin") / "story")))


@pytest.fixture(scope="session")
def maya(example: Path) -> Finished:
    """The example child's book for nine to twelve."""
    return finished(example / "books" / "9-12")


@pytest.fixture
def copied(robin: Finished, tmp_path: Path) -> Path:
    """A copy of the small book that a test may spoil."""
    return Path(shutil.copytree(robin.folder, tmp_path / "9-12"))
