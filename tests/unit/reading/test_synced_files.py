"""What programs that keep a folder the same on all computers leave in a story: said as that, and never passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.problem import Problem, ProblemsFound
from lsbook.reading.story.story import read_story
from tests.building import describe_child, policy, write_files

CHAPTER = "---\ntitle: A\npart: who-am-i\n---\nHi.\n"
BASE = {"story.yaml": describe_child(), "people.yaml": "- {id: jo, name: Jo, is: aunt, group: family}\n"}


def _list_problems(folder: Path, files: dict[str, str | bytes]) -> tuple[Problem, ...]:
    """Every problem of a story with these files, whether or not a book could be made."""
    story = write_files(folder, {**BASE, **files})
    for path, content in files.items():
        if content == b"gone":
            story.joinpath(path).unlink()
    try:
        return read_story(story, policy()).problems
    except ProblemsFound as stopped:
        return stopped.problems


@pytest.mark.parametrize(
    "name",
    ["story (1).yaml", "people-LAPTOP7.yaml", "people.sync-conflict-20261101-1.yaml", "chapters/01-a (1).md"],
)
def test_two_versions_of_a_file_of_a_story_stop_it(tmp_path: Path, name: str) -> None:
    """A second version of any file that is read is called that, and nothing is made from the first."""
    [problem] = _list_problems(tmp_path, {"chapters/01-a.md": CHAPTER, name: CHAPTER})
    assert problem.what.startswith("Two versions.") and problem.at.path == name and not problem.is_warning


def test_a_copy_of_nothing_is_a_chapter_of_its_own(tmp_path: Path) -> None:
    """A number in brackets makes no second version where there is no first, and never one of a photo."""
    photos = {"media/a.jpg": "x", "media/a (1).jpg": "x"}
    assert _list_problems(tmp_path, {"chapters/01 (1).md": CHAPTER, **photos}) == ()


@pytest.mark.parametrize(
    ("files", "place", "stops"),
    [
        ({"story.yaml": ""}, "story.yaml", True),
        ({"story.yaml": b"gone", ".story.yaml.icloud": "x"}, "story.yaml", True),
        ({"people.yaml": ""}, "people.yaml", False),
        ({"people.yaml": b"gone", ".people.yaml.icloud": "x"}, "people.yaml", True),
        ({"chapters/01-a.md": ""}, "chapters/01-a.md", True),
        ({"letters/.jan.md.icloud": "x"}, "letters/jan.md", True),
        ({"media.yaml": "- {file: a.jpg, shows: A cat.}\n", "media/.a.jpg.icloud": "x"}, "media.yaml", True),
    ],
)
def test_a_file_that_is_only_on_a_server_has_a_sentence_of_its_own(
    tmp_path: Path, files: dict[str, str | bytes], place: str, stops: bool
) -> None:
    """A stand-in is never called missing or badly written, and an empty file is not only called empty."""
    [problem] = _list_problems(tmp_path, files)
    assert "online only" in problem.what and problem.at.path == place and problem.is_warning != stops
