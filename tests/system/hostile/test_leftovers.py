"""What a kill leaves hidden in a story is gone after its next build; what another window works on is not touched."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cache.work import build_lock, scratch_folder
from lsbook.cli import main

BUILD_OTHER = ("build", "STORY", "--edition", "5-8")
KILLS = (
    (
        "lsbook.copies.handover",
        "transfer",
        ("handover", "STORY", "--as", "plain", "--edition", "9-12", "--to", "OUTSIDE/stick"),
    ),
    ("lsbook.exports.pdf.document", "print_page", ("pdf", "STORY")),
    ("lsbook.archive.create", "stage_package", ("archive", "STORY", "--to", "OUTSIDE/shelf")),
    ("os", "fsync", ("epub", "STORY")),
    ("lsbook.output.writing", "stage", BUILD_OTHER),
    ("lsbook.output.writing", "verify", BUILD_OTHER),
    ("lsbook.output.writing", "clear_book_files", BUILD_OTHER),
    ("lsbook.output.swap", "flush_folder", BUILD_OTHER),
    ("lsbook.history.changes", "save_inventory", BUILD_OTHER),
    ("lsbook.media.cache", "asdict", BUILD_OTHER),
    ("lsbook.media.cache", "write_atomically", BUILD_OTHER),
    ("lsbook.cache.page_store", "write_sealed", BUILD_OTHER),
)
"""Where each command is killed."""


def kill_command(story: Path, module: str, function: str, words: tuple[str, ...]) -> None:
    line = [word.replace("STORY", str(story)).replace("OUTSIDE", str(story.parent)) for word in words]
    command = [sys.executable, "-m", "tests.system.hostile.dying", module, function, *line]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=240)
    assert done.returncode == -signal.SIGKILL, done.stdout + done.stderr


def list_hidden(story: Path) -> list[str]:
    """All that is for one run only: in the books what is hidden, in the memory all but what it remembers."""
    memory = story / ".lsbook"
    kept = [*memory.glob("held-*.json"), *memory.glob("built-*.json"), *memory.glob("files.json")]
    kept += [*memory.glob("renditions"), *memory.glob("renditions/*"), *memory.glob("pages"), *memory.glob("pages/*")]
    kept += [*memory.glob("pages/*/*.page"), *memory.glob("pages/*/markup.read")]
    kept += [file for file in memory.glob("renditions/*/*") if not file.name.startswith(".")]
    left = [*(file for file in memory.rglob("*") if file not in kept), *(story / "books").glob(".*")]
    return sorted(file.relative_to(story).as_posix() for file in left)


def _kills() -> list[object]:
    """A kill of each command in every run; the others with the slow tests."""
    commands, kills = set[str](), list[object]()
    for kill in KILLS:
        command = kill[2][0]
        marks = [pytest.mark.slow] if command in commands else []
        commands.add(command)
        kills.append(pytest.param(*kill, id=f"{command}: {kill[1]}", marks=marks))
    return kills


@pytest.mark.parametrize(("module", "function", "words"), _kills())
def test_what_a_kill_leaves_goes_with_the_next_build(
    story: Path, module: str, function: str, words: tuple[str, ...]
) -> None:
    """Killed at any step of any command, the story holds nothing of it after a build of the same or another book."""
    if module == "lsbook.media.cache":
        shutil.rmtree(story / ".lsbook" / "renditions")
    kill_command(story, module, function, words)
    assert list_hidden(story) or function in ("save_inventory", "clear_book_files", "write_atomically", "write_sealed")
    said = CliRunner().invoke(main, ["build", str(story), "--date", "2026-03-01"])
    assert said.exit_code == 0, said.output
    assert list_hidden(story) == []
    for book in (story / "books").iterdir():
        subprocess.run(["sha256sum", "-c", "--quiet", "--strict", "book.sha256"], cwd=book, check=True)


def test_what_another_window_works_on_stays(story: Path) -> None:
    """A folder of a run that goes on, and half a medium while a build is at work, are left alone."""
    memory = story / ".lsbook"
    half = memory / "renditions" / "0" / ".film.1"
    with scratch_folder(story, "copy") as folder, build_lock(memory):
        half.parent.mkdir()
        half.write_bytes(b"half")
        (folder / "a").write_bytes(b"a")
        said = CliRunner().invoke(main, ["build", str(story), "--date", "2026-03-01"])
        assert said.exit_code == 0, said.output
        assert (folder / "a").is_file() and half.is_file()
    assert CliRunner().invoke(main, ["build", str(story), "--date", "2026-03-01"]).exit_code == 0
    assert list_hidden(story) == []


def test_a_link_among_what_is_left_leads_nowhere(story: Path) -> None:
    """A link with the name of a folder for one run is not followed, and what lies behind it stays."""
    outside = story.parent / "outside"
    outside.mkdir()
    (outside / "a").write_bytes(b"a")
    (story / ".lsbook" / "copy-1").symlink_to(outside)
    CliRunner().invoke(main, ["build", str(story), "--date", "2026-03-01"])
    assert (outside / "a").is_file()
