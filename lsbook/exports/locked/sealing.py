"""A finished book as sealed pieces: one stream of all its files, cut into pieces of one size.

Neither names nor sizes nor the number of files can be seen from outside; of the whole only a rounded size.
"""

from __future__ import annotations

import json
import secrets
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from lsbook.exports.finished_book import LIST, FinishedBook
from lsbook.exports.locked.keys import NONCE

PIECE = 4 * 1024 * 1024
"""Bytes of the stream in a piece."""
LENGTH = 8
"""Bytes at the beginning of the stream that say how long the list of files is."""


class StreamSpan(Struct, frozen=True):
    """A file in the stream: where it begins, after the list of files, and how many bytes it has."""

    start: int
    size: int


def lay_out_stream(book: FinishedBook, more: Mapping[str, bytes]) -> dict[str, StreamSpan]:
    """Where each file of the book, and of ``more`` beside it, stands in the stream."""
    spans, start = dict[str, StreamSpan](), 0
    for path in (*more, *book.files, LIST):
        size = len(more[path]) if path in more else (book.folder / path).stat().st_size
        spans[path] = StreamSpan(start, size)
        start += size
    return spans


def generate_stream(book: FinishedBook, more: Mapping[str, bytes], about: Mapping[str, object]) -> Iterator[bytes]:
    """The bytes of the stream: the list of files with what there is to say ``about`` the book, then every file."""
    files = {path: [entry.start, entry.size] for path, entry in lay_out_stream(book, more).items()}
    head = json.dumps({**about, "files": files}, ensure_ascii=False, separators=(",", ":")).encode()
    yield len(head).to_bytes(LENGTH, "big") + head
    yield from more.values()
    for path in (*book.files, LIST):
        with (book.folder / path).open("rb") as content:
            while chunk := content.read(1024 * 1024):
                yield chunk


def split_pieces(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """``chunks`` in pieces of ``PIECE`` bytes; the last is filled up with zeros."""
    waiting = bytearray()
    for chunk in chunks:
        waiting += chunk
        while len(waiting) >= PIECE:
            yield bytes(waiting[:PIECE])
            del waiting[:PIECE]
    if waiting:
        yield bytes(waiting.ljust(PIECE, b"\0"))


def pad_count(count: int) -> int:
    """At most an eighth more pieces than ``count``, so that the size of the whole tells little (Padmé)."""
    if count < 2:
        return count
    exponent = count.bit_length() - 1
    free = exponent - exponent.bit_length()
    mask = (1 << max(free, 0)) - 1
    return (count + mask) & ~mask


def make_associated_data(book: str, name: str, number: int, count: int) -> bytes:
    """What a piece is sealed with beside its content: it opens in its own place in its own book and nowhere else."""
    return f"lsbook-locked-1 piece {book} {name} {number} {count}".encode()


def seal(key: bytes, book: str, plain: Iterator[bytes], count: int, names: list[str], to: Path) -> None:
    """Write each piece as a data file that a page can load: ``piece("name","base 64 of nonce and cipher")``."""
    cipher = AESGCM(key)
    for number, name in enumerate(names):
        nonce = secrets.token_bytes(NONCE)
        content = next(plain, b"").ljust(PIECE, b"\0")
        sealed = nonce + cipher.encrypt(nonce, content, make_associated_data(book, name, number, count))
        text = f'piece("{name}","{b64encode(sealed).decode("ascii")}")\n'
        (to / f"{name}.dat").write_text(text, encoding="ascii")
