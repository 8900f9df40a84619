"""One at a time at the same place. The lock is the system's own, so that it never outlives whoever works there."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lsbook.model.place import NotMade, Place, Problem
from lsbook.output.places import lock_beside

_NO_LOCKS_HERE = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)  # some network folders


@contextmanager
def alone(place: Path, busy: str = "Another window is making this book right now.") -> Iterator[None]:
    """Hold the lock of ``place`` and leave no trace of it. Raises ``NotMade``, saying ``busy``, where another holds it.

    A file that somebody who was killed left behind is held by nobody: the next one takes it over and removes it.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    file = lock_beside(place)
    held = _hold(file, Problem(Place(place.as_posix()), busy, "Wait until it is done, and try again."))
    try:
        yield
    finally:
        if os.name == "nt":  # Windows removes no open file
            os.close(held)
            with contextlib.suppress(OSError):
                file.unlink()
        else:
            with contextlib.suppress(OSError):
                file.unlink()
            os.close(held)


def _hold(file: Path, busy: Problem) -> int:
    """An open descriptor that holds the lock."""
    while True:
        held = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        if not _locked(held):
            os.close(held)
            raise NotMade((busy,))
        if _is_same(held, file):
            return held
        os.close(held)  # whoever held it has just removed it: what is locked is no longer what others see


def _locked(held: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 (only on Windows)

            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 (not on Windows)

            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in _NO_LOCKS_HERE
    return True


def _is_same(held: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(held), file.lstat())
    except FileNotFoundError:
        return False
