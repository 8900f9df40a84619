"""Run as a program, alone with its mounts: copies of a finished book on a real stick.

Arguments: the finished book, an empty folder, ``vfat`` or ``exfat``, and ``kernel`` or ``fuse`` for whose driver mounts
it. Prints what came of each step, line by line; where a step fails, so does the program.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lsbook.exports.finished_book import open_finished_book
from lsbook.exports.formats import export_book
from lsbook.exports.verify.copy import verify_copy
from lsbook.files.digests import compute_digest
from lsbook.files.package import Package
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import CopyFormat
from tests.unit.files.putting import put

MAKERS = {"vfat": ("mkfs.vfat", "-F", "32", "-n", "STICK"), "exfat": ("mkfs.exfat", "-L", "STICK")}
LARGE, SMALL = 96, 40
"""Megabytes of a stick. The second is as small as FAT32 can be, and nearly full below."""
Tick = Callable[[int, int], None]


class Stick:
    """An image of a stick, and where it is mounted."""

    def __init__(self, folder: Path, kind: str, way: str, megabytes: int) -> None:
        self.image, self.place, self._way = folder / f"{megabytes}.img", folder / "stick", way
        self._kind = kind
        with self.image.open("wb") as image:
            image.truncate(megabytes * 1_000_000 // 4096 * 4096)
        subprocess.run([*MAKERS[kind], self.image], check=True, stdout=subprocess.DEVNULL)
        self.place.mkdir(exist_ok=True)

    @contextmanager
    def mounted(self) -> Iterator[Path]:
        """Mounted for as long as it is used; also unmounted where it was pulled out."""
        if self._way == "kernel":
            subprocess.run(["mount", "-t", self._kind, "-o", "loop", self.image, self.place], check=True)
        else:
            found = subprocess.run(
                ["losetup", "--find", "--show", self.image], check=True, capture_output=True, encoding="utf-8"
            )
            device = found.stdout.strip()
            try:
                subprocess.run(["mount.exfat-fuse", device, self.place], check=True, stdout=subprocess.DEVNULL)
            finally:
                subprocess.run(["losetup", "--detach", device], check=True)  # as soon as nothing uses it
        try:
            yield self.place
        finally:
            subprocess.run(["umount", self.place], check=False, stderr=subprocess.DEVNULL)

    def pull_out(self) -> None:
        """What is gone, is gone: the driver is killed, or the disk is taken from under those who use it."""
        if self._way == "kernel":
            subprocess.run(["umount", "--lazy", self.place], check=True)
            return
        for line in Path("/proc").glob("[0-9]*/cmdline"):
            with suppress(OSError):
                parts = line.read_bytes().split(b"\0")
                if parts[0] == b"mount.exfat-fuse" and os.fsencode(self.place) in parts:
                    os.kill(int(line.parent.name), signal.SIGKILL)


def said(parcel: Package, to: Path, tick: Tick) -> str:
    """What is said where a copy cannot be made."""
    try:
        put((parcel,), to, tick)
    except ProblemsFound as stopped:
        return " ".join(problem.what.partition(":")[0].partition(" (")[0] for problem in stopped.problems)
    return "whole"


def left(to: Path) -> str:
    """What is on the stick, and what ``verify`` says of it."""
    told = []
    for one in sorted(to.iterdir()):
        if one.name in ("filler", "System Volume Information"):
            continue
        try:
            verify_copy(one)
            told.append(f"{one.name} whole")
        except ProblemsFound as stopped:
            told.append(f"{one.name} {stopped.problems[0].what}")
    return "; ".join(told) or "nothing"


def once(action: Callable[[], None], share: float) -> Tick:
    """A tick that does ``action`` when ``share`` of the copying is done."""
    done: list[bool] = []

    def tick(count: int, total: int) -> None:
        if count / total > share / 2 and not done:
            done.append(True)
            action()

    return tick


def fill(to: Path, leave: int = 0) -> None:
    """Somebody else writes to the stick until ``leave`` bytes are free."""
    told = os.statvfs(to)
    with (to / "filler").open("wb") as filler, suppress(OSError):
        for _ in range((told.f_bavail * told.f_frsize - leave) // 65536 + (0 if leave else 1)):
            filler.write(b"\1" * 65536)
            filler.flush()


def quiet(_done: int, _total: int) -> None:
    return


def every_form(stick: Stick, parcels: dict[str, tuple[Package, ...]]) -> None:
    """Each form is carried, and read again after the stick was out; then once more over the older copy."""
    for form, parts in parcels.items():
        with stick.mounted() as to:
            put(parts, to)
        with stick.mounted() as to:
            for parcel in parts:
                for piece in parcel.files:
                    there = to / parcel.name if parcel.is_single_file else to / parcel.name / piece.path
                    assert compute_digest(there) == piece.digest, there
            verify_copy(to / parts[0].name)
            print(f"{form}: whole")
    with stick.mounted() as to:
        print("again:", said(parcels["folder"][0], to, quiet))
    with stick.mounted() as to:
        print("left:", left(to))


def no_room(stick: Stick, parcel: Package) -> None:
    """Too small from the start; filled by somebody else on the way; and with room again."""
    with stick.mounted() as to:
        fill(to, leave=3_000_000)
        print("too small:", said(parcel, to, quiet))
        print("left:", left(to))
        (to / "filler").unlink()
        print("filled:", said(parcel, to, once(lambda: fill(to), 0.4)))
        print("left:", left(to))
        (to / "filler").unlink()
        print("room again:", said(parcel, to, quiet))
    with stick.mounted() as to:
        print("left:", left(to))


def pulled_out(stick: Stick, parcel: Package) -> None:
    """Pulled out in the middle of the second copy, put in again, and carried to once more."""
    with stick.mounted() as to:
        print("pulled out:", said(parcel, to, once(stick.pull_out, 0.5)))
    with stick.mounted() as to:
        print("the older one is whole:", "book-9-12 whole" in left(to))
        print("put in again:", said(parcel, to, quiet))
    with stick.mounted() as to:
        print("left:", left(to))


if __name__ == "__main__":
    book, folder = open_finished_book(Path(sys.argv[1])), Path(sys.argv[2])
    made = {}
    for name in ("folder", "zip", "locked"):
        (folder / name).mkdir()
        made[name] = export_book(book, CopyFormat(name), folder / name).packages
    every_form(Stick(folder, sys.argv[3], sys.argv[4], LARGE), made)
    small = Stick(folder, sys.argv[3], sys.argv[4], SMALL)
    no_room(small, made["folder"][0])
    pulled_out(small, made["folder"][0])
