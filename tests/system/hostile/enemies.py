"""What an enemy puts on a stick: copies, zips, archives, locked books and pages that are made to do harm."""

from __future__ import annotations

import hashlib
import io
import json
import os
import struct
import zipfile
import zlib
from base64 import b64encode
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from lsbook.exports.locked.keys import wrap
from lsbook.exports.locked.sealing import PIECE, make_associated_data
from tests.building import describe_child, put

WORDS = "five words of an enemy"
KEY, NONCE, BOOK = b"k" * 32, b"n" * 12, "b" * 32
STORY = describe_child().encode()
PAGES = {
    "lsbook": "my pages",
    "version": 1,
    "name": "Robin",
    "edition": "9-12",
    "only-for-me": False,
    "entries": [{"kind": "add", "about": "Home", "words": "My own words.", "on": "2026-03-01"}],
}


def listing(files: dict[str, bytes]) -> str:
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in files.items())


def copy(place: Path, files: dict[str, bytes] | None = None, sums: str | bytes = "") -> Path:
    """A copy of a book as a folder, with the list ``sums`` or a true one."""
    files = {"a.html": b"words"} if files is None else files
    for path, content in files.items():
        put(place / path, content)
    put(place / "book.sha256", sums or listing(files))
    return place


def bag(
    place: Path, *, manifest: str | bytes = "", encoding: str = "UTF-8", files: dict[str, bytes] | None = None
) -> Path:
    """An archive of a story, with the list ``manifest`` or a true one."""
    files = {"data/story/story.yaml": STORY} if files is None else files
    put(place / "bagit.txt", f"BagIt-Version: 1.0\nTag-File-Character-Encoding: {encoding}\n")
    for path, content in files.items():
        put(place / path, content)
    put(place / "manifest-sha256.txt", manifest or listing(files))
    return place


def header(**other: object) -> dict[str, object]:
    return {"format": "lsbook-locked-1", "rounds": 1000, "book": BOOK, "slots": [], "pieces": ["a" * 16], **other}


def door(place: Path, text: str | bytes) -> Path:
    """A locked book with ``text`` for its header."""
    opening = b'<script type="application/json" id="header">'
    put(place / "Open my book.html", opening + (text if isinstance(text, bytes) else text.encode()) + b"</script>")
    return place


def lock(place: Path, contents: object, *, plain: bytes | None = None, count: int = 1, **other: object) -> Path:
    """A locked book that opens with ``WORDS``: its list of files is ``contents``, or all of it is ``plain``."""
    names = [f"{number:016x}" for number in range(count)]
    rounds = other.get("rounds", 1000)
    slot = wrap(KEY, WORDS, BOOK, rounds if isinstance(rounds, int) and 0 < rounds < 10**6 else 1000).to_json()
    door(place, json.dumps(header(**{"slots": [slot], "pieces": names, **other})))
    listed = contents if isinstance(contents, bytes) else json.dumps(contents).encode()
    flow = len(listed).to_bytes(8, "big") + listed if plain is None else plain
    for number, name in enumerate(names):
        piece = flow[number * PIECE : (number + 1) * PIECE]
        piece = piece if plain is not None else piece.ljust(PIECE, b"\0")
        sealed = NONCE + AESGCM(KEY).encrypt(NONCE, piece, make_associated_data(BOOK, name, number, count))
        put(place / "data" / f"{name}.dat", f'piece("{name}","{b64encode(sealed).decode()}")\n')
    return place


def lock_in(place: Path, *paths: str) -> Path:
    """A locked book with a small file at each of ``paths``."""
    return lock(place, {"files": {path: [number, 1] for number, path in enumerate(paths)}})


def pack(file: Path, files: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> Path:
    pile = io.BytesIO()
    with zipfile.ZipFile(pile, "w", kind) as out:
        for path, content in files.items():
            out.writestr(path, content)
    return put(file, pile.getvalue())


def overlap(file: Path, count: int, size: int) -> Path:
    """A zip in which ``count`` names stand for the same few bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = packer.compress(bytes(size)) + packer.flush()
    numbers = (zlib.crc32(bytes(size)), len(content), size)
    first = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 33, *numbers, 4, 0) + b"a/00" + content
    table = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 33, *numbers, len(name), 0, 0, 0, 0, 0, 0) + name
        for name in (f"a/{number:05}".encode() for number in range(count))
    )
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(table), len(first), 0)
    return put(file, first + table + end)


def table_of(file: Path, count: int, table: int, *, large: bool = False) -> Path:
    """A zip whose end lies: so many names, a table of so many bytes; of the kind for more than 4 GiB."""
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, 0, 1) if large else b""
    return put(file, bytes(1000) + locator + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, table, 0, 0))


def pipe(file: Path) -> Path:
    """A pipe that nobody writes into, in the place of ``file``."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    return file


def link(file: Path, target: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.symlink_to(target)
    return file


def holes(file: Path, size: int) -> Path:
    """A file that claims ``size`` bytes and has none."""
    put(file, b"")
    os.truncate(file, size)
    return file


def nest(count: int) -> str:
    return "[" * count + "]" * count
