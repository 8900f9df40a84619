"""The five stages, each alone: a value in, a value out."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.cache.folder import CACHE_FOLDER
from lsbook.history.changes import read_last_inventory
from lsbook.model.inventory import Inventory
from lsbook.model.media import Renditions
from lsbook.model.problem import ProblemsFound, Severity
from lsbook.pipeline import choose, choose_books, load, make_site, publish, record
from tests.building import HEAD, MADE, STORY, story_in, write_files


def test_a_book_is_made_elsewhere_and_nothing_is_recorded(tmp_path: Path) -> None:
    """From a folder to pages in another one, stage by stage; the story's folder is as it was."""
    folder = tmp_path / "story"
    story_in(folder, {"chapters/01.md": HEAD + "You ran.\n"})
    before = sorted(folder.rglob("*"))
    project = load(folder, None)
    book = choose(project, "9-12", MADE).book
    site = make_site(book, Renditions({}), project.templates)
    assert not (tmp_path / "elsewhere").exists()
    published = publish(site, tmp_path / "elsewhere" / "9-12")
    assert "You ran." in "".join(page.read_text(encoding="utf-8") for page in published.folder.rglob("*.html"))
    assert sorted(folder.rglob("*")) == before


def test_a_check_stops_after_choosing(tmp_path: Path) -> None:
    """What is chosen has all that speaks against it, from the wall and from the checks, each with its rule."""
    people = "- {id: ade, name: Ade, is: uncle, group: home, from-age: 16}\n"
    files = {"people.yaml": people, "chapters/01.md": HEAD + "[[ade]] lived at LA1 1AA.\n"}
    story_in(tmp_path, files)
    choice = choose(load(tmp_path, None), "9-12", MADE)
    assert [problem.rule for problem in choice.refusals] == ["withheld-reference", "identifier"]
    with pytest.raises(ProblemsFound):
        _ = choice.book
    assert not choose_books(load(tmp_path, None), ("9-12",), MADE).books


def test_references_are_looked_at_also_where_reading_failed(tmp_path: Path) -> None:
    """What is wrong with the files and what is wrong with the ids in them come at once, each with its line."""
    with pytest.raises(ProblemsFound) as stopped:
        story_in(tmp_path, {"people.yaml": "- {id: ade, name: Ade}\n", "chapters/01.md": HEAD + "[[adee]] sang.\n"})
    assert [(str(problem.at), problem.rule) for problem in stopped.value.problems][:1] == [
        ("chapters/01.md:5", "unknown-reference")
    ]
    assert {problem.at.path for problem in stopped.value.problems} == {"chapters/01.md", "people.yaml"}
    assert all(problem.source and problem.severity is Severity.ERROR for problem in stopped.value.problems)


def test_what_a_book_holds_is_recorded_on_its_own(tmp_path: Path) -> None:
    """What is recorded is what the next build reads."""
    inventory = Inventory("9-12", "a" * 64, "b" * 64, ())
    record(inventory, tmp_path)
    assert read_last_inventory(tmp_path / CACHE_FOLDER, "9-12") == inventory


REFUSING = "rules:\n  - {name: harsh-word, severity: refuse}\n  - {name: unknown-parent, severity: warn}\n"
ACCEPTED = "accepted: {rule: harsh-word, reason: her own word, by: Sam}\n"


@pytest.mark.parametrize(
    ("words", "keys", "edition", "refused"),
    [
        ("This is your placement.", "", "9-12", True),
        ("This is your placement.", ACCEPTED, "9-12", False),
        ("This is your home.", "", "9-12", False),
        ("::: only-me\nThis is your placement.\n:::", "", "9-12", False),
        ("::: from-age 13\nThis is your placement.\n:::", "", "9-12", False),
        ("::: from-age 13\nThis is your placement.\n:::", "", "13-17", True),
    ],
)
def test_a_policy_that_refuses_what_a_rule_finds_stops_the_book(
    tmp_path: Path, words: str, keys: str, edition: str, refused: bool
) -> None:
    """What a second reader would say stops a book where the policy says so, with the line, unless it is accepted."""
    chapter = HEAD.replace("---\n", f"---\n{keys}", 1) + f"Hello.\n\n{words}\n"
    dad = "- {id: dad, name: Dad, is: birth dad, group: family, parent-of: [me]}\n"
    files = {"story.yaml": STORY, "policy.yaml": REFUSING, "chapters/01.md": chapter, "people.yaml": dad}
    project = load(write_files(tmp_path, files), None)
    refusals = choose_books(project, (edition,), MADE).refusals
    assert [problem.rule for problem in refusals] == ["harsh-word"] * refused
    assert all(problem.at.path == "chapters/01.md" and problem.source for problem in refusals)
