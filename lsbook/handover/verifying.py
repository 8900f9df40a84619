"""Whether a copy is still what was handed over: each form of it, read again from the first byte to the last."""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lsbook.handover.bags import is_bag, whole_bag
from lsbook.handover.carrying import BEFORE, LISTS, NOT_WHOLE
from lsbook.handover.finished import only_to_read
from lsbook.handover.lists import BESIDE, read_list
from lsbook.handover.parcel import CHUNK, digest_of
from lsbook.model.place import NotMade, Place, Problem
from lsbook.model.site import TO_READ

_PASSED_OVER = ("Thumbs.db", "desktop.ini", ".DS_Store")
_AGAIN = "Hand the book over again."
_END = 22
"""Bytes: how long the end of a zip is that has no remark."""
LARGEST_LIST = 16 * 1024 * 1024
"""Bytes: of some hundred thousand files."""


@dataclass(frozen=True)
class Verified:
    """A copy that is whole: what was looked at, and how many files it has."""

    place: Path
    files: int
    archive: bool = False


class NoCopy(NotMade):
    """There is nothing here that could be looked at."""


def verify(place: Path) -> Verified:
    """Read the copy at ``place``: a folder, a zip, an archive, or a file with its list.

    Raises ``NotMade`` with every fault, and ``NoCopy`` where there is none of these.
    """
    if place.name.endswith(BESIDE) and place.name not in LISTS:  # whoever names the list means the file
        place = place.with_name(place.name.removesuffix(BESIDE))
    if any((place.parent / name).is_file() for name in LISTS):  # whoever names a file of a book means the book
        place = place.parent
    try:
        listed, problems = _looked_at(place)
    except (OSError, zipfile.BadZipFile, EOFError, RuntimeError, ValueError, zlib.error) as error:
        reason = (getattr(error, "strerror", None) or "it is damaged").lower()
        raise NotMade((Problem(Place(place.as_posix()), f"This copy cannot be read ({reason}).", _AGAIN),)) from error
    if TO_READ in listed:
        raise NoCopy((only_to_read(place),))
    if problems:
        raise NotMade(tuple(problems))
    return Verified(place, len(listed), archive=is_bag(place))


def _looked_at(place: Path) -> tuple[Mapping[str, str], list[Problem]]:
    at = Place(place.as_posix())
    if not place.exists():
        raise NoCopy((Problem(at, "There is nothing of this name.", "Look at the name once more."),))
    if place.name.startswith(NOT_WHOLE):
        what = "This copy was begun and never finished."
        return {}, [Problem(at, what, f"Delete it. {_AGAIN}")]
    if place.name.startswith(BEFORE):
        what = "This is an older copy, set aside when a newer one was to take its place."
        return {}, [Problem(at, what, f"{_AGAIN} What is whole then stands here under its own name.")]
    if is_bag(place):
        return dict.fromkeys(whole_bag(place), ""), []
    if place.is_dir():
        found = [place / name for name in LISTS if (place / name).is_file()]
        if not found:
            what = "There is no copy and no archive that lsbook made in this folder."
            remedy = "Name the folder that holds “Open my book.html”, or of an archive the one that holds “bagit.txt”."
            raise NoCopy((Problem(at, what, remedy),))
        listed = read_list(found[0].read_text(encoding="utf-8", errors="replace"), found[0])
        return listed, [*_changed(place, listed), *_strange(place, listed, found[0].name)]
    beside = place.with_name(place.name + BESIDE)
    if beside.is_file():
        listed = read_list(beside.read_text(encoding="utf-8", errors="replace"), beside)
        wrong = len(listed) != 1 or digest_of(place) not in listed.values()  # it may have got another name
        return listed, [Problem(at, "This file is not as it was handed over.", _AGAIN)] if wrong else []
    if zipfile.is_zipfile(place) and place.suffix.lower() == ".zip":
        listed, problems = _zip(place)
        return listed, problems or _behind(place)
    what = "There is no list beside this file, so it cannot be said whether it is as it was."
    raise NoCopy((Problem(at, what, f'Look for "{beside.name}", which lsbook handover puts beside such a file.'),))


def _behind(place: Path) -> list[Problem]:
    """Bytes behind the end of a zip of ours belong to no file of it, so nothing else sees them."""
    with place.open("rb") as content:
        content.seek(-_END, os.SEEK_END)
        end = content.read()
    whole = end.startswith(b"PK\x05\x06") and end.endswith(b"\0\0")
    return [] if whole else [Problem(Place(place.as_posix()), "This file is not as it was handed over.", _AGAIN)]


def _changed(place: Path, listed: Mapping[str, str]) -> Iterator[Problem]:
    for path, digest in sorted(listed.items()):
        file = place / path
        if not file.is_file() or any(one.is_symlink() for one in (file, *file.parents[: path.count("/")])):
            yield Problem(Place(file.as_posix()), "This file of the copy is gone.", _AGAIN)
        elif digest_of(file) != digest:
            yield Problem(Place(file.as_posix()), "This file is not as it was handed over.", _AGAIN)


def not_as_it_was(place: Path) -> tuple[Problem, ...]:
    """What somebody put into the folder of a copy, or wrote in it, hidden or not; none where no copy is."""
    found = [place / name for name in LISTS if (place / name).is_file()]
    if not found:
        return ()
    listed = read_list(found[0].read_text(encoding="utf-8", errors="replace"), found[0])
    remedy = "Look at it, and take out what is to be kept. Then add --replace, and the older copy is deleted."
    put_in = (
        Problem(one.at, "Somebody put this into the older copy.", remedy)
        for one in _strange(place, listed, found[0].name, hidden=True)
    )
    changed = (
        Problem(one.at, "Somebody changed this file of the older copy.", remedy)
        for one in _changed(place, listed)
        if Path(one.at.path).is_file()
    )
    return (*put_in, *changed)


def _strange(place: Path, listed: Mapping[str, str], own: str, *, hidden: bool = False) -> Iterator[Problem]:
    """Files that the copy did not bring. They harm nothing, but somebody put them there. ``hidden``: those too."""
    for file in sorted(place.rglob("*")):
        path = file.relative_to(place).as_posix()
        steps = path.split("/")
        ours = path in listed or path == own or steps[-1] in _PASSED_OVER or steps[-1].startswith("._")
        if file.is_file() and not ours and (hidden or not any(step.startswith((".", "~$")) for step in steps)):
            yield Problem(Place(file.as_posix()), "This file does not belong to the copy.", "Look who put it there.")


def _zip(place: Path) -> tuple[Mapping[str, str], list[Problem]]:
    with zipfile.ZipFile(place) as pile:
        lists = [one for one in pile.namelist() if PurePosixPath(one).name in LISTS and one.count("/") == 1]
        if not lists:
            return {}, [Problem(Place(place.as_posix()), "There is no book in this zip.", "Name a copy of a book.")]
        folder = lists[0].partition("/")[0]
        if pile.getinfo(lists[0]).file_size > LARGEST_LIST:
            return {}, [
                Problem(Place(place.as_posix()), "The list in this zip is far too long to be a book's.", _AGAIN)
            ]
        listed = read_list(pile.read(lists[0]).decode("utf-8", "replace"), place)
        twice = [name for name, count in Counter(pile.namelist()).items() if count > 1]
        problems = [
            Problem(Place(f"{place.as_posix()}/{name}"), "This name stands twice in the zip.", _AGAIN) for name in twice
        ]
        for path, digest in sorted(listed.items()):
            try:
                whole = _digest(pile, f"{folder}/{path}") == digest
            except (KeyError, zipfile.BadZipFile, EOFError, ValueError, RuntimeError, zlib.error):
                whole = False
            if not whole:
                at = Place(f"{place.as_posix()}/{folder}/{path}")
                problems.append(Problem(at, "This file is gone, or not as it was handed over.", _AGAIN))
        own = {f"{folder}/{path}" for path in listed} | {lists[0]}
        for name in sorted(set(pile.namelist()) - own):
            at = Place(f"{place.as_posix()}/{name}")
            problems.append(Problem(at, "This file does not belong to the copy.", "Look who put it there."))
    return listed, problems


def _digest(pile: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with pile.open(name) as content:
        while chunk := content.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
