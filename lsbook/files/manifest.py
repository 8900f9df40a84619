"""``book.sha256``: what lsbook wrote, in the form that ``sha256sum -c`` reads.

A file that it lists, with the content that it lists, is lsbook's to replace or remove. Nothing else ever is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from lsbook.files.tree import is_plain_file, scan_folder

MANIFEST = "book.sha256"

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def format_manifest(digests: Mapping[str, str]) -> str:
    """The text that lists ``digests`` (path to SHA-256 in hexadecimal), by path."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests))


def read_manifest(folder: Path) -> Mapping[str, str] | None:
    """What the list in ``folder`` names, or ``None`` where there is none or not one that lsbook would write."""
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return None
    digests: dict[str, str] = {}
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if not match or not _is_inside_book(match[2]):
            return None
        digests[match[2]] = match[1]
    return digests if text.endswith("\n") else None


def is_intact(folder: Path, list_digest: str, digest: Callable[[str], str]) -> bool:
    """Whether ``folder`` is whole, as lsbook wrote it, and holds nothing else; files of the system do not count.

    ``list_digest`` is the SHA-256 of its list, and ``digest`` gives that of a file by its path. Raises ``OSError``.
    """
    if folder.is_symlink() or not is_plain_file(folder / MANIFEST):
        return False
    text = (folder / MANIFEST).read_bytes()
    listed = read_manifest(folder)
    if listed is None or hashlib.sha256(text).hexdigest() != list_digest:
        return False
    tree = scan_folder(folder)
    if {*tree.files} != {MANIFEST, *listed} or {*tree.folders} != _list_folders(listed):
        return False
    return all(digest(path) == expected for path, expected in listed.items())


def _list_folders(paths: Iterable[str]) -> set[str]:
    """Every folder that ``paths`` lie in."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def _is_inside_book(path: str) -> bool:
    """A list that was tampered with must not lead lsbook to a file elsewhere."""
    return "\\" not in path and ":" not in path and all(step not in ("", ".", "..") for step in path.split("/"))
