"""Putting the new book in the old one's place."""

from __future__ import annotations

import contextlib
from pathlib import Path

from lsbook.files.folders import flush_folder
from lsbook.files.hidden_paths import get_previous_path
from lsbook.model.problem import ProblemsFound
from lsbook.output.clearing import clear_previous


def swap(new: Path, place: Path, *, is_lasting: bool = True) -> None:
    """Rename the old book away and the new one in. At every moment one of them stands whole, here or beside.

    ``is_lasting``: on the disk itself, too. Raises ``OSError``, and the old book is then in its place again, or
    ``recover`` will put it there.
    """
    old = get_previous_path(place)
    replaces = place.exists()
    if replaces:
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if replaces:
            old.rename(place)
        raise
    if is_lasting:
        flush_folder(place.parent)
    if replaces:
        # The book is made. What cannot be cleared away now (a file open on Windows), the next build clears.
        with contextlib.suppress(OSError, ProblemsFound):
            clear_previous(old, place)
