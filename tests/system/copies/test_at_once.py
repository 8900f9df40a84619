"""Two at work at the same moment, and Ctrl-C: no copy is half, and none is whole of which nobody knows."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from lsbook.exports.verify.copy import verify_copy
from lsbook.files import transfer as carrying
from lsbook.files.lock import lock
from lsbook.files.transfer import OLDER_PREFIX, STAGED_PREFIX
from tests.building import make_book
from tests.system.copies.steps import change, handover, log, run

HANDED = "Another window is handing over or archiving this story right now."
MADE = "Another window is making this book right now."
PUT = "Another window is handing over a book to this place right now."


@pytest.mark.parametrize(("held", "said"), [(".lsbook/copies", HANDED), ("books/9-12", MADE), ("../stick/book", PUT)])
def test_whoever_comes_second_is_told_to_wait(story: Path, held: str, said: str) -> None:
    """While a copy or a book is made no other copy is; afterwards it is, and no trace of the waiting is left."""
    with lock(story / held):
        refused = handover(story)
    assert refused.exit_code == 1 and said in refused.output and log(story) == []
    assert handover(story).exit_code == 0
    left = [file.name for folder in (story, story.parent / "stick") for file in folder.rglob(".*.lock")]
    assert left == []


def test_the_log_is_for_one_at_a_time(story: Path) -> None:
    """While it is held nothing is marked and nothing is archived; the report of a lost copy comes all the same."""
    handover(story)
    name = log(story)[0]["id"]
    with lock(story / ".lsbook" / "copies"):
        result = run("lost", story, name)
        assert HANDED in result.output and "below its id in the log, by hand" in result.output
        assert (story / "work" / "copies" / f"{name}-lost.md").is_file()
        assert HANDED in run("returned", story, name).output
        assert HANDED in run("archive", story, "--to", story.parent / "shelf").output
    assert "lost" not in log(story)[0] and not (story.parent / "shelf").exists()
    assert run("lost", story, name).exit_code == 0


def test_a_shelf_is_for_one_archive_at_a_time(story: Path) -> None:
    """What another window has begun on the same shelf is not taken for something left behind."""
    begun = story.parent / "shelf" / f"{STAGED_PREFIX}archive-2026-11-22"
    begun.mkdir(parents=True)
    with lock(story.parent / "shelf" / "archive"):
        result = run("archive", story, "--to", story.parent / "shelf")
    assert result.exit_code == 1 and "Another window is archiving to this place" in result.output
    assert begun.is_dir()
    assert run("archive", story, "--to", story.parent / "shelf").exit_code == 0 and not begun.exists()


def test_many_windows_leave_a_log_that_is_right(story: Path) -> None:
    """Started at the same moment, each copy is made and written down under a name of its own, or says who is busy."""
    line = [sys.executable, "-m", "lsbook", "handover", str(story), "--as", "plain", "--edition", "9-12", "--to"]
    windows = [
        subprocess.Popen([*line, str(story.parent / f"stick-{at}")], stderr=subprocess.PIPE, encoding="utf-8")
        for at in range(4)
    ]
    outcomes = [(window.communicate()[1], window.returncode) for window in windows]
    winners = [at for at, (_, code) in enumerate(outcomes) if code == 0]
    assert winners and all(HANDED in words for words, code in outcomes if code)
    assert len({copy["id"] for copy in log(story)}) == len(log(story)) == len(winners)
    assert all(verify_copy(story.parent / f"stick-{at}" / "book-9-12").files for at in winners)
    assert all(not list((story.parent / f"stick-{at}").glob("*")) for at in range(4) if at not in winners)


def test_two_children_and_one_new_folder(story: Path, tmp_path: Path) -> None:
    """Started at the same moment for a folder that is not there yet, one copy is made, and it is whole."""
    other = Path(shutil.copytree(story, tmp_path / "sister"))
    change(other, "story.yaml", "name: Robin", "name: Wren")
    make_book(other)
    line = [sys.executable, "-m", "lsbook", "handover", "--edition", "9-12", "--as", "locked", "--to"]
    windows = [
        subprocess.Popen([*line, str(tmp_path / "new"), str(folder)], stderr=subprocess.PIPE, encoding="utf-8")
        for folder in (story, other)
    ]
    outcomes = [(window.communicate()[1], window.returncode) for window in windows]
    assert sorted(code for _, code in outcomes) == [0, 1], outcomes
    assert len(log(story)) + len(log(other)) == 1
    assert verify_copy(tmp_path / "new" / "locked-book").files > 0


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_window_that_is_closed_at_the_last_moment(story: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A closed window comes too late as well."""
    in_place = carrying._replace_copy

    def interrupted(staged: Path, place: Path) -> None:
        in_place(staged, place)
        os.kill(os.getpid(), getattr(signal, name))

    monkeypatch.setattr(carrying, "_replace_copy", interrupted)
    assert handover(story).exit_code == 0 and len(log(story)) == 1


def test_what_changed_while_words_were_typed_is_not_handed_over(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody holds a person back while the worker thinks of a passphrase: nothing goes out."""

    def prompt(*_: object, **__: object) -> str:
        change(story, "people.yaml", "group: home", "group: home, hold: {reason: a threat, decided-by: Sam}")
        return "tundra velvet quarry lantern osprey"

    monkeypatch.setattr(click, "prompt", prompt)
    result = handover(story, "--as", "locked", "--own-passphrase")
    assert result.exit_code == 1 and log(story) == []
    assert not (story.parent / "stick").exists()


def test_stopped_in_the_middle_nothing_is_in_the_log(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while it is read back: what is there says that it is not whole, and so does lsbook."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(carrying, "_verify_file", stop)
    result = handover(story)
    assert result.exit_code == 1 and "not-whole-" in result.output and "The copy is whole" not in result.output
    assert [file.name for file in (story.parent / "stick").iterdir()] == [f"{STAGED_PREFIX}book-9-12"]
    assert log(story) == []


def test_stopped_at_the_last_moment_it_is_whole_and_in_the_log(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the copy gets its name comes too late to make it one of which nobody knows."""
    in_place = carrying._replace_copy

    def interrupted(staged: Path, place: Path) -> None:
        in_place(staged, place)
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(carrying, "_replace_copy", interrupted)
    before = signal.getsignal(signal.SIGINT)
    result = handover(story, "--as", "zip")
    assert result.exit_code == 0 and "The copy is whole" in result.output
    assert len(log(story)) == 1
    assert signal.getsignal(signal.SIGINT) is before


def test_an_older_copy_that_cannot_be_deleted_is_named(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new copy is whole and in the log; the older one, which tells what it told, is not passed over in silence."""
    handover(story)
    removed = carrying._remove

    def refuse(place: Path) -> None:
        if place.name.startswith(OLDER_PREFIX) and place.exists():
            raise OSError(16, "Device or resource busy")
        removed(place)

    monkeypatch.setattr(carrying, "_remove", refuse)
    result = handover(story)
    assert result.exit_code == 0
    assert f"{OLDER_PREFIX}book-9-12" in result.output and "could not be deleted" in result.output
    assert len(log(story)) == 2 and verify_copy(story.parent / "stick" / "book-9-12").files > 0
