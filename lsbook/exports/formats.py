"""The formats in which a book is handed over: a table, and what each of them makes of a finished book."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from lsbook.exports.epub.document import make_epub
from lsbook.exports.finished_book import LIST, FinishedBook
from lsbook.exports.locked.document import NAME as LOCKED_NAME
from lsbook.exports.locked.document import make_locked_book
from lsbook.exports.locked.keys import generate_passphrase, generate_recovery_code
from lsbook.exports.pdf.browsers import find_browser
from lsbook.exports.pdf.document import PaperFormat, make_pdf
from lsbook.exports.single_file import make_one_file
from lsbook.exports.zip_file import make_zip
from lsbook.files.digest_lists import LIST_SUFFIX, format_list
from lsbook.files.digests import compute_digest
from lsbook.files.package import Package, make_package_file
from lsbook.model.vocabulary import CopyFormat


class ExportedCopy(Struct, frozen=True):
    """Packages that are ready to be transferred: the book, and the list beside it where it is one file."""

    packages: tuple[Package, ...]
    passphrase: str = ""
    code: str = ""


def export_book(book: FinishedBook, copy_format: CopyFormat, scratch: Path, passphrase: str = "") -> ExportedCopy:
    """``book`` in one format, made in ``scratch``, an empty folder inside the story. Raises ``ProblemsFound``.

    A locked book gets ``passphrase``, or words that are made for it, and a recovery code.
    """
    name = name_copy(book, copy_format)
    if copy_format is CopyFormat.FOLDER:
        paths = (*book.files, LIST)
        return ExportedCopy((Package(name, tuple(make_package_file(path, book.folder / path) for path in paths)),))
    if copy_format is CopyFormat.LOCKED:
        locked = make_locked_book(
            book, passphrase or generate_passphrase(), generate_recovery_code(), scratch / "locked"
        )
        return ExportedCopy((locked.package,), locked.passphrase, locked.code)
    file = scratch / name
    _WRITERS[copy_format](book, file)
    list_file = scratch / f"{file.name}{LIST_SUFFIX}"
    list_file.write_text(format_list({file.name: compute_digest(file)}), encoding="utf-8")
    return ExportedCopy(
        tuple(
            Package(part.name, (make_package_file(part.name, part),), is_single_file=True) for part in (file, list_file)
        )
    )


def name_copy(book: FinishedBook, copy_format: CopyFormat) -> str:
    """What a copy is called at its place: of a locked one it says nothing."""
    if copy_format is CopyFormat.STORY:
        return f"story-{book.folder.name}"
    return LOCKED_NAME if copy_format is CopyFormat.LOCKED else f"book-{book.folder.name}{ENDINGS.get(copy_format, '')}"


def _write_pdf(book: FinishedBook, to: Path) -> None:
    [content] = make_pdf(book, PaperFormat(), find_browser(None), to.parent)
    to.write_bytes(content)


_WRITERS: Mapping[CopyFormat, Callable[[FinishedBook, Path], None]] = MappingProxyType(
    {
        CopyFormat.ZIP: lambda book, to: make_zip(book, f"book-{book.folder.name}", to),
        CopyFormat.PDF: _write_pdf,
        CopyFormat.EPUB: lambda book, to: _write_bytes(to, make_epub(book)),
        CopyFormat.ONE_FILE: lambda book, to: _write_bytes(to, make_one_file(book)),
    }
)
ENDINGS: Mapping[CopyFormat, str] = MappingProxyType(
    {CopyFormat.ZIP: ".zip", CopyFormat.PDF: ".pdf", CopyFormat.EPUB: ".epub", CopyFormat.ONE_FILE: ".html"}
)


def _write_bytes(to: Path, content: bytes) -> None:
    to.write_bytes(content)
