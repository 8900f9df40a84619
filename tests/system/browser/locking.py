"""Locked books to open in browsers: the example child's, the same again with other keys, and a door in Arabic."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from lsbook.exports import FinishedBook
from lsbook.exports.finished_book import LIST, open_finished_book
from lsbook.exports.inline import inline_stylesheet
from lsbook.exports.locked.document import START, UNLOCK_PAGE, make_locked_book
from lsbook.exports.locked.header import read_header
from lsbook.exports.locked.sealing import PIECE, generate_stream, lay_out_stream

WORDS = "café sweater river tulip moon"
CODE = "abcd-efgh-jkmn-pqrs-tvwx-yz01"


def make_locked_books(place: Path) -> None:
    """In ``place``: ``mine`` and ``other`` (the example's book for nine to twelve, twice), ``ar`` (an empty book)."""
    book = open_finished_book(place.parent / "example" / "story" / "books" / "9-12")
    for name in ("mine", "other"):
        make_locked_book(book, WORDS, CODE, place / name)
    plain = place / "plain"
    plain.mkdir()
    (plain / START).write_text('<html lang="ar" dir="rtl"><title>x</title></html>', encoding="utf-8")
    (plain / LIST).write_text("", encoding="utf-8")
    make_locked_book(FinishedBook(plain, (START,)), WORDS, CODE, place / "ar")


def copy_of(locked: Path, to: Path) -> Path:
    """A copy that a test may spoil: only ``spoilt`` writes into it."""
    return Path(shutil.copytree(locked, to, copy_function=os.link))


def pieces_of(book: FinishedBook) -> dict[str, set[int]]:
    """In which pieces of its locked form each file of ``book`` lies; the style sheets of the door are ``look:``."""
    sheets = {f"look:{path}": inline_stylesheet(book, path).encode() for path in book.files if path.endswith(".css")}
    head = len(next(generate_stream(book, sheets, {"format": "lsbook-locked-1", "start": START})))
    return {
        path: set(range((head + one.start) // PIECE, (head + one.start + max(one.size, 1) - 1) // PIECE + 1))
        for path, one in lay_out_stream(book, sheets).items()
    }


def _flipped(file: Path, _other: Path, _name: str) -> str:
    text = file.read_text("ascii")
    at = len(text) // 2
    return text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]


def _foreign(file: Path, other: Path, _name: str) -> str:
    taken = other / "data" / f"{read_header(other).pieces[_number(file)]}.dat"
    return taken.read_text("ascii").replace(taken.stem, file.stem)


def _swapped(file: Path, _other: Path, name: str) -> str:
    return file.with_name(f"{name}.dat").read_text("ascii").replace(name, file.stem)


def _cut(file: Path, _other: Path, _name: str) -> str:
    return file.read_text("ascii")[:1_000_000]


def _number(file: Path) -> int:
    return read_header(file.parents[1]).pieces.index(file.stem)


FAULTS: dict[str, Callable[[Path, Path, str], str]] = {
    "flipped": _flipped,
    "swapped": _swapped,
    "foreign": _foreign,
    "cut off": _cut,
}
"""What a piece may have become: its text, from the file, another locked book, and the name of another piece."""


def spoil(locked: Path, number: int, fault: str, other: Path) -> Path:
    """Do one of ``FAULTS``, or ``missing``, to a piece; the door."""
    names = read_header(locked).pieces
    file = locked / "data" / f"{names[number]}.dat"
    text = FAULTS[fault](file, other, names[number - 1]) if fault in FAULTS else ""
    file.unlink()  # what it is linked to stays as it was
    if text:
        file.write_text(text, encoding="ascii")
    return locked / UNLOCK_PAGE
