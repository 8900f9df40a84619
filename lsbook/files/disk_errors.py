"""What the computer says when it cannot write, in plain words."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from lsbook.model.problem import Location, Problem
from lsbook.model.rules.places import UNWRITABLE

_UNTOUCHED = "The old book was left as it was."

_FULL = ("The disk is full.", "Delete or move what is not needed there, and build again.")
_FORBIDDEN = (
    "This computer does not let lsbook write here.",
    "Make sure that you may change this folder, and that no other program has the book open. Then build again.",
)
_IN_USE = (
    "A file of the book is open in another program.",
    "Close the book in the browser and any window that shows its folder, and build again.",
)
_TOO_LONG = (
    "The name of this file, with all its folders, is longer than this computer allows.",
    "Make the book in a folder with a shorter name, or nearer to the top of the disk.",
)
_READ_ONLY = ("This disk can be read, but not written.", "Make the book on another disk.")
_FAILING = (
    "The disk did not answer as it should. It may have been taken out, or it may be failing.",
    "Make sure that it is connected, or make the book on another disk.",
)
_IN_THE_WAY = (
    "Something stands where lsbook needs a folder of its own.",
    "Move it somewhere else, and build again.",
)
_OTHER = ("This computer could not write the book here.", "Make the book in another folder, and build again.")

_BY_ERROR: Mapping[int, tuple[str, str]] = MappingProxyType(
    {
        errno.ENOSPC: _FULL,
        errno.EDQUOT: _FULL,
        errno.EFBIG: _FULL,
        errno.EACCES: _FORBIDDEN,
        errno.EPERM: _FORBIDDEN,
        errno.EBUSY: _IN_USE,
        errno.ETXTBSY: _IN_USE,
        errno.ENAMETOOLONG: _TOO_LONG,
        errno.EROFS: _READ_ONLY,
        errno.EIO: _FAILING,
        errno.ENXIO: _FAILING,
        errno.ENODEV: _FAILING,
        errno.ENOTDIR: _IN_THE_WAY,
        errno.EISDIR: _IN_THE_WAY,
        errno.EEXIST: _IN_THE_WAY,
        errno.ENOTEMPTY: _IN_THE_WAY,
        errno.ELOOP: _IN_THE_WAY,
    }
)
_BY_WINDOWS_ERROR: Mapping[int, tuple[str, str]] = MappingProxyType(
    {5: _IN_USE, 32: _IN_USE, 33: _IN_USE, 39: _FULL, 112: _FULL, 19: _READ_ONLY, 206: _TOO_LONG, 3: _TOO_LONG}
)


def make_disk_problem(error: OSError, place: Path) -> Problem:
    """Say what ``error`` means for somebody who wants the book at ``place``."""
    what, remedy = _BY_WINDOWS_ERROR.get(getattr(error, "winerror", None) or 0) or _BY_ERROR.get(
        error.errno or 0, _OTHER
    )
    named = error.filename2 or error.filename  # of a renaming, the place that is taken
    path = Path(named) if isinstance(named, str) else place
    return Problem(Location(path.as_posix()), what, f"{remedy} {_UNTOUCHED}", rule=UNWRITABLE.id)


@contextlib.contextmanager
def os_errors_as_problems(place: Path) -> Iterator[None]:
    """Raise what the system says while something is made at ``place`` as ``ProblemsFound``."""
    try:
        yield
    except OSError as error:
        what = f"The computer cannot read or write here ({(error.strerror or 'no reason given').lower()})."
        at = Location(Path(str(error.filename or place)).as_posix())
        remedy = "Make room, see who may write there, or name another place with --to."
        raise UNWRITABLE.make_error(at, what, remedy) from error
