"""The state of all that a book is made from, as one digest: the story's words, the policy, the templates, lsbook.

Text is always read and hashed. Of photos and films only the names stand in it (``last_build`` has their content). It
holds more than any book needs, never less: where it is another, the book is made anew, and is perhaps the same.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

from lsbook.cache.installation import describe_installation, describe_tree
from lsbook.files.digests import compute_digest
from lsbook.files.folders import list_policy_places
from lsbook.files.tree import is_system_file
from lsbook.model.build import BuildOrder


class EntryType(StrEnum):
    """What lies at a path."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"
    MISSING = "missing"


_TEXT_SUFFIXES = (".yaml", ".md", ".vtt", ".srt")
"""In small letters: what is read as text, in the story's own folder and under ``media/``."""
_FOLDERS = ("chapters", "letters", "media")
_NOT_SOURCES = (["books", EntryType.FOLDER], ["work", EntryType.FOLDER])
"""Folders of a story that may come and go; of ``work`` only the copies count."""
COPIES = "work/copies"


def digest_sources(order: BuildOrder, today: date) -> str:
    """Return the digest of all that decides about the book of ``order``, but for the content of photos and films.

    Raises ``OSError`` where something cannot be looked at.
    """
    story = order.story
    state = {
        "order": [order.edition, order.made_on.isoformat(), today.isoformat(), order.reader, str(order.policy_file)],
        "place": [str(story), str(story.resolve()), str(Path.cwd())],
        "story": list(_describe_story(story)),
        "copies": list(describe_tree(story / COPIES)),
        "policies": list(_describe_policies(order)),
        "lsbook": describe_installation(),
    }
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()


def _describe_story(story: Path) -> Iterator[list[str]]:
    """Each file that a story is read from with its digest, and the name and kind of all else that lies there."""
    for entry in _list_folder(story, ""):
        if entry[:2] not in _NOT_SOURCES:
            yield entry
        if entry[0] in _FOLDERS and entry[1] == EntryType.FOLDER:
            yield from _describe_folder(story, f"{entry[0]}/", is_deep=entry[0] == "media")


def _describe_folder(root: Path, inside: str, *, is_deep: bool) -> Iterator[list[str]]:
    for entry in _list_folder(root, inside):
        yield entry
        if is_deep and entry[1] == EntryType.FOLDER:
            yield from _describe_folder(root, f"{entry[0]}/", is_deep=True)


def _list_folder(root: Path, inside: str) -> list[list[str]]:
    """Path, kind and digest (empty for what is no text) of all that lies in a folder, by name."""
    with os.scandir(root / inside) as entries:
        return sorted(_describe_entry(root, inside, entry) for entry in entries if not is_system_file(entry.name))


def _describe_entry(root: Path, inside: str, entry: os.DirEntry[str]) -> list[str]:
    path, kind = inside + entry.name, _classify(entry)
    is_text = kind is EntryType.FILE and entry.name.lower().endswith(_TEXT_SUFFIXES)
    return [path, kind, compute_digest(root / path, follow=False) if is_text else ""]


def _classify(entry: os.DirEntry[str]) -> EntryType:
    if entry.is_symlink():
        return EntryType.LINK
    if entry.is_dir(follow_symlinks=False):
        return EntryType.FOLDER
    return EntryType.FILE if entry.is_file(follow_symlinks=False) else EntryType.OTHER


def _describe_policies(order: BuildOrder) -> Iterator[list[str]]:
    """Every policy that may apply, and what an authority keeps beside it. A policy may be behind a link."""
    own = [order.policy_file] if order.policy_file else []
    for file in (*own, *list_policy_places(order.story)):
        if not file.exists():
            yield [str(file), EntryType.MISSING]
            continue
        yield [str(file), EntryType.LINK if file.is_symlink() else EntryType.FILE, compute_digest(file.resolve())]
        yield from describe_tree(file.parent / "templates")
