"""Copies on real FAT32 and exFAT, in every way that this machine can write them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lsbook.exports import FinishedBook
from lsbook.exports.formats import export_book
from lsbook.exports.verify.copy import verify_copy
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import CopyFormat
from tests.system.disks.stick import MAKERS
from tests.unit.files.putting import put

ROOT = Path(__file__).parents[3]
SBIN = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"}
"""Where Debian keeps what makes and mounts a stick; not every user has it on the way."""
BEGUN = "not-whole-book-9-12 This copy was begun and never finished."
EXPECTED = [
    "folder: whole",
    "zip: whole",
    "locked: whole",
    "again: whole",
    "left: book-9-12 whole; book-9-12.zip whole; book-9-12.zip.sha256 whole; locked-book whole",
    "too small: There is not enough room here",
    "left: nothing",
    "filled: The copy could not be made here",
    f"left: {BEGUN}",
    "room again: whole",
    "left: book-9-12 whole",
    "pulled out: The copy could not be made here",
    "the older one is whole: True",
    "put in again: whole",
    "left: book-9-12 whole",
]


def _mounts(kind: str, folder: Path) -> str:
    """Whose driver mounts a stick of this kind here: ``kernel``, ``fuse``, or nobody's."""
    image, place = folder / "try.img", folder / "try"
    place.mkdir()
    with image.open("wb") as out:
        out.truncate(40_000_000 // 4096 * 4096)
    subprocess.run([*MAKERS[kind], image], check=True, stdout=subprocess.DEVNULL, env=SBIN)
    alone = ["unshare", "--mount", "sh", "-c"]
    fuse = f"set -e; d=$(losetup -f --show {image}); trap 'losetup -d $d' EXIT; "
    fuse += f"mount.exfat-fuse $d {place}; umount {place}"
    ways = {"kernel": f"mount -t {kind} -o loop {image} {place}", "fuse": fuse if kind == "exfat" else "false"}
    found = (way for way, line in ways.items() if _ran([*alone, line]) == 0)
    return next(found, "")


def _ran(line: list[str]) -> int:
    return subprocess.run(line, check=False, capture_output=True, env=SBIN).returncode


@pytest.mark.parametrize("kind", ["vfat", "exfat"])
def test_a_real_stick_holds_every_form_and_every_fault_is_a_sentence(
    kind: str, maya: FinishedBook, tmp_path: Path
) -> None:
    """Carried and put in again: whole; too small, filled up, pulled out: a sentence, and the next carry mends."""
    way = _mounts(kind, tmp_path)
    print(f"{kind}: {way or 'nobody mounts it here, so mtools writes FAT32 in place of it'}")
    if not way:
        _without_a_mount(maya, tmp_path)
        return
    (tmp_path / "bench").mkdir()
    line = ["unshare", "--mount", sys.executable, "-m", "tests.system.disks.stick"]
    done = subprocess.run(
        [*line, str(maya.folder), str(tmp_path / "bench"), kind, way],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=SBIN,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == EXPECTED


def _without_a_mount(book: FinishedBook, folder: Path) -> None:
    """What was carried goes into the image of a stick and out of it again with mtools: nothing has changed."""
    image = folder / "stick.img"
    with image.open("wb") as out:
        out.truncate(96_000_000)
    subprocess.run([*MAKERS["vfat"], image], check=True, stdout=subprocess.DEVNULL, env=SBIN)
    for form in ("folder", "zip", "locked"):
        (folder / form).mkdir()
        parcels = export_book(book, CopyFormat(form), folder / form).packages
        put(parcels, folder / "carried")
        places = [folder / "carried" / parcel.name for parcel in parcels]
        back = folder / f"back-{form}"
        back.mkdir()
        for place in places:
            subprocess.run(["mcopy", "-s", "-i", image, place, "::"], check=True)
        for place in places:
            subprocess.run(["mcopy", "-s", "-n", "-i", image, f"::{place.name}", back], check=True)
        assert verify_copy(back / places[0].name).files == verify_copy(places[0]).files
        assert [one.name for one in back.iterdir()] != []
    listed = subprocess.run(["mdir", "-b", "-i", image, "::"], check=True, capture_output=True, encoding="utf-8").stdout
    assert {"::/book-9-12/", "::/book-9-12.zip", "::/locked-book/"} <= set(listed.split())
    assert subprocess.run(["fsck.vfat", "-n", image], check=False, capture_output=True, env=SBIN).returncode == 0


def test_room_is_counted_in_the_blocks_of_the_stick(
    robin: FinishedBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where many small files take more than their bytes, that much is asked for, and nothing is written."""
    [parcel] = export_book(robin, CopyFormat.FOLDER, tmp_path).packages
    blocks = len(parcel.files) * 1024 * 1024
    usage, system = shutil.disk_usage(tmp_path), os.statvfs(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _to: usage._replace(free=blocks))
    monkeypatch.setattr(os, "statvfs", lambda _to: os.statvfs_result((*system[:1], 1024 * 1024, *system[2:])))
    with pytest.raises(ProblemsFound) as stopped:
        put((parcel,), tmp_path / "stick")
    assert "There is not enough room here" in stopped.value.problems[0].what
    assert list((tmp_path / "stick").iterdir()) == []
