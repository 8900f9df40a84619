"""The forms in which a book is handed over: a table, and what each of them makes of a finished book."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from lsbook.exports.epub.document import make_epub
from lsbook.exports.finished_book import LIST, Finished
from lsbook.exports.locked.document import NAME as LOCKED_NAME
from lsbook.exports.locked.document import make_locked
from lsbook.exports.locked.keys import new_code, new_passphrase
from lsbook.exports.pdf.browsers import find_browser
from lsbook.exports.pdf.document import Paper, make_pdf
from lsbook.exports.single_file import make_one_file
from lsbook.exports.zip_file import make_zip
from lsbook.files.digest_lists import BESIDE, written_list
from lsbook.files.package import Parcel, digest_of, piece_of

LOCKED = "locked"


@dataclass(frozen=True)
class Wrapped:
    """Copies that are ready to be carried: the book, and the list beside it where it is one file."""

    parcels: tuple[Parcel, ...]
    passphrase: str = ""
    code: str = ""


def wrapped(book: Finished, form: str, bench: Path, passphrase: str = "") -> Wrapped:
    """``book`` in one of ``FORMS``, made on ``bench``, an empty folder inside the story. Raises ``NotMade``.

    A locked book gets ``passphrase``, or words that are made for it, and a recovery code.
    """
    name = name_of(book, form)
    if form == "folder":
        paths = (*book.files, LIST)
        return Wrapped((Parcel(name, tuple(piece_of(path, book.folder / path) for path in paths)),))
    if form == LOCKED:
        made = make_locked(book, passphrase or new_passphrase(), new_code(), bench / "locked")
        return Wrapped((made.parcel,), made.passphrase, made.code)
    file = bench / name
    _SINGLE[form](book, file)
    beside = bench / f"{file.name}{BESIDE}"
    beside.write_text(written_list({file.name: digest_of(file)}), encoding="utf-8")
    return Wrapped(tuple(Parcel(one.name, (piece_of(one.name, one),), alone=True) for one in (file, beside)))


def name_of(book: Finished, form: str) -> str:
    """What a copy is called at its place: of a locked one it says nothing."""
    return LOCKED_NAME if form == LOCKED else f"book-{book.folder.name}{ENDINGS.get(form, '')}"


def _pdf(book: Finished, to: Path) -> None:
    [content] = make_pdf(book, Paper(), find_browser(None), to.parent)
    to.write_bytes(content)


_SINGLE: Mapping[str, Callable[[Finished, Path], None]] = MappingProxyType(
    {
        "zip": lambda book, to: make_zip(book, f"book-{book.folder.name}", to),
        "pdf": _pdf,
        "epub": lambda book, to: _written(to, make_epub(book)),
        "one-file": lambda book, to: _written(to, make_one_file(book)),
    }
)
ENDINGS: Mapping[str, str] = MappingProxyType({"zip": ".zip", "pdf": ".pdf", "epub": ".epub", "one-file": ".html"})
FORMS = ("folder", LOCKED, *ENDINGS)


def _written(to: Path, content: bytes) -> None:
    to.write_bytes(content)
