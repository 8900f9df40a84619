"""The proof that a finished picture holds nothing but a picture: a list of what may be in it, not of what may not."""

from __future__ import annotations

from lsbook.media.sizes import Size

_SOI, _EOI = b"\xff\xd8", b"\xff\xd9"
_APP0, _SOS = 0xE0, 0xDA
_ALLOWED_MARKERS = frozenset({0xDB, 0xC4, 0xC0, 0xC2, 0xDD})  # DQT, DHT, SOF0, SOF2, DRI
_FRAME_MARKERS = frozenset({0xC0, 0xC2})
_SCAN_MARKERS = frozenset({0x00, *range(0xD0, 0xD8)})  # a stuffed byte, or a restart mark
_JFIF_ID = b"JFIF\0"
_JFIF_LENGTH = 14  # bytes: longer ones carry a thumbnail


def is_clean(jpeg: bytes) -> bool:
    """Whether ``jpeg`` is one JPEG picture with a bare JFIF header, tables and scans, and ends where it ends."""
    if not jpeg.startswith(_SOI):
        return False
    at = 2
    while at + 4 <= len(jpeg):
        if jpeg[at] != 0xFF:
            return False
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big")
        inside = jpeg[at + 4 : at + 2 + length]
        if marker == _APP0:
            if not inside.startswith(_JFIF_ID) or len(inside) != _JFIF_LENGTH:
                return False
        elif marker != _SOS and marker not in _ALLOWED_MARKERS:
            return False
        at += 2 + length
        if marker == _SOS:
            at = _find_scan_end(jpeg, at)
    return jpeg[at:] == _EOI


def read_size(jpeg: bytes) -> Size:
    """Width and height, in pixels, as the first frame in a clean JPEG says them; (0, 0) where there is none."""
    at = 2
    while at + 4 <= len(jpeg) and jpeg[at + 1] != _SOS:
        if jpeg[at + 1] in _FRAME_MARKERS:
            height, width = jpeg[at + 5 : at + 7], jpeg[at + 7 : at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return 0, 0


def _find_scan_end(jpeg: bytes, at: int) -> int:
    while (at := jpeg.find(b"\xff", at)) != -1 and at + 1 < len(jpeg):
        if jpeg[at + 1] not in _SCAN_MARKERS:
            return at
        at += 2
    return len(jpeg)
