"""What was made of a book and lies beside it (a PDF, an EPUB, one file), and what becomes of it with a new book.

Such a file tells what its book told. So it goes with the book that replaces its own, as long as it is lsbook's and
nobody changed it; a hidden list beside the book says which these are, and of which book each was made.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from msgspec import Struct
from msgspec.structs import asdict

from lsbook.files.digests import compute_digest
from lsbook.files.tree import is_plain_file
from lsbook.model.problem import Location, Problem, Severity
from lsbook.model.rules.books import LEFT_BOOK_FILE

UNFINISHED_SUFFIX = ".not-whole"
"""What the name of a file ends with, behind a hidden one's dot, while it is written."""
_VARIANT_PATTERN = "(-story)?(-a5|-booklet)?(-hard-news)?"
_NAME_PATTERN = r"{}{}\.(pdf|epub|html)"
_LARGEST_LIST = 1_000_000
"""Bytes of the list: some thousand files."""
_REMEDY = "Look at it: it may tell what the book tells no more. Then delete it, or keep it where it belongs."


class BookFile(Struct, frozen=True):
    """A file that was made of a book. ``file`` is its name beside the book, or its whole path where it is elsewhere.

    ``digest`` is the SHA-256 of the file, ``book`` that of the list of its book.
    """

    file: str
    digest: str
    book: str


class ClearedBookFiles(Struct, frozen=True):
    """What became of the files of an older book: the names of those that went, and what a person has to look at."""

    gone: tuple[str, ...] = ()
    left: tuple[Problem, ...] = ()


def remember_book_file(place: Path, file: Path, digest: str, book: str) -> None:
    """Note that ``file`` is about to be made of the book at ``place``. To be called before it is written.

    An older file of the same name stays in the list until the next book: if this one never comes, the older is there.
    Raises ``OSError``.
    """
    new = BookFile(_get_file_name(file, place), digest, book)
    _write_book_files(place, (*(entry for entry in _read_book_files(place) if entry != new), new))


def is_book_file(place: Path, file: Path) -> bool:
    """Whether ``file`` was made of the book at ``place`` and nobody has changed it, so that lsbook may replace it."""
    digests = {entry.digest for entry in _read_book_files(place) if entry.file == _get_file_name(file, place)}
    return bool(digests) and is_plain_file(file) and compute_digest(file) in digests


def clear_book_files(place: Path, book: str, *, replaced: bool) -> ClearedBookFiles:
    """Take away the files of older books of ``place``, now that it holds the one whose list has the SHA-256 ``book``.

    Files of that very book stay. What somebody changed, what somebody else put there and what lies elsewhere stays
    too, and is named; what nobody knows only where a book was ``replaced``. Raises ``OSError``.
    """
    known = _read_book_files(place)
    keep = tuple(entry for entry in known if entry.book == book)
    kept = {(entry.file, entry.digest) for entry in keep}
    gone, left = list[str](), list[Problem]()
    for entry in (entry for entry in known if entry.book != book and (entry.file, entry.digest) not in kept):
        file = place.parent / entry.file
        if not is_plain_file(file):
            continue
        if compute_digest(file) != entry.digest:
            if entry.file not in {entry.file for entry in keep}:
                left.append(
                    _make_problem(file, "This was made of an older book, and somebody changed it: so it stays.")
                )
        elif PurePath(entry.file).is_absolute():
            left.append(
                _make_problem(file, "This was made of the older book, and lies where no new book takes it away.")
            )
        else:
            file.unlink()
            gone.append(entry.file)
    if keep != known:
        _write_book_files(place, keep)
    if replaced:
        named = {problem.at.path for problem in left} | {(place.parent / entry.file).as_posix() for entry in keep}
        left += (_make_unknown_problem(file) for file in _find_similar(place) if file.as_posix() not in named)
    return ClearedBookFiles(tuple(dict.fromkeys(gone)), tuple(dict.fromkeys(left)))


def clear_unfinished_book_files(place: Path) -> None:
    """Take away files of ``place`` that were begun and never finished. To be called while its lock is held."""
    begun = re.compile(rf"\.{re.escape(place.name)}{_VARIANT_PATTERN}\..*{re.escape(UNFINISHED_SUFFIX)}")
    for file in _list_siblings(place):
        if begun.fullmatch(file.name) and is_plain_file(file):
            file.unlink(missing_ok=True)


def _find_similar(place: Path) -> Iterator[Path]:
    name = re.compile(_NAME_PATTERN.format(re.escape(place.name), _VARIANT_PATTERN))
    return (file for file in _list_siblings(place) if name.fullmatch(file.name) and is_plain_file(file))


def _list_siblings(place: Path) -> list[Path]:
    return sorted(place.parent.iterdir()) if place.parent.is_dir() else []


def _make_unknown_problem(file: Path) -> Problem:
    return _make_problem(
        file, "This may have been made of the older book; lsbook does not know it as its own: so it stays."
    )


def _make_problem(file: Path, what: str) -> Problem:
    return Problem(Location(file.as_posix()), what, _REMEDY, severity=Severity.WARNING, rule=LEFT_BOOK_FILE.id)


def _get_file_name(file: Path, place: Path) -> str:
    whole = file.parent.resolve() / file.name
    return file.name if whole.parent == place.parent.resolve() else whole.as_posix()


def _get_list_path(place: Path) -> Path:
    return place.with_name(f".{place.name}.forms")


def _read_book_files(place: Path) -> tuple[BookFile, ...]:
    """The files in the list; none where there is no list, or it is damaged."""
    file = _get_list_path(place)
    try:
        if not is_plain_file(file) or file.stat().st_size > _LARGEST_LIST:
            return ()
        book_files = (BookFile(**entry) for entry in json.loads(file.read_text(encoding="utf-8")))
        return tuple(entry for entry in book_files if _is_safe(entry))
    except (OSError, ValueError, TypeError, RecursionError):
        return ()


def _is_safe(entry: BookFile) -> bool:
    """A list that was tampered with must not lead lsbook to a file elsewhere that it may remove."""
    texts = all(isinstance(text, str) for text in (entry.file, entry.digest, entry.book))
    return texts and (PurePath(entry.file).is_absolute() or PurePath(entry.file).name == entry.file != "..")


def _write_book_files(place: Path, book_files: Iterable[BookFile]) -> None:
    file, listed = _get_list_path(place), [asdict(entry) for entry in book_files]
    if not listed:
        file.unlink(missing_ok=True)
        return
    beside = file.with_name(f"{file.name}{UNFINISHED_SUFFIX}")
    beside.unlink(missing_ok=True)
    with beside.open("x", encoding="utf-8") as out:
        out.write(json.dumps(listed, indent=1) + "\n")
        out.flush()
        os.fsync(out.fileno())
    beside.replace(file)
