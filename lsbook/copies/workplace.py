"""Where copies and archives are made: outside the story, on a bench inside it, and what the computer says to that."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from lsbook.files.lock import lock
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.output import make_work_folder
from lsbook.pipeline import MEMORY


def check_outside(to: Path, story: Path) -> None:
    """Raises ``NotMade`` where ``to`` is in the story, or is a file."""
    at = Location(to.as_posix())
    try:
        to, story = to.resolve(), story.resolve()
    except RuntimeError as error:  # a link that leads to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(to)) from error
    if to.is_relative_to(story):
        what = "This place is inside the story, and what is made here would become a part of it."
        raise ProblemsFound((Problem(at, what, "Name the stick, or a folder outside the story."),))
    for one in (to, *to.parents):
        if (one / "story.yaml").is_file() or (one / "bagit.txt").is_file():
            what = "This place is inside another story, or inside an archive, and neither may hold a book of this one."
            raise ProblemsFound(
                (Problem(Location(one.as_posix()), what, "Name the stick, or a folder outside of it."),)
            )
    if to.exists() and not to.is_dir():
        raise ProblemsFound((Problem(at, "This is no folder.", "Name a folder with --to."),))


def check_story_folder(folder: Path) -> None:
    """Raises ``NotMade`` where no story is in ``folder``."""
    if not (folder / "story.yaml").is_file():
        what = "There is no story in this folder: story.yaml is not here."
        raise ProblemsFound((Problem(Location(folder.as_posix()), what, "Name the folder of the child's story."),))


def log_lock(story: Path) -> contextlib.AbstractContextManager[None]:
    """Nobody else adds to the log of ``story``, or archives it. Raises ``NotMade`` where somebody does."""
    return lock(story / MEMORY / "copies", "Another window is handing over or archiving this story right now.")


@contextlib.contextmanager
def temporary_place(place: Path) -> Iterator[bool]:
    """The folder ``place`` is there, so that two can find out that they want the same; whether it was made for this.

    Where nothing was put into it, it goes again.
    """
    missing = [one for one in (place, *place.parents) if not one.exists()]
    place.mkdir(parents=True, exist_ok=True)
    try:
        yield bool(missing)
    finally:
        with contextlib.suppress(OSError):  # something is in it by now
            for one in missing:
                one.rmdir()


@contextlib.contextmanager
def scratch_folder(story: Path, kind: str) -> Iterator[Path]:
    """A folder in the story that is gone afterwards; those that interrupted runs have left go now."""
    with make_work_folder(story / MEMORY, kind) as folder:
        yield folder


@contextlib.contextmanager
def os_errors_as_problems(place: Path) -> Iterator[None]:
    """What the computer says while something is made at ``place``, as a problem (``NotMade``)."""
    try:
        yield
    except OSError as error:
        what = f"The computer cannot read or write here ({(error.strerror or 'no reason given').lower()})."
        at = Location(Path(str(error.filename or place)).as_posix())
        remedy = "Make room, see who may write there, or name another place with --to."
        raise ProblemsFound((Problem(at, what, remedy),)) from error
