"""A story in each released format, frozen: whatever lsbook becomes, it builds the stories that there are."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from lsbook.model.build import BuildRequest
from lsbook.pipeline import build, load
from lsbook.reading.story.story_format import NEWEST_FORMAT

HERE = Path(__file__).parent
DAY = "2026-11-21"
FORMATS = tuple(range(1, NEWEST_FORMAT + 1))
OTHERS = ("carers", "record")
"""Whom the frozen story approves of, beside the child."""


def test_every_format_has_its_frozen_story() -> None:
    """A format is released together with a story that is written in it."""
    assert [f"format-{number}" for number in FORMATS] == sorted(folder.name for folder in HERE.glob("format-*"))


@pytest.mark.parametrize("number", FORMATS)
def test_a_story_of_a_released_format_is_built_for_ever(number: int, tmp_path: Path) -> None:
    """Every book of the frozen story is made without a refusal, and says what stands in the story."""
    story = Path(shutil.copytree(HERE / f"format-{number}", tmp_path / "story"))
    project = load(story, None)
    editions = (*(band.name for band in project.policy.bands), *OTHERS)
    request = BuildRequest(story, editions, story / "books", date.fromisoformat(DAY))
    result = build(project, request, lambda _done, _total: None)
    assert result.refusals == ()
    assert [book.edition for book in result.books] == list(editions)
    for book in result.books:
        assert project.story.child.name in (book.output.folder / "Open my book.html").read_text(encoding="utf-8")
