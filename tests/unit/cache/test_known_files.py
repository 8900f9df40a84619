"""Digests of files that need not be read again, and files of which nobody may believe that."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from lsbook.cache import known_files
from lsbook.cache.known_files import KnownFiles, is_reliable, make_mark
from tests.building import put

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells too little of a file")

_HOUR = 3_600 * 10**9


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an hour later by the clock of the disk, so that no file is young any more."""
    read_clock = known_files.read_clock

    def read_later(folder: Path) -> tuple[int, int]:
        now, device = read_clock(folder)
        return now + _HOUR, device

    monkeypatch.setattr(known_files, "read_clock", read_later)
    monkeypatch.setattr(known_files, "is_reliable", lambda mark: mark[3] != 0)  # on whatever disk the tests run


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _remember(folder: Path, *paths: str) -> dict[str, list[object]]:
    known = KnownFiles(folder, folder)
    for path in paths:
        known.digest(path)
    return known.list_entries()


@pytest.mark.usefixtures("later")
def test_a_file_that_is_known_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest of a file that is as it was comes from what was remembered."""
    put(tmp_path / "in" / "a.jpg", b"a")
    entries = _remember(tmp_path, "in/a.jpg")
    monkeypatch.setattr(known_files, "compute_digest", lambda *_, **__: pytest.fail("it is read"))
    known = KnownFiles(tmp_path, tmp_path, entries)
    assert known.digest("in/a.jpg") == _digest(b"a")
    assert (known.is_changed, known.is_steady) == (False, True)


@pytest.mark.usefixtures("later")
def test_other_bytes_of_the_same_size_and_time_are_read(tmp_path: Path) -> None:
    """The time that nobody can set tells that a file was written to."""
    file = put(tmp_path / "a.jpg", b"a")
    entries = _remember(tmp_path, "a.jpg")
    status = file.stat()
    while file.stat().st_ctime_ns == status.st_ctime_ns:  # until the next tick of the clock
        file.write_bytes(b"b")
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_mtime_ns == status.st_mtime_ns
    assert KnownFiles(tmp_path, tmp_path, entries).digest("a.jpg") == _digest(b"b")


@pytest.mark.usefixtures("later")
def test_another_file_in_its_place_is_read(tmp_path: Path) -> None:
    """A copy that takes the place of a file is another file, whatever its size and its time."""
    put(tmp_path / "a.jpg", b"a")
    entries = _remember(tmp_path, "a.jpg")
    other = put(tmp_path / "b.jpg", b"b")
    os.utime(other, ns=((tmp_path / "a.jpg").stat().st_atime_ns, (tmp_path / "a.jpg").stat().st_mtime_ns))
    other.replace(tmp_path / "a.jpg")
    assert KnownFiles(tmp_path, tmp_path, entries).digest("a.jpg") == _digest(b"b")


@pytest.mark.parametrize(("age", "is_remembered"), [(0, False), (10**8, False), (10**9, True)])
def test_a_young_file_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, age: int, is_remembered: bool
) -> None:
    """What has just been written may change once more within the same tick: it is not remembered for later."""
    status = put(tmp_path / "a.jpg", b"a").stat()
    now = max(status.st_mtime_ns, status.st_ctime_ns) + age
    monkeypatch.setattr(known_files, "read_clock", lambda _: (now, status.st_dev))
    monkeypatch.setattr(known_files, "is_reliable", lambda mark: mark[3] != 0)  # on whatever disk the tests run
    known = KnownFiles(tmp_path, tmp_path)
    assert known.digest("a.jpg") == _digest(b"a")
    assert bool(known.list_entries()) is is_remembered
    assert known.is_changed is is_remembered


@pytest.mark.usefixtures("later")
def test_a_file_that_changes_in_between_is_no_steady_one(tmp_path: Path) -> None:
    """A run in which a file was seen to change knows of it."""
    put(tmp_path / "a.jpg", b"a")
    known = KnownFiles(tmp_path, tmp_path)
    known.digest("a.jpg")
    put(tmp_path / "a.jpg", b"longer")
    assert known.digest("a.jpg") == _digest(b"longer")
    assert not known.is_steady
    assert known.look_again().is_steady


def test_what_is_no_plain_file_has_no_digest(tmp_path: Path) -> None:
    """A folder, a link, a pipe and what is missing are no files."""
    put(tmp_path / "folder" / "a.jpg", b"a")
    (tmp_path / "link.jpg").symlink_to(tmp_path / "folder" / "a.jpg")
    os.mkfifo(tmp_path / "pipe.jpg")
    known = KnownFiles(tmp_path, tmp_path)
    assert [known.digest(path) for path in ("folder", "link.jpg", "pipe.jpg", "gone.jpg", "a\0b")] == [""] * 5


def test_a_disk_that_counts_coarsely_is_not_believed(tmp_path: Path) -> None:
    """A time in whole hundredths of a second comes from a stick, and a file without a number from a network."""
    mark = make_mark(put(tmp_path / "a.jpg", b"a").stat())
    assert not is_reliable((mark[0], mark[1], 1_700_000_000_020_000_000, mark[3]))
    assert not is_reliable((mark[0], mark[1], 1_700_000_000_020_000_001, 0))
    assert is_reliable((mark[0], mark[1], 1_700_000_000_020_000_001, 7))


@pytest.mark.parametrize("entries", [None, [], {"a.jpg": 1}, {"a.jpg": [1, 2, 3, "4", "f" * 64]}, {"a.jpg": [1, 2]}])
def test_entries_of_another_shape_are_none(entries: object, tmp_path: Path) -> None:
    """What lsbook would not have written is not believed."""
    put(tmp_path / "a.jpg", b"a")
    assert KnownFiles(tmp_path, tmp_path, entries).digest("a.jpg") == _digest(b"a")
