"""A word that is explained before the book says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.review.stories import find_in

FACT = """
- id: rosa
  name: Mum
  is: birth mum
  group: family
  facts:
    - says:
        4: Mum was ill.
        13: Mum had hepatitis, and the care orders were made.
      decided-by: Priya
      source: a letter
"""
CHAPTER = "---\ntitle: Mum\npart: my-people\n---\nMum had {}.\n"


@pytest.mark.parametrize(
    ("words", "chapter", "found"),
    [
        ("- {word: hepatitis, means: An illness.}", "a coat", [1]),
        ("- {word: care order, means: A paper.}", "a coat", [1]),
        ("- {word: hepatitis, means: An illness., from-age: 13}", "a coat", []),
        ("- {word: hepatitis, means: An illness.}", "hepatitis", []),
        ("- {word: care order, means: A paper.}", "a care order", []),
        ("- {word: kite, means: It flies.}", "a coat", []),
    ],
)
def test_a_word_is_explained_where_it_is_said(tmp_path: Path, words: str, chapter: str, found: list[int]) -> None:
    """An entry of the list is found where only an older telling says the word, and nowhere else."""
    files = {"people.yaml": FACT, "words.yaml": words + "\n", "chapters/01.md": CHAPTER.format(chapter)}
    early = [finding.problem.at for finding in find_in(tmp_path, files) if finding.rule.id == "word-too-early"]
    assert [at.line for at in early] == found and {at.path for at in early} <= {"words.yaml"}
