"""Where copies and archives are made: outside the story, on a bench inside it, and what the computer says to that."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lsbook.build import MEMORY
from lsbook.model.place import NotMade, Place, Problem
from lsbook.output import alone


def outside(to: Path, story: Path) -> None:
    """Raises ``NotMade`` where ``to`` is in the story, or is a file."""
    at = Place(to.as_posix())
    if to.resolve().is_relative_to(story.resolve()):
        what = "This place is inside the story, and what is made here would become a part of it."
        raise NotMade((Problem(at, what, "Name the stick, or a folder outside the story."),))
    if to.exists() and not to.is_dir():
        raise NotMade((Problem(at, "This is no folder.", "Name a folder with --to."),))


def is_story(folder: Path) -> None:
    """Raises ``NotMade`` where no story is in ``folder``."""
    if not (folder / "story.yaml").is_file():
        what = "There is no story in this folder: story.yaml is not here."
        raise NotMade((Problem(Place(folder.as_posix()), what, "Name the folder of the child's story."),))


def log_by_itself(story: Path) -> contextlib.AbstractContextManager[None]:
    """Nobody else adds to the log of ``story``, or archives it. Raises ``NotMade`` where somebody does."""
    return alone(story / MEMORY / "copies", "Another window is handing over or archiving this story right now.")


@contextlib.contextmanager
def bench(story: Path, kind: str) -> Iterator[Path]:
    """A folder in the story that is gone afterwards; those that interrupted runs have left go now.

    To be used while the log is held (``log_by_itself``): what lies there then is nobody's.
    """
    memory = story / MEMORY
    memory.mkdir(exist_ok=True)
    for left in memory.glob(f"{kind}-*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f"{kind}-", dir=memory, ignore_cleanup_errors=True) as made:
        yield Path(made)


@contextlib.contextmanager
def in_words(place: Path) -> Iterator[None]:
    """What the computer says while something is made at ``place``, as a problem (``NotMade``)."""
    try:
        yield
    except OSError as error:
        what = f"The computer cannot read or write here ({(error.strerror or 'no reason given').lower()})."
        at = Place(Path(str(error.filename or place)).as_posix())
        remedy = "Make room, see who may write there, or name another place with --to."
        raise NotMade((Problem(at, what, remedy),)) from error
