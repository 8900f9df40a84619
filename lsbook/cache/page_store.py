"""Rendered pages, kept by the digest of all that they are made from: a page whose inputs are the same is not rendered.

Each edition has a folder of its own. What is in it stands under its own digest, is read by nobody but a build of that
edition, and is verified like any other page before a reader gets it.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from lsbook.cache.folder import PAGES
from lsbook.cache.sealed import read_sealed, write_sealed
from lsbook.files.folders import list_entries

T = TypeVar("T")
_NAME_LENGTH = 32
"""Hexadecimal digits of a file's name: enough that no two pages meet."""
_SUFFIX = ".page"
"""No program opens such a file."""
MARKUP = "markup.read"
"""What was read in the finished book, beside its pages."""


class StoredPage(Struct, frozen=True):
    """A page as HTML; ``links`` are the addresses that its template wrote, ``letters`` those that it shows."""

    html: str
    links: frozenset[str]
    letters: str


class PageStore:
    """The rendered pages of one edition.

    ``folder`` is where they lie between two runs; without one they are kept in memory alone. ``stays``: the process
    does, so that they are kept in memory too. ``writes``: what is new is written to ``folder``.
    """

    def __init__(self, folder: Path | None, *, stays: bool, writes: bool) -> None:
        self._folder = folder
        self._stays = stays
        self._writes = writes and folder is not None
        self._pages: dict[str, StoredPage] = {}
        self._used: set[str] = set()
        self._companions: dict[type, object] = {}

    def get_companion(self, kind: type[T]) -> T | None:
        """Return what is kept of the book beside its pages, one of each ``kind``, where the process stays."""
        companion = self._companions.setdefault(kind, kind()) if self._stays else None
        return companion if isinstance(companion, kind) else None

    def load(self, key: str) -> StoredPage | None:
        """Return the page with ``key``, a SHA-256 in hexadecimal; ``None`` where it is not known, or is damaged."""
        self._used.add(key)
        if key in self._pages or self._folder is None:
            return self._pages.get(key)
        page = _parse_page(key, read_sealed(self._locate(self._folder, key)))
        if page and self._stays:
            self._pages[key] = page
        return page

    def store(self, key: str, page: StoredPage) -> None:
        """Keep ``page``. To forget it harms no book, so a full disk here is no fault."""
        self._used.add(key)
        if self._stays or self._folder is None:
            self._pages[key] = page
        if self._writes and self._folder is not None:
            with contextlib.suppress(OSError):
                write_sealed(self._locate(self._folder, key), [key, page.html, sorted(page.links), page.letters])

    def forget_unused(self) -> None:
        """Forget every page that was not asked for since the last time: it is in the book no more."""
        self._pages = {key: page for key, page in self._pages.items() if key in self._used}
        if self._writes and self._folder is not None:
            used = {MARKUP, *(self._locate(self._folder, key).name for key in self._used)}
            for file in list_entries(self._folder):
                if file.name not in used:
                    with contextlib.suppress(OSError):
                        file.unlink()
        self._used = set()

    @staticmethod
    def _locate(folder: Path, key: str) -> Path:
        return folder / f"{key[:_NAME_LENGTH]}{_SUFFIX}"


def locate_pages(cache_folder: Path, edition: str) -> Path:
    """Return where the pages of ``edition`` are kept."""
    return cache_folder / PAGES / edition


def locate_markup(cache_folder: Path, edition: str) -> Path:
    """Return where it is kept what was read in the finished book of ``edition``."""
    return locate_pages(cache_folder, edition) / MARKUP


def forget_books(cache_folder: Path, editions: Collection[str]) -> None:
    """Forget the pages of all books but those of ``editions``: nothing is kept of a book that is gone."""
    for folder in list_entries(cache_folder / PAGES):
        if folder.name not in editions and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)


def _parse_page(key: str, value: object) -> StoredPage | None:
    if not isinstance(value, list) or len(value) != 4 or value[0] != key:
        return None
    _, html, links, letters = value
    if not isinstance(html, str) or not isinstance(links, list) or not isinstance(letters, str):
        return None
    return StoredPage(html, frozenset(map(str, links)), letters)
