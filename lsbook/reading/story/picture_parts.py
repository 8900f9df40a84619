"""The parts of a photo's file that make its picture: without remarks, ratings, days and places, which programs add.

A JPEG's are its segments but those for applications (APPn) and comments; a PNG's are its critical chunks and its
transparency. Of all other files every byte counts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO, TypeAlias

ByteRange: TypeAlias = tuple[int, int]
"""Where it begins in the file, and how many bytes it has."""

_PNG = b"\x89PNG\r\n\x1a\n"
_MAX_PARTS = 10_000
"""Parts that are followed: a photo has some dozens."""
_SCAN, _COMMENT, _COLOURS = 0xDA, 0xFE, 0xEE
"""Of a JPEG: where the picture itself begins; a remark; how its colours are meant (Adobe's APP14)."""


def find_picture_parts(file: BinaryIO) -> tuple[ByteRange, ...]:
    """Return the parts of an open file that make its picture; the whole of what is no JPEG or PNG, or is damaged."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    begins = file.read(len(_PNG))
    parts: tuple[ByteRange, ...] = ()
    if begins.startswith(b"\xff\xd8\xff"):
        parts = tuple(_find_jpeg_parts(file, size))
    elif begins == _PNG:
        parts = tuple(_find_png_parts(file, size))
    return parts or ((0, size),)


def _find_jpeg_parts(file: BinaryIO, size: int) -> Iterator[ByteRange]:
    at = 2
    for _ in range(_MAX_PARTS):
        file.seek(at)
        head = file.read(4)
        if len(head) < 4 or head[0] != 0xFF:
            yield at, size - at
            return
        length = 2 + int.from_bytes(head[2:], "big")
        if head[1] == _SCAN:
            yield at, size - at
            return
        is_remark = head[1] == _COMMENT or (0xE0 <= head[1] <= 0xEF and head[1] != _COLOURS)
        if not is_remark:
            yield at, length
        at += length


def _find_png_parts(file: BinaryIO, size: int) -> Iterator[ByteRange]:
    at = len(_PNG)
    for _ in range(_MAX_PARTS):
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:
            return
        length, kind = 12 + int.from_bytes(head[:4], "big"), head[4:]
        if kind[:1].isupper() or kind == b"tRNS":
            yield at, min(length, size - at)
        at += length
        if kind == b"IEND":
            return
