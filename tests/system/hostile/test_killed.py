"""Builds that are killed at any moment, or that run at the same time."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.building import put
from tests.system.hostile.stories import CHAPTER, build, everything, story
from tests.unit.media.photos import encoded, scene

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

MOMENTS = (
    ".lsbook/renditions/*/*.jpg",
    ".lsbook/renditions/*/record.json",
    "books/.9-12*",
    "books/.9-12*/pages/*",
    "books/.9-12*/book.sha256",
    "books/.9-12.old",
)
"""What appears while a book is made, in its order: at that moment it is killed, or soon after."""
EDITIONS = ("under-5", "5-8", "9-12", "13-17")


def started(folder: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "lsbook", "build", str(folder), "--date", "2026-03-01", *options]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )


def filled(folder: Path, words: str) -> Path:
    """A story with photos that are not developed yet, in which everything says ``words``."""
    story(folder)
    names = [f"{words}-{number}.jpg" for number in range(6)]
    for number, name in enumerate(names):
        put(folder / "media" / name, encoded(scene(700 + number, 500 + len(words)), "JPEG"))
    put(folder / "media.yaml", "".join(f"- {{file: {json.dumps(one)}, shows: {words}}}\n" for one in [*names, "a.png"]))
    put(folder / "chapters" / "01.md", f"{CHAPTER}{words}\n")
    return folder


def of_session(leader: int) -> list[int]:
    """The processes that a build has started and that are still there."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            fields = (entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if entry.name.isdecimal() and int(fields[3]) == leader and fields[0] != "Z":
            found.append(int(entry.name))
    return found


@pytest.mark.slow
def test_killed_at_any_moment_the_next_build_mends(tmp_path: Path) -> None:
    """Killed while photos are developed, pages made or the book replaced, one whole book stands; the next is made."""
    folder = filled(tmp_path / "story", "first")
    assert started(folder).wait() == 0
    before = everything(folder / "books" / "9-12")
    for number, appears in enumerate(MOMENTS):
        filled(folder, f"again{number}")
        there = set(folder.glob(appears))
        process = started(folder)
        while process.poll() is None and there.issuperset(folder.glob(appears)):
            pass
        process.kill()  # nothing, where it has just come to its end
        process.wait()
        beside = folder / "books" / ".9-12.old"
        book = folder / "books" / "9-12" if (folder / "books" / "9-12").exists() else beside
        subprocess.run(["sha256sum", "-c", "--quiet", "--strict", "book.sha256"], cwd=book, check=True)
        if everything(book) != before:
            before = everything(book)
            assert f"again{number}".encode() in b"".join(before.values())
        while of_session(process.pid):  # they end by themselves; pytest's own limit ends this, if they do not
            time.sleep(0.05)
    assert build(folder).exit_code == 0
    assert [entry.name for entry in (folder / "books").iterdir()] == ["9-12"]
    assert build(filled(tmp_path / "fresh" / "story", f"again{len(MOMENTS) - 1}")).exit_code == 0
    assert everything(folder / "books") == everything(tmp_path / "fresh" / "story" / "books")


@pytest.mark.parametrize("wanted", [EDITIONS, pytest.param(("all", "9-12", "9-12", "all"), marks=pytest.mark.slow)])
def test_builds_at_the_same_time_do_each_other_no_harm(tmp_path: Path, wanted: tuple[str, ...]) -> None:
    """Of several windows that make books of one story each makes its book or says that another does; all are whole."""
    folder = filled(tmp_path / "story", "first")
    running = [started(folder, "--edition", name) for name in wanted]
    for process in running:
        _, said = process.communicate()
        assert process.returncode == 0 or "Another window is making this book right now" in said, said
        assert "Traceback" not in said
        assert said.count("Warning") == said.count("Nobody has chosen what stands in this picture book")
    assert wanted != EDITIONS or all(process.returncode == 0 for process in running)
    for name in sorted({*wanted} - {"all"}):
        assert build(folder, "--edition", name).exit_code == 0
    assert build(filled(tmp_path / "fresh" / "story", "first"), "--edition", "all").exit_code == 0
    made = everything(folder / "books")
    assert made.items() <= everything(tmp_path / "fresh" / "story" / "books").items()
    assert not [entry.name for entry in (folder / "books").iterdir() if entry.name.startswith(".")]
