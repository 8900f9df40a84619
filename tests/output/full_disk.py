"""Run as a program, in a namespace of its own: books on a disk that is full, and on one that may only be read.

Argument: an empty folder. Prints what was said, line by line, or fails.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from lsbook.model.place import NotMade
from lsbook.output import write
from tests.output.sites import files_in, page, site

LARGE = page("x" * 1_200_000)


def said(disk: Path, workshop: Path, words: str, **more: str) -> str:
    """What the build says, ``made`` where it says nothing; the book on the disk is whole either way."""
    before = files_in(disk)
    try:
        write(site(workshop, words, **more), disk / "9-12")
    except NotMade as stopped:
        assert files_in(disk) == before
        return " ".join(problem.what for problem in stopped.problems)
    finally:
        subprocess.run(["sha256sum", "-c", "--quiet", "--strict", "book.sha256"], cwd=disk / "9-12", check=True)
        assert [entry.name for entry in disk.iterdir()] == ["9-12"]
    return "made"


def mount(disk: Path, *options: str) -> None:
    subprocess.run(["mount", *options, "-t", "tmpfs", "none", str(disk)], check=True)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    drive = place / "disk"
    drive.mkdir()
    mount(drive, "-o", "size=2m")
    print(said(drive, place, "first"))
    print(said(drive, place, "second", pages__still_html=LARGE))  # 1.2 MB beside the old book: there is room
    print(said(drive, place, "third", pages__jan_html=LARGE.replace("x", "y")))  # and now there is none
    mount(drive, "-o", "remount,size=2m,nr_inodes=18")
    print(said(drive, place, "fourth"))
    mount(drive, "-o", "remount,size=8m,nr_inodes=0,ro")
    print(said(drive, place, "fifth"))
    mount(drive, "-o", "remount,rw,size=8m")
    print(said(drive, place, "sixth"))
