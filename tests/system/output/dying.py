"""Run as a program: writes a book and dies at the given step, as a machine does when its power goes.

Arguments: the step (from 1), the place, and a folder for the site's own photo.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsbook.output import write
from tests.unit.output.sites import site

STEPS = ("mkdir", "link", "rename", "replace", "unlink", "rmdir", "fsync")
DIED = 9


def die_at(step: int) -> None:
    """End this process at once before its ``step``-th change of the disk. A file being written is left half."""
    done = 0

    def counted(change: Callable[..., object]) -> Callable[..., object]:
        def run(*args: Any, **options: Any) -> object:
            nonlocal done
            done += 1
            if done == step:
                if change is really_written:
                    with contextlib.suppress(OSError):  # a folder has no half
                        os.ftruncate(args[0], os.fstat(args[0]).st_size // 2)
                os._exit(DIED)
            return change(*args, **options)

        return run

    really_written = os.fsync
    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))


if __name__ == "__main__":
    made = site(Path(sys.argv[3]), "second")
    die_at(int(sys.argv[1]))
    write(made, Path(sys.argv[2]))
