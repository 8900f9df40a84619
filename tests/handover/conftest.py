"""Finished books, made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lsbook.exports import FinishedBook
from lsbook.exports.finished_book import open_finished_book
from tests.handover.stories import make_book, write_story


@pytest.fixture(scope="session")
def robin(tmp_path_factory: pytest.TempPathFactory) -> FinishedBook:
    """The small story's book for nine to twelve."""
    return open_finished_book(make_book(write_story(tmp_path_factory.mktemp("robin") / "story")))


@pytest.fixture(scope="session")
def maya(example: Path) -> FinishedBook:
    """The example child's book for nine to twelve."""
    return open_finished_book(example / "books" / "9-12")


@pytest.fixture
def copied(robin: FinishedBook, tmp_path: Path) -> Path:
    """A copy of the small book that a test may spoil."""
    return Path(shutil.copytree(robin.folder, tmp_path / "9-12"))
