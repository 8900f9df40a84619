"""The files that a book is made from, as a look at their times and sizes finds them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from lsbook.cache.folder import CACHE_FOLDER
from lsbook.files.folders import list_policy_places
from lsbook.files.tree import is_system_file

Snapshot: TypeAlias = Mapping[Path, tuple[int, int, int]]
"""Each file with its size in bytes, and the nanoseconds of its last change and of the last change to its entry."""
TEMPLATES = "templates"
_NOT_SOURCES = (CACHE_FOLDER, "books")
"""What lsbook itself makes in a story."""


class BookSources(Struct, frozen=True):
    """Where a book comes from: the story, and the policy beside it with the templates that lie by that.

    ``policy`` is the file that was named, if one was. Both are whole paths without links in them, as events name them.
    """

    story: Path
    policy: Path | None = None

    @classmethod
    def find(cls, story: Path, policy: Path | None) -> BookSources:
        """Return the sources of the book of the story in the folder ``story``, wherever it is named from."""
        return cls(story.resolve(), policy.resolve() if policy else None)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Return the folders of which everything inside counts, as far as they are there."""
        return (self.story, *([self._templates] if self._policy_file.is_file() and self._templates.is_dir() else []))

    @property
    def _policy_files(self) -> tuple[Path, ...]:
        """Return each file outside the story that may be its policy, the nearest first."""
        return (self.policy,) if self.policy else list_policy_places(self.story)[1:]

    @property
    def _policy_file(self) -> Path:
        """Return the first of them that is there."""
        files = self._policy_files
        return next((file for file in files if file.is_file()), files[0])

    @property
    def _templates(self) -> Path:
        return self._policy_file.parent / TEMPLATES

    def contains(self, path: Path) -> bool:
        """Return whether a book may be made from ``path``; what lsbook makes and what systems leave is no source."""
        if path.is_relative_to(self.story):
            return _is_source(path.relative_to(self.story).parts)
        if path.is_relative_to(self._templates):
            return _is_source(path.relative_to(self._templates).parts)
        return path in self._policy_files

    def look(self) -> Snapshot:
        """Return every source there is at this moment. What cannot be looked at is not there."""
        files = [file for folder in self.folders for file in _list_files(folder, self)]
        return {entry: seen for entry in (*files, *self._policy_files) if (seen := _look_at(entry))}


def _is_source(steps: tuple[str, ...]) -> bool:
    return bool(steps) and steps[0] not in _NOT_SOURCES and not any(map(is_system_file, steps))


def _list_files(folder: Path, sources: BookSources) -> Iterator[Path]:
    ahead = [folder]
    while ahead:
        try:
            with os.scandir(ahead.pop()) as entries:
                known = [(Path(entry.path), entry.is_dir(follow_symlinks=False)) for entry in entries]
        except OSError:  # it went while somebody looked
            continue
        for path, is_folder in known:
            if sources.contains(path):
                if is_folder:
                    ahead.append(path)
                else:
                    yield path


def _look_at(file: Path) -> tuple[int, int, int] | None:
    try:
        status = file.lstat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def is_half_saved(before: Snapshot, after: Snapshot) -> bool:
    """Return whether an editor may be in the middle of a save: a file is gone or empty that was there before."""
    return any(size > 0 and after.get(file, (0, 0, 0))[0] == 0 for file, (size, _, _) in before.items())
