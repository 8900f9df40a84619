"""Digests of files that need not be read again: known by what the system says of them.

A file is known again by its size, the times of its last change (of its content and of what the system notes of it) and
its number on the disk. All four are the same in no copy, no backup put back and no file whose time somebody has set.
Where a system keeps them not exactly enough (Windows, a stick), each file is read every time. So is a file that was
still young when it was read: it may have changed once more within the same tick of the clock ("racily clean" in git).
"""

from __future__ import annotations

import os
import stat
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from lsbook.files.atomic import PARTIAL_MARK
from lsbook.files.digests import compute_digest

FileMark: TypeAlias = tuple[int, int, int, int]
"""Size in bytes, both times of the last change in nanoseconds, and the number on the disk."""

_COARSE_STEP = 10_000_000
"""Nanoseconds: a time that is a multiple of this may come from a disk that knows no smaller ones."""
_YOUNG = 20 * _COARSE_STEP
"""Nanoseconds for which a file is young: many steps of any disk whose times are believed (``is_reliable``)."""


class KnownFiles:
    """The digests of files below ``root``, each read at most once. Several threads may ask at once.

    ``cache_folder`` tells the time by the clock of its disk; ``entries`` are those of an earlier run.
    """

    def __init__(self, root: Path, cache_folder: Path, entries: object = None) -> None:
        self._root = root
        self._prefix = os.fspath(root)
        self._cache_folder = cache_folder
        self._known = _parse_entries(entries)
        self._read: dict[str, tuple[FileMark, str]] = {}
        self._clock: tuple[int, int] | None = None
        self._lock = threading.Lock()
        self.is_changed = False
        """Whether there is more to remember than there was."""
        self.is_steady = True
        """Whether no file was seen to change in this run."""

    def digest(self, path: str) -> str:
        """Return the SHA-256 of the plain file at ``path`` from the root; empty for what is none or cannot be read."""
        file = f"{self._prefix}/{path}"
        mark = _take_mark(file)
        if mark is None:
            return ""
        known = self._read.get(path) or self._known.get(path)
        if known and known[0] == mark:
            self._read[path] = known
            return known[1]
        self.is_steady = self.is_steady and path not in self._read
        return self._read_file(path, Path(file), mark)

    def look_again(self) -> KnownFiles:
        """Return what is known for another run: what was young is read again."""
        return KnownFiles(self._root, self._cache_folder, self.list_entries())

    def list_entries(self) -> dict[str, list[object]]:
        """Return what may be trusted in a later run, as JSON holds it."""
        return {path: [*mark, digest] for path, (mark, digest) in sorted(self._known.items())}

    def _read_file(self, path: str, file: Path, mark: FileMark) -> str:
        now, device = self._tell_time()
        self._known.pop(path, None)
        try:
            digest = compute_digest(file, follow=False)
            again = file.lstat()
        except OSError:
            return ""
        self.is_steady = self.is_steady and make_mark(again) == mark
        if make_mark(again) == mark:
            self._read[path] = (mark, digest)
            if is_reliable(mark) and again.st_dev == device and max(mark[1], mark[2]) + _YOUNG <= now:
                self._known[path] = (mark, digest)
                self.is_changed = True
        return digest

    def _tell_time(self) -> tuple[int, int]:
        """Return the time before anything was read, and the number of the disk whose clock tells it."""
        with self._lock:
            if self._clock is None:
                self._clock = read_clock(self._cache_folder)
            return self._clock


def is_reliable(mark: FileMark) -> bool:
    """Whether the system that gave ``mark`` tells each change of a file."""
    return sys.platform != "win32" and mark[3] != 0 and mark[2] % _COARSE_STEP != 0


def make_mark(status: os.stat_result) -> FileMark:
    """Return what tells one state of a file from another."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _take_mark(file: str) -> FileMark | None:
    """Return the mark of a plain file; ``None`` for a link, a folder, and what is gone."""
    try:
        status = os.lstat(file)
    except (OSError, ValueError):
        return None
    return make_mark(status) if stat.S_ISREG(status.st_mode) else None


def read_clock(folder: Path) -> tuple[int, int]:
    """Return the time by the clock of the disk, which may be another than the computer's; 0 where nothing tells it."""
    probe = folder / f"clock{PARTIAL_MARK}{os.getpid()}"
    try:
        descriptor = os.open(probe, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        return 0, 0
    try:
        status = os.fstat(descriptor)
        return status.st_mtime_ns, status.st_dev
    finally:
        os.close(descriptor)
        probe.unlink(missing_ok=True)


def _parse_entries(entries: object) -> dict[str, tuple[FileMark, str]]:
    """What an earlier run remembered; nothing of what it would not have written."""
    known: dict[str, tuple[FileMark, str]] = {}
    for path, entry in entries.items() if isinstance(entries, Mapping) else ():
        if isinstance(entry, list) and len(entry) == 5 and all(isinstance(number, int) for number in entry[:4]):
            size, changed, noted, number, digest = entry
            known[str(path)] = ((size, changed, noted, number), str(digest))
    return known
