"""Run as a program: carries a copy of a book to a place, and is killed on the way.

Arguments: the finished book, the place, the form, and where it dies: ``copying``, ``reading``, or at a renaming
(``0``: before the first; with an older copy there are two).
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from pathlib import Path

from lsbook.exports.finished_book import open_finished_book
from lsbook.exports.formats import export_book
from lsbook.model.vocabulary import CopyFormat
from tests.unit.files.putting import put


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def tick(done: int, total: int) -> None:
    """Dies a third of the way through the copying, or through the reading back."""
    if sys.argv[4] in ("copying", "reading") and done / total > {"copying": 1 / 6, "reading": 4 / 6}[sys.argv[4]]:
        die()


class Dying(type(Path())):  # type: ignore[misc]  # a path of this system
    """A path whose renaming may be the last that happens."""

    left = int(sys.argv[4]) if sys.argv[4].isdigit() else 99

    def rename(self, target: Path) -> Path:
        if Dying.left == 0:
            die()
        Dying.left -= 1
        return Path(super().rename(target))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=Path(sys.argv[2]).parent) as bench:
        put(
            export_book(open_finished_book(Path(sys.argv[1])), CopyFormat(sys.argv[3]), Path(bench)).packages,
            Dying(sys.argv[2]),
            tick,
        )
