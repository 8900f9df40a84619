"""A book as a zip: the same bytes for the same book, whenever and wherever it is made."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lsbook.exports.finished_book import LIST, FinishedBook
from lsbook.files.bounded import CHUNK_SIZE

EARLIEST_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name. When a book was made stands in the book."""
_SMALL_ALREADY = frozenset({".jpg", ".mp4", ".m4a", ".woff2"})
_ANYBODY_READS = 0o100644 << 16


def make_zip(book: FinishedBook, folder: str, to: Path) -> None:
    """Write ``book`` to the file ``to``, in a folder of its own so that unpacking it never strews files about."""
    with zipfile.ZipFile(to, "w") as pile:
        for path in (*book.files, LIST):
            entry = zipfile.ZipInfo(f"{folder}/{path}", EARLIEST_TIME)
            small = Path(path).suffix in _SMALL_ALREADY
            entry.compress_type = zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED
            entry.external_attr = _ANYBODY_READS
            entry.create_system = 3
            entry.file_size = (book.folder / path).stat().st_size
            with (book.folder / path).open("rb") as content, pile.open(entry, "w") as out:
                while chunk := content.read(CHUNK_SIZE):
                    out.write(chunk)


def repack_zip(data: bytes) -> bytes:
    """Return the zip ``data``, such as a Word file, with no moment of today in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as repacked:
        for name in packed.namelist():
            entry = zipfile.ZipInfo(name, EARLIEST_TIME)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            repacked.writestr(entry, packed.read(name))
    return out.getvalue()
