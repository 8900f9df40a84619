"""Writing the new book beside the old one."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from msgspec import Struct

from lsbook.files.digests import compute_digest
from lsbook.files.folders import flush_folder
from lsbook.files.manifest import MANIFEST, format_manifest
from lsbook.model.problem import Location
from lsbook.model.rules.books import UNWRITABLE_LETTER
from lsbook.model.site import Page, Site

_WRITERS = 8
"""Files that are on their way to the disk at a time."""


class Content(Struct, frozen=True):
    """A file of the book that is to be: its path in the book, its SHA-256, and where its bytes come from."""

    path: str
    digest: str
    source: Page | Path


def collect_contents(site: Site, place: Path) -> tuple[Content, ...]:
    """Every file of ``site``, in the order of their paths. Raises ``ProblemsFound`` and ``OSError``."""
    pages = (_digest_page(page, place) for page in site.pages)
    assets = (Content(asset.path, compute_digest(asset.file), asset.file) for asset in site.assets)
    return tuple(sorted((*pages, *assets), key=lambda content: content.path))


def stage(
    contents: Iterable[Content], new: Path, place: Path, old: Mapping[str, str], *, is_lasting: bool = True
) -> frozenset[str]:
    """Write ``contents`` and their list to ``new``, if ``is_lasting`` down to the disk itself.

    Return the paths of what is not written. That is what the book at ``place`` already has (``old``: path to SHA-256):
    it is linked, where this disk can link. Raises ``OSError``.
    """
    digests = {content.path: content.digest for content in contents}
    new.mkdir(exist_ok=True)
    # The list comes first, so that whatever of this folder outlives a crash can be told for lsbook's own.
    _write(new / MANIFEST, format_manifest(digests).encode(), is_lasting=is_lasting)
    folders = {(new / path).parent for path in digests}
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    linked: set[str] = set()
    unlinked: list[tuple[Path, Page | Path]] = []
    for content in contents:
        target = new / content.path
        if old.get(content.path) == content.digest and _link(place / content.path, target):
            linked.add(content.path)
        else:
            unlinked.append((target, content.source))
    _write_all(unlinked, is_lasting=is_lasting)
    for folder in {new, *folders} if is_lasting else ():
        flush_folder(folder)
    return frozenset(linked)


def _write_all(files: Sequence[tuple[Path, Page | Path]], *, is_lasting: bool) -> None:
    """Write ``files``, several at a time: nearly all of it is waiting for the disk, which takes them together."""
    threads = ThreadPoolExecutor(_WRITERS)
    try:
        write = partial(_write, is_lasting=is_lasting)
        for written in [threads.submit(write, target, source) for target, source in files]:
            written.result()
    finally:
        threads.shutdown(cancel_futures=True)


def _digest_page(page: Page, place: Path) -> Content:
    """Say what will be written. The bytes are made again when they are: all at once they would fill the memory."""
    try:
        text = _encode(page)
    except UnicodeEncodeError as error:
        what = "This page holds a letter that cannot be written down."
        remedy = "Look in the story for a letter that shows as a box or a question mark, and type it again."
        raise UNWRITABLE_LETTER.make_error(Location((place / page.path).as_posix()), what, remedy) from error
    return Content(page.path, hashlib.sha256(text).hexdigest(), page)


def _encode(page: Page) -> bytes:
    return page.text.replace("\r\n", "\n").replace("\r", "\n").encode()


def _link(source: Path, target: Path) -> bool:
    try:
        target.hardlink_to(source)
    except (OSError, NotImplementedError):
        return False
    return True


def _write(target: Path, source: bytes | Page | Path, *, is_lasting: bool) -> None:
    with target.open("xb") as out:
        if isinstance(source, bytes):
            out.write(source)
        elif isinstance(source, Page):
            out.write(_encode(source))
        else:
            with source.open("rb") as asset:
                shutil.copyfileobj(asset, out)
        if is_lasting:
            out.flush()
            os.fsync(out.fileno())
