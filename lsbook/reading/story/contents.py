"""Which media have the same content, whatever their files are called: what is withheld must not return as a copy."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

from msgspec.structs import replace

from lsbook.files.bounded import CHUNK_SIZE, open_plain_file
from lsbook.model.story import Medium
from lsbook.reading.story.picture_parts import find_picture_parts


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
        with open_plain_file(file) as content:
            return sum(length for _, length in find_picture_parts(content))
    except OSError:
        return 0


def _compute_digest(file: Path) -> str:
    digest = hashlib.sha256()
    try:
        with open_plain_file(file) as content:
            for at, length in find_picture_parts(content):
                content.seek(at)
                for left in range(length, 0, -CHUNK_SIZE):
                    digest.update(content.read(min(left, CHUNK_SIZE)))
    except OSError:
        return ""
    return digest.hexdigest()
