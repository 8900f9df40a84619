"""After a machine died in the middle: the old book is put back, or the new one is kept, and the remains are tidied."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from lsbook.files.folders import list_entries
from lsbook.files.hidden_paths import get_previous_path, get_staging_path
from lsbook.files.lock import try_lock
from lsbook.files.manifest import MANIFEST
from lsbook.files.tree import is_plain_file
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.books import NOT_OUR_FOLDER
from lsbook.output.book_files import clear_unfinished_book_files
from lsbook.output.clearing import clear_previous, clear_staging, make_leftover_problem
from lsbook.output.ownership import list_owned_files


def recover(place: Path) -> None:
    """Bring ``place`` back to one whole book, if there was one. Does nothing where nothing was interrupted.

    Raises ``ProblemsFound`` where only a person can tell what should stay, and ``OSError``.
    """
    old, new = get_previous_path(place), get_staging_path(place)
    for ours in (old, new):
        if ours.is_symlink() or (ours.exists() and not ours.is_dir()):
            raise ProblemsFound((make_leftover_problem(ours, place),))
    if old.exists():
        if not place.exists():
            old.rename(place)  # it died between the two renames
        elif is_plain_file(place / MANIFEST):
            list_owned_files(place)  # it died after them: only a book that is as it was written may outlive the old one
            clear_previous(old, place)
        else:
            what = "A build was interrupted, and now another folder stands where the old book belongs."
            remedy = f"Move this folder somewhere else, and build again: the old book (in {old.name}) is then put back."
            raise NOT_OUR_FOLDER.make_error(Location(place.as_posix()), what, remedy)
    if new.exists():
        clear_staging(new, place)


def recover_books(out: Path, editions: Iterable[str]) -> None:
    """Bring every book in ``out`` back to one whole book, not only the one that is made now.

    What only a person can decide is left to the build of that edition, which says so.
    """
    hidden = [entry.name for entry in list_entries(out) if entry.name.startswith(".")]
    for name in editions:
        if any(entry.startswith(f".{name}") for entry in hidden):
            with contextlib.suppress(OSError, ProblemsFound), try_lock(out / name) as free:
                if free:
                    recover(out / name)
                    clear_unfinished_book_files(out / name)
