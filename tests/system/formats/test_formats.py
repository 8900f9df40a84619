"""A story in each released format, frozen: whatever lsbook becomes, it builds the stories that there are."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from lsbook.model.build import BuildRequest
from lsbook.pipeline import build, choose_books, load
from lsbook.reading.story.story_format import NEWEST_FORMAT
from tests.sharing import in_every_run

HERE = Path(__file__).parent
DAY = date(2026, 11, 21)
FORMATS = tuple(range(1, NEWEST_FORMAT + 1))
READERS = ("under-5", "5-8", "9-12", "13-17", "18-plus", "carers", "record")
"""The child's editions, and whom the frozen story approves of beside."""


def test_every_format_has_its_frozen_story() -> None:
    """A format is released together with a story that is written in it."""
    assert [f"format-{number}" for number in FORMATS] == sorted(folder.name for folder in HERE.glob("format-*"))


@pytest.mark.parametrize("number", FORMATS)
def test_no_book_of_a_released_format_is_refused(number: int) -> None:
    """Nothing speaks against any book of the frozen story."""
    chosen = choose_books(load(HERE / f"format-{number}", None), READERS, DAY)
    assert chosen.refusals == [] and len(chosen.books) == len(READERS)


@pytest.mark.parametrize("edition", in_every_run(READERS, ("5-8", "record")))
@pytest.mark.parametrize("number", FORMATS)
def test_a_story_of_a_released_format_is_built_for_ever(number: int, edition: str, tmp_path: Path) -> None:
    """Every book of the frozen story is made, and names its child."""
    story = Path(shutil.copytree(HERE / f"format-{number}", tmp_path / "story"))
    project = load(story, None)
    result = build(project, BuildRequest(story, (edition,), story / "books", DAY), lambda _done, _total: None)
    (book,) = result.books
    assert result.refusals == () and book.edition == edition
    assert project.story.child.name in (book.output.folder / "Open my book.html").read_text(encoding="utf-8")
