"""What is said of a picture book, and where."""

from __future__ import annotations

from pathlib import Path

from lsbook.checks import BOOK_RULES, SHARING_RULES, find_problems
from tests.building import HEAD, STORY, story_in
from tests.unit.checks.asking import ask_about

CHOSEN = HEAD.replace("---\n", "---\npicture-book: yes\n", 1)


def find(folder: Path, text: str, edition: str = "under-5", more: str = "") -> list[tuple[str, int]]:
    """Which rules speak of a story with one chapter of ``text``, and of which line."""
    story = story_in(folder, {"chapters/01.md": text, "story.yaml": STORY + more})
    problems = find_problems((*BOOK_RULES, *SHARING_RULES), ask_about(story, edition))
    return [(problem.rule, problem.at.line) for problem in problems if problem.rule.startswith("picture-book")]


def test_a_picture_book_that_a_person_chose_is_passed_over(tmp_path: Path) -> None:
    """Nothing is said of a chosen chapter with short spreads, nor of the books of older children."""
    assert find(tmp_path / "chosen", CHOSEN + "You ran.\n\n---\n\nYou sat. You ate.\n") == []
    assert find(tmp_path / "older", HEAD + "You ran.\n", "9-12") == []


def test_a_long_spread_is_found_at_its_line(tmp_path: Path) -> None:
    """Three sentences in a paragraph are too many, and the line is that of the paragraph, within a telling too."""
    telling = CHOSEN + "::: tell 3\nYou ran.\n\n---\n\nYou sat. You ate. You slept.\n:::\n"
    assert find(tmp_path, telling) == [("picture-book-words", 11)]


def test_hard_news_is_never_chosen(tmp_path: Path) -> None:
    """A hard chapter that is marked is said of at its place; where there is no other, nobody can choose one."""
    hard = CHOSEN.replace("title", "heads-up: about fish\ntitle", 1) + "It died.\n"
    assert sorted(find(tmp_path, hard)) == [("picture-book-of-hard-news", 1)]


def test_a_book_that_looks_older_has_no_picture_book(tmp_path: Path) -> None:
    """Where the youngest telling has the look of an older child, nobody has to choose a picture book."""
    text = STORY.replace("age: 10", "age: 4") + "look-age: 14\n"
    story = story_in(tmp_path, {"chapters/01.md": HEAD + "You ran.\n", "story.yaml": text})
    problems = find_problems((*BOOK_RULES, *SHARING_RULES), ask_about(story, "under-5"))
    assert [problem for problem in problems if problem.rule.startswith("picture-book")] == []
