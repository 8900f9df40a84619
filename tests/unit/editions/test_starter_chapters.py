"""Chapters that nobody has written anew are in no book, and the worker hears of each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lsbook.editions import make_choice, make_edition
from lsbook.editions.choice import Choice
from lsbook.scaffold import NewStory, create_story
from tests.building import policy, story_in

CHAPTER = "chapters/03-your-people.md"


def _choose(folder: Path, more: str = "", title: str = "") -> Choice:
    place = folder / "robin"
    create_story(place, NewStory("Robin", "2017-05-04", date(2026, 6, 1)))
    (place / "media" / "cup.jpg").write_bytes(b"no picture")
    chapter = place / CHAPTER
    text = chapter.read_text(encoding="utf-8") + more
    chapter.write_text(text.replace("The people who matter to you", title) if title else text, encoding="utf-8")
    story = story_in(place, {})
    return make_choice(story, make_edition(story, policy(), "9-12"), date(2026, 6, 1))


def test_a_new_story_has_a_book_without_its_starter_chapters(tmp_path: Path) -> None:
    """No chapter of a new story is in its book; each is a warning that says so, and nothing is refused."""
    choice = _choose(tmp_path)
    assert choice.book.chapters == ()
    assert len([problem for problem in choice.warnings if "made without it" in problem.remedy]) == 4


@pytest.mark.parametrize(
    "more", ["\nJan made tea.\n", "\n![A cup](cup.jpg)\n", "\n::: my-words\nNo.\n:::\n", "\n::: photos\ncup.jpg\n:::\n"]
)
def test_a_chapter_that_somebody_has_touched_stays(tmp_path: Path, more: str) -> None:
    """A chapter with a sentence, a picture or the child's own words more is in the book, and in no such warning."""
    choice = _choose(tmp_path, more)
    assert [chapter.title for chapter in choice.draft.chapters] == ["The people who matter to you"]
    assert len([problem for problem in choice.warnings if "made without it" in problem.remedy]) == 3


def test_a_chapter_with_another_title_stays(tmp_path: Path) -> None:
    """Whoever gave a starter chapter a title of its own has written it anew."""
    assert [chapter.title for chapter in _choose(tmp_path, title="Jan and Dave").book.chapters] == ["Jan and Dave"]
