"""Names that survive every stick, zip and system (security.md, "Names on sticks")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lsbook.files.manifest import MANIFEST
from lsbook.model.site import PREVIEW_FILE, SECOND_READER_FILE, Site
from lsbook.output.flaws import Flaw

EXEMPT_NAMES = frozenset({"Open my book.html", "READ ME FIRST.txt", SECOND_READER_FILE, PREVIEW_FILE, MANIFEST})
"""The only names in a book that speak to people, and so may have capitals and spaces."""

LONGEST_NAME, LONGEST_PATH = 40, 120
"""Letters."""

_FOLDER_NAME = re.compile(r"[a-z0-9-]+")
_FILE_NAME = re.compile(r"[a-z0-9-]+\.[a-z0-9]+")
_RESERVED_NAME = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_EXECUTABLE_SUFFIXES = frozenset(
    {
        "js",
        "mjs",
        "cjs",
        "jse",
        "vbs",
        "vbe",
        "wsf",
        "wsh",
        "hta",
        "exe",
        "com",
        "bat",
        "cmd",
        "scr",
        "pif",
        "ps1",
        "msi",
        "jar",
        "lnk",
        "url",
        "sh",
    }
)


def check_names(site: Site) -> tuple[Flaw, ...]:
    """Every fault of a path in ``site``. Checked before anything is written, so that no path leads out of the book."""
    paths = [*(page.path for page in site.pages), *(asset.path for asset in site.assets)]
    flaws = [Flaw(path, 0, what) for path in sorted(set(paths)) for what in _find_name_faults(path)]
    if MANIFEST in paths:
        flaws.append(Flaw(MANIFEST, 0, "The list of the book's files is lsbook's own to write."))
    return (*flaws, *_find_duplicates(paths))


def _find_name_faults(path: str) -> Iterator[str]:
    if path in EXEMPT_NAMES:
        return
    *folders, name = path.split("/")
    if not _FILE_NAME.fullmatch(name) or not all(_FOLDER_NAME.fullmatch(folder) for folder in folders):
        yield f'The name "{path}" may have only the letters a to z, digits and hyphens, and one ending.'
    if any(len(step) > LONGEST_NAME for step in (*folders, name)):
        yield f'A name in "{path}" has more than {LONGEST_NAME} letters.'
    if len(path) > LONGEST_PATH:
        yield f'The name "{path}" with its folders has more than {LONGEST_PATH} letters.'
    if any(_RESERVED_NAME.fullmatch(step) for step in (*folders, name)):
        yield f'Windows keeps a name in "{path}" for itself.'
    if name.rpartition(".")[2] in _EXECUTABLE_SUFFIXES:
        yield f'"{path}" is a file that a computer may run. A book holds none.'


def _find_duplicates(paths: Sequence[str]) -> Iterator[Flaw]:
    seen: dict[str, str] = {}
    for path in paths:
        if path.casefold() in seen:
            other = seen[path.casefold()]
            yield Flaw(path, 0, f'"{path}" and "{other}" are one and the same name on many computers.')
        seen.setdefault(path.casefold(), path)
