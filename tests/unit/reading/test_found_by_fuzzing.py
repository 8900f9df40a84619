"""What ``python -m tests.fuzz`` has found, each as small as it can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.files.resources import find_resources
from lsbook.model.problem import ProblemsFound
from lsbook.model.prose import Heading, Listing, Paragraph, Text
from lsbook.reading import PolicyFile, read_policy
from tests.unit.reading.conftest import ReadStory
from tests.unit.reading.test_values import CHAPTER

DIGITS = "1" * 5000
"""More than Python makes a number of."""


def test_a_number_that_is_too_long_begins_no_list(story: ReadStory) -> None:
    """A line that begins with thousands of digits and a full stop is words, and one with a few is a list."""
    chapter = f"{CHAPTER}{DIGITS}. words\n\n123456789. one\n2222222222. two\n"
    words, listing = story({"chapters/01.md": chapter}).chapters[0].inside
    assert words == Paragraph((Text(f"{DIGITS}. words"),))
    assert isinstance(listing, Listing)
    assert (listing.start, len(listing.entries)) == (123456789, 1)


@pytest.mark.parametrize("written", [DIGITS, "-1", "1.5", "٣", "²", "1e3"])
def test_a_number_that_is_none_in_a_policy_is_said(tmp_path: Path, written: str) -> None:
    """A policy's number that is too long or no whole number is a problem with its line."""
    file = tmp_path / "policy.yaml"
    file.write_text(f"bands:\n  - name: 5-8\n    mean-sentence: {written}\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as stopped:
        read_policy(find_resources("templates") / "policy.yaml", PolicyFile(file, "here"))
    assert [problem.at.line for problem in stopped.value.problems] == [3]


def test_a_heading_has_a_space_behind_its_marks(story: ReadStory) -> None:
    """A line that begins with "#1" is words, as people write it, and one with a space behind the marks is a heading."""
    words, heading = story({"chapters/01.md": f"{CHAPTER}#1 & only\n\n## Two\n"}).chapters[0].inside
    assert words == Paragraph((Text("#1 & only"),))
    assert heading == Heading(2, (Text("Two"),))
