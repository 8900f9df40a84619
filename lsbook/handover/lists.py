"""Lists of files with their SHA-256, as ``sha256sum -c`` reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lsbook.model.place import NotMade, Place, Problem

FILES = "files.sha256"
"""The list of a locked book, which says nothing of what is in it."""
BESIDE = ".sha256"
"""What the list beside a single file is called, after the file's own name."""
_LINE = re.compile(r"([0-9a-f]{64}) [ *]((?:[^/\\:]+/)*[^/\\:]+)")


def read_list(text: str, at: Path) -> Mapping[str, str]:
    """The SHA-256 of each path in a list. Raises ``NotMade`` where it is damaged, or leads out of its folder."""
    lines = [_LINE.fullmatch(line) for line in text.splitlines()]
    if not lines or not all(line and not {".", ".."} & set(line[2].split("/")) for line in lines):
        what = "The list of the book's files is damaged."
        raise NotMade(
            (Problem(Place(at.as_posix()), what, "Make the book again with lsbook build, or hand it over again."),)
        )
    return {line[2]: line[1] for line in lines if line}


def written_list(digests: Mapping[str, str]) -> str:
    """The text of a list, in the order of the paths."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
