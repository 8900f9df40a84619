"""Digests of files: the one place that reads a whole file for what it holds."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from lsbook.files.bounded import CHUNK_SIZE, open_plain_file


def compute_digest(file: Path, *, follow: bool = True) -> str:
    """Return the SHA-256 of a plain file, as 64 hexadecimal digits. ``follow`` links. Raises ``OSError``."""
    return compute_digests(file, follow=follow)["sha256"]


def compute_digests(file: Path, kinds: Sequence[str] = ("sha256",), *, follow: bool = False) -> Mapping[str, str]:
    """Return the digests of a plain file in hexadecimal, by kind. Raises ``OSError``, also where it never ends."""
    hashing = {kind: hashlib.new(kind) for kind in kinds}
    with open_plain_file(file, follow=follow) as content:
        left = os.fstat(content.fileno()).st_size
        while chunk := content.read(CHUNK_SIZE):
            left -= len(chunk)
            if left < 0:
                raise OSError(errno.EAGAIN, "it grows while it is read", str(file))
            for digest in hashing.values():
                digest.update(chunk)
    return {kind: digest.hexdigest() for kind, digest in hashing.items()}
