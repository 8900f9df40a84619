"""One slip at the start of a line: one message, on its line, with its cause, and none for what follows from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import load
from tests.building import describe_child, write_files

PEOPLE = """- id: mum
  name: Mum
  is: birth mum
  group: family
  parent-of: [me]
  facts:
    - says:
        5: Mum could not keep you safe.
        9: Mum drank so much that she could not keep you safe.
      source: the judgment
      decided-by: the court
      certainty: sure
- id: dad
  name: Dad
  is: birth dad
  group: family
"""


def _load(folder: Path, people: str) -> list[tuple[int, str]]:
    write_files(folder, {"story.yaml": describe_child(), "people.yaml": people})
    try:
        load(folder, None)
    except ProblemsFound as stopped:
        return [(problem.at.line, problem.what) for problem in stopped.problems if not problem.is_warning]
    return []


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ("  is: birth mum", " is: birth mum", 3, "does not stand exactly below"),
        ("  is: birth mum", "    is: birth mum", 3, "does not stand exactly below"),
        ("  is: birth mum", "\tis: birth mum", 3, "begins with a tab"),
        ("  parent-of: [me]", "  parent-of:[me]", 5, "no space after the colon"),
        ("  group: family\n  parent", "  group:family\n  parent", 4, "no space after the colon"),
        ("    - says", "     - says", 7, "does not stand exactly below"),
        ("      source", "     source", 10, "does not stand exactly below"),
        ("      certainty", "\tcertainty", 12, "begins with a tab"),
        ("- id: mum", "id: mum", 1, "has no dash"),
        ("- id: mum", "  id: mum", 1, "has no dash"),
        ("- id: mum", " - id: mum", 1, "does not stand exactly below"),
        ("        5: Mum could", "      5: Mum could", 8, "below"),
    ],
)
def test_a_slip_is_told_once_where_it_is(tmp_path: Path, before: str, after: str, line: int, words: str) -> None:
    """The line with the slip and its cause are told, and nothing is called wrong that is right."""
    [(at, what)] = _load(tmp_path, PEOPLE.replace(before, after, 1))
    assert at == line
    assert words in what


def test_ages_that_lost_their_spaces_are_told_once(tmp_path: Path) -> None:
    """What stands beside a key with nothing behind it, and belongs below it, is one mistake."""
    [(at, what)] = _load(tmp_path, PEOPLE.replace("        5:", "      5:").replace("        9:", "      9:"))
    assert (at, what) == (8, '"5" belongs to "says" above it, and has too few spaces before it.')


def test_a_story_without_a_slip_is_read(tmp_path: Path) -> None:
    """What is written as it should be is told nothing."""
    assert _load(tmp_path, PEOPLE) == []
