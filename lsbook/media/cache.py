"""What was made before is not made again: finished media, remembered by the content of their source.

Each source has a folder named by its key, with what was made of it and a record of that. The record is written last,
so that half a record is none. Everything lies in the story's own ``.lsbook`` and nowhere else (design.md).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct, field, to_builtins
from msgspec.structs import replace

from lsbook.cache.folder import RENDITION_RECORD
from lsbook.cache.sealed import read_sealed, write_sealed
from lsbook.files.atomic import write_atomically
from lsbook.files.digests import compute_digest
from lsbook.media.proofs import RenditionProofs
from lsbook.media.transcoded import JpegPicture, TranscodedMedium
from lsbook.media.verify import verify_jpeg, verify_mp4
from lsbook.model.media import PictureMeasure, Recording, RenderedMedium, Rendition
from lsbook.model.vocabulary import MediumKind

_ABANDONED_AFTER = 3600.0
"""Seconds after which an entry without a whole record is no longer one that another build is writing."""
_NAME_LENGTH = 32
"""Hexadecimal digits: from the content, so that a name says nothing of the source; enough that no two meet."""
_SUFFIXES = {MediumKind.FILM: "mp4", MediumKind.SOUND: "m4a"}


class _CachedFile(Struct, frozen=True):
    """A finished file. A film or a sound has neither width nor height."""

    name: str
    digest: str
    width: int = 0
    height: int = 0
    brightness: int | None = None
    """Of a picture, 0 (black) to 255 (white); ``None`` where nobody has measured it."""


class _CacheRecord(Struct, frozen=True):
    sources: tuple[str, ...]
    """Where the source lay, as paths under ``media/``: once it lies in none of them, it is forgotten."""
    kind: MediumKind
    pictures: tuple[tuple[_CachedFile, ...], ...]
    recording: _CachedFile | None
    seconds: int

    @property
    def files(self) -> tuple[_CachedFile, ...]:
        pictures = tuple(picture for widths in self.pictures for picture in widths)
        return (*pictures, self.recording) if self.recording else pictures


class RenditionCache(Struct, frozen=True):
    """The finished media in ``folder``. ``proofs`` tells which files were proved before, in a process that stays."""

    folder: Path
    proofs: RenditionProofs | None = None
    _records: dict[str, _CacheRecord] = field(default_factory=dict)
    """What was read so far, by the key."""

    def load(self, key: str, sources: tuple[str, ...]) -> RenderedMedium | None:
        """What the source with ``key`` has become, or ``None`` where any of it is missing or not what was made."""
        record = self._read_record(key)
        if record is None:
            return None
        if not all(self._is_intact(f"{key}/{file.name}", file.digest) for file in record.files):
            return None
        if record.sources != sources:
            record = replace(record, sources=sources)
            self._write_record(key, record)
        return self._make_rendered(key, record)

    def read_measure(self, key: str) -> PictureMeasure | None:
        """Return how large and bright the widest picture of a photo is, where one was made; nothing is opened."""
        record = self._read_record(key)
        if record is None or record.kind is not MediumKind.PHOTO or not record.pictures:
            return None
        widest = max(record.pictures[0], key=lambda picture: picture.width, default=None)
        return PictureMeasure(widest.width, widest.height, widest.brightness) if widest else None

    def get_partial_path(self, key: str) -> Path:
        """Where a film may be written until it is finished."""
        return self.folder / key / f".film.{os.getpid()}"

    def store(self, key: str, sources: tuple[str, ...], medium: TranscodedMedium) -> RenderedMedium:
        """Write down what was made; a film or a sound lies in its partial file already. Raises ``OSError``."""
        pictures = tuple(tuple(self._store_picture(key, picture) for picture in widths) for widths in medium.pictures)
        recording = None
        if ending := _SUFFIXES.get(medium.kind):
            partial = self.get_partial_path(key)
            now = partial.stat().st_mtime
            digest = compute_digest(partial)
            recording = _CachedFile(f"{digest[:_NAME_LENGTH]}.{ending}", digest)
            partial.replace(partial.with_name(recording.name))
            self._remove_abandoned(partial.parent, now)
        record = _CacheRecord(sources, medium.kind, pictures, recording, max(1, round(medium.seconds)))
        self._write_record(key, record)
        return self._make_rendered(key, record)

    def adopt(self, key: str, sources: tuple[str, ...], medium: RenderedMedium) -> None:
        """Keep copies of files that another story's cache holds, as what this source becomes. Raises ``OSError``."""
        folder = self.folder / key
        folder.mkdir(parents=True, exist_ok=True)
        for name, file in medium.files_by_name.items():
            shutil.copyfile(file, folder / name)
        pictures = tuple(
            tuple(_CachedFile(each.name, compute_digest(each.file), each.width, each.height) for each in widths)
            for widths in medium.pictures
        )
        recording = medium.recording
        film = _CachedFile(recording.name, compute_digest(recording.file)) if recording else None
        seconds = recording.seconds if recording else 1
        self._write_record(key, _CacheRecord(sources, medium.kind, pictures, film, seconds))

    def discard(self, key: str) -> None:
        """Leave nothing of what could not be made, or not to its end."""
        self.get_partial_path(key).unlink(missing_ok=True)
        with suppress(OSError):
            self.get_partial_path(key).parent.rmdir()

    def _remove_abandoned(self, folder: Path, now: float) -> None:
        """Drop half a film that a build left here when its computer died. ``now`` is by the clock of the disk."""
        for half in folder.glob(".film.*"):
            if now - half.stat().st_mtime > _ABANDONED_AFTER:
                half.unlink(missing_ok=True)

    def _store_picture(self, key: str, picture: JpegPicture) -> _CachedFile:
        digest = hashlib.sha256(picture.jpeg).hexdigest()
        kept = _CachedFile(f"{digest[:_NAME_LENGTH]}.jpg", digest, picture.width, picture.height, picture.brightness)
        write_atomically(self.folder / key / kept.name, picture.jpeg)
        return kept

    def _make_rendered(self, key: str, record: _CacheRecord) -> RenderedMedium:
        folder = self.folder / key
        pictures = tuple(
            tuple(Rendition(folder / picture.name, picture.name, picture.width, picture.height) for picture in widths)
            for widths in record.pictures
        )
        recording = record.recording
        return RenderedMedium(
            record.kind,
            pictures,
            Recording(folder / recording.name, recording.name, record.seconds) if recording else None,
        )

    def prune(self, keys: Mapping[str, str], exists: Callable[[str], bool]) -> None:
        """Drop what no photo of the story stands behind any more: what is taken out of a story leaves nothing here.

        ``keys`` says which content each file of this build has; ``exists`` tells of any other file whether it is there.
        """
        if not self.folder.is_dir():
            return
        now = self._read_disk_clock()
        for entry in self.folder.iterdir():
            record = self._read_record(entry.name)
            if record is None:
                wanted = now - entry.lstat().st_mtime < _ABANDONED_AFTER
            else:
                wanted = any(keys.get(file, entry.name) == entry.name and exists(file) for file in record.sources)
            if not wanted:
                shutil.rmtree(entry, ignore_errors=True)

    def _read_disk_clock(self) -> float:
        """The time by the clock of the disk: that of the computer may have been set since the last build."""
        with suppress(OSError), tempfile.TemporaryFile(dir=self.folder) as written:
            return os.fstat(written.fileno()).st_mtime
        return 0.0  # nothing can be written here, and so nothing is forgotten

    def _is_intact(self, file: str, digest: str) -> bool:
        if self.proofs is None:
            return _is_intact(self.folder / file, digest)
        if not self.proofs.is_proved(file, digest):
            if not _is_intact(self.folder / file, digest):
                return False
            self.proofs.add(digest)
        return True

    def _read_record(self, key: str) -> _CacheRecord | None:
        if key not in self._records and (record := self._parse_record(key)):
            self._records[key] = record
        return self._records.get(key)

    def _parse_record(self, key: str) -> _CacheRecord | None:
        try:
            fields: Any = read_sealed(self.folder / key / RENDITION_RECORD)
            if fields["key"] != key:  # a folder under another's name would be another's picture
                return None
            pictures = tuple(tuple(_parse_file(picture) for picture in widths) for widths in fields["pictures"])
            recording = _parse_file(fields["recording"]) if fields["recording"] else None
            sources = tuple(map(str, fields["sources"]))
            return _CacheRecord(sources, MediumKind(fields["kind"]), pictures, recording, int(fields["seconds"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def _write_record(self, key: str, record: _CacheRecord) -> None:
        self._records.pop(key, None)
        write_sealed(self.folder / key / RENDITION_RECORD, {"key": key, **to_builtins(record)})


def _parse_file(values: Mapping[str, object]) -> _CachedFile:
    name = str(values["name"])
    if PurePosixPath(name).name != name or "\\" in name:
        raise ValueError(name)
    brightness = values.get("brightness")
    return _CachedFile(
        name,
        str(values["digest"]),
        int(str(values["width"])),
        int(str(values["height"])),
        None if brightness is None else int(str(brightness)),
    )


def _is_intact(path: Path, digest: str) -> bool:
    """Whether a remembered file is what this room once made, and nothing that somebody has put in its place.

    A story may come from anywhere, and bring a cache with it: what is in there is proved again.
    """
    stem, _, ending = path.name.partition(".")
    if stem != digest[:_NAME_LENGTH] or not path.is_file() or path.is_symlink():
        return False
    if ending != "jpg":
        return compute_digest(path) == digest and verify_mp4.is_clean(path)
    picture = path.read_bytes()
    return hashlib.sha256(picture).hexdigest() == digest and verify_jpeg.is_clean(picture)
