"""Stories as good practitioners write them, of made-up children: nothing in them is to be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.review import check_story
from tests.unit.review.stories import GOOD, TODAY, write_told_story


@pytest.mark.parametrize("name", sorted(file.stem for file in GOOD.glob("*.txt")))
def test_a_good_story_raises_no_finding(tmp_path: Path, name: str) -> None:
    """A story that is true and kind is told nothing, whether its work has only begun or is far on."""
    folder = write_told_story(tmp_path, (GOOD / f"{name}.txt").read_text(encoding="utf-8"))
    found = check_story(folder, None, (), TODAY).findings
    assert [f"{finding.rule.id} {finding.problem.at}: {finding.words}" for finding in found] == []


def test_there_are_good_stories() -> None:
    """Children in many places, so that a rule which is too eager is noticed."""
    assert len(list(GOOD.glob("*.txt"))) == 18
