"""Carrying a copy to where it was asked for: copied, flushed, read back past the cache, and only then called whole.

While it is not whole its name says so, so that a copy that was interrupted is never taken for a book.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from lsbook.files.bounded import CHUNK_SIZE, open_plain_file
from lsbook.files.digest_lists import LOCKED_LIST_NAME, STORY_LIST_NAME
from lsbook.files.digests import compute_digest
from lsbook.files.folders import flush_folder
from lsbook.files.package import Package, PackageFile, find_misfits, format_megabytes
from lsbook.model.problem import Location, Problem, ProblemsFound, Severity
from lsbook.model.rules.places import (
    CHANGED_MEANWHILE,
    FAULTY_DISK,
    OLDER_COPY_LEFT,
    PLACE_TAKEN,
    UNPORTABLE_NAME,
    UNWRITABLE,
)

STAGED_PREFIX = "not-whole-"
"""What a name begins with until everything is there and was read back."""
OLDER_PREFIX = "before-"
"""What the name of an older copy begins with while the new one takes its place."""
RESERVED_SPACE = 1024 * 1024
"""Bytes that are left free on the stick, for its own lists."""
_BLOCK_SIZE = 32 * 1024
"""Bytes: what the smallest file takes on a stick, where the system does not say."""
LIST_NAMES = ("book.sha256", LOCKED_LIST_NAME, STORY_LIST_NAME)
"""A folder that holds one of these is a copy that lsbook made."""
_ENTRY_POINT_LINE_END = b"  Open my book.html"
"""The end of the line of a locked book's door in its list."""
_BAD_NAME_ERRORS = (errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL)
_REMEDY = "Use another stick, or another place with --to."


def transfer(
    packages: tuple[Package, ...], to: Path, progress: Callable[[int, int], None], on_placed: Callable[[Path], None]
) -> tuple[Problem, ...]:
    """Put ``packages`` into the folder ``to``; the first gets its name last. Returns what can be lived with.

    ``progress(done, total)`` counts the bytes of each, twice. ``on_placed`` is told where the first is as soon as it is
    there, before anybody can interrupt: no copy is whole of which nobody knows. Raises ``ProblemsFound``: it does not
    fit, there is no room, something else is there, or what was read back differs.
    """
    places = [to / package.name for package in packages]
    try:
        pairs = tuple(zip(packages, places, strict=True))
        if problems := tuple(
            problem for pair in pairs for problem in (*find_misfits(pair[0]), *_find_obstacles(*pair))
        ):
            raise ProblemsFound(problems)
        to.mkdir(parents=True, exist_ok=True)
        for place in places:
            _restore_older(place)
        staged = [stage_package(package, to, progress) for package in packages]
        with _ignore_interrupts():
            for copy, place in reversed(list(zip(staged, places, strict=True))):
                _replace_copy(copy, place)
            on_placed(places[0])
            return tuple(problem for place in places for problem in _remove_older(place))
    except OSError as error:
        raise ProblemsFound((_make_problem(error, to, to / f"{STAGED_PREFIX}{packages[0].name}"),)) from error


def stage_package(package: Package, to: Path, progress: Callable[[int, int], None]) -> Path:
    """Put ``package`` into ``to`` under a name that says that it is not whole, read it back, and return where it is.

    Whoever asked for it looks at it once more, and then gives it its name (``move_into_place``).
    Raises ``ProblemsFound``.
    """
    staged = to / f"{STAGED_PREFIX}{package.name}"
    try:
        to.mkdir(parents=True, exist_ok=True)
        _remove(staged)
        if problems := tuple(_check_room(package, to)):
            raise ProblemsFound(problems)
        done = 0
        for piece in package.files:
            for count in _copy_file(piece, _get_target(staged, package, piece)):
                done += count
                progress(done, 2 * package.size)
        flush_copy(staged, to)
        for piece in package.files:
            for count in _verify_file(piece, _get_target(staged, package, piece)):
                done += count
                progress(done, 2 * package.size)
    except OSError as error:
        raise ProblemsFound((_make_problem(error, to, staged),)) from error
    return staged


def move_into_place(staged: Path, place: Path) -> None:
    """Give what is whole now its name. Raises ``ProblemsFound`` where something is there already: nothing gives way."""
    try:
        if place.is_dir() and not place.is_symlink() and not any(place.iterdir()):
            place.rmdir()
        if place.exists() or place.is_symlink():
            what = "Something of this name is here by now, and lsbook writes over nothing."
            raise PLACE_TAKEN.make_error(
                Location(place.as_posix()), what, "Name another place with --to, or try once more."
            )
        staged.rename(place)
        flush_copy(place, place.parent)
    except OSError as error:
        raise ProblemsFound((_make_problem(error, place.parent, staged),)) from error


def copy_digest(place: Path) -> str:
    """The SHA-256 of the copy at ``place``: of its list, or of the one file. Empty where no copy of ours is.

    Of a locked copy the door does not count: it changes with the passphrase, and the copy is the same.
    """
    if (place / LOCKED_LIST_NAME).is_file():
        lines = (place / LOCKED_LIST_NAME).read_bytes().splitlines(keepends=True)
        return hashlib.sha256(
            b"".join(line for line in lines if not line.rstrip().endswith(_ENTRY_POINT_LINE_END))
        ).hexdigest()
    lists = [place / name for name in LIST_NAMES if (place / name).is_file()]
    return compute_digest(lists[0] if lists else place) if lists or place.is_file() else ""


@contextlib.contextmanager
def _ignore_interrupts() -> Iterator[None]:
    """Ctrl-C and a closed window do nothing here: what is left takes a moment, and half of it is worse than all."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    names = (name for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
    before = {name: signal.signal(getattr(signal, name), signal.SIG_IGN) for name in names}
    try:
        yield
    finally:
        for name, action in before.items():
            signal.signal(getattr(signal, name), action)


def _get_target(staged: Path, package: Package, file: PackageFile) -> Path:
    return staged if package.is_single_file else staged / file.path


def _find_obstacles(package: Package, place: Path) -> Iterator[Problem]:
    """Something that lsbook did not make is never replaced."""
    ours = place.is_file() if package.is_single_file else any((place / name).is_file() for name in LIST_NAMES)
    if (place.exists() or place.is_symlink()) and (not ours or place.is_symlink()):
        what = "Something of this name is here already, and lsbook did not make it."
        yield Problem(
            Location(place.as_posix()), what, "Move it away, or name another place with --to.", rule=PLACE_TAKEN.id
        )


def _restore_older(place: Path) -> None:
    """An older copy that was set aside when the computer stopped has its name again, until the new one is whole."""
    older = place.with_name(f"{OLDER_PREFIX}{place.name}")
    if older.exists() and not place.exists():
        older.rename(place)


def _check_room(package: Package, to: Path) -> Iterator[Problem]:
    free, block = shutil.disk_usage(to).free, os.statvfs(to).f_frsize if hasattr(os, "statvfs") else _BLOCK_SIZE
    needed = sum(-(-piece.size // block) * block for piece in package.files) + RESERVED_SPACE
    if free < needed:
        takes, is_free = format_megabytes(needed), format_megabytes(free)
        what = f"There is not enough room here: the copy takes {takes}, and {is_free} are free."
        yield Problem(
            Location(to.as_posix()), what, "Make room, or use a larger stick. Nothing was written.", rule=UNWRITABLE.id
        )


def _copy_file(file: PackageFile, target: Path) -> Iterator[int]:
    """Write one file and yield the bytes written each time. Raises ``ProblemsFound`` where it changed meanwhile."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, left = hashlib.sha256(), file.size
    with (
        open_plain_file(file.source, follow=True) as source,
        target.open("xb") as out,
    ):  # x: on some disks a and A are one
        while left >= 0 and (chunk := source.read(CHUNK_SIZE)):
            left -= len(chunk)  # a file that grows has no end
            digest.update(chunk)
            out.write(chunk)
            yield len(chunk)
        out.flush()
        os.fsync(out.fileno())
    if digest.hexdigest() != file.digest:
        what = "This file changed while it was copied, so the copy was stopped."
        raise CHANGED_MEANWHILE.make_error(
            Location(file.source.as_posix()), what, "Try again when nothing else works on the book."
        )


def flush_copy(staged: Path, to: Path) -> None:
    """Have everything in ``staged`` and ``to`` leave this computer's memory for the disk."""
    for folder in [
        to,
        *([staged, *(inner for inner in staged.rglob("*") if inner.is_dir())] if staged.is_dir() else []),
    ]:
        flush_folder(folder)
    if hasattr(os, "sync"):
        os.sync()


def _verify_file(file: PackageFile, target: Path) -> Iterator[int]:
    """Reads one file from the stick itself, not from memory, and yields the bytes read each time."""
    digest = hashlib.sha256()
    with target.open("rb") as content:
        if sys.platform == "linux":
            os.posix_fadvise(content.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := content.read(CHUNK_SIZE):
            digest.update(chunk)
            yield len(chunk)
    if digest.hexdigest() != file.digest:
        what = "This file came back from the stick different from what was written to it. The stick is faulty."
        raise FAULTY_DISK.make_error(Location(target.as_posix()), what, _REMEDY)


def _replace_copy(staged: Path, place: Path) -> None:
    """The new copy takes its name; an older one stands beside it until then."""
    older = place.with_name(f"{OLDER_PREFIX}{place.name}")
    _remove(older)
    if place.exists():
        place.rename(older)
    staged.rename(place)


def _remove_older(place: Path) -> Iterator[Problem]:
    """The older copy is gone, and the new name has left this computer's memory."""
    older = place.with_name(f"{OLDER_PREFIX}{place.name}")
    try:
        _remove(older)
    except OSError as error:
        what = f"The older copy could not be deleted ({(error.strerror or 'no reason given').lower()})."
        yield Problem(
            Location(older.as_posix()),
            what,
            "Delete it: the new one stands beside it.",
            severity=Severity.WARNING,
            rule=OLDER_COPY_LEFT.id,
        )
    flush_copy(place, place.parent)


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _make_problem(error: OSError, to: Path, staged: Path) -> Problem:
    reason = (error.strerror or "no reason given").lower()
    left = f' What is there is called "{staged.name}" and is not whole.' if _exists(staged) else ""
    if error.errno in _BAD_NAME_ERRORS and error.filename:
        named = Path(os.fsdecode(error.filename)).as_posix()
        what = f"This place cannot hold a file of this name ({reason}).{left}"
        return Problem(
            Location(named),
            what,
            "Use a place with a shorter path, or on another disk, with --to.",
            rule=UNPORTABLE_NAME.id,
        )
    what = f"The copy could not be made here ({reason}).{left}"
    return Problem(Location(to.as_posix()), what, _REMEDY, rule=UNWRITABLE.id)


def _exists(staged: Path) -> bool:
    try:
        return staged.exists()
    except OSError:
        return False
