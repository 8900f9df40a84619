"""A story as lsbook begins it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from lsbook.cli import main

RUN = CliRunner()


def test_a_new_story_builds_at_once(tmp_path: Path) -> None:
    """With name and birth date given, nothing is asked, and the story that is made builds without a problem."""
    story = str(tmp_path / "robin")
    begun = RUN.invoke(main, ["new", story, "--name", 'Robin "Bo" O\'Hara: #1', "--born", "3 July 2019"])
    assert begun.exit_code == 0, begun.output
    made = RUN.invoke(main, ["build", story, "--edition", "all"])
    assert made.exit_code == 0, made.output
    assert 'Robin "Bo" O\'Hara: #1' in (tmp_path / "robin" / "story.yaml").read_text(encoding="utf-8").replace("\\", "")
    assert len(list((tmp_path / "robin" / "books").glob("*/Open my book.html"))) == 5
