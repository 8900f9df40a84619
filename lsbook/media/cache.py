"""What was made before is not made again: finished media, remembered by the content of their source.

Each source has a folder named by its key, with what was made of it and a record of that. The record is written last,
so that half a memory is none. Everything lies in the story's own ``.lsbook`` and nowhere else (design.md).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath

from lsbook.media.picture import Developed, Picture
from lsbook.media.verify import verify_jpeg as segments
from lsbook.media.verify import verify_mp4 as boxes
from lsbook.model.media import Recording, Rendered, Rendition

_RECORD = "record.json"
_ABANDONED = 3600.0
"""Seconds after which an entry without a whole record is no longer one that another build is writing."""
_NAME = 32
"""Hexadecimal digits: from the content, so that a name says nothing of the source; enough that no two meet."""
_ENDINGS = {"film": "mp4", "sound": "m4a"}


@dataclass(frozen=True)
class _File:
    """A finished file. A film or a sound has neither width nor height."""

    name: str
    digest: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class _Record:
    sources: tuple[str, ...]
    """Where the source lay, as paths under ``media/``: once it lies in none of them, it is forgotten."""
    kind: str
    pictures: tuple[tuple[_File, ...], ...]
    recording: _File | None
    seconds: int

    @property
    def files(self) -> tuple[_File, ...]:
        pictures = tuple(one for widths in self.pictures for one in widths)
        return (*pictures, self.recording) if self.recording else pictures


@dataclass(frozen=True)
class Memory:
    folder: Path

    def recall(self, key: str, sources: tuple[str, ...]) -> Rendered | None:
        """What the source with ``key`` has become, or ``None`` where any of it is missing or not what was made."""
        record = self._record(key)
        if record is None:
            return None
        if not all(_is_as_made(self.folder / key / one.name, one.digest) for one in record.files):
            return None
        if record.sources != sources:
            record = replace(record, sources=sources)
            self._write(key, record)
        return self._rendered(key, record)

    def workplace(self, key: str) -> Path:
        """Where a film may be written until it is finished."""
        return self.folder / key / f".film.{os.getpid()}"

    def keep(self, key: str, sources: tuple[str, ...], developed: Developed) -> Rendered:
        """Write down what was made; a film or a sound lies in its workplace already. Raises ``OSError``."""
        pictures = tuple(tuple(self._kept(key, one) for one in widths) for widths in developed.pictures)
        recording = None
        if ending := _ENDINGS.get(developed.kind):
            made = self.workplace(key)
            now = made.stat().st_mtime
            digest = _digest_of(made)
            recording = _File(f"{digest[:_NAME]}.{ending}", digest)
            made.replace(made.with_name(recording.name))
            self._clear(made.parent, now)
        record = _Record(sources, developed.kind, pictures, recording, max(1, round(developed.seconds)))
        self._write(key, record)
        return self._rendered(key, record)

    def drop(self, key: str) -> None:
        """Leave nothing of what could not be made, or not to its end."""
        self.workplace(key).unlink(missing_ok=True)
        with suppress(OSError):
            self.workplace(key).parent.rmdir()

    def _clear(self, folder: Path, now: float) -> None:
        """Drop half a film that a build left here when its computer died. ``now`` is by the clock of the disk."""
        for half in folder.glob(".film.*"):
            if now - half.stat().st_mtime > _ABANDONED:
                half.unlink(missing_ok=True)

    def _kept(self, key: str, picture: Picture) -> _File:
        digest = hashlib.sha256(picture.jpeg).hexdigest()
        kept = _File(f"{digest[:_NAME]}.jpg", digest, picture.width, picture.height)
        _write_whole(self.folder / key / kept.name, picture.jpeg)
        return kept

    def _rendered(self, key: str, record: _Record) -> Rendered:
        folder = self.folder / key
        pictures = tuple(
            tuple(Rendition(folder / one.name, one.name, one.width, one.height) for one in widths)
            for widths in record.pictures
        )
        made = record.recording
        return Rendered(
            record.kind, pictures, Recording(folder / made.name, made.name, record.seconds) if made else None
        )

    def forget(self, keys: Mapping[str, str], exists: Callable[[str], bool]) -> None:
        """Drop what no photo of the story stands behind any more: what is taken out of a story leaves nothing here.

        ``keys`` says which content each file of this build has; ``exists`` tells of any other file whether it is there.
        """
        if not self.folder.is_dir():
            return
        now = self._now()
        for entry in self.folder.iterdir():
            record = self._record(entry.name)
            if record is None:
                wanted = now - entry.lstat().st_mtime < _ABANDONED
            else:
                wanted = any(keys.get(file, entry.name) == entry.name and exists(file) for file in record.sources)
            if not wanted:
                shutil.rmtree(entry, ignore_errors=True)

    def _now(self) -> float:
        """The time by the clock of the disk: that of the computer may have been set since the last build."""
        with suppress(OSError), tempfile.TemporaryFile(dir=self.folder) as written:
            return os.fstat(written.fileno()).st_mtime
        return 0.0  # nothing can be written here, and so nothing is forgotten

    def _record(self, key: str) -> _Record | None:
        try:
            said = json.loads((self.folder / key / _RECORD).read_text(encoding="utf-8"))
            pictures = tuple(tuple(_file(one) for one in widths) for widths in said["pictures"])
            recording = _file(said["recording"]) if said["recording"] else None
            sources = tuple(map(str, said["sources"]))
            return _Record(sources, str(said["kind"]), pictures, recording, int(said["seconds"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def _write(self, key: str, record: _Record) -> None:
        _write_whole(self.folder / key / _RECORD, json.dumps(asdict(record), indent=1).encode())


def _file(said: Mapping[str, object]) -> _File:
    name = str(said["name"])
    if PurePosixPath(name).name != name or "\\" in name:
        raise ValueError(name)
    return _File(name, str(said["digest"]), int(str(said["width"])), int(str(said["height"])))


def _is_as_made(path: Path, digest: str) -> bool:
    """Whether a remembered file is what this room once made, and nothing that somebody has put in its place.

    A story may come from anywhere, and bring a memory with it: what is in there is proved again.
    """
    stem, _, ending = path.name.partition(".")
    if stem != digest[:_NAME] or not path.is_file() or path.is_symlink() or _digest_of(path) != digest:
        return False
    return segments.is_clean(path.read_bytes()) if ending == "jpg" else boxes.is_clean(path)


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_whole(path: Path, content: bytes) -> None:
    """Write so that a reader, also after a crash, finds the whole of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)
