"""Which media have the same content, whatever their files are called: what is withheld must not return as a copy."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from dataclasses import replace
from pathlib import Path

from lsbook.model.story import Medium

_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""No link is followed, and a pipe keeps nobody waiting."""


def with_contents(media: tuple[Medium, ...], folder: Path) -> tuple[Medium, ...]:
    """``media`` of the ``media/`` folder at ``folder``, each that may have a copy with the SHA-256 of its content.

    Two files of different sizes are no copies, so a file is read only where another has its size: five hundred photos
    from a camera cost a look at their sizes. What cannot be read, or is empty, gets none: it shows nothing to anybody.
    """
    sizes = {medium.file: _size_of(folder / medium.file) for medium in media}
    often = Counter(size for size in sizes.values() if size)
    return tuple(
        replace(medium, content=_digest_of(folder / medium.file)) if often[sizes[medium.file]] > 1 else medium
        for medium in media
    )


def _size_of(file: Path) -> int:
    """Bytes; 0 for what is no plain file."""
    try:
        status = file.lstat()
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _digest_of(file: Path) -> str:
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | _CAREFULLY), "rb") as content:
            is_plain = stat.S_ISREG(os.fstat(content.fileno()).st_mode)
            return hashlib.file_digest(content, "sha256").hexdigest() if is_plain else ""
    except OSError:
        return ""
