"""Whether a file was cut short, for the formats whose decoder does not say.

A phone's HEIC is made of tiles, and its decoder fills in grey where the last of them are missing: half a face must not
stand in a book as if it were the photo.
"""

from __future__ import annotations

_BOX, _WIDE_BOX, _RIFF = 8, 16, 8  # bytes of a header
_KNOWN_BOXES = (b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip", b"idat")


def is_cut_short(source: bytes) -> bool:
    """Whether ``source`` says that it is longer than it is: a HEIC by its boxes, a WebP by its one chunk."""
    if source.startswith(b"RIFF"):
        return len(source) < _RIFF + int.from_bytes(source[4:8], "little")
    return source[4:8] == b"ftyp" and _boxes_end_beyond(source)


def _boxes_end_beyond(source: bytes) -> bool:
    """What a phone hangs on behind the boxes (a little film, its own notes) is none of them, and is no matter."""
    at = 0
    while source[at + 4 : at + _BOX] in _KNOWN_BOXES:
        length = int.from_bytes(source[at : at + 4], "big")
        if length == 0:  # to the end of the file
            return False
        if length == 1:
            length = int.from_bytes(source[at + _BOX : at + _WIDE_BOX], "big")
        if length < _BOX:
            return True
        at += length
        if at > len(source):
            return True
    return False
