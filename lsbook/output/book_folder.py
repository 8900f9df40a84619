"""Whose books a folder may hold, when a worker names one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lsbook.model.problem import Location
from lsbook.model.rules.places import UNWRITABLE
from lsbook.model.when import When, find_bounds
from lsbook.output.folder_owner import Owner, check_folder, identify_owner


def find_folder_owner(folder: Path, story: Path, *, name: str, born: When, editions: Sequence[str]) -> Owner | None:
    """Return whose books stand in ``folder``: those of the child ``name``; ``None`` in the story's own ``books``.

    ``editions``: the names of all books there can be. Raises ``ProblemsFound`` where another child's books are there,
    or the folder cannot be used.
    """
    try:
        if folder.resolve() == (story / "books").resolve():
            return None
        owner = identify_owner(name, " ".join(str(day) for day in find_bounds(born)))
        check_folder(folder, story, owner, editions)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        reason = (getattr(error, "strerror", None) or "it leads to itself").lower()
        what, remedy = f"The computer cannot use this folder ({reason}).", "Name another folder with --out."
        raise UNWRITABLE.make_error(Location(folder.as_posix()), what, remedy) from error
    return owner
