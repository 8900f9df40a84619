"""What a young person wrote in the book is taken in word for word, and only what they share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from lsbook.cli import main

PAGES = {
    "lsbook": "my pages",
    "version": 1,
    "name": "Maya",
    "edition": "9-12",
    "book-made": "2026-11-21",
    "saved": "2026-11-22",
    "only-for-me": False,
    "entries": [{"kind": "wrong", "about": "Letters", "words": "I was five:\n- not four # ok?", "on": "2026-11-22"}],
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "maya"
    folder.mkdir()
    text = "child:\n  name: Maya\n  born: 2017-02-14\ntelling-age:\n  age: 9\n  decided-by: Priya\n  on: 2026-02-20\n"
    (folder / "story.yaml").write_text(text, encoding="utf-8")
    return folder


def receive(story: Path, pages: object) -> Result:
    file = story.parent / "my-pages.json"
    file.write_text(pages if isinstance(pages, str) else json.dumps(pages), encoding="utf-8")
    return CliRunner().invoke(main, ["receive", str(story), str(file)])


def kept(story: Path) -> list[Path]:
    return sorted((story / "work").rglob("*")) if (story / "work").exists() else []


def test_what_was_written_is_kept_word_for_word(story: Path) -> None:
    """Each entry stands in a new file of the story's work, in its own words, with what it is about and when."""
    assert receive(story, PAGES).exit_code == 0
    (file,) = (file for file in kept(story) if file.is_file())
    assert file.parent == story / "work" / "contributions"
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert read["by"] == "Maya"
    assert read["entries"] == PAGES["entries"]


def test_nothing_is_overwritten(story: Path) -> None:
    """The same file taken in twice makes two."""
    receive(story, PAGES)
    first = {file: file.read_bytes() for file in kept(story) if file.is_file()}
    assert receive(story, PAGES).exit_code == 0
    assert len([file for file in kept(story) if file.is_file()]) == 2
    assert all(file.read_bytes() == content for file, content in first.items())


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        (PAGES | {"only-for-me": True}, "only for themselves"),
        ({key: value for key, value in PAGES.items() if key != "only-for-me"}, "only for themselves"),
        (PAGES | {"name": "Robin"}, "the book of Robin, and this story is about Maya"),
        (PAGES | {"version": 2}, "newer lsbook"),
        (PAGES | {"entries": []}, "Nothing is written"),
        (PAGES | {"entries": [{"kind": "add", "words": "  "}]}, "Nothing is written"),
        (PAGES | {"entries": [{"kind": "shout", "words": "x"}, 7]}, "Entry 2"),
        ({"lsbook": "something else"}, "not a file of pages"),
        ("[" * 100_000, "not a file of pages"),
        ("no json", "not a file of pages"),
        (json.dumps(PAGES) + " " * (1 << 20), "far too long"),
    ],
)
def test_what_cannot_be_taken_in_is_said_and_nothing_kept(story: Path, pages: object, said: str) -> None:
    """A private, foreign, empty, broken or too long file is refused in plain words, and the story is as it was."""
    result = receive(story, pages)
    assert result.exit_code == 1
    assert said in result.output
    assert kept(story) == []


def test_a_file_that_is_not_there_is_said(story: Path) -> None:
    """A file that cannot be read is named."""
    result = CliRunner().invoke(main, ["receive", str(story), str(story / "no.json")])
    assert result.exit_code == 1 and "cannot be read" in result.output


def test_a_folder_that_cannot_be_written_is_said(story: Path) -> None:
    """Where the work folder is in the way, the sentence says so and nothing is lost."""
    (story / "work").mkdir()
    (story / "work" / "contributions").write_text("a file", encoding="utf-8")
    result = receive(story, PAGES)
    assert result.exit_code == 1 and "cannot write" in result.output


def test_nothing_is_written_outside_the_story(story: Path, tmp_path: Path) -> None:
    """A folder of work that is a link to another place is refused, and that place stays empty."""
    (elsewhere := tmp_path / "elsewhere").mkdir()
    (story / "work").symlink_to(elsewhere)
    result = receive(story, PAGES)
    assert result.exit_code == 1 and list(elsewhere.iterdir()) == []
