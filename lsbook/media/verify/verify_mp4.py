"""The proof that a finished film holds nothing but a film: a list of what may be in it, not of what may not.

The boxes are those of ISO 14496-12 and -14, as far as one H.264 and one AAC track need them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

_INSIDE: Mapping[bytes, frozenset[bytes]] = MappingProxyType(
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
_EMPTY = frozenset({b"free", b"ilst"})
_HANDLERS = frozenset({b"VideoHandler\0", b"SoundHandler\0", b"\0"})
_TRACKS = frozenset({b"avc1", b"mp4a"})
_HEADER, _WIDE_HEADER, _FLAGS = 8, 16, 4  # bytes
_MOST_BOXES, _LONGEST_WORDS = 1000, 1 << 20
"""Boxes in a film, which needs some sixty, and bytes of one that is read whole: a worker that was taken over may write
four gigabytes of them."""
_HANDLER_NAME, _ENTRY_KIND = 24, 12  # bytes behind the header


def is_clean(file: Path) -> bool:
    """Whether ``file`` is an MP4 of nothing but pictures and sounds, with no note, name, place, day or cover."""
    with file.open("rb") as film:
        return _are_clean(film, 0, file.stat().st_size, b"", count())


def _are_clean(film: BinaryIO, at: int, end: int, parent: bytes, seen: Iterator[int]) -> bool:
    """Whether all boxes from ``at`` to ``end`` are, each within the one around it. ``seen`` counts them."""
    while at < end:
        if next(seen) >= _MOST_BOXES:
            return False
        film.seek(at)
        head = film.read(_WIDE_HEADER)
        length, name, header = int.from_bytes(head[:4], "big"), head[4:8], _HEADER
        if length == 1:
            length, header = int.from_bytes(head[8:], "big"), _WIDE_HEADER
        if name not in _INSIDE[parent] or length < header or at + length > end:
            return False
        inside = at + header + (_FLAGS if name == b"meta" else 0)
        if name in _INSIDE:
            if not _are_clean(film, inside, at + length, name, seen):
                return False
        elif not _says_nothing(film, name, inside, at + length):
            return False
        at += length
    return True


def _says_nothing(film: BinaryIO, name: bytes, at: int, end: int) -> bool:
    film.seek(at)
    if name in _EMPTY:
        return at == end
    if name in (b"hdlr", b"stsd") and end - at > _LONGEST_WORDS:
        return False
    if name == b"hdlr":
        return film.read(end - at)[_HANDLER_NAME:] in _HANDLERS
    if name in (b"mvhd", b"tkhd", b"mdhd"):
        flags = film.read(_FLAGS + _WIDE_HEADER)
        return not any(flags[_FLAGS : _FLAGS + (16 if flags[0] else 8)])  # the days on which it was made and changed
    if name == b"stsd":
        return film.read(end - at)[_ENTRY_KIND : _ENTRY_KIND + 4] in _TRACKS
    return True
