"""The order in which a process locks itself in."""

from __future__ import annotations

import sys
from contextlib import suppress

from msgspec import Struct

from lsbook.media.workers.sandbox import kernel, landlock, rights, seccomp

if sys.platform != "win32":
    import resource


class Locks(Struct, frozen=True):
    """Which of Linux's two locks may be used: both, but in tests of what one of them holds alone."""

    landlock: int = landlock.NEWEST_VERSION
    """The newest version of Landlock to use; 0: none."""
    seccomp: bool = True


EVERY_LOCK = Locks()


class Protection(Struct, frozen=True):
    """What holds a process in."""

    landlock: int
    """The version of Landlock in force; 0: none."""
    seccomp: bool

    @property
    def is_missing(self) -> bool:
        return not self.landlock and not self.seccomp


def confine(locks: Locks) -> Protection | None:
    """Lock this process in for ever: from here on it opens, starts and reaches nothing. ``None``: not on Linux.

    Whatever is still to be loaded must be loaded before. A kernel without one of the locks is no error: the other
    holds, or neither, and it is for the process that asked to say so.
    """
    if sys.platform != "linux":
        return None
    machine = kernel.detect_machine()
    with suppress(OSError):
        rights.drop_privileges(machine)
    version = landlock.restrict_files(locks.landlock)
    _forbid_opening()
    return Protection(version, locks.seccomp and seccomp.restrict_calls(machine))


def _forbid_opening() -> None:
    """A third, small lock: what is open stays so, and there is no number left for anything else, a socket neither."""
    if sys.platform != "win32":
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
