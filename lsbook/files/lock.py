"""One at a time at the same place. The lock is the system's own, so that it never outlives whoever works there."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lsbook.files.hidden_paths import get_lock_path
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.places import IN_USE

_UNSUPPORTED_ERRORS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)  # some network folders


@contextmanager
def lock(
    place: Path,
    busy: str = "Another window is making this book right now.",
    remedy: str = "Wait until it is done, and try again.",
) -> Iterator[None]:
    """Hold the lock of ``place`` and leave no trace of it.

    Raises ``ProblemsFound``, saying ``busy`` and ``remedy``, where another holds it. A file that somebody who
    was killed left behind is held by nobody: the next one takes it over and removes it.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    file = get_lock_path(place)
    held = _acquire(file, Problem(Location(place.as_posix()), busy, remedy, rule=IN_USE.id))
    try:
        yield
    finally:
        _release(held, file)


@contextmanager
def try_lock(place: Path) -> Iterator[bool]:
    """Hold the lock of ``place`` where it is proved that nobody else does; whether it is held.

    Where this disk knows no locks nothing is proved. Raises ``OSError``.
    """
    file = get_lock_path(place)
    try:
        held = _acquire(file, Problem(Location(place.as_posix()), "", "", rule=IN_USE.id), require_support=True)
    except ProblemsFound:
        yield False
        return
    try:
        yield True
    finally:
        _release(held, file)


def _release(descriptor: int, file: Path) -> None:
    if os.name == "nt":  # Windows removes no open file
        os.close(descriptor)
        with contextlib.suppress(OSError):
            file.unlink()
    else:
        with contextlib.suppress(OSError):
            file.unlink()
        os.close(descriptor)


def _acquire(file: Path, busy: Problem, *, require_support: bool = False) -> int:
    """An open descriptor that holds the lock. ``require_support``: not where this disk knows no locks."""
    while True:
        held = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        locked = lock_descriptor(held)
        if locked is False or (require_support and locked is None):
            os.close(held)
            raise ProblemsFound((busy,))
        if is_same_file(held, file):
            return held
        os.close(held)  # whoever held it has just removed it: what is locked is no longer what others see


def lock_descriptor(descriptor: int) -> bool | None:
    """Take the lock of an open file for this process alone; whether it is taken, ``None`` where there are no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 (only on Windows)

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 (not on Windows)

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return None if error.errno in _UNSUPPORTED_ERRORS else False
    return True


def is_same_file(descriptor: int, file: Path) -> bool:
    """Whether the open file ``held`` is still the one that others see at ``file``."""
    try:
        return os.path.samestat(os.fstat(descriptor), file.lstat())
    except FileNotFoundError:
        return False
