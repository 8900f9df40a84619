"""An archive, which is a BagIt bag (RFC 8493): whether it is whole, with every fault in plain words.

An archive comes from outside. Its lists are weighed, and the paths in them looked at, before anything that they name
is read; nothing but plain files is opened. The last word has the library of the Library of Congress.
"""

from __future__ import annotations

import logging
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

import bagit

from lsbook.files.bounded import (
    LARGEST_LIST,
    MOST_FILES,
    NOT_A_PLAIN_FILE,
    DiskEntry,
    list_entries,
    read_bounded,
    refuse_sparse_files,
)
from lsbook.files.digests import compute_digests
from lsbook.files.transfer import STAGED_PREFIX
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.archives import ARCHIVE_DAMAGED, NO_ARCHIVE
from lsbook.model.rules.places import UNREADABLE_FILE

BAG_DECLARATION = "bagit.txt"
"""A folder that holds this file is a bag."""
_DEEPER = "data/"
_ABOUT = {BAG_DECLARATION: 10_000, "bag-info.txt": 1_000_000, "package-info.txt": 1_000_000}
"""The most bytes of what a bag says of itself."""
_OTHER = "Take another copy of the archive, and tell whoever keeps it."
_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)")
_LEADS_OUT = re.compile(r"/|~|[A-Za-z]:|.*\\|(?:.*/)?\.\.(?:/|$)", re.DOTALL)
_STREAM = re.compile(r".*:", re.DOTALL)
"""On Windows a colon in a name leads to a second content of a file, which nobody sees."""
_LISTS = re.compile(r"(?:tag)?manifest-(.+)\.txt", re.IGNORECASE | re.DOTALL)
_KINDS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
_MOST_LISTS = 10
_MOST_NAMED = 50
"""Faults that are named one by one."""
logging.getLogger("bagit").addHandler(logging.NullHandler())  # what it finds is said in our words


def is_bag(place: Path) -> bool:
    """True for a folder that says of itself that it is a bag."""
    try:
        return (place / BAG_DECLARATION).is_file()
    except OSError:  # a name that no computer can hold
        return False


def locate_files(place: Path, paths: Iterable[str]) -> dict[str, Path]:
    """The files of the bag that its lists call ``paths``: some disks keep accents in another way than the list.

    Those that are not there are left out. Raises ``OSError``.
    """
    inside = [entry.path for entry in list_entries(place, 2 * MOST_FILES) if entry.is_file]
    exact, as_seen = set(inside), {_normalize(path): path for path in inside}
    located = ((path, path if path in exact else as_seen.get(_normalize(path))) for path in paths)
    return {path: place / own for path, own in located if own is not None}


def _normalize(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def verify_bag(place: Path) -> Mapping[str, Mapping[str, str]]:
    """What the bag at ``place`` holds: of each path its digests by their kinds (``sha256``).

    Raises ``ProblemsFound`` with every fault: no bag, a link, a path that leads out, what is gone, changed or strange.
    """
    if place.name.startswith(STAGED_PREFIX):
        what = "This archive was begun and never finished."
        raise ARCHIVE_DAMAGED.make_error(Location(place.as_posix()), what, "Delete it, and make it again.")
    return validate_bag(place)


def validate_bag(place: Path) -> Mapping[str, Mapping[str, str]]:
    """The same of a bag that has not got its name yet."""
    at = Location(place.as_posix())
    if not is_bag(place):
        what = "There is no archive here: it is not a folder with the file bagit.txt in it."
        remedy = "Unpack it first, if it is a zip. Then name the folder that holds bagit.txt."
        raise NO_ARCHIVE.make_error(at, what, remedy)
    try:
        inside = list_entries(place, 2 * MOST_FILES)
        if problems := _take_first(chain(_find_links(place, inside), _find_bad_lists(place))):
            raise ProblemsFound(problems)
        refuse_sparse_files(place / entry.path for entry in inside if entry.is_file)
        bag = bagit.Bag(str(place))
        entries: Mapping[str, Mapping[str, str]] = {path.replace(os.sep, "/"): of for path, of in bag.entries.items()}
        files = [entry.path for entry in inside if entry.is_file]
        if problems := _take_first(
            chain(_find_changed_files(place, entries), _find_extra_files(place, entries, files))
        ):
            raise ProblemsFound(problems)
        bag.validate()
    except (bagit.BagError, ValueError, LookupError, TypeError) as error:
        what = f"This is no archive as it should be: {error}"
        raise ARCHIVE_DAMAGED.make_error(at, what, _OTHER) from error
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        named = Path(os.fsdecode(error.filename)) if error.filename else place
        what = f"This archive cannot be read ({reason})."
        raise UNREADABLE_FILE.make_error(Location(named.as_posix()), what, _OTHER) from error
    return entries


def _take_first(problems: Iterator[Problem]) -> tuple[Problem, ...]:
    """The first faults: of a list of thousands nobody needs each."""
    return tuple(islice(problems, _MOST_NAMED))


def _make_damage(file: Path, what: str) -> Problem:
    return Problem(Location(file.as_posix()), what, _OTHER, rule=ARCHIVE_DAMAGED.id)


def _find_links(place: Path, inside: list[DiskEntry]) -> Iterator[Problem]:
    for entry in inside:
        if not (entry.is_file or entry.is_folder):
            file = place / entry.path
            what = f"An archive holds only files, and this is none: {NOT_A_PLAIN_FILE}."
            if file.is_symlink():
                what = "This is a link to somewhere else, and an archive holds only files."
            yield _make_damage(file, what)


def _find_bad_lists(place: Path) -> Iterator[Problem]:
    """What is wrong with the lists, before the library follows them; none is read further than it may be long."""
    if (place / "fetch.txt").exists():
        what = "Some files of this archive lie elsewhere, in the internet, and lsbook fetches nothing."
        yield _make_damage(place / "fetch.txt", what)
    for name, most in _ABOUT.items():
        if (place / name).exists():
            text = read_bounded(place / name, most).decode("utf-8", "replace")
            if name == BAG_DECLARATION and not re.search(
                r"^Tag-File-Character-Encoding\s*:\s*UTF-8\s*$", text, re.M | re.I
            ):
                what = "The lists of this archive are not written in UTF-8, so they are not read."
                yield _make_damage(place / name, what)
    lists = sorted(file for file in place.iterdir() if _LISTS.fullmatch(file.name))
    if len(lists) > _MOST_LISTS:
        yield _make_damage(place, "This archive has more lists than any archive needs.")
        return
    lines = 0
    for file in lists:
        if not file.name.endswith(tuple(f"manifest-{kind}.txt" for kind in _KINDS)):
            yield _make_damage(file, "lsbook cannot look at a list of a kind that it does not know.")
            continue
        content = read_bounded(file, LARGEST_LIST)
        lines += content.count(b"\n") + content.count(b"\r")
        if lines > MOST_FILES:
            yield _make_damage(file, "This list names more files than any archive holds.")
            return
        yield from _find_bad_lines(file, content)


def _find_bad_lines(file: Path, content: bytes) -> Iterator[Problem]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield _make_damage(file, "This list is not written in UTF-8, so it is not read.")
        return
    for number, line in enumerate(text.splitlines(), 1):
        at, match = Location(file.as_posix(), number), _LINE.fullmatch(line)
        if not match and line.strip():
            yield Problem(
                at, "This line of the list cannot be read.", _OTHER, line.strip()[:1000], rule=ARCHIVE_DAMAGED.id
            )
        elif match and (_LEADS_OUT.match(match[2]) or (os.name == "nt" and _STREAM.match(match[2]))):
            yield Problem(
                at,
                "This path leads out of the archive, so nothing of it is read.",
                _OTHER,
                match[2][:1000],
                rule=ARCHIVE_DAMAGED.id,
            )


def _find_changed_files(place: Path, entries: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    files = locate_files(place, entries)
    for path, digests in sorted(entries.items()):
        if path not in files:
            yield _make_damage(place / path, "This file of the archive is gone.")
        elif compute_digests(files[path], tuple(digests)) != {kind: digest.lower() for kind, digest in digests.items()}:
            yield _make_damage(files[path], "This file is not as it was archived.")


def _find_extra_files(place: Path, entries: Mapping[str, Mapping[str, str]], files: list[str]) -> Iterator[Problem]:
    """Files in the archive that are on no list. Names are compared as people see them, as the library does."""
    listed = {_normalize(path) for path in entries}
    for path in files:
        if path.startswith(_DEEPER) and _normalize(path) not in listed:
            what = "This file does not belong to the archive."
            remedy = "A person put it there, or a program of this computer. Take it away, and look again."
            yield Problem(Location((place / path).as_posix()), what, remedy, rule=ARCHIVE_DAMAGED.id)
