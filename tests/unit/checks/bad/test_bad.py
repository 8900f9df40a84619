"""Broken stories as a specification: each folder is the smallest that breaks one rule, with the words expected.

A file ``edition`` beside the story names the one that is built; without it all five of the child are.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cli import main

HERE = Path(__file__).parent
STORIES = sorted(folder for folder in HERE.iterdir() if (folder / "story").is_dir())


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_a_broken_story_is_told_in_these_words(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Every problem comes at once, with its file, its line, what is wrong and what to do, and never a traceback."""
    shutil.copytree(folder / "story", tmp_path / "story")
    monkeypatch.chdir(tmp_path)
    named = folder / "edition"
    edition = named.read_text(encoding="utf-8").strip() if named.is_file() else "all"
    result = CliRunner().invoke(main, ["build", "story", "--edition", edition, "--date", "2026-11-21"])
    expected = folder / "expected.txt"
    if request.config.getoption("--rewrite-golden"):
        expected.write_text(result.stderr, encoding="utf-8")
    assert isinstance(result.exception, SystemExit)
    assert (result.exit_code, result.stderr) == (1, expected.read_text(encoding="utf-8"))


def test_there_are_at_least_forty_kinds() -> None:
    """At least forty ways to break a story are written down here."""
    assert len(STORIES) >= 40
