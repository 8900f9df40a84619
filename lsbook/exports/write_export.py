"""Putting a finished copy where it was asked for: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from lsbook.exports.finished_book import FinishedBook
from lsbook.model.problem import Location
from lsbook.model.rules.places import UNWRITABLE, WRONG_PLACE

UNFINISHED_SUFFIX = ".not-whole"
"""What the hidden name of a file ends with while it is written: what a machine that died has left is known by it."""


def write_export(content: bytes, to: Path, book: FinishedBook) -> None:
    """Write ``content`` to the file ``to``, in the place of an older copy. Raises ``ProblemsFound``."""
    if to.resolve().is_relative_to(book.folder.resolve()):
        what = "A book's folder holds only the book, so no copy of it is put inside."
        raise WRONG_PLACE.make_error(Location(to.as_posix()), what, "Name a place outside this folder.")
    write_file(content, to)


def write_file(content: bytes, to: Path) -> None:
    """Write ``content`` to the file ``to``, whole or not at all. Raises ``ProblemsFound``."""
    if to.is_dir():
        raise WRONG_PLACE.make_error(Location(to.as_posix()), "This is a folder.", "Name a file in it.")
    beside = ""
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=to.parent, prefix=f".{to.name}.", suffix=UNFINISHED_SUFFIX)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(beside).replace(to)
    except OSError as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        what = f"The computer cannot write here ({(error.strerror or 'no reason given').lower()})."
        remedy = "Close the file if it is open in another program, or name another place with --to."
        raise UNWRITABLE.make_error(Location(to.as_posix()), what, remedy) from error
