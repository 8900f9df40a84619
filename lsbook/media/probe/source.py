"""Reading a medium: only plain files inside the media folder, and never through a symbolic link.

The rules are security.md's ("no symbolic links followed, nothing outside the folder read").
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath, PurePosixPath
from typing import BinaryIO, TypeAlias

from msgspec import Struct

from lsbook.media.faults import Fault, MediaError
from lsbook.media.probe.kinds import HEAD_SIZE, FileKind, detect_kind, get_kind_label
from lsbook.media.probe.truncation import is_file_truncated
from lsbook.media.recipes import RECIPES, NoRecipe, Recipe, RecordingRecipe, format_recipe_version

Digester: TypeAlias = Callable[[str], str]
"""Gives the SHA-256 of a file by its path under ``media/``; empty for what cannot be read."""

LARGEST_SOURCE = 500_000_000
"""Bytes. The largest real photos (200 megapixels, uncompressed) have more, but nobody's phone writes those."""
_LARGEST_FILM = 40_000_000_000
"""Bytes: an hour as a camera of today films it. Films are read piece by piece and need no memory."""

_PLAYABLE_SUFFIXES = (".mp3", ".aac", ".amr", ".mpg", ".mpeg", ".3gp", ".mp4", ".mov")
"""Files in which something may stand before what a kind is known by: the readers of films look further."""
_KEY_LENGTH = 32
"""Hexadecimal digits: no two photos meet, and paths stay short enough for Windows."""

_WINDOWS_LINK_TAGS = (0xA000000C, 0xA0000003)  # symbolic link and junction; a cloud folder's placeholder is neither


class ProbedFile(Struct, frozen=True):
    """A medium that can be shown, and the key under which its renditions are remembered."""

    file: str
    kind_label: str
    """What people call it: photo, film, recording or document."""
    recipe: Recipe
    key: str
    top: str
    """The folder within that of the story, or of templates, in which ``file`` lies."""


def probe_file(folder: Path, file: str, digest: Digester | None = None, top: str = "media") -> ProbedFile:
    """Tell whether ``file`` (its path under ``folder``/``top``) can be shown, and the key of its content.

    The key begins the SHA-256 of the recipe's version, a zero byte and the SHA-256 of the file, as ``digest`` knows it
    or as it is read here. Raises ``MediaError`` where there is no recipe that shows such a file.
    """
    with _open_file(folder, file, top) as source:
        kind = detect_kind(source.read(HEAD_SIZE))
        if kind is FileKind.UNKNOWN and file.lower().endswith(_PLAYABLE_SUFFIXES):
            kind = FileKind.SOUND
        recipe, what = RECIPES[kind], get_kind_label(kind)
        if isinstance(recipe, NoRecipe):
            raise MediaError(recipe.fault, what)
        size = os.fstat(source.fileno()).st_size
        if size > (_LARGEST_FILM if isinstance(recipe, RecordingRecipe) else LARGEST_SOURCE):
            raise MediaError(Fault.TOO_HEAVY, what)
        if isinstance(recipe, RecordingRecipe) and is_file_truncated(source, size):
            raise MediaError(Fault.TRUNCATED, what)
        content_digest = digest(file) if digest else _compute_digest(source)
        if not content_digest:
            raise MediaError(Fault.UNREADABLE, what)
        return ProbedFile(file, what, recipe, _make_key(content_digest, recipe), top)


def read_source(folder: Path, probed: ProbedFile) -> bytes:
    """The bytes of a file that was looked at. Raises ``MediaError``, also where they are no longer the same."""
    with _open_file(folder, probed.file, probed.top) as source:
        content = source.read(LARGEST_SOURCE + 1)
    if _make_key(hashlib.sha256(content).hexdigest(), probed.recipe) != probed.key:
        raise MediaError(Fault.CHANGED)
    return content


@contextmanager
def open_source(folder: Path, probed: ProbedFile) -> Iterator[BinaryIO]:
    """A film that was looked at, to be read piece by piece. Raises ``MediaError`` where it changed in the meantime."""
    with _open_file(folder, probed.file, probed.top) as source:
        yield source
        # Another process has read from the same place in the file, and this one's own reader does not know of it.
        with os.fdopen(os.dup(source.fileno()), "rb") as again:
            os.lseek(again.fileno(), 0, os.SEEK_SET)
            if _make_key(_compute_digest(again), probed.recipe) != probed.key:
                raise MediaError(Fault.CHANGED)


def exists(folder: Path, file: str, top: str = "media") -> bool:
    """Whether ``file`` still lies under ``folder``/``top`` as a plain file."""
    try:
        _locate(folder, file, top)
    except (MediaError, OSError):
        return False
    return True


def _make_key(content_digest: str, recipe: Recipe) -> str:
    key = f"{format_recipe_version(recipe)}\0{content_digest}"
    return hashlib.sha256(key.encode()).hexdigest()[:_KEY_LENGTH]


def _compute_digest(source: BinaryIO) -> str:
    source.seek(0)
    digest = hashlib.sha256()
    while piece := source.read(1 << 20):
        digest.update(piece)
    return digest.hexdigest()


@contextmanager
def _open_file(folder: Path, file: str, top: str) -> Iterator[BinaryIO]:
    try:
        # O_NONBLOCK: a pipe with a photo's name must not hold the build for ever.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(_locate(folder, file, top), flags), "rb") as source:
            if not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
                raise MediaError(Fault.UNKNOWN)
            yield source
    except OSError as error:
        raise MediaError(_classify_error(error)) from error


def _locate(folder: Path, file: str, top: str) -> Path:
    """The path of ``file`` with every step on the way checked. Raises ``MediaError`` and ``OSError``."""
    steps = PurePosixPath(file).parts
    if not steps or any(step == ".." or "\0" in step or PurePath(step).name != step for step in steps):
        raise MediaError(Fault.OUTSIDE)
    path = folder
    for step in (top, *steps):
        path /= step
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) in _WINDOWS_LINK_TAGS:
            raise MediaError(Fault.OUTSIDE)
    if not stat.S_ISREG(status.st_mode):
        raise MediaError(Fault.UNKNOWN)
    return path


def _classify_error(error: OSError) -> Fault:
    if error.errno == errno.ELOOP:
        return Fault.OUTSIDE
    return Fault.MISSING if error.errno in (errno.ENOENT, errno.ENOTDIR) else Fault.UNREADABLE
