"""A finished book as it lies on disk: only what ``build`` wrote there, and only while nobody has changed it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from lsbook.files.digest_lists import read_list_file
from lsbook.files.digests import compute_digests
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.books import BOOK_CHANGED, NO_BOOK
from lsbook.model.rules.places import UNREADABLE_FILE
from lsbook.model.site import PREVIEW_FILE, PRINT_PAGE, REVIEW_MARK, SECOND_READER_FILE

LIST = "book.sha256"
BOOKS = "books"
"""The folder of a story in which its books are made."""


class FinishedBook(Struct, frozen=True):
    """``files`` are paths from the book's own ``folder``, with forward slashes, in order."""

    folder: Path
    files: tuple[str, ...]

    def read_text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def read_bytes(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()


def open_finished_book(folder: Path) -> FinishedBook:
    """The book in ``folder``. Raises ``ProblemsFound`` where there is none, or it is not as it was made."""
    try:
        listed = _read_digests(folder)
        problems = tuple(_find_changed_files(folder, listed))
    except OSError as error:
        what = f"This book cannot be read ({(error.strerror or 'no reason given').lower()})."
        raise UNREADABLE_FILE.make_error(Location(folder.as_posix()), what, _suggest_rebuild(folder)) from error
    if no_copy := find_no_copy_problem(folder, listed):
        raise ProblemsFound((no_copy,))
    if problems:
        raise ProblemsFound(problems)
    if PRINT_PAGE not in listed:
        what = "This book was made by an earlier lsbook, without the page that paper is made from."
        raise NO_BOOK.make_error(Location(folder.as_posix()), what, _suggest_rebuild(folder))
    return FinishedBook(folder, tuple(sorted(listed)))


def find_no_copy_problem(folder: Path, listed: Collection[str]) -> Problem | None:
    """What is said where somebody means to hand over, print or keep what is nobody's copy; ``None`` of any other book.

    Some books are read by a second reader only, and some are a worker's own preview: a file among those that are
    ``listed`` says so.
    """
    if SECOND_READER_FILE in listed:
        what = (
            "This was made for the second reader (build --to-read). It is not the child's book, so no copy is made of"
            " it."
        )
        remedy = "Make the child's book without --to-read, and take that."
    elif PREVIEW_FILE in listed:
        what = "This is a preview (lsbook preview), which is there only while it runs, so no copy is made of it."
        remedy = "Make the book itself, lsbook build, and take that."
    elif page := _find_review_page(folder, listed):
        what = (
            f"{page} is a page for workers (lsbook review), and it lies in this book's folder: no copy is made of it."
        )
        remedy = "Move that page out, into the folder work of the story."
    else:
        return None
    return Problem(Location(folder.as_posix()), what, remedy, rule=NO_BOOK.id)


_HEAD = 4096
"""Bytes: within these stands what a page says of itself."""


def _find_review_page(folder: Path, listed: Collection[str]) -> str:
    """Return the path of a page of ``lsbook review`` that somebody put into a book; empty where there is none."""
    for file in sorted(folder.rglob("*.htm*")) if folder.is_dir() else ():
        path = file.relative_to(folder).as_posix()
        if path not in listed and file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                if REVIEW_MARK.encode() in opened.read(_HEAD):
                    return path
    return ""


def _read_digests(folder: Path) -> Mapping[str, str]:
    file = folder / LIST
    if not file.is_file():
        what = "There is no finished book in this folder."
        of = folder if folder.name == BOOKS else folder.parent  # where there is none at all, none is named
        which = "" if folder.name == BOOKS else f" --edition {folder.name}"
        remedy = f'Make it first:  lsbook build "{of.parent.as_posix()}"{which}'
        raise NO_BOOK.make_error(Location(folder.as_posix()), what, remedy)
    return read_list_file(file)


def _find_changed_files(folder: Path, listed: Mapping[str, str]) -> Iterator[Problem]:
    for path, digest in sorted(listed.items()):
        file = folder / path
        if file.is_symlink() or not file.is_file():
            yield Problem(
                Location(file.as_posix()),
                "This file of the book is gone.",
                _suggest_rebuild(folder),
                rule=BOOK_CHANGED.id,
            )
        elif compute_digests(file)["sha256"] != digest:
            what = "Somebody has changed this file since the book was made, so no copy is made of it."
            yield Problem(Location(file.as_posix()), what, _suggest_rebuild(folder), rule=BOOK_CHANGED.id)


def _suggest_rebuild(folder: Path) -> str:
    return f"Delete the folder {folder.name} in {folder.parent.name}, and make the book again: lsbook build"
