"""Whether a copy is still what was handed over: each form of it, read again from the first byte to the last.

A copy comes from outside: nothing but plain files is opened, and no list or folder is followed without an end.
"""

from __future__ import annotations

import errno
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path, PurePosixPath

from msgspec import Struct

from lsbook.exports.finished_book import find_no_copy_problem
from lsbook.exports.verify.bag import BAG_DECLARATION, is_bag, verify_bag
from lsbook.exports.verify.zip_file import check_zip
from lsbook.files.bounded import DiskEntry, list_entries, refuse_sparse_files
from lsbook.files.digest_lists import LIST_SUFFIX, read_list_file
from lsbook.files.digests import compute_digests
from lsbook.files.transfer import LIST_NAMES, OLDER_PREFIX, STAGED_PREFIX
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.copies import COPY_CHANGED, COPY_UNREADABLE, NO_COPY

_PASSED_OVER = ("Thumbs.db", "desktop.ini", ".DS_Store")
_AGAIN = "Hand the book over again."
_LOOK = "Look who put it there."
_MOST_NAMED = 50
"""Faults that are named one by one."""


class VerifiedCopy(Struct, frozen=True):
    """A copy that is whole: what was looked at, and how many files it has."""

    place: Path
    files: int
    archive: bool = False


class NoCopy(ProblemsFound):
    """There is nothing here that could be looked at."""


def verify_copy(place: Path) -> VerifiedCopy:
    """Read the copy at ``place``: a folder, a zip, an archive, or a file with its list.

    Raises ``ProblemsFound`` with every fault, and ``NoCopy`` where there is none of these.
    """
    try:
        if place.name.endswith(LIST_SUFFIX) and place.name not in LIST_NAMES:  # whoever names the list means the file
            place = place.with_name(place.name.removesuffix(LIST_SUFFIX))
        if any((place.parent / name).is_file() for name in LIST_NAMES):  # whoever names a file of a book means the book
            place = place.parent
        listed, problems = _check_place(place)
    except OSError as error:
        at = Path(os.fsdecode(error.filename)) if error.filename else place
        reason = (error.strerror or "it is damaged").lower()
        raise COPY_UNREADABLE.make_error(
            Location(at.as_posix()), f"This copy cannot be read ({reason}).", _AGAIN
        ) from error
    except (zipfile.BadZipFile, EOFError, RuntimeError, ValueError, NotImplementedError, zlib.error) as error:
        what = "This copy cannot be read (it is damaged)."
        raise COPY_UNREADABLE.make_error(Location(place.as_posix()), what, _AGAIN) from error
    if no_copy := find_no_copy_problem(place, listed):
        raise NoCopy((no_copy,))
    if problems:
        raise ProblemsFound(tuple(_take_first(problems, place)))
    return VerifiedCopy(place, len(listed), archive=is_bag(place))


def _take_first(problems: list[Problem], place: Path) -> Iterator[Problem]:
    """The first faults, each by itself: thousands would hide what is wrong, and fill the memory."""
    yield from islice(problems, _MOST_NAMED)
    if len(problems) > _MOST_NAMED:
        yield Problem(
            Location(place.as_posix()),
            "More is wrong with this copy: these are the first faults.",
            _AGAIN,
            rule=COPY_CHANGED.id,
        )


def _check_place(place: Path) -> tuple[Mapping[str, str], list[Problem]]:
    at = Location(place.as_posix())
    if not place.exists():
        raise NoCopy((Problem(at, "There is nothing of this name.", "Look at the name once more.", rule=NO_COPY.id),))
    if place.name.startswith(STAGED_PREFIX):
        what = "This copy was begun and never finished."
        return {}, [Problem(at, what, f"Delete it. {_AGAIN}", rule=COPY_UNREADABLE.id)]
    if place.name.startswith(OLDER_PREFIX):
        what = "This is an older copy, set aside when a newer one was to take its place."
        return {}, [
            Problem(at, what, f"{_AGAIN} What is whole then stands here under its own name.", rule=COPY_UNREADABLE.id)
        ]
    if is_bag(place):
        return dict.fromkeys(verify_bag(place), ""), []
    return _check_folder(place) if place.is_dir() else _check_file(place)


def _check_folder(place: Path) -> tuple[Mapping[str, str], list[Problem]]:
    lists = [place / name for name in LIST_NAMES if (place / name).is_file()]
    if not lists:
        for name in (*LIST_NAMES, BAG_DECLARATION):
            if os.path.lexists(place / name) and not (place / name).is_dir():
                what = "This is no file but a link, a pipe or a device, so it is not opened."
                raise COPY_UNREADABLE.make_error(Location((place / name).as_posix()), what, _AGAIN)
        what = "There is no copy and no archive that lsbook made in this folder."
        remedy = "Name the folder that holds “Open my book.html”, or of an archive the one that holds “bagit.txt”."
        raise NoCopy((Problem(Location(place.as_posix()), what, remedy, rule=NO_COPY.id),))
    listed = read_list_file(lists[0])
    entries = list_entries(place)
    refuse_sparse_files(place / path for path in listed)
    faults = chain(_find_changed_files(place, listed), _find_extra_files(place, listed, lists[0].name, entries))
    return listed, list(islice(faults, _MOST_NAMED + 1))


def _check_file(place: Path) -> tuple[Mapping[str, str], list[Problem]]:
    at = Location(place.as_posix())
    if not place.is_file():
        what = "This is a pipe or a device and no copy, so it is not opened."
        raise NoCopy(
            (Problem(at, what, "Name the folder, the zip or the file that was handed over.", rule=NO_COPY.id),)
        )
    refuse_sparse_files([place.resolve()])
    beside = place.with_name(place.name + LIST_SUFFIX)
    if beside.is_file():
        listed = read_list_file(beside)
        digest = compute_digests(place, follow=True)["sha256"]
        wrong = len(listed) != 1 or digest not in listed.values()  # it may have got another name
        return listed, [
            Problem(at, "This file is not as it was handed over.", _AGAIN, rule=COPY_CHANGED.id)
        ] if wrong else []
    if place.suffix.lower() == ".zip" and zipfile.is_zipfile(place):
        return check_zip(place)
    what = "There is no list beside this file, so it cannot be said whether it is as it was."
    raise NoCopy(
        (
            Problem(
                at, what, f'Look for "{beside.name}", which lsbook handover puts beside such a file.', rule=NO_COPY.id
            ),
        )
    )


def _find_changed_files(place: Path, listed: Mapping[str, str]) -> Iterator[Problem]:
    for path, digest in sorted(listed.items()):
        file = place / path
        if not file.is_file() or any(step.is_symlink() for step in (file, *file.parents[: path.count("/")])):
            yield Problem(Location(file.as_posix()), "This file of the copy is gone.", _AGAIN, rule=COPY_CHANGED.id)
        elif not _has_digest(file, digest):
            yield Problem(
                Location(file.as_posix()), "This file is not as it was handed over.", _AGAIN, rule=COPY_CHANGED.id
            )


def _has_digest(file: Path, digest: str) -> bool:
    try:
        return compute_digests(file)["sha256"] == digest
    except OSError as error:
        if error.errno == errno.EAGAIN:  # somebody writes to it just now
            return False
        raise


def find_changes_in_copy(place: Path) -> tuple[Problem, ...]:
    """What somebody put into the folder of a copy, or wrote in it, hidden or not; none where no copy is."""
    lists = [place / name for name in LIST_NAMES if (place / name).is_file()]
    if not lists:
        return ()
    listed = read_list_file(lists[0])
    remedy = "Look at it, and take out what is to be kept. Then add --replace, and the older copy is deleted."
    put_in = (
        Problem(fault.at, "Somebody put this into the older copy.", remedy, rule=COPY_CHANGED.id)
        for fault in _find_extra_files(place, listed, lists[0].name, list_entries(place), hidden=True)
    )
    changed = (
        Problem(fault.at, "Somebody changed this file of the older copy.", remedy, rule=COPY_CHANGED.id)
        for fault in _find_changed_files(place, listed)
        if Path(fault.at.path).is_file()
    )
    return (*put_in, *changed)


def _find_extra_files(
    place: Path, listed: Mapping[str, str], list_name: str, entries: Iterable[DiskEntry], *, hidden: bool = False
) -> Iterator[Problem]:
    """Files that the copy did not bring. They harm nothing, but somebody put them there. ``hidden``: those too."""
    folders = {str(folder) for path in listed for folder in PurePosixPath(path).parents}
    for path in (entry.path for entry in entries if not entry.is_folder):
        steps = path.split("/")
        ours = path in listed or path == list_name or steps[-1] in _PASSED_OVER or steps[-1].startswith("._")
        ours = ours or path in folders  # a link in the place of a folder: what was in it is gone, and that is said
        if not ours and (hidden or not any(step.startswith((".", "~$")) for step in steps)):
            yield Problem(
                Location((place / path).as_posix()),
                "This file does not belong to the copy.",
                _LOOK,
                rule=COPY_CHANGED.id,
            )
