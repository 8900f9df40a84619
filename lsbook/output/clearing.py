"""Taking away an old book, or the remains of one that was never finished: file by file, and only lsbook's own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from lsbook.files.digests import compute_digest
from lsbook.files.manifest import MANIFEST, read_manifest
from lsbook.files.tree import is_plain_file, scan_folder
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.books import NOT_OUR_FOLDER


def clear_previous(old: Path, place: Path) -> None:
    """Take away the book at ``old``, now that ``place`` holds the new one. May be done again after a crash.

    All that lsbook did not write (system files, and what somebody put there in the meantime) moves to the same place in
    the new book. Raises ``ProblemsFound`` where something can neither move nor be removed, and ``OSError``.
    """
    listed = read_manifest(old) or {}
    tree = scan_folder(old)
    ours = {
        path: None
        for path in tree.files
        if path in listed and (_is_same(old / path, place / path) or _is_unchanged(old / path, listed[path]))
    }
    for path in tree.ignored:
        _move_if_free(old / path, _find_free_name(place / path))
    stays = (path for path in tree.files if path not in ours and path != MANIFEST)
    left = [path for path in stays if not _move_if_free(old / path, place / path)]
    _remove(old, ours)
    if left:
        raise ProblemsFound(tuple(make_leftover_problem(old / path, place) for path in left))
    _remove(old, [MANIFEST])
    _remove_folders(old, tree.folders)
    old.rmdir()


def clear_staging(new: Path, place: Path, ours: Iterable[str] = ()) -> None:
    """Take away what an unfinished build left at ``new``. Its list is written before any other file of it is.

    ``ours`` are paths that are known to be lsbook's, also where somebody deleted the list in the meantime.
    Raises ``ProblemsFound`` where something lies there that lsbook did not write, and ``OSError``.
    """
    listed = {*(read_manifest(new) or {}), *ours}
    tree = scan_folder(new)
    _remove(new, [path for path in tree.files if path in listed])
    left = [path for path in tree.files if path not in listed and path != MANIFEST]
    if left:
        raise ProblemsFound(tuple(make_leftover_problem(new / path, place) for path in left))
    _remove(new, [MANIFEST])
    _remove_folders(new, tree.folders)
    with contextlib.suppress(OSError):  # a system file may stay: it goes where the next book goes
        new.rmdir()


def _is_same(file: Path, other: Path) -> bool:
    """Whether the two are one file under two names: to take one away loses nothing of it."""
    return is_plain_file(file) and is_plain_file(other) and file.samefile(other)


def _is_unchanged(file: Path, digest: str) -> bool:
    return is_plain_file(file) and compute_digest(file) == digest


def _move_if_free(source: Path, target: Path) -> bool:
    if target.exists() or target.is_symlink():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    source.rename(target)
    return True


def _find_free_name(target: Path) -> Path:
    """A hidden name that nothing has yet: the system may have made its file anew before the old one comes."""
    while target.exists() or target.is_symlink():
        target = target.with_name(f".old-{target.name}")
    return target


def _remove(folder: Path, paths: Iterable[str]) -> None:
    for path in paths:
        (folder / path).unlink(missing_ok=True)


def _remove_folders(folder: Path, folders: Iterable[str]) -> None:
    for inside in sorted(folders, key=lambda path: len(PurePosixPath(path).parts), reverse=True):
        with contextlib.suppress(OSError):  # it is not empty: something of the system's is in it
            (folder / inside).rmdir()


def make_leftover_problem(file: Path, place: Path) -> Problem:
    """Say that ``file`` is in the way of the book at ``place``, and that a person must decide about it."""
    what = "This file lies in a folder that lsbook uses while it makes a book, and lsbook did not write it."
    remedy = f"If it matters, move it somewhere else, outside {place.name}; or else delete it. Then build again."
    return Problem(Location(file.as_posix()), what, remedy, rule=NOT_OUR_FOLDER.id)
