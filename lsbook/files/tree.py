"""What lies in a folder, seen without following any link, and without the files that computers leave everywhere."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from msgspec import Struct

_SYSTEM_NAMES = ("thumbs.db", "desktop.ini")


class FolderContents(Struct, frozen=True):
    """Paths with forward slashes from the folder itself, in order."""

    files: tuple[str, ...]
    """Everything that is no folder: a link or a pipe too."""
    folders: tuple[str, ...]
    ignored: tuple[str, ...]
    """Files of the system, and hidden ones; a hidden folder is one entry, and nobody looks inside."""


def scan_folder(folder: Path) -> FolderContents:
    """Look through ``folder``, which may be missing. Raises ``OSError``."""
    files: list[str] = []
    folders: list[str] = []
    passed_over: list[str] = []
    ahead = [""] if folder.is_dir() else []
    while ahead:
        inside = ahead.pop()
        with os.scandir(folder / inside) as entries:
            for entry in entries:
                path = f"{inside}{entry.name}"
                if is_system_file(entry.name):
                    passed_over.append(path)
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                    ahead.append(f"{path}/")
                else:
                    files.append(path)
    return FolderContents(tuple(sorted(files)), tuple(sorted(folders)), tuple(sorted(passed_over)))


def is_system_file(name: str) -> bool:
    """Whether a file of this name is the system's or hidden: passed over in a story and in a book (design.md)."""
    return name.startswith((".", "~$")) or name.casefold() in _SYSTEM_NAMES


def is_plain_file(path: Path) -> bool:
    """Whether ``path`` is a file itself: no link to one, no folder, no pipe."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
