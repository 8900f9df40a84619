"""Work in ``.lsbook`` under locks of the system's, which end with whoever held them.

So what nobody holds is nobody's, and the next build takes it away: it is never the age of a thing that says so.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lsbook.cache.folder import (
    PAGES,
    PREVIEW,
    RENDITION_RECORD,
    RENDITIONS,
    WORK_FOLDER_PREFIXES,
    list_unfinished,
    locate_cache,
)
from lsbook.files.atomic import PARTIAL_MARK
from lsbook.files.folders import list_entries
from lsbook.files.lock import is_same_file, lock, lock_descriptor, try_lock

_BUILD_LOCK_NAME = ".at-work.lock"
_LOG_LOCK_NAME = "copies"


@contextmanager
def scratch_folder(story: Path, kind: str) -> Iterator[Path]:
    """Hold a new folder in the cache of ``story``, one of ``WORK_FOLDER_KINDS``, that is gone afterwards.

    Those that interrupted runs have left go now. Raises ``OSError``.
    """
    cache_folder = locate_cache(story)
    cache_folder.mkdir(exist_ok=True)
    clear_work_folders(cache_folder)
    folder = cache_folder / f"{kind}-{secrets.token_hex(6)}"
    with lock(folder):
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def clear_work_folders(cache_folder: Path) -> None:
    """Delete the folders of runs that have ended, and locks that nobody holds. What cannot go stays."""
    for entry in list_entries(cache_folder):
        with contextlib.suppress(OSError):
            if _is_for_one_run(entry.name) and entry.is_dir() and not entry.is_symlink():
                with try_lock(entry) as free:
                    if free:
                        shutil.rmtree(entry, ignore_errors=True)
            elif entry.name.startswith(".") and entry.name.endswith(".lock") and entry.name != _BUILD_LOCK_NAME:
                with try_lock(cache_folder / entry.name[1:].removesuffix(".lock")):
                    pass  # to let go of it takes it away


def _is_for_one_run(name: str) -> bool:
    return name.startswith(WORK_FOLDER_PREFIXES) or name == PREVIEW


@contextmanager
def preview_folder(story: Path) -> Iterator[Path]:
    """Hold the folder in which a preview of ``story`` stands; it is gone afterwards, whatever ends the preview.

    What a preview that was killed has left goes now. Raises ``ProblemsFound`` where one runs already, and ``OSError``.
    """
    cache_folder = locate_cache(story)
    folder = cache_folder / PREVIEW
    busy, remedy = "Another window shows a preview of this story already.", "Look there, or end it there with Ctrl-C."
    with lock(folder, busy, remedy):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):  # it is not empty: there is something to remember
        cache_folder.rmdir()


def log_lock(story: Path) -> contextlib.AbstractContextManager[None]:
    """Hold the log of ``story``, to add to it or to archive it. Raises ``ProblemsFound`` where somebody does."""
    return lock(
        locate_cache(story) / _LOG_LOCK_NAME, "Another window is handing over or archiving this story right now."
    )


@contextmanager
def build_lock(cache_folder: Path) -> Iterator[None]:
    """Hold, beside other builds, the story whose cache this is. The first of several takes away what earlier ones left.

    Where this computer cannot lock or write here, the work goes on, and nothing is taken away.
    """
    new = not cache_folder.exists()
    with contextlib.suppress(OSError):
        cache_folder.mkdir(exist_ok=True)
        clear_work_folders(cache_folder)
    file = cache_folder / _BUILD_LOCK_NAME
    held = -1
    with contextlib.suppress(OSError):
        held = _acquire_shared_lock(file)
    try:
        yield
    finally:
        if held >= 0:
            if lock_descriptor(held) and is_same_file(held, file):  # nobody else is at work
                with contextlib.suppress(OSError):
                    _clear_half_written(cache_folder)  # of one that died meanwhile: no file tells the next of it
                    file.unlink()
            os.close(held)
        if new:
            with contextlib.suppress(OSError):  # it is not empty: there is something to remember
                cache_folder.rmdir()


def _acquire_shared_lock(file: Path) -> int:
    """Open a descriptor that says that a build is at work; below zero where this system has no shared locks."""
    if sys.platform == "win32":
        return -1
    import fcntl  # noqa: PLC0415 (not on Windows)

    while True:
        held = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        if lock_descriptor(held):
            if is_same_file(held, file):
                _clear_half_written(file.parent)
        elif lock_descriptor(held) is None:
            os.close(held)
            return -1
        fcntl.flock(held, fcntl.LOCK_SH)  # whoever cleans up is done in a moment
        if is_same_file(held, file):
            return held
        os.close(held)


def _clear_half_written(cache_folder: Path) -> None:
    """Delete half a medium, half a record of it, and other half files. Nobody is at work on any of them."""
    for folder in (cache_folder, *list_entries(cache_folder / PAGES)):
        for half in [] if folder.is_symlink() else list_unfinished(folder):
            half.unlink(missing_ok=True)
    for entry in list_entries(cache_folder / RENDITIONS):
        if entry.is_symlink() or not entry.is_dir():
            continue
        names = [inside.name for inside in os.scandir(entry)]
        if RENDITION_RECORD not in names:
            shutil.rmtree(entry, ignore_errors=True)
            continue
        for half in (entry / name for name in names if name.startswith(".") or PARTIAL_MARK in name):
            if not half.is_dir():
                half.unlink(missing_ok=True)
