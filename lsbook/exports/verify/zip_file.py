"""Whether a zip is still the book that was handed over. It comes from outside: it is weighed before it is unpacked."""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from lsbook.files.bounded import CHUNK_SIZE, LARGEST_LIST, MOST_FILES, open_plain_file
from lsbook.files.digest_lists import parse_list
from lsbook.files.package import LARGEST_FILE
from lsbook.files.transfer import LIST_NAMES
from lsbook.model.problem import Location, Problem
from lsbook.model.rules.copies import COPY_CHANGED, COPY_UNREADABLE, NO_COPY

_AGAIN = "Hand the book over again."
_NOT_OURS = "This file is not as it was handed over."
_END, _BEFORE_END = 22, 20
"""Bytes: how long the end of a zip is that has no remark, and what stands before it in one of the larger kind."""
_LARGEST_TABLE = 16 * 1024 * 1024
"""Bytes of the table at the end of a zip."""
_HEAD = 30
"""Bytes that stand before the name and the content of each file in a zip."""
_PACKED, _SMALL = 100, 64 * 1024 * 1024
"""How many times smaller than what is in it a zip may be, and the bytes up to which nobody asks."""
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How lsbook packs. Other kinds may take gigabytes of memory to open."""
_BROKEN = (KeyError, zipfile.BadZipFile, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error)


def check_zip(place: Path) -> tuple[Mapping[str, str], list[Problem]]:
    """The files that the zip at ``place`` should hold, with their SHA-256, and every fault of it.

    Raises ``ProblemsFound``, ``OSError`` and what ``zipfile`` raises where it cannot be read.
    """
    at = Location(place.as_posix())
    with open_plain_file(place, follow=True) as content:
        if not _has_our_end(content.fileno()):
            return {}, [Problem(at, _NOT_OURS, _AGAIN, rule=COPY_CHANGED.id)]
        with zipfile.ZipFile(content) as pile:
            entries = pile.infolist()
            if what := _find_size_fault(entries, os.fstat(content.fileno()).st_size):
                return {}, [Problem(at, what, "Do not unpack it. " + _AGAIN, rule=COPY_UNREADABLE.id)]
            lists = [entry for entry in entries if _is_list(entry.filename)]
            if not lists:
                return {}, [Problem(at, "There is no book in this zip.", "Name a copy of a book.", rule=NO_COPY.id)]
            if lists[0].file_size > LARGEST_LIST:
                return {}, [
                    Problem(at, "The list in this zip is far too long to be a book's.", _AGAIN, rule=COPY_UNREADABLE.id)
                ]
            listed = parse_list(pile.read(lists[0]).decode("utf-8", "replace"), place)
            return listed, list(_find_faults(pile, place, lists[0].filename, listed))


def _has_our_end(handle: int) -> bool:
    """Whether the zip ends as lsbook ends it: no remark, no bytes behind, not the kind for more than 4 GiB."""
    size = os.fstat(handle).st_size
    os.lseek(handle, max(0, size - _END - _BEFORE_END), os.SEEK_SET)
    tail = os.read(handle, _END + _BEFORE_END)
    end = tail[-_END:]
    count, table = int.from_bytes(end[10:12], "little"), int.from_bytes(end[12:16], "little")
    large = b"PK\x06\x07" in tail[:-_END] or count == 0xFFFF
    whole = len(end) == _END and end.startswith(b"PK\x05\x06") and end.endswith(b"\0\0")
    return whole and not large and count <= MOST_FILES and table <= _LARGEST_TABLE


def _find_size_fault(entries: list[zipfile.ZipInfo], size: int) -> str:
    """What is untrue of the table of a zip of ``size`` bytes; empty where nothing is."""
    ends = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < ends:
            return "The files in this zip overlap, so that it would unpack to far more than it holds."
        ends = entry.header_offset + _HEAD + len(entry.orig_filename) + entry.compress_size
    if ends > size or any(entry.file_size > LARGEST_FILE for entry in entries):
        return "This zip claims to hold more than it does."
    unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if unpacked > max(_SMALL, _PACKED * packed):
        return "This zip would unpack to far more than any book that was packed so small."
    if any(entry.compress_type not in _KINDS or entry.flag_bits & 1 for entry in entries):
        return "This zip is packed in a way in which lsbook packs none."
    return ""


def _is_list(name: str) -> bool:
    return name.count("/") == 1 and PurePosixPath(name).name in LIST_NAMES


def _find_faults(archive: zipfile.ZipFile, place: Path, list_name: str, listed: Mapping[str, str]) -> Iterator[Problem]:
    folder = list_name.partition("/")[0]
    for name in _find_duplicates(archive.namelist()):
        yield Problem(
            Location(f"{place.as_posix()}/{name}"), "This name stands twice in the zip.", _AGAIN, rule=COPY_CHANGED.id
        )
    for path, digest in sorted(listed.items()):
        if not _has_digest(archive, f"{folder}/{path}", digest):
            at = Location(f"{place.as_posix()}/{folder}/{path}")
            yield Problem(at, "This file is gone, or not as it was handed over.", _AGAIN, rule=COPY_CHANGED.id)
    for name in sorted(set(archive.namelist()) - {f"{folder}/{path}" for path in listed} - {list_name}):
        at = Location(f"{place.as_posix()}/{name}")
        yield Problem(at, "This file does not belong to the copy.", "Look who put it there.", rule=COPY_CHANGED.id)


def _find_duplicates(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _has_digest(archive: zipfile.ZipFile, name: str, digest: str) -> bool:
    hashing = hashlib.sha256()
    try:
        with archive.open(name) as content:
            while chunk := content.read(CHUNK_SIZE):
                hashing.update(chunk)
    except _BROKEN:
        return False
    return hashing.hexdigest() == digest
