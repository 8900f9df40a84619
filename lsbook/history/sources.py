"""The state of all that a book is made from, as one digest: the story's words, the policy, the templates, lsbook.

Text is always read and hashed. Of photos and films only the names stand in it (``last_build`` has their content). It
holds more than any book needs, never less: where it is another, the book is made anew, and is perhaps the same.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lsbook import __version__
from lsbook.files.digests import compute_digest
from lsbook.files.resources import find_resources
from lsbook.files.tree import is_system_file
from lsbook.model.build import BuildOrder

_TEXT_SUFFIXES = (".yaml", ".md", ".vtt", ".srt")
"""In small letters: what is read as text, in the story's own folder and under ``media/``."""
_FOLDERS = ("chapters", "letters", "media")
_NOT_SOURCES = (["books", "folder"], ["work", "folder"])
"""Folders of a story that may come and go; of ``work`` only the copies count."""
COPIES = "work/copies"
POLICY_FILE = "policy.yaml"


def digest_sources(order: BuildOrder, today: date) -> str:
    """Return the digest of all that decides about the book of ``order``, but for the content of photos and films.

    Raises ``OSError`` where something cannot be looked at.
    """
    story = order.story
    state = {
        "order": [order.edition, order.made_on.isoformat(), today.isoformat(), order.reader, str(order.policy_file)],
        "place": [str(story), str(story.resolve()), str(Path.cwd())],
        "story": list(_describe_story(story)),
        "copies": list(_describe_tree(story / COPIES)),
        "policies": list(_describe_policies(order)),
        "lsbook": _describe_installation(),
    }
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()


def _describe_story(story: Path) -> Iterator[list[str]]:
    """Each file that a story is read from with its digest, and the name and kind of all else that lies there."""
    for entry in _list_folder(story, ""):
        if entry[:2] not in _NOT_SOURCES:
            yield entry
        if entry[0] in _FOLDERS and entry[1] == "folder":
            yield from _describe_folder(story, f"{entry[0]}/", is_deep=entry[0] == "media")


def _describe_folder(root: Path, inside: str, *, is_deep: bool) -> Iterator[list[str]]:
    for entry in _list_folder(root, inside):
        yield entry
        if is_deep and entry[1] == "folder":
            yield from _describe_folder(root, f"{entry[0]}/", is_deep=True)


def _list_folder(root: Path, inside: str) -> list[list[str]]:
    """Path, kind and digest (empty for what is no text) of all that lies in a folder, by name."""
    with os.scandir(root / inside) as entries:
        return sorted(_describe_entry(root, inside, entry) for entry in entries if not is_system_file(entry.name))


def _describe_entry(root: Path, inside: str, entry: os.DirEntry[str]) -> list[str]:
    path, kind = inside + entry.name, _classify(entry)
    is_text = kind == "file" and entry.name.lower().endswith(_TEXT_SUFFIXES)
    return [path, kind, compute_digest(root / path, follow=False) if is_text else ""]


def _classify(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "other"


def _describe_policies(order: BuildOrder) -> Iterator[list[str]]:
    """Every policy that may apply, and what an authority keeps beside it. A policy may be behind a link."""
    own = [order.policy_file] if order.policy_file else []
    for file in (*own, order.story / POLICY_FILE, order.story.resolve().parent / POLICY_FILE):
        if not file.exists():
            yield [str(file), "missing"]
            continue
        yield [str(file), "link" if file.is_symlink() else "file", compute_digest(file.resolve())]
        yield from _describe_tree(file.parent / "templates")


def _describe_tree(folder: Path) -> Iterator[list[str]]:
    """Every file in ``folder`` and below with its digest, also behind a link: a template may be.

    Raises ``OSError`` where a folder is a link: what is behind it may have no end.
    """
    for here, folders, files in os.walk(folder, onerror=_refuse):
        folders.sort()
        if any(Path(here, name).is_symlink() for name in folders):
            raise OSError(errno.ELOOP, "a folder here is a link", here)
        for name in sorted(files):
            path = Path(here, name)
            yield [str(path), compute_digest(path) if path.is_file() else ""]


def _refuse(error: OSError) -> None:
    """Raise ``error`` of a folder that cannot be looked into; a folder that is missing holds nothing."""
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise error


def _describe_installation() -> list[object]:
    """lsbook itself, its templates, Python, and every package beside it: by names, sizes and times."""
    package = Path(__file__).resolve().parents[1]
    places = sorted(path for path in {*sys.path} if path.endswith(("site-packages", "dist-packages")))
    packages = [_list_packages(place) for place in places]
    marks = [list(_describe_marks(str(folder))) for folder in (package, find_resources("templates"))]
    return [__version__, sys.version, sys.platform, marks, packages]


def _list_packages(place: str) -> list[str]:
    try:
        return sorted(entry.name for entry in os.scandir(place) if entry.name.endswith(".dist-info"))
    except OSError:  # a place that is named and missing
        return []


def _describe_marks(folder: str) -> Iterator[list[object]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name not in ("__pycache__", "example-child"):
                    yield from _describe_marks(entry.path)
            else:
                status = entry.stat()
                yield [entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
