"""Reading what came from outside: plain files only, never more than is said, and no list without an end.

Whoever keeps a stick or an archive may have put anything on it. A pipe would hold lsbook for ever, a file of holes
would be read for days, and a list or a folder without end would fill the memory.
"""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

MOST_FILES = 100_000
"""Files in a list or a folder: a story of 5,000 photos has some 20,000 in all its books."""
LARGEST_LIST = 16 * 1024 * 1024
"""Bytes: of some hundred thousand files."""
CHUNK_SIZE = 1024 * 1024
_MOST_LETTERS = 16 * 1024 * 1024
"""Of all names in a folder together."""
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe keeps nobody waiting."""
_SPARSE_CHECK_SIZE = 16 * 1024**3
"""Bytes of all files together, above which it is looked whether there is anything in them."""
_SPARSE_RATIO = 16
"""How many times more the files claim to hold than is on the disk: no film is like that."""
_MOST_EXTENTS = 10_000
_MOUNT_POINT_TAG = 0xA0000003
NOT_A_PLAIN_FILE = "it is a link, a pipe or a device, and no file"
TOO_LARGE = "it is far too long"


class DiskEntry(Struct, frozen=True):
    """Something in a folder: its ``path`` from there, with forward slashes; a link is neither file nor folder."""

    path: str
    is_file: bool
    is_folder: bool


def open_plain_file(file: Path, *, follow: bool = False) -> BinaryIO:
    """Open a plain file to read. Raises ``OSError`` for anything else: a pipe or a device is not even read from."""
    try:
        handle = os.open(file, _OPEN_FLAGS | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENXIO, errno.EMLINK) and os.path.lexists(file):
            raise OSError(error.errno, NOT_A_PLAIN_FILE, str(file)) from error
        raise
    opened = os.fdopen(handle, "rb")
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        opened.close()
        raise OSError(errno.EINVAL, NOT_A_PLAIN_FILE, str(file))
    return opened


def read_bounded(file: Path, most: int) -> bytes:
    """The content of a plain file of at most ``most`` bytes. Raises ``OSError``."""
    with open_plain_file(file) as content:
        data = content.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, TOO_LARGE, str(file))
    return data


def list_entries(folder: Path, most: int = MOST_FILES) -> list[DiskEntry]:
    """Everything in ``folder`` and below, in order; no link is followed. Raises ``OSError``, also for more than most.

    A folder that may not be looked into is an error too: what is in it would be called whole unseen.
    """
    entries, letters, ahead = list[DiskEntry](), 0, [""]
    while ahead:
        inside = ahead.pop()
        with os.scandir(folder / inside) as listed:
            for item in listed:
                is_folder = item.is_dir(follow_symlinks=False) and not _is_junction(item)
                entries.append(DiskEntry(inside + item.name, item.is_file(follow_symlinks=False), is_folder))
                letters += len(entries[-1].path)
                if len(entries) > most or letters > _MOST_LETTERS:
                    raise OSError(errno.EFBIG, "it holds more than any book or archive", str(folder))
                if is_folder:
                    ahead.append(f"{inside}{item.name}/")
    return sorted(entries, key=lambda entry: entry.path)


def refuse_sparse_files(files: Iterable[Path]) -> None:
    """Raises ``OSError`` where ``files`` claim to be far larger than what is on the disk, so that reading has no end.

    Files that are one and the same on the disk count once. What is gone is passed over.
    """
    sizes: dict[tuple[int, int], tuple[Path, int]] = {}
    claimed = 0
    for file in files:
        try:
            status = file.lstat()
        except OSError:
            continue
        if stat.S_ISREG(status.st_mode):
            claimed += status.st_size
            own = (status.st_dev, status.st_ino) if status.st_ino else (0, len(sizes))
            sizes[own] = (file, status.st_size)
    if claimed > _SPARSE_CHECK_SIZE:
        filled = sum(_count_filled_bytes(file, size) for file, size in sizes.values())
        if filled * _SPARSE_RATIO < claimed:
            largest = max(sizes.values(), key=lambda pair: pair[1])[0]
            raise OSError(errno.EFBIG, "its files claim to be far larger than they are", str(largest))


def _count_filled_bytes(file: Path, size: int) -> int:
    """Bytes of ``file`` that are no hole, as far as this disk knows of holes."""
    if sys.platform == "win32" or not hasattr(os, "SEEK_DATA"):
        return size
    filled = at = 0
    with open_plain_file(file) as content:
        for _ in range(_MOST_EXTENTS):
            try:
                start = os.lseek(content.fileno(), at, os.SEEK_DATA)
                at = os.lseek(content.fileno(), start, os.SEEK_HOLE)
            except OSError as error:
                return filled if error.errno == errno.ENXIO else size  # ENXIO: nothing but a hole is left
            filled += at - start
            if at >= size:
                break
    return filled


def parse_json(data: bytes) -> object:
    """The value that stands in ``data``, UTF-8 with or without its mark.

    Raises ``ValueError`` for anything else: broken or too deep, a key that stands twice, NaN, a number of thousands of
    digits.
    """
    try:
        return json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_refuse_duplicate_keys, parse_constant=_refuse_constant
        )
    except RecursionError as error:
        raise ValueError("too deep") from error


def is_int_between(value: object, least: int, most: int) -> bool:
    """Whether ``value`` is a whole number from ``least`` to ``most``: ``true`` and ``1.0`` are none."""
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _refuse_duplicate_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a key stands twice")
    return value


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _is_junction(item: os.DirEntry[str]) -> bool:
    """Windows has a second kind of link to a folder."""
    return getattr(item.stat(follow_symlinks=False), "st_reparse_tag", 0) == _MOUNT_POINT_TAG
