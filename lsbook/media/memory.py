"""What was made before is not made again: finished pictures, remembered by the content of their source.

Each source has a folder named by its key, with its pictures and a record of them. The record is written last, so that
half a memory is none. Everything lies in the story's own ``.lsbook`` and nowhere else (design.md).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lsbook.media.picture import Picture
from lsbook.model.media import Rendition

_RECORD = "record.json"
_ABANDONED = 3600.0
"""Seconds after which an entry without a whole record is no longer one that another build is writing."""


@dataclass(frozen=True)
class _Record:
    files: tuple[str, ...]
    """Where the source lay, as paths under ``media/``: once it lies in none of them, it is forgotten."""
    pictures: tuple[tuple[str, int, int, str], ...]
    """Name, width, height and SHA-256 of each."""


@dataclass(frozen=True)
class Memory:
    folder: Path

    def recall(self, key: str, files: tuple[str, ...]) -> tuple[Rendition, ...] | None:
        """The renditions of the source with ``key``, or ``None`` where any is missing or no longer what was made."""
        record = self._record(key)
        if record is None:
            return None
        renditions = []
        for name, width, height, digest in record.pictures:
            path = self.folder / key / name
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                return None
            renditions.append(Rendition(path, name, width, height))
        if record.files != files:
            self._write(key, _Record(files, record.pictures))
        return tuple(renditions)

    def keep(self, key: str, files: tuple[str, ...], pictures: tuple[Picture, ...]) -> tuple[Rendition, ...]:
        """Write finished pictures down. Raises ``OSError``."""
        kept = []
        for picture in pictures:
            digest = hashlib.sha256(picture.jpeg).hexdigest()
            # From the content, so that it says nothing of the source; 128 bits are enough that no two meet.
            kept.append((f"{digest[:32]}.jpg", picture.width, picture.height, digest))
            _write_whole(self.folder / key / kept[-1][0], picture.jpeg)
        self._write(key, _Record(files, tuple(kept)))
        return tuple(Rendition(self.folder / key / name, name, width, height) for name, width, height, _ in kept)

    def forget(self, keys: Mapping[str, str], exists: Callable[[str], bool]) -> None:
        """Drop what no photo of the story stands behind any more: what is taken out of a story leaves nothing here.

        ``keys`` says which content each file of this build has; ``exists`` tells of any other file whether it is there.
        """
        if not self.folder.is_dir():
            return
        for entry in self.folder.iterdir():
            record = self._record(entry.name)
            if record is None:
                wanted = time.time() - entry.lstat().st_mtime < _ABANDONED
            else:
                wanted = any(keys.get(file, entry.name) == entry.name and exists(file) for file in record.files)
            if not wanted:
                shutil.rmtree(entry, ignore_errors=True)

    def _record(self, key: str) -> _Record | None:
        try:
            said = json.loads((self.folder / key / _RECORD).read_text(encoding="utf-8"))
            pictures = tuple((str(n), int(w), int(h), str(d)) for n, w, h, d in said["pictures"])
            return _Record(tuple(map(str, said["files"])), pictures) if pictures else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _write(self, key: str, record: _Record) -> None:
        said = json.dumps({"files": record.files, "pictures": record.pictures}, indent=1)
        _write_whole(self.folder / key / _RECORD, said.encode())


def _write_whole(path: Path, content: bytes) -> None:
    """Write so that a reader, also after a crash, finds the whole of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)
