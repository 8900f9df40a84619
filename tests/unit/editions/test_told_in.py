"""What a chapter tells is told there: the book knows which of its chapters it is, and no other book hears of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.book import Moment, Statement
from lsbook.model.problem import ProblemsFound
from tests.building import HEAD, STORY, book_of, story_in

CHAPTER = f"{HEAD.replace('title: Home', 'title: The winter')}It was cold.\n"
WITHHELD = CHAPTER.replace("part:", "from-age: 13\npart:")


def read_fact(folder: Path, key: str, edition: str, chapter: str = CHAPTER) -> Statement:
    """The one fact of Jan in a book of a story with one chapter."""
    fact = f"{{says: It snowed., source: a letter, {key}}}"
    people = f"- id: jan\n  name: Jan\n  is: foster mum\n  group: home\n  facts:\n    - {fact}\n"
    story = story_in(folder, {"story.yaml": STORY, "people.yaml": people, "chapters/01-winter.md": chapter})
    (shown,) = book_of(story, edition).people[0].facts
    assert isinstance(shown, Statement)
    return shown


@pytest.mark.parametrize("name", ["01-winter.md", "01-winter", "chapters/01-winter.md"])
def test_a_statement_knows_the_chapter_that_tells_it(tmp_path: Path, name: str) -> None:
    """The chapter is named by its file, with or without its folder and its ending; the book knows it by its title."""
    assert read_fact(tmp_path, f"told-in: {name}", "9-12").told_in == "The winter"


@pytest.mark.parametrize(("edition", "expected"), [("5-8", None), ("9-12", "The winter")])
def test_a_chapter_may_tell_it_to_some_ages(tmp_path: Path, edition: str, expected: str | None) -> None:
    """With an age before it, the chapter counts from that age on."""
    assert read_fact(tmp_path, "told-in: {9: 01-winter.md}", edition).told_in == expected


def test_a_book_without_the_chapter_never_hears_of_it(tmp_path: Path) -> None:
    """Where the chapter is told later, its title is not in the book, and the words stand as if no chapter told them."""
    fact = read_fact(tmp_path, "told-in: 01-winter.md", "9-12", WITHHELD)
    assert fact.told_in is None and fact.says


def test_a_moment_knows_its_chapter_too(tmp_path: Path) -> None:
    """In the timeline the same key means the same."""
    moments = "- {when: 2018, what: It snowed., told-in: 01-winter.md}\n"
    story = story_in(tmp_path, {"story.yaml": STORY, "timeline.yaml": moments, "chapters/01-winter.md": CHAPTER})
    (moment,) = book_of(story, "9-12").moments
    assert isinstance(moment, Moment) and moment.told_in == "The winter"


def test_a_chapter_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """A name that no file has is said with the line, and with the name that may have been meant."""
    with pytest.raises(ProblemsFound) as found:
        read_fact(tmp_path, "told-in: 01-wintre.md", "9-12")
    (problem,) = found.value.problems
    assert str(problem.at).startswith("people.yaml:6")
    assert problem.what == 'There is no chapter "01-wintre.md" in chapters/. Did you mean "01-winter.md"?'
