"""Disks that are full or may not be written, folders that are held open or deleted, and two builds at once."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from lsbook.model.problem import ProblemsFound
from lsbook.output import write
from tests.system.hostile.test_unreadable import WITHOUT_POWERS
from tests.unit.output.sites import DOOR, files_in, finished, site, without_list

ROOT = Path(__file__).parents[3]
ALONE = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--mount", "--map-root-user")
"""A namespace in which a small disk can be mounted, and vanishes with the process."""

SHUT = {
    "mounted": "This disk can be read, but not written.",
    "limited": "This computer does not let lsbook write here.",
}


def whole(place: Path) -> bool:
    """Whether the book at ``place`` is as its list says."""
    done = subprocess.run(["sha256sum", "-c", "--quiet", "--strict", "book.sha256"], cwd=place, check=False)
    return done.returncode == 0


def test_a_disk_that_is_full_or_read_only_is_said_and_mended(tmp_path: Path) -> None:
    """On a real disk with too few bytes, too few files or no leave to write, the old book stays until the next."""
    may_mount = subprocess.run([*ALONE, "mount", "-t", "tmpfs", "none", tmp_path], check=False).returncode == 0
    around, way = (ALONE, "mounted") if may_mount else (WITHOUT_POWERS, "limited")
    command = [*around, sys.executable, "-m", "tests.system.disks.full_disk", str(tmp_path), way]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["made", "made", "The disk is full.", "The disk is full.", SHUT[way], "made"]


def test_limits_in_place_of_a_full_disk_are_said_and_mended(tmp_path: Path) -> None:
    """Where nobody may mount a disk, limits of size and a shut folder show the same."""
    command = [*WITHOUT_POWERS, sys.executable, "-m", "tests.system.disks.full_disk", str(tmp_path), "limited"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[2:] == ["The disk is full.", "The disk is full.", SHUT["limited"], "made"]


def test_an_old_book_that_is_held_open_is_replaced(tmp_path: Path) -> None:
    """A browser that holds a page and its folder open reads the old words on, and the new book is whole."""
    place = tmp_path / "9-12"
    write(site(tmp_path / "workshop", "first"), place)
    folder = os.open(place / "pages", os.O_RDONLY)
    with (place / DOOR).open(encoding="utf-8") as page:
        write(site(tmp_path / "workshop", "second"), place)
        assert "first" in page.read()
    os.close(folder)
    assert without_list(files_in(place)) == finished(site(tmp_path / "workshop", "second"))
    assert {path.name for path in tmp_path.iterdir()} == {"9-12", "workshop"}


def test_a_build_from_within_the_old_books_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that stands in the old book's folder is no obstacle."""
    place = tmp_path / "9-12"
    write(site(tmp_path / "workshop", "first"), place)
    monkeypatch.chdir(place / "pages")
    write(site(tmp_path / "workshop", "second"), place)
    assert whole(place)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("gone", [".9-12.new", "9-12", ""])
def test_a_folder_that_is_deleted_in_the_middle(tmp_path: Path, gone: str, seed: int) -> None:
    """Where somebody deletes a folder while a book is made there, it is made or refused, and the next build mends."""
    books = tmp_path / "books"
    write(site(tmp_path / "workshop", "first"), books / "9-12")
    made = site(tmp_path / "workshop", "second")
    done = threading.Event()

    def delete() -> None:
        while not done.wait(0.001 * (seed + 1)):
            shutil.rmtree(books / gone, ignore_errors=True)

    worker = threading.Thread(target=delete)
    worker.start()
    for _ in range(5):
        with contextlib.suppress(ProblemsFound):
            write(made, books / "9-12")
    done.set()
    worker.join()
    try:
        write(made, books / "9-12")
    except ProblemsFound as refused:  # half a book without its list: whose files these are only a person can tell
        assert all(problem.remedy for problem in refused.problems)
        shutil.rmtree(books)
        write(made, books / "9-12")
    assert without_list(files_in(books / "9-12")) == finished(made)
    assert [path.name for path in books.iterdir()] == ["9-12"]
