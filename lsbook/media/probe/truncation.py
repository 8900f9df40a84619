"""Whether a file was cut short, for the formats whose decoder does not say.

A phone's HEIC is made of tiles, and its decoder fills in grey where the last of them are missing: half a face must not
stand in a book as if it were the photo. A film just ends.
"""

from __future__ import annotations

import io
from typing import BinaryIO

_BOX_HEADER, _WIDE_BOX_HEADER, _RIFF_HEADER = 8, 16, 8  # bytes of a header
_KNOWN_BOXES = (b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip", b"idat", b"wide", b"moof", b"sidx", b"mfra")
_FIRST_BOXES = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")
_UNKNOWN_LENGTH = 0xFFFFFFFF
"""What a recorder writes that could not go back to its beginning."""


def is_truncated(source: bytes) -> bool:
    """Whether ``source`` says that it is longer than it is."""
    return is_file_truncated(io.BytesIO(source), len(source))


def is_file_truncated(source: BinaryIO, size: int) -> bool:
    """The same of a file that can be searched: HEIC and MP4 by their boxes, WebP, AVI and WAV by their one chunk.

    ``size`` is in bytes.
    """
    source.seek(0)
    head = source.read(_BOX_HEADER)
    if head.startswith(b"RIFF"):
        length = int.from_bytes(head[4:8], "little")
        return length != _UNKNOWN_LENGTH and size < _RIFF_HEADER + length
    return head[4:8] in _FIRST_BOXES and _has_truncated_box(source, size)


def _has_truncated_box(source: BinaryIO, size: int) -> bool:
    """What a phone hangs on behind the boxes (a little film, its own notes) is none of them, and is no matter."""
    at = 0
    while at < size:
        source.seek(at)
        head = source.read(_WIDE_BOX_HEADER)
        if head[4:8] not in _KNOWN_BOXES:
            return False
        length = int.from_bytes(head[:4], "big")
        if length == 0:  # to the end of the file
            return False
        if length == 1:
            length = int.from_bytes(head[_BOX_HEADER:], "big")
        if length < _BOX_HEADER:
            return True
        at += length
    return at > size
