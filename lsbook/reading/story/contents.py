"""Which media have the same content, whatever their files are called: what is withheld must not return as a copy."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from lsbook.model.story import Medium
from lsbook.reading.story.picture_parts import find_picture_parts

_OPEN_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""No link is followed, and a pipe keeps nobody waiting."""
_CHUNK_SIZE = 1 << 20
"""Bytes that are read at once."""


def add_content_digests(media: tuple[Medium, ...], folder: Path) -> tuple[Medium, ...]:
    """Return ``media``, which lie in ``folder``, each that may have a copy with the SHA-256 of its content.

    The content of a photo is its picture: a remark or a rating in its file makes no other of it. Two pictures of
    different sizes are no copies, so one is read only where another has its size: five hundred photos from a camera
    cost a look at their heads. What cannot be read, or is empty, gets none: it shows nothing to anybody.
    """
    sizes = {medium.file: _measure_size(folder / medium.file) for medium in media}
    counts = Counter(size for size in sizes.values() if size)
    return tuple(
        replace(medium, content_digest=_compute_digest(folder / medium.file))
        if counts[sizes[medium.file]] > 1
        else medium
        for medium in media
    )


def _measure_size(file: Path) -> int:
    """Return the bytes of what ``file`` shows; 0 for what is no plain file."""
    try:
        with _open_file(file) as content:
            return sum(length for _, length in find_picture_parts(content))
    except OSError:
        return 0


def _compute_digest(file: Path) -> str:
    digest = hashlib.sha256()
    try:
        with _open_file(file) as content:
            for at, length in find_picture_parts(content):
                content.seek(at)
                for left in range(length, 0, -_CHUNK_SIZE):
                    digest.update(content.read(min(left, _CHUNK_SIZE)))
    except OSError:
        return ""
    return digest.hexdigest()


@contextmanager
def _open_file(file: Path) -> Iterator[BinaryIO]:
    """Open a plain file. Raises ``OSError`` where ``file`` is none."""
    with os.fdopen(os.open(file, os.O_RDONLY | _OPEN_FLAGS), "rb") as content:
        if not stat.S_ISREG(os.fstat(content.fileno()).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        yield content
