"""What lies within a file: the parts of a zip (as office programs write), of a tar, and the words of a PDF.

Each comes with its name within, as bytes. Nothing is written anywhere, and no more is unpacked than is said here.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import pypdf
from pypdf.errors import PyPdfError

ContainerPart = tuple[str, bytes]
HEAD = 1024
"""Bytes by which a kind of file is known."""
MOST = 256 * 1024 * 1024
"""Bytes that one file may hold when it is unpacked."""
_MOST_PARTS = 20_000
_STREAMS: Mapping[bytes, Callable[[IO[bytes]], Any]] = {
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
    b"\xfd7zXZ": lzma.open,
}
_UNSUPPORTED = {b"7z\xbc\xaf\x27\x1c": "a 7z file", b"Rar!\x1a\x07": "a rar file"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = (
    *(OSError, ValueError, EOFError, RuntimeError, LookupError, TypeError, AttributeError, ArithmeticError),
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, PyPdfError),
)
"""What the readers of damaged files raise: a file that somebody made by hand can hold anything."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class UnreadableContainer(Exception):
    """What lies within cannot be looked at, and why not, for the middle of a sentence."""


def unpack_parts(source: Path | bytes, head: bytes) -> Iterator[ContainerPart]:
    """The parts of a file that holds others; none of any other. ``head``: its first bytes.

    Raises ``UnreadableContainer`` where it is locked, damaged or too large.
    """
    unpack = _find_unpacker(head)
    if unpack is None:
        return
    try:
        with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
            yield from unpack(file)
    except _DAMAGED as error:
        raise UnreadableContainer("it is damaged") from error


def _find_unpacker(head: bytes) -> Callable[[IO[bytes]], Iterator[ContainerPart]] | None:
    for sign, what in _UNSUPPORTED.items():
        if head.startswith(sign):
            raise UnreadableContainer(f"it is {what}")
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return _unpack_zip
    if any(head.startswith(sign) for sign in _STREAMS):
        return _unpack_stream
    if head[257:262] == b"ustar":
        return _unpack_tar
    if b"%PDF-" in head:
        return _unpack_pdf
    return _unpack_office_file if head.startswith(_OLE) else None


def _unpack_zip(file: IO[bytes]) -> Iterator[ContainerPart]:
    with zipfile.ZipFile(file) as held:
        entries = held.infolist()
        _check_size(len(entries), sum(entry.file_size for entry in entries))
        yield "", held.comment
        for entry in entries:
            if entry.flag_bits & 1:
                raise UnreadableContainer("it is locked with a password")
            yield entry.filename, entry.comment
            with held.open(entry) as part:
                yield entry.filename, _read_all(part)


def _unpack_stream(file: IO[bytes]) -> Iterator[ContainerPart]:
    sign = next(sign for sign in _STREAMS if file.read(8).startswith(sign))
    file.seek(0)
    with _STREAMS[sign](file) as part:
        yield "", _read_all(part)


def _unpack_tar(file: IO[bytes]) -> Iterator[ContainerPart]:
    with tarfile.open(fileobj=file, mode="r:") as held:
        for number, entry in enumerate(held):
            _check_size(number, entry.size)
            part = held.extractfile(entry) if entry.isfile() else None
            yield f"{entry.name} {entry.linkname}".strip(), _read_all(part) if part else b""


def _unpack_pdf(file: IO[bytes]) -> Iterator[ContainerPart]:
    held = pypdf.PdfReader(file)
    if held.is_encrypted and not held.decrypt(""):
        raise UnreadableContainer("it is locked with a password")
    yield "", "\n".join(f"{key} {value}" for key, value in (held.metadata or {}).items()).encode("utf-8", "replace")
    if xmp := held.root_object.get("/Metadata"):
        yield "", xmp.get_object().get_data()
    for name, contents in held.attachments.items():
        yield from ((name, content) for content in contents)
    for number, page in enumerate(held.pages, 1):
        yield f"page {number}", page.extract_text().encode("utf-8", "replace")
        for note in page.get("/Annots") or ():
            words = note.get_object()
            yield f"page {number}", f"{words.get('/Contents', '')} {words.get('/T', '')}".encode("utf-8", "replace")


def _unpack_office_file(file: IO[bytes]) -> Iterator[ContainerPart]:
    """Of an old office file, or of a new one with a password: the first is read as it is."""
    if _ENCRYPTED in file.read(MOST):
        raise UnreadableContainer("it is locked with a password")
    yield from ()


def _read_all(part: IO[bytes]) -> bytes:
    data = part.read(MOST + 1)
    _check_size(0, len(data))
    return data


def _check_size(parts: int, size: int) -> None:
    if parts > _MOST_PARTS or size > MOST:
        raise UnreadableContainer("it holds too much")
