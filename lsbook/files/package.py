"""What is handed over: files with their names and their SHA-256, and whether they fit on every stick."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from lsbook.files.digests import compute_digest
from lsbook.model.problem import Location, Problem
from lsbook.model.rules.places import UNPORTABLE_NAME

LARGEST_FILE = 4 * 1024**3 - 1
"""Bytes of a file, the most that FAT32 holds."""
LONGEST_NAME, LONGEST_PATH = 40, 120
"""Letters; the path with its folders, below the folder of the copy."""
_FORBIDDEN_LETTERS = re.compile(r'[<>:"\\|?*\x00-\x1f]')
_RESERVED_NAME = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


class PackageFile(Struct, frozen=True):
    """One file: its ``path`` in the copy, with forward slashes, where its content lies now, and what that is."""

    path: str
    source: Path
    size: int
    digest: str


class Package(Struct, frozen=True):
    """A copy that is ready to be carried: one file that is called ``name``, or a folder of that name."""

    name: str
    files: tuple[PackageFile, ...]
    is_single_file: bool = False

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(piece.size for piece in self.files)


def make_package_file(path: str, source: Path) -> PackageFile:
    """The file ``source`` as a part of a copy."""
    return PackageFile(path, source, source.stat().st_size, compute_digest(source))


def find_misfits(package: Package) -> Iterator[Problem]:
    """What of a copy does not fit on FAT32, on exFAT or on Windows (security.md, "Names on sticks")."""
    seen: dict[str, str] = {}
    for piece in package.files:
        place, steps = Location(piece.path), piece.path.split("/")
        if piece.size > LARGEST_FILE:
            what = "This file is larger than 4 GiB, and many sticks cannot hold such a file."
            yield Problem(place, what, "Cut the film into two, and make the book again.", rule=UNPORTABLE_NAME.id)
        if len(piece.path) > LONGEST_PATH or any(len(step) > LONGEST_NAME for step in steps):
            yield Problem(
                place,
                "This name is too long for some sticks.",
                "Make the book again with lsbook build.",
                rule=UNPORTABLE_NAME.id,
            )
        if any(
            _FORBIDDEN_LETTERS.search(step) or _RESERVED_NAME.fullmatch(step) or step[-1:] in (".", " ", "")
            for step in steps
        ):
            yield Problem(
                place,
                "Windows cannot hold a file of this name.",
                "Make the book again with lsbook build.",
                rule=UNPORTABLE_NAME.id,
            )
        other = seen.setdefault(piece.path.casefold(), piece.path)
        if other != piece.path:
            what = f'"{piece.path}" and "{other}" are one and the same name on a stick.'
            yield Problem(place, what, "Make the book again with lsbook build.", rule=UNPORTABLE_NAME.id)


def format_megabytes(size: int) -> str:
    """``size``, in bytes, as people are told it."""
    return f"{size / 1_000_000:.1f} MB"
