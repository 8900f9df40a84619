"""Rendered pages: found again by what they are made from, and by nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

from lsbook.cache.page_store import PageStore, StoredPage, forget_books, locate_pages
from tests.building import put

PAGE = StoredPage("<p>Zoë ran.</p>", frozenset({"pages/a.html", "media/b.jpg"}), " Zanrë.")
KEY, OTHER = "a" * 64, "b" * 64


def _store(folder: Path | None, *, stays: bool = False, writes: bool = True) -> PageStore:
    return PageStore(folder, stays=stays, writes=writes)


def test_a_page_is_found_in_a_later_run(tmp_path: Path) -> None:
    """A page comes back as it was kept, and only under its own key."""
    _store(tmp_path).store(KEY, PAGE)
    assert _store(tmp_path).load(KEY) == PAGE
    assert _store(tmp_path).load(OTHER) is None


def test_a_page_that_stays_in_memory_is_written_nowhere(tmp_path: Path) -> None:
    """A process that stays and may not write has its pages, and no other has."""
    store = _store(tmp_path, stays=True, writes=False)
    store.store(KEY, PAGE)
    assert store.load(KEY) == PAGE
    assert list(tmp_path.iterdir()) == []
    secret = _store(None)
    secret.store(KEY, PAGE)
    assert secret.load(KEY) == PAGE


def test_swapped_and_flipped_pages_are_none(tmp_path: Path) -> None:
    """A page under another page's name, or with another bit, is not believed."""
    store = _store(tmp_path)
    store.store(KEY, PAGE)
    store.store(OTHER, StoredPage("<p>Bo ran.</p>", frozenset(), "B"))
    files = sorted(tmp_path.iterdir())
    contents = [file.read_bytes() for file in files]
    for file, content in zip(files, reversed(contents), strict=True):
        put(file, content)
    assert [_store(tmp_path).load(key) for key in (KEY, OTHER)] == [None, None]
    put(files[0], contents[0].replace(b"ran", b"ram"))
    assert _store(tmp_path).load(KEY) is None


def test_a_page_that_is_in_the_book_no_more_is_forgotten(tmp_path: Path) -> None:
    """What a build did not ask for is gone from memory and from the disk."""
    store = _store(tmp_path, stays=True)
    store.store(KEY, PAGE)
    store.store(OTHER, PAGE)
    store.forget_unused()
    put(tmp_path / "half.page.new-7", b"")
    assert store.load(KEY) == PAGE
    store.forget_unused()
    assert [file.name for file in tmp_path.iterdir()] == [f"{KEY[:32]}.page"]
    assert store.load(OTHER) is None


def test_nothing_is_kept_of_a_book_that_is_gone(tmp_path: Path) -> None:
    """With the book of an edition its rendered pages go."""
    for edition in ("9-12", "13-17"):
        _store(locate_pages(tmp_path, edition)).store(KEY, PAGE)
    forget_books(tmp_path, {"9-12"})
    assert [folder.name for folder in (tmp_path / "pages").iterdir()] == ["9-12"]


def test_what_stands_beside_the_pages_is_for_a_process_that_stays(tmp_path: Path) -> None:
    """It has one companion of each kind for a book, and a process that ends has none."""
    staying = _store(tmp_path, stays=True, writes=False)
    companion = staying.get_companion(Counter)
    assert companion is not None
    assert staying.get_companion(Counter) is companion
    assert staying.get_companion(Random) is not None
    assert _store(tmp_path).get_companion(Counter) is None
