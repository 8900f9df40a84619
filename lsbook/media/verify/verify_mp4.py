"""The proof that a finished film holds nothing but a film: a list of what may be in it, not of what may not.

The boxes are those of ISO 14496-12 and -14, as far as one H.264 and one AAC track need them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

_ALLOWED_CHILDREN: Mapping[bytes, frozenset[bytes]] = MappingProxyType(
    {
        b"": frozenset({b"ftyp", b"free", b"mdat", b"moov"}),
        b"moov": frozenset({b"mvhd", b"trak", b"udta"}),
        b"trak": frozenset({b"tkhd", b"edts", b"mdia"}),
        b"edts": frozenset({b"elst"}),
        b"mdia": frozenset({b"mdhd", b"hdlr", b"minf"}),
        b"minf": frozenset({b"vmhd", b"smhd", b"dinf", b"stbl"}),
        b"dinf": frozenset({b"dref"}),
        b"stbl": frozenset(
            {b"stsd", b"stts", b"stss", b"ctts", b"stsc", b"stsz", b"stco", b"co64", b"sgpd", b"sbgp", b"sdtp"}
        ),
        b"udta": frozenset({b"meta"}),
        b"meta": frozenset({b"hdlr", b"ilst"}),
    }
)
_EMPTY_BOXES = frozenset({b"free", b"ilst"})
_ALLOWED_HANDLERS = frozenset({b"VideoHandler\0", b"SoundHandler\0", b"\0"})
_ALLOWED_CODECS = frozenset({b"avc1", b"mp4a"})
_HEADER_SIZE, _WIDE_HEADER_SIZE, _FLAGS_SIZE = 8, 16, 4  # bytes
_MOST_BOXES, _LARGEST_BOX = 1000, 1 << 20
"""Boxes in a film, which needs some sixty, and bytes of one that is read whole: a worker that was taken over may write
four gigabytes of them."""
_HANDLER_NAME_OFFSET, _CODEC_OFFSET = 24, 12  # bytes behind the header


def is_clean(file: Path) -> bool:
    """Whether ``file`` is an MP4 of nothing but pictures and sounds, with no note, name, place, day or cover."""
    with file.open("rb") as film:
        return _has_only_clean_boxes(film, 0, file.stat().st_size, b"", count())


def _has_only_clean_boxes(film: BinaryIO, at: int, end: int, parent: bytes, counter: Iterator[int]) -> bool:
    """Whether all boxes from ``at`` to ``end`` are, each within the one around it. ``counter`` counts them."""
    while at < end:
        if next(counter) >= _MOST_BOXES:
            return False
        film.seek(at)
        head = film.read(_WIDE_HEADER_SIZE)
        length, name, header = int.from_bytes(head[:4], "big"), head[4:8], _HEADER_SIZE
        if length == 1:
            length, header = int.from_bytes(head[8:], "big"), _WIDE_HEADER_SIZE
        if name not in _ALLOWED_CHILDREN[parent] or length < header or at + length > end:
            return False
        inside = at + header + (_FLAGS_SIZE if name == b"meta" else 0)
        if name in _ALLOWED_CHILDREN:
            if not _has_only_clean_boxes(film, inside, at + length, name, counter):
                return False
        elif not _has_no_metadata(film, name, inside, at + length):
            return False
        at += length
    return True


def _has_no_metadata(film: BinaryIO, name: bytes, at: int, end: int) -> bool:
    film.seek(at)
    if name in _EMPTY_BOXES:
        return at == end
    if name in (b"hdlr", b"stsd") and end - at > _LARGEST_BOX:
        return False
    if name == b"hdlr":
        return film.read(end - at)[_HANDLER_NAME_OFFSET:] in _ALLOWED_HANDLERS
    if name in (b"mvhd", b"tkhd", b"mdhd"):
        flags = film.read(_FLAGS_SIZE + _WIDE_HEADER_SIZE)
        return not any(
            flags[_FLAGS_SIZE : _FLAGS_SIZE + (16 if flags[0] else 8)]
        )  # the days on which it was made and changed
    if name == b"stsd":
        return film.read(end - at)[_CODEC_OFFSET : _CODEC_OFFSET + 4] in _ALLOWED_CODECS
    return True
