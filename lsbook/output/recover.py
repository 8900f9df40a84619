"""After a machine died in the middle: the old book is put back, or the new one is kept, and the remains are tidied."""

from __future__ import annotations

from pathlib import Path

from lsbook.files.hidden_paths import new_beside, old_beside
from lsbook.files.manifest import MANIFEST
from lsbook.files.tree import is_plain_file
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.output.clearing import clear_new, clear_old, problem_of_left
from lsbook.output.ownership import owned


def recover(place: Path) -> None:
    """Bring ``place`` back to one whole book, if there was one. Does nothing where nothing was interrupted.

    Raises ``NotMade`` where only a person can tell what should stay, and ``OSError``.
    """
    old, new = old_beside(place), new_beside(place)
    for ours in (old, new):
        if ours.is_symlink() or (ours.exists() and not ours.is_dir()):
            raise NotMade((problem_of_left(ours, place),))
    if old.exists():
        if not place.exists():
            old.rename(place)  # it died between the two renames
        elif is_plain_file(place / MANIFEST):
            owned(place)  # it died after them: only a book that is as it was written may outlive the old one
            clear_old(old, place)
        else:
            what = "A build was interrupted, and now another folder stands where the old book belongs."
            remedy = f"Move this folder somewhere else, and build again: the old book (in {old.name}) is then put back."
            raise NotMade((Problem(Place(place.as_posix()), what, remedy),))
    if new.exists():
        clear_new(new, place)
