"""An archive, which is a BagIt bag (RFC 8493): whether it is whole, with every fault in plain words.

The paths in its lists come from outside, so they are looked at before anything that they name is read. The last word
has the library of the Library of Congress.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import bagit

from lsbook.handover.carrying import NOT_WHOLE
from lsbook.handover.parcel import CHUNK
from lsbook.model.place import NotMade, Place, Problem

DOOR = "bagit.txt"
"""A folder that holds this file is a bag."""
_DEEPER = "data/"
_OTHER = "Take another copy of the archive, and tell whoever keeps it."
_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)")
_LEADS_OUT = re.compile(r"/|~|[A-Za-z]:|.*\\|(?:.*/)?\.\.(?:/|$)", re.DOTALL)
_LISTS = re.compile(r"(?:tag)?manifest-[a-z0-9]+\.txt")
logging.getLogger("bagit").addHandler(logging.NullHandler())  # what it finds is said in our words


def is_bag(place: Path) -> bool:
    """True for a folder that says of itself that it is a bag."""
    try:
        return (place / DOOR).is_file()
    except OSError:  # a name that no computer can hold
        return False


def file_in(place: Path, path: str) -> Path:
    """The file of the bag that its list calls ``path``: on some disks accents are kept in another way than in the list.

    Where there is none, the place where it should be.
    """
    here = place
    for step in path.split("/"):
        there = here / step
        if not there.exists() and here.is_dir():
            there = next((one for one in here.iterdir() if _seen(one.name) == _seen(step)), there)
        here = there
    return here


def _seen(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def whole_bag(place: Path) -> Mapping[str, Mapping[str, str]]:
    """What the bag at ``place`` holds: of each path its digests by their kinds (``sha256``).

    Raises ``NotMade`` with every fault: no bag, a link, a path that leads out of it, what is gone, changed or strange.
    """
    if place.name.startswith(NOT_WHOLE):
        what = "This archive was begun and never finished."
        raise NotMade((Problem(Place(place.as_posix()), what, "Delete it, and make it again."),))
    return validated(place)


def validated(place: Path) -> Mapping[str, Mapping[str, str]]:
    """The same of a bag that has not got its name yet."""
    at = Place(place.as_posix())
    if not is_bag(place):
        what = "There is no archive here: it is not a folder with the file bagit.txt in it."
        remedy = "Unpack it first, if it is a zip. Then name the folder that holds bagit.txt."
        raise NotMade((Problem(at, what, remedy),))
    try:
        if problems := (*_links(place), *_leading_out(place)):
            raise NotMade(problems)
        bag = bagit.Bag(str(place))
        entries: Mapping[str, Mapping[str, str]] = {path.replace(os.sep, "/"): of for path, of in bag.entries.items()}
        if problems := (*_changed(place, entries), *_strange(place, entries)):
            raise NotMade(problems)
        bag.validate()
    except (bagit.BagError, ValueError, LookupError, TypeError) as error:
        what = f"This is no archive as it should be: {error}"
        raise NotMade((Problem(at, what, _OTHER),)) from error
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise NotMade((Problem(at, f"This archive cannot be read ({reason}).", _OTHER),)) from error
    return entries


def _links(place: Path) -> Iterator[Problem]:
    for folder, folders, files in os.walk(place):
        for name in sorted((*folders, *files)):
            file = Path(folder, name)
            if file.is_symlink() or not (file.is_file() or file.is_dir()):
                what = "This is a link to somewhere else, and an archive holds only files."
                yield Problem(Place(file.as_posix()), what, _OTHER)


def _leading_out(place: Path) -> Iterator[Problem]:
    if (place / "fetch.txt").exists():
        what = "Some files of this archive lie elsewhere, in the internet, and lsbook fetches nothing."
        yield Problem(Place((place / "fetch.txt").as_posix()), what, _OTHER)
    for file in sorted(one for one in place.iterdir() if _LISTS.fullmatch(one.name)):
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            at, match = Place(file.as_posix(), number), _LINE.fullmatch(line)
            if not match and line.strip():
                yield Problem(at, "This line of the list cannot be read.", _OTHER, line.strip())
            elif match and _LEADS_OUT.match(match[2]):
                yield Problem(at, "This path leads out of the archive, so nothing of it is read.", _OTHER, match[2])


def _changed(place: Path, entries: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    for path, digests in sorted(entries.items()):
        file = file_in(place, path)
        if not file.is_file():
            yield Problem(Place(file.as_posix()), "This file of the archive is gone.", _OTHER)
        elif _digests(file, tuple(digests)) != {kind: digest.lower() for kind, digest in digests.items()}:
            yield Problem(Place(file.as_posix()), "This file is not as it was archived.", _OTHER)


def _digests(file: Path, kinds: tuple[str, ...]) -> Mapping[str, str]:
    hashing = {kind: hashlib.new(kind) for kind in kinds}
    with file.open("rb") as content:
        while chunk := content.read(CHUNK):
            for one in hashing.values():
                one.update(chunk)
    return {kind: one.hexdigest() for kind, one in hashing.items()}


def _strange(place: Path, entries: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Files in the archive that are on no list. Names are compared as people see them, as the library does."""
    listed = {_seen(path) for path in entries}
    for file in sorted((place / _DEEPER).rglob("*")):
        path = file.relative_to(place).as_posix()
        if file.is_file() and _seen(path) not in listed:
            what = "This file does not belong to the archive."
            remedy = "A person put it there, or a program of this computer. Take it away, and look again."
            yield Problem(Place(file.as_posix()), what, remedy)
