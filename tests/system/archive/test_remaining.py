"""Whole archives hold nothing of who is only-me, nor any copy of their photo."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lsbook.archive import restore
from tests.unit.archive.archives import files_in, made, said
from tests.unit.archive.uncle_story import write_uncle_story


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write_uncle_story(tmp_path / "robin")


def test_a_copy_that_the_story_shows_goes_too(story: Path, tmp_path: Path) -> None:
    """The same file under another name is the child's own as well, and so is the entry that shows it."""
    shutil.copy(story / "media" / "lorcan.jpg", story / "media" / "friend.jpg")
    (story / "media.yaml").write_text("- file: friend.jpg\n  shows: A friend\n", "utf-8")
    kept = files_in(made(story, tmp_path / "shelf", "leave-out").place)
    assert kept
    assert not [path for path, content in kept.items() if "friend" in path or b"A friend" in content]


def test_the_archive_says_what_it_cut_and_holds_no_name(story: Path, tmp_path: Path) -> None:
    """The whole way: the bag validates, tells what went beside the person, and has the name in no byte."""
    (story / "policy.yaml").write_text("# Lorcan\nhelplines: []\n", "utf-8")
    shutil.copy(story / "media" / "lorcan.jpg", story / "work" / "x.jpg")
    result = said("archive", story, "--to", tmp_path / "shelf", "--only-me", "leave-out")
    assert result.exit_code == 0, result.output
    assert "the remark at policy.yaml:1" in result.output and "only-me: work/x.jpg" in result.output
    [place] = (tmp_path / "shelf").iterdir()
    for path, content in files_in(place).items():
        assert "lorcan" not in path.casefold() and b"lorcan" not in content.lower(), path
    restore(place, tmp_path / "back", lambda _done, _total: None)
    assert (tmp_path / "back" / "policy.yaml").read_bytes() == b"helplines: []\n"
