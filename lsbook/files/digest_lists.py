"""Lists of files with their SHA-256, as ``sha256sum -c`` reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lsbook.files.bounded import LARGEST_LIST, MOST_FILES, read_bounded
from lsbook.model.problem import Location
from lsbook.model.rules.copies import LIST_DAMAGED

LOCKED_LIST_NAME = "files.sha256"
"""The list of a locked book, which says nothing of what is in it."""
STORY_LIST_NAME = "story.sha256"
"""The list of a story that was made from a book."""
LIST_SUFFIX = ".sha256"
"""What the list beside a single file is called, after the file's own name."""
_LINE = re.compile(r"([0-9a-f]{64}) [ *]((?:[^/\\:\x00-\x1f]+/)*[^/\\:\x00-\x1f]+)")
_REMEDY = "Make the book again with lsbook build, or hand it over again."


def read_list_file(file: Path) -> Mapping[str, str]:
    """The SHA-256 of each path in the list ``file``. Raises ``ProblemsFound`` as ``parse_list``, and ``OSError``."""
    return parse_list(read_bounded(file, LARGEST_LIST).decode("utf-8", "replace"), file)


def parse_list(text: str, file: Path) -> Mapping[str, str]:
    """The SHA-256 of each path in a list. Raises ``ProblemsFound`` where it is damaged, or leads out of its folder."""
    if len(text) > LARGEST_LIST or text.count("\n") > MOST_FILES:
        raise LIST_DAMAGED.make_error(Location(file.as_posix()), "This list is far too long to be a book's.", _REMEDY)
    digests: dict[str, str] = {}
    for line in text.removesuffix("\n").split("\n"):
        match = _LINE.fullmatch(line.removesuffix("\r"))
        if match is None or {".", ".."} & set(match[2].split("/")) or match[2] in digests:
            raise LIST_DAMAGED.make_error(
                Location(file.as_posix()), "The list of the book's files is damaged.", _REMEDY
            )
        digests[match[2]] = match[1]
    return digests


def format_list(digests: Mapping[str, str]) -> str:
    """The text of a list, in the order of the paths."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
