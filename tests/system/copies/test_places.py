"""Where a copy is put: what stands there already, who else works there, and what cannot be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lsbook.exports.verify.copy import verify_copy
from tests.building import make_book
from tests.system.copies.steps import change, handover, log, run


@pytest.mark.parametrize("form", ["folder", "locked", "zip"])
def test_another_childs_copy_on_the_stick_stays(story: Path, tmp_path: Path, form: str) -> None:
    """Where two stories have copies of one name the second is refused; a story's own older copy gives way."""
    other = Path(shutil.copytree(story, tmp_path / "sister"))
    change(other, "story.yaml", "name: Robin", "name: Wren")
    make_book(other)
    assert handover(other, "--as", form).exit_code == 0
    [place] = [file for file in (tmp_path / "stick").iterdir() if not file.name.endswith(".sha256")]
    result = handover(story, "--as", form)
    assert result.exit_code == 1 and "another child's book" in result.output
    assert verify_copy(place).files > 0 and log(story) == []
    assert handover(other, "--as", form).exit_code == 0
    assert handover(story, "--as", form, "--replace").exit_code == 0


def test_a_locked_copy_of_another_edition_stays(story: Path) -> None:
    """Locked copies have one name: another edition, or one for somebody else, takes the place of none."""
    assert handover(story, "--as", "locked", "--given-to", "Robin").exit_code == 0
    make_book(story, "13-17")
    assert handover(story, "--as", "locked", "--given-to", "Robin", edition="13-17").exit_code == 1
    assert handover(story, "--as", "locked", "--given-to", "Jan").exit_code == 1
    assert handover(story, "--as", "locked", "--given-to", "Robin").exit_code == 0


def test_what_the_child_put_into_a_copy_stays(story: Path) -> None:
    """My pages, saved beside the book on the stick: the older copy does not give way, and says what lies there."""
    handover(story)
    mine = story.parent / "stick" / "book-9-12" / "my-pages.json"
    mine.write_text("mine", "utf-8")
    result = handover(story)
    assert result.exit_code == 1 and "my-pages.json" in result.output and "take out what is to be kept" in result.output
    assert mine.read_text("utf-8") == "mine"


def test_places_that_cannot_be_are_sentences(story: Path) -> None:
    """A name too long for any disk, and a file where a folder should be, end in a sentence."""
    (story.parent / "file").write_text("mine", "utf-8")
    for place in ("x" * 300, "file/stick"):
        result = run("handover", story, "--as", "plain", "--edition", "9-12", "--to", story.parent / place)
        assert result.exit_code == 1 and "Nothing is handed over" in result.output, result.exception
    assert (story.parent / "file").read_text("utf-8") == "mine"


def test_a_copy_is_not_put_into_the_story(story: Path) -> None:
    """A book among the sources would become a part of them."""
    result = run("handover", story, "--as", "plain", "--edition", "9-12", "--to", story / "media")
    assert result.exit_code == 1 and "inside the story" in result.output


def test_a_new_folder_is_said_to_be_new(story: Path) -> None:
    """A name that was mistyped makes a folder beside the stick: the worker is told that there was none."""
    assert "There is no folder" in handover(story).output
    assert "There is no folder" not in handover(story).output


@pytest.mark.parametrize("file", [".hidden/diary.txt", "~$x.txt", "Open my book.html"])
def test_nothing_of_a_childs_is_deleted_unseen(story: Path, file: str) -> None:
    """What was hidden in an older copy, or written into one of its pages, keeps it where it is until --replace."""
    handover(story)
    mine = story.parent / "stick" / "book-9-12" / file
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("my diary", "utf-8")
    result = handover(story)
    assert result.exit_code == 1 and mine.name in result.output and mine.read_text("utf-8") == "my diary"
    assert handover(story, "--replace").exit_code == 0


@pytest.mark.parametrize("file", ["story.yaml", "bagit.txt"])
def test_no_copy_goes_into_another_story_or_an_archive(story: Path, tmp_path: Path, file: str) -> None:
    """There it would become a part of what is another child's, or must not change."""
    (tmp_path / "other" / "letters").mkdir(parents=True)
    (tmp_path / "other" / file).write_text("child: {name: Wren}\n", "utf-8")
    for command in (("handover", story, "--as", "plain", "--edition", "9-12"), ("archive", story)):
        result = run(*command, "--to", tmp_path / "other" / "letters")
        assert result.exit_code == 1 and "inside another story, or inside an archive" in result.output
    assert list((tmp_path / "other" / "letters").iterdir()) == []


def test_a_new_folder_that_nothing_was_put_into_goes_again(story: Path) -> None:
    """Refused, a handover leaves no empty folders behind."""
    result = run("handover", story, "--as", "plain", "--edition", "13-17", "--to", story.parent / "a" / "b")
    assert result.exit_code == 1 and not (story.parent / "a").exists()
