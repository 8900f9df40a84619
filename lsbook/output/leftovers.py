"""What a machine that died, or a window that was closed, has left where lsbook works: the next build takes it away.

Everything that is made for one run lies under a lock of the system's, which ends with whoever held it. So what nobody
holds is nobody's: it is never the age of a thing that says so.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lsbook.files.lock import is_same_file, lock, lock_descriptor, try_lock
from lsbook.model.problem import ProblemsFound
from lsbook.output.forms import clear_unfinished_forms
from lsbook.output.recover import recover

WORK_FOLDER_KINDS = ("archive", "copy", "paper")
"""Kinds of folders in a story's memory that are made for one run."""
_BUILD_LOCK_NAME = ".at-work.lock"
_RENDITIONS, _RECORD_NAME = "renditions", "record.json"
"""Where finished media are remembered, and what is written last of each."""


@contextmanager
def make_work_folder(cache_folder: Path, kind: str) -> Iterator[Path]:
    """A new folder in ``memory``, of one of ``BENCHES``, that is gone afterwards. Raises ``OSError``."""
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
    """Take away the folders of runs that have ended, and locks that nobody holds. What cannot go stays."""
    for entry in _list_entries(cache_folder):
        with contextlib.suppress(OSError):
            if (
                entry.name.startswith(tuple(f"{kind}-" for kind in WORK_FOLDER_KINDS))
                and entry.is_dir()
                and not entry.is_symlink()
            ):
                with try_lock(entry) as free:
                    if free:
                        shutil.rmtree(entry, ignore_errors=True)
            elif entry.name.startswith(".") and entry.name.endswith(".lock") and entry.name != _BUILD_LOCK_NAME:
                with try_lock(cache_folder / entry.name[1:].removesuffix(".lock")):
                    pass  # to let go of it takes it away


def recover_books(out: Path, editions: Iterable[str]) -> None:
    """Bring every book in ``out`` back to one whole book, not only the one that is made now.

    What only a person can decide is left to the build of that edition, which says so.
    """
    hidden = [entry.name for entry in _list_entries(out) if entry.name.startswith(".")]
    for name in editions:
        if any(entry.startswith(f".{name}") for entry in hidden):
            with contextlib.suppress(OSError, ProblemsFound), try_lock(out / name) as free:
                if free:
                    recover(out / name)
                    clear_unfinished_forms(out / name)


@contextmanager
def hold_build_lock(cache_folder: Path) -> Iterator[None]:
    """A build is at work on the story whose memory this is. The first of several takes away what earlier ones left.

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
                    file.unlink()
            os.close(held)
        if new:
            with contextlib.suppress(OSError):  # it is not empty: there is something to remember
                cache_folder.rmdir()


def _acquire_shared_lock(file: Path) -> int:
    """An open descriptor that says that a build is at work; below zero where this system has no shared locks."""
    if os.name == "nt":
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
    """Half a medium, half a record of it, and half a list of what a book holds. Nobody is at work on any of them."""
    for half in cache_folder.glob("held-*.new"):
        half.unlink(missing_ok=True)
    for entry in _list_entries(cache_folder / _RENDITIONS):
        if entry.is_symlink() or not entry.is_dir():
            continue
        if not (entry / _RECORD_NAME).is_file():
            shutil.rmtree(entry, ignore_errors=True)
        for half in entry.glob(".*"):
            if not half.is_dir():
                half.unlink(missing_ok=True)


def _list_entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []
    except OSError:
        return []
