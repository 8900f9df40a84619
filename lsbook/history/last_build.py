"""What came of the last build, kept to be said again where nothing has changed since: nothing is then made anew.

A record is believed only for the very sources that it was written for (``sources``), and only while the books on disk
are, byte for byte, those that it speaks of. It holds what that build said and nothing of any book. Each edition has
its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lsbook.cache.folder import (
    is_known_name,
    locate_cache,
    locate_file_index,
    locate_inventory,
    locate_last_build,
)
from lsbook.cache.known_files import KnownFiles
from lsbook.cache.sealed import read_sealed, write_sealed
from lsbook.files.digests import compute_digest
from lsbook.files.manifest import is_intact
from lsbook.history.sources import digest_sources
from lsbook.model.build import BuildOrder, BuildResult, BuiltBook, PublishedBook, WorkerNews
from lsbook.model.problem import Location, Problem, Severity

_FORMAT = 1
_DEFAULT = "default"
"""What the record of the edition for the telling age is called. No edition has this name."""
_INTERRUPTED = re.compile(r"\..*\.(new|old|lock|not-whole)")
"""What a build that died, or is at work, leaves beside the books."""


def open_file_index(story: Path) -> KnownFiles:
    """Return the digests of the photos and films of ``story``, as far as they are known."""
    cache_folder = locate_cache(story)
    return KnownFiles(story / "media", cache_folder, read_sealed(locate_file_index(cache_folder)))


def save_file_index(story: Path, known: KnownFiles) -> None:
    """Keep what is known of photos and films. To forget it harms no book, so a full disk here is no fault."""
    cache_folder = locate_cache(story)
    if known.is_changed and cache_folder.is_dir():
        _keep(locate_file_index(cache_folder), known.list_entries())


def digest_order_sources(order: BuildOrder) -> str:
    """Return the digest of all that decides about the book, to be remembered with it; empty where nobody can tell.

    To be called before anything is read.
    """
    try:
        return digest_sources(order, date.today())
    except (OSError, RuntimeError, ValueError):  # RuntimeError: a link that leads to itself
        return ""


def remember_result(order: BuildOrder, sources: str, result: BuildResult, known: KnownFiles) -> None:
    """Keep what came of building ``order`` from the ``sources`` that stood there before.

    Nothing is kept where something has changed in the meantime, a book was refused, or another try may go otherwise.
    """
    is_lasting = result.lasting_warnings is not None and not result.refusals and result.books
    if not is_lasting or not sources or digest_order_sources(order) != sources:
        return
    try:
        record = {
            "format": _FORMAT,
            "sources": sources,
            "media": {file: known.digest(file) for file in result.media},
            "books": [_describe_book(order, book) for book in result.books],
            "beside": _describe_siblings(order.folder),
            "warnings": [_describe_problem(problem) for problem in result.lasting_warnings or ()],
            "policy": result.policy,
        }
    except OSError:
        return
    if known.is_steady:
        save_file_index(order.story, known)
        _keep(_locate_record(order), record)


def recall_result(order: BuildOrder) -> BuildResult | None:
    """Return what building ``order`` would come to, where nothing has changed since it was last built; else ``None``.

    The books are then whole, as they were made, and nothing on disk is touched but these records themselves.
    """
    try:
        record: Any = read_sealed(_locate_record(order))
        if not isinstance(record, dict) or record["format"] != _FORMAT or not _is_at_rest(order):
            return None
        known = open_file_index(order.story)
        shelves = [_open_shelf(order, book) for book in record["books"]]
        if (
            record["beside"] != _describe_siblings(order.folder)
            or any(known.digest(file) != digest for file, digest in record["media"].items())
            or not all(_is_same_book(order, *pair) for pair in zip(record["books"], shelves, strict=True))
            or digest_order_sources(order) != record["sources"]
        ):
            return None
        result = _read_result(order, record)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    _renew(order, record, known, shelves)
    return result


def _locate_record(order: BuildOrder) -> Path:
    name = re.sub(r"[^a-z0-9-]", "", (order.edition or "").lower()) or _DEFAULT
    return locate_last_build(locate_cache(order.story), name)


def _keep(file: Path, value: object) -> None:
    """Write a record. Forgetting one harms no book, so a full disk here is no fault."""
    try:
        write_sealed(file, value)
    except OSError:
        return


def _is_at_rest(order: BuildOrder) -> bool:
    """Whether nothing in the cache waits to be tidied: only a build does that."""
    cache_folder = locate_cache(order.story)
    if cache_folder.is_symlink():
        return False
    return all(is_known_name(entry.name) and not entry.is_symlink() for entry in cache_folder.iterdir())


def _describe_siblings(folder: Path) -> dict[str, str]:
    """The hidden files beside the books, with their digests: what was made of a book, and whose the books are.

    Raises ``OSError`` where a build is at work there, or died there, and ``ValueError`` where the folder is a link.
    """
    if folder.is_symlink():
        raise ValueError(folder)
    hidden = [entry.name for entry in folder.iterdir() if entry.name.startswith(".")]
    if any(_INTERRUPTED.fullmatch(name) for name in hidden):
        raise OSError(0, "a build was interrupted here", str(folder))
    return {name: compute_digest(folder / name, follow=False) for name in sorted(hidden) if name.endswith(".forms")}


def _describe_book(order: BuildOrder, book: BuiltBook) -> dict[str, object]:
    return {
        "edition": book.edition,
        "digest": book.output.digest,
        "pages": book.output.pages_written + book.output.pages_kept,
        "untold": list(book.untold_news),
        "held": compute_digest(locate_inventory(locate_cache(order.story), book.edition), follow=False),
        "files": {},
    }


def _open_shelf(order: BuildOrder, book: Mapping[str, Any]) -> KnownFiles:
    """What is known of the files of a finished book."""
    return KnownFiles(order.folder / book["edition"], locate_cache(order.story), book["files"])


def _is_same_book(order: BuildOrder, book: Mapping[str, Any], shelf: KnownFiles) -> bool:
    held = locate_inventory(locate_cache(order.story), book["edition"])
    return compute_digest(held, follow=False) == book["held"] and is_intact(
        order.folder / book["edition"], book["digest"], shelf.digest
    )


def _read_result(order: BuildOrder, record: Mapping[str, Any]) -> BuildResult:
    books = tuple(
        BuiltBook(
            book["edition"],
            PublishedBook(order.folder / book["edition"], 0, int(book["pages"]), book["digest"]),
            WorkerNews(),
            tuple(map(str, book["untold"])),
        )
        for book in record["books"]
    )
    warnings = tuple(map(_parse_problem, record["warnings"]))
    return BuildResult(books, (), warnings, str(record["policy"]), tuple(record["media"]), warnings)


def _renew(order: BuildOrder, record: dict[str, Any], known: KnownFiles, shelves: list[KnownFiles]) -> None:
    """Remember the files that had to be read this time, so that they need not be read the next."""
    save_file_index(order.story, known)
    if any(shelf.is_changed for shelf in shelves):
        pairs = zip(record["books"], shelves, strict=True)
        books = [{**book, "files": shelf.list_entries()} for book, shelf in pairs]
        _keep(_locate_record(order), {**record, "books": books})


def _describe_problem(problem: Problem) -> list[object]:
    at = problem.at
    return [
        at.path, at.line, at.column, problem.what, problem.remedy, problem.source, problem.severity.value, problem.rule,
    ]  # fmt: skip


def _parse_problem(values: list[Any]) -> Problem:
    path, line, column, what, remedy, source, severity, rule = values
    at = Location(str(path), int(line), int(column))
    return Problem(at, str(what), str(remedy), str(source), severity=Severity(severity), rule=str(rule))
