"""The small story that is handed over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.handover.stories import make_book, write_story


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small story, with its book for nine to twelve."""
    folder = write_story(tmp_path_factory.mktemp("first") / "robin")
    make_book(folder)
    return folder


@pytest.fixture
def story(first: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(first, tmp_path / "robin"))
