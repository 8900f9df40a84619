"""Reading the staged book back from the disk, as a browser and a reader would find it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field

from lsbook.files.digests import compute_digest
from lsbook.files.manifest import MANIFEST, read_manifest
from lsbook.files.tree import is_plain_file, scan_folder
from lsbook.model.search_file import ENDING
from lsbook.model.site import PRINT_PAGE
from lsbook.output.flaws import Flaw
from lsbook.output.markup import Markup, read_data, read_drawing, read_page, read_stylesheet
from lsbook.output.markup_pieces import MarkupPieces, read_page_in_pieces
from lsbook.output.resolve_links import Target, resolve

_LARGEST = 4 << 30
"""Bytes: a stick's file system holds no file of 4 GiB (security.md)."""

_READERS: Mapping[str, Callable[[str], Markup]] = MappingProxyType(
    {"html": read_page, "svg": read_drawing, "css": read_stylesheet, ENDING: read_data}
)


class MarkupMemory(Struct):
    """What was read in the files of a book, by their ending and their SHA-256."""

    files: dict[tuple[str, str], Markup] = field(default_factory=dict)
    pieces: MarkupPieces = field(default_factory=dict)
    """The same in the articles of the page of the whole book."""


def verify(
    new: Path,
    digests: Mapping[str, str],
    entry_points: Iterable[str],
    memory: MarkupMemory | None = None,
    linked: frozenset[str] = frozenset(),
) -> tuple[Flaw, ...]:
    """Everything that is wrong with the book staged at ``new``; nothing, where it may take the old one's place.

    ``digests`` is what should be there, as path to SHA-256; ``entry_points`` are the files that a reader opens first.
    ``linked`` are the old book's own files, whose bytes were compared a moment ago, when it was looked at whole.
    What stands in ``memory`` is read from the disk, and not taken apart again; afterwards it holds this book alone.
    Raises ``OSError``.
    """
    files = frozenset(scan_folder(new).files)
    flaws = list(_check_files(new, files, digests, linked))
    known = MarkupMemory() if memory is None or flaws else memory
    read: dict[str, Markup] = {}
    for path in sorted(files):
        try:
            read |= _read_markup(new, path, digests.get(path, ""), known)
        except UnicodeDecodeError:
            flaws.append(Flaw(path, 0, "This file is not written in UTF-8."))
    reached: dict[str, set[str]] = {path: set() for path in read}
    flaws += _follow_addresses(files, read, reached)
    flaws += [*_check_data_pages(read), *_check_reachable(files, reached, tuple(entry_points))]
    if memory is not None and not flaws:
        memory.files = {(path.rpartition(".")[2], digests[path]): markup for path, markup in read.items()}
    return tuple(flaws)


def _follow_addresses(
    files: frozenset[str], read: Mapping[str, Markup], reached: Mapping[str, set[str]]
) -> Iterator[Flaw]:
    """Yield the faults of what was ``read``, and put into ``reached`` what each of its files leads to."""
    followed: dict[tuple[str, str], Target | str] = {}
    for path, markup in read.items():
        yield from (Flaw(path, line, what) for line, what in markup.faults)
        for address in markup.addresses:
            key = _make_key(address.address, path)
            if key not in followed:
                followed[key] = _follow(address.address, path, files, read)
            target = followed[key]
            if isinstance(target, Target):
                reached[path].add(target.path)
            else:
                yield Flaw(path, address.line, target)


def _check_data_pages(read: Mapping[str, Markup]) -> Iterator[Flaw]:
    """The page to find things on may take data from files, and no other."""
    loading = [path for path, markup in read.items() if markup.loads_data]
    yield from (Flaw(path, 0, "Only one page of a book may take data from files beside it.") for path in loading[1:])


def _read_markup(new: Path, path: str, digest: str, memory: MarkupMemory) -> dict[str, Markup]:
    """What stands in a page, a drawing or a style sheet; from ``memory`` where the very same was read before."""
    ending = path.rpartition(".")[2]
    if ending not in _READERS:
        return {}
    if known := memory.files.get((ending, digest)):
        return {path: known}
    text = (new / path).read_text(encoding="utf-8")
    if path != PRINT_PAGE:
        return {path: _READERS[ending](text)}
    markup, memory.pieces = read_page_in_pieces(text, memory.pieces)
    return {path: markup}


def _check_files(
    new: Path, files: frozenset[str], digests: Mapping[str, str], linked: frozenset[str]
) -> Iterator[Flaw]:
    if read_manifest(new) != digests:
        yield Flaw(MANIFEST, 0, "The list of the book's files is not on the disk as it was written.")
    for path in sorted({*files, *digests} - {MANIFEST}):
        file = new / path
        if path not in digests:
            yield Flaw(path, 0, "This file is in the book, and nobody put it there.")
        elif path not in files or not is_plain_file(file) or not (path in linked or _is_written(file, digests[path])):
            yield Flaw(path, 0, "This file is not on the disk as it was written.")
        elif file.stat().st_size >= _LARGEST:
            yield Flaw(path, 0, "This file is too large for most sticks (4 GiB).")


def _is_written(file: Path, digest: str) -> bool:
    return compute_digest(file) == digest


def _make_key(address: str, page: str) -> tuple[str, str]:
    """What ``address`` leads to on ``page`` it leads to on every page of its folder, but for places on the page."""
    return address, page if address.startswith("#") else page.rpartition("/")[0]


def _follow(address: str, page: str, files: frozenset[str], read: Mapping[str, Markup]) -> Target | str:
    """Where ``address`` on ``page`` leads, or what is wrong with it."""
    target = resolve(address, page)
    return target if isinstance(target, str) else _check_target(target, address, files, read) or target


def _check_target(target: Target, address: str, files: frozenset[str], read: Mapping[str, Markup]) -> str | None:
    if target.path not in files:
        folder = any(path.startswith(f"{target.path}/") for path in files)
        other = next((path for path in files if path.casefold() == target.path.casefold()), None)
        if folder:
            return f'The address "{address}" leads to a folder.'
        if other:
            return f'The address "{address}" is written otherwise than the file, which is called "{other}".'
        return f'The address "{address}" leads to a file that is not in the book.'
    if target.fragment and (target.path not in read or target.fragment not in read[target.path].ids):
        return f'The address "{address}" leads to a place that is not on that page.'
    return None


def _check_reachable(
    files: frozenset[str], reached: Mapping[str, set[str]], entry_points: tuple[str, ...]
) -> Iterator[Flaw]:
    """What cannot be reached is either forgotten or, worse, something that this reader was not meant to get."""
    for entry_point in sorted(set(entry_points) - files):
        yield Flaw(entry_point, 0, "Readers should open the book here, and it is not there.")
    known = {MANIFEST, *entry_points}
    ahead = list(known)
    while ahead:
        fresh = reached.get(ahead.pop(), set()) - known
        known |= fresh
        ahead += fresh
    for path in sorted(files - known):
        yield Flaw(path, 0, "Nothing in the book leads to this file.")
