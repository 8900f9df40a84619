"""Reading a medium: only plain files inside the media folder, and never through a symbolic link.

The rules are security.md's ("no symbolic links followed, nothing outside the folder read").
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import BinaryIO

from lsbook.media.faults import Fault, Refused
from lsbook.media.kinds import HEAD, kind_of
from lsbook.media.recipes import RECIPES, NotShown

LARGEST = 500_000_000
"""Bytes. The largest real photos (200 megapixels, uncompressed) have more, but nobody's phone writes those."""

_KEY = 32
"""Hexadecimal digits: no two photos meet, and paths stay short enough for Windows."""

_WINDOWS_LINKS = (0xA000000C, 0xA0000003)  # symbolic link and junction; a cloud folder's placeholder is neither


@dataclass(frozen=True)
class Looked:
    """A medium that can be shown, and the key under which its renditions are remembered."""

    file: str
    key: str


def look(folder: Path, file: str, version: str) -> Looked:
    """Tell whether ``file`` (its path under ``folder``/media) can be shown, and the key of its content.

    The key begins the SHA-256 of ``version``, a zero byte and the file's bytes. Raises ``Refused`` where there is no
    recipe that shows such a file.
    """
    with _opened(folder, file) as source:
        recipe = RECIPES[kind_of(source.read(HEAD))]
        if isinstance(recipe, NotShown):
            raise Refused(recipe.fault)
        if os.fstat(source.fileno()).st_size > LARGEST:
            raise Refused(Fault.TOO_HEAVY)
        source.seek(0)
        digest = hashlib.sha256(_prefix(version))
        while piece := source.read(1 << 20):
            digest.update(piece)
        return Looked(file, digest.hexdigest()[:_KEY])


def read(folder: Path, looked: Looked, version: str) -> bytes:
    """The bytes of a file that was looked at. Raises ``Refused``, also where they are no longer the same."""
    with _opened(folder, looked.file) as source:
        content = source.read(LARGEST + 1)
    if hashlib.sha256(_prefix(version) + content).hexdigest()[:_KEY] != looked.key:
        raise Refused(Fault.CHANGED)
    return content


def exists(folder: Path, file: str) -> bool:
    """Whether ``file`` still lies under ``folder``/media as a plain file."""
    try:
        _located(folder, file)
    except (Refused, OSError):
        return False
    return True


def _prefix(version: str) -> bytes:
    return version.encode() + b"\0"


@contextmanager
def _opened(folder: Path, file: str) -> Iterator[BinaryIO]:
    try:
        # O_NONBLOCK: a pipe with a photo's name must not hold the build for ever.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(_located(folder, file), flags), "rb") as source:  # noqa: PTH123 (an open descriptor)
            if not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
                raise Refused(Fault.UNKNOWN)
            yield source
    except OSError as error:
        raise Refused(_fault_of(error)) from error


def _located(folder: Path, file: str) -> Path:
    """The path of ``file`` with every step on the way checked. Raises ``Refused`` and ``OSError``."""
    steps = PurePosixPath(file).parts
    if not steps or any(step == ".." or "\0" in step or PurePath(step).name != step for step in steps):
        raise Refused(Fault.OUTSIDE)
    path = folder
    for step in ("media", *steps):
        path /= step
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) in _WINDOWS_LINKS:
            raise Refused(Fault.OUTSIDE)
    if not stat.S_ISREG(found.st_mode):
        raise Refused(Fault.UNKNOWN)
    return path


def _fault_of(error: OSError) -> Fault:
    if error.errno == errno.ELOOP:
        return Fault.OUTSIDE
    return Fault.MISSING if error.errno in (errno.ENOENT, errno.ENOTDIR) else Fault.UNREADABLE
