"""The list of files at the beginning of a locked book's stream: looked at as a whole before any file is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from lsbook.files.bounded import MOST_FILES, is_int_between, parse_json

LOOK_PREFIX = "look:"
"""What the names of files begin with that are the unlock page's and not the book's."""
LARGEST_CONTENTS = 8 * 1024 * 1024
"""Bytes of the list: of a hundred thousand files."""
_STEP = re.compile(r'[^/\\:*?"<>|\x00-\x1f\ud800-\udfff]{1,100}')
_LONGEST = 500
"""Letters of a path."""


class StreamFile(Struct, frozen=True):
    """A file of the book: where it begins behind the list, and how many bytes it has."""

    path: str
    start: int
    size: int


def read_contents(data: bytes, room: int) -> tuple[StreamFile, ...]:
    """The files of the book, without those of the unlock page, by the list ``data``; they share ``room`` bytes.

    Raises ``ValueError`` where a path leads out or two are one, or where files overlap or reach beyond the end: a book
    that was made to do harm would write a thousand files from the same few bytes.
    """
    value = parse_json(data)
    if not isinstance(value, dict) or not isinstance(value.get("files"), dict) or len(value["files"]) > MOST_FILES:
        raise ValueError("files")
    files = tuple(_parse_files(value["files"], room))
    end = 0
    for file in sorted(files, key=lambda file: (file.start, file.start + file.size)):
        if file.start < end:
            raise ValueError("overlap")
        end = file.start + file.size
    own = tuple(file for file in files if not file.path.startswith(LOOK_PREFIX))
    if not own or len({file.path.casefold() for file in own}) < len(own):
        raise ValueError("names")
    return own


def _parse_files(listed: Mapping[object, object], room: int) -> Iterator[StreamFile]:
    for path, where in listed.items():
        if not isinstance(path, str) or not isinstance(where, list) or len(where) != 2:
            raise ValueError("file")
        start, size = where
        if not is_int_between(start, 0, room) or not is_int_between(size, 0, room - start):
            raise ValueError("place")
        if not path.startswith(LOOK_PREFIX) and not _is_safe_path(path):
            raise ValueError("path")
        yield StreamFile(path, start, size)


def _is_safe_path(path: str) -> bool:
    """Whether this is a name of a file in a book, on every system."""
    steps = path.split("/")
    plain = all(_STEP.fullmatch(step) and step[-1] not in ". " and step.strip() == step for step in steps)
    return plain and len(path) <= _LONGEST
