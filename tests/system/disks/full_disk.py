"""Run as a program, in a namespace of its own: books on a disk that is full, and on one that may only be read.

Arguments: an empty folder, and ``mounted`` or ``limited``. Prints what was said, line by line, or fails.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from lsbook.model.problem import ProblemsFound
from lsbook.model.site import Site
from lsbook.output import write
from tests.unit.output.sites import files_in, page, site

WORDS = ("first", "second", "third", "fourth", "fifth", "sixth")
LARGE = page("x" * 1_200_000)


def said(disk: Path, book: Site) -> str:
    """What the build says, ``made`` where it says nothing; the book on the disk is whole either way."""
    before = files_in(disk)
    try:
        write(book, disk / "9-12")
    except ProblemsFound as stopped:
        assert files_in(disk) == before
        return " ".join(problem.what for problem in stopped.problems)
    finally:
        subprocess.run(["sha256sum", "-c", "--quiet", "--strict", "book.sha256"], cwd=disk / "9-12", check=True)
        assert [entry.name for entry in disk.iterdir()] == ["9-12"]
    return "made"


def mounted(disk: Path) -> Iterator[None]:
    """One disk after the other: roomy, with too few bytes, with too few files, read-only, and roomy again."""
    options = (
        "size=2m",
        "remount,size=2m",
        "remount,size=2m,nr_inodes=18",
        "remount,ro",
        "remount,rw,nr_inodes=0,size=8m",
    )
    for option in options:
        subprocess.run(["mount", "-o", option, "-t", "tmpfs", "none", str(disk)], check=True)
        yield


def limited(disk: Path) -> Iterator[None]:
    """The same where nobody may mount: no file may be larger than it may be, and the folder is shut."""
    no_limit = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    for largest, mode in ((no_limit, 0o755), (1_000_000, 0o755), (10, 0o755), (no_limit, 0o555), (no_limit, 0o755)):
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, no_limit))
        disk.chmod(mode)
        yield


if __name__ == "__main__":
    place = Path(sys.argv[1])
    drive = place / "disk"
    drive.mkdir()
    states = (mounted if sys.argv[2] == "mounted" else limited)(drive)
    room = {"second": {"pages__still_html": LARGE}, "third": {"pages__jan_html": LARGE.replace("x", "y")}}
    books = [site(place, words, **room.get(words, {})) for words in WORDS]
    next(states)
    print(said(drive, books.pop(0)))
    print(said(drive, books.pop(0)))  # 1.2 MB beside the old book: there is room
    for book in books:
        next(states)
        print(said(drive, book))
