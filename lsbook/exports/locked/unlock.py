"""Opening a locked book without a browser, and giving it another passphrase. The format stands in FORMAT.md."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from base64 import b64decode
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from lsbook.exports.locked.contents import LARGEST_CONTENTS, StreamFile, read_contents
from lsbook.exports.locked.document import UNLOCK_PAGE
from lsbook.exports.locked.header import LARGEST_UNLOCK_PAGE, Header, find_header_span, read_header
from lsbook.exports.locked.keys import NONCE, ROUNDS, TAG, WrongPassphrase, unwrap, wrap
from lsbook.exports.locked.sealing import LENGTH, PIECE, make_associated_data
from lsbook.files.bounded import read_bounded
from lsbook.files.digest_lists import LOCKED_LIST_NAME, format_list, read_list_file
from lsbook.files.digests import compute_digest
from lsbook.files.transfer import STAGED_PREFIX, flush_copy
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.copies import LOCKED_BOOK_DAMAGED, WRONG_PASSPHRASE
from lsbook.model.rules.places import FAULTY_DISK, PLACE_TAKEN, UNWRITABLE
from lsbook.model.site import PRINT_PAGE

_PIECE = re.compile(r'piece\("([0-9a-f]+)","([A-Za-z0-9+/=]+)"\)\s*')
_LARGEST_PIECE = (NONCE + PIECE + TAG + 2) // 3 * 4 + 100
"""Bytes of a data file: the sealed piece in base 64, and what stands around it."""
_LARGEST_PAGE = 16 * 1024 * 1024
"""Bytes of the page of the whole book."""
_CAPITAL, _TAG = re.compile(r"\b[^\W\d_a-z]\w+"), re.compile(r"<[^>]*>")
_ANOTHER = "Use another copy of the book."


def unlock(place: Path, passphrase: str, to: Path) -> int:
    """Write the plain book of the locked one at ``place`` into the new folder ``to``; gives how many files it has.

    Raises ``ProblemsFound``: another passphrase, a missing, swapped or damaged piece, something at ``to``, no room.
    What was begun is removed again.
    """
    header = read_header(place)
    check_free(to)
    plain = _PlainStream(place, header, _unwrap_key(place, header, passphrase))
    beside = to.with_name(f"{STAGED_PREFIX}{to.name}")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        if beside.is_symlink():
            beside.unlink()
        count = _write_files(plain, beside)
        beside.rename(to)
    except ValueError as error:
        raise ProblemsFound((_make_harm_problem(place),)) from error
    except OSError as error:
        what = f"The plain book could not be written here ({(error.strerror or 'no reason given').lower()})."
        raise UNWRITABLE.make_error(
            Location(to.as_posix()), what, "Make room, or name another place with --to."
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)  # what was begun has no lock
    return count


def check_free(to: Path) -> None:
    """Raise ``ProblemsFound`` where something is at ``to``."""
    if os.path.lexists(to):
        raise PLACE_TAKEN.make_error(
            Location(to.as_posix()), "There is something here already.", "Name a new folder with --to."
        )


def _write_files(plain: _PlainStream, to: Path) -> int:
    """Every file of the book, without those of the unlock page; gives how many there are."""
    base, files = _read_files(plain)
    to.mkdir(parents=True)
    for file in files:
        _write_file(plain, file, base, to / file.path)
    return len(files)


def _read_files(plain: _PlainStream) -> tuple[int, tuple[StreamFile, ...]]:
    """Where the files begin in the stream, and which there are. Raises ``ValueError`` as ``read_contents`` does."""
    size = int.from_bytes(plain.read(0, LENGTH), "big")
    if size > min(LARGEST_CONTENTS, plain.size - LENGTH):
        raise ValueError("contents")
    return LENGTH + size, read_contents(plain.read(LENGTH, size), plain.size - LENGTH - size)


def read_names(place: Path, passphrase: str) -> tuple[str, ...]:
    """The words with a capital in the locked book at ``place``: the names are among them.

    Raises ``ProblemsFound`` where ``passphrase`` does not open it.
    """
    header = read_header(place)
    plain = _PlainStream(place, header, _unwrap_key(place, header, passphrase))
    try:
        base, files = _read_files(plain)
    except ValueError as error:
        raise ProblemsFound((_make_harm_problem(place),)) from error
    pages = (file for file in files if file.path == PRINT_PAGE and file.size <= _LARGEST_PAGE)
    text = "".join(plain.read(base + file.start, file.size).decode("utf-8", "replace") for file in pages)
    return tuple(dict.fromkeys(_CAPITAL.findall(unescape(_TAG.sub(" ", text)))))


def _make_harm_problem(place: Path) -> Problem:
    what = "What this locked book says of its files is damaged, or was made to do harm: nothing is written."
    return Problem(Location(place.as_posix()), what, _ANOTHER, rule=LOCKED_BOOK_DAMAGED.id)


def _write_file(plain: _PlainStream, file: StreamFile, base: int, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as out:  # x: on some disks a and A are one
        for part in plain.read_parts(base + file.start, file.size):
            out.write(part)


def relock(place: Path, current: str, passphrase: str, code: str, show: Callable[[], None] = lambda: None) -> None:
    """Give the locked book at ``place`` another passphrase and recovery code. Nothing else of it changes.

    ``show`` shows the new words: it is called when all is ready, before the page changes, so that nobody is shut out.

    Raises ``ProblemsFound`` where ``current`` does not open it, or the folder cannot be written to.
    """
    header = read_header(place)
    key = _unwrap_key(place, header, current)
    rounds = max(header.rounds, ROUNDS)
    slots = [wrap(key, secret, header.book, rounds).to_json() for secret in (passphrase, code)]
    new_page, new_list = place / f".{UNLOCK_PAGE}", place / f".{LOCKED_LIST_NAME}"
    try:
        page = read_bounded(place / UNLOCK_PAGE, LARGEST_UNLOCK_PAGE).decode("utf-8")
        start, end = find_header_span(page)
        new_header = json.loads(page[start:end]) | {"rounds": rounds, "slots": slots}
        text = page[:start] + json.dumps(new_header, separators=(",", ":")) + page[end:]
        _write_new(new_page, text)
        listed = dict(read_list_file(place / LOCKED_LIST_NAME))
        _write_new(new_list, format_list(listed | {UNLOCK_PAGE: compute_digest(new_page)}))
        for file in (new_page, new_list):
            with file.open("rb+") as content:
                os.fsync(content.fileno())
        show()
        new_list.replace(place / LOCKED_LIST_NAME)
        new_page.replace(place / UNLOCK_PAGE)  # from here on the new words open it
        flush_copy(place / UNLOCK_PAGE, place)
    except OSError as error:
        what = f"The computer cannot write here ({(error.strerror or 'no reason given').lower()})."
        remedy = "The old words still open it. Copy the book to a place that can be written to, and try there."
        raise UNWRITABLE.make_error(Location(place.as_posix()), what, remedy) from error
    finally:
        for file in (new_page, new_list):
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
    if any(_unwrap_key(place, read_header(place), secret) != key for secret in (passphrase, code)):
        what = "What was written came back different. The place where it lies is faulty."
        raise FAULTY_DISK.make_error(Location(place.as_posix()), what, "Hand the book over again, to another stick.")


def _write_new(file: Path, text: str) -> None:
    """Write a file of our own: what lies there, a link to another place too, goes first."""
    file.unlink(missing_ok=True)
    with file.open("x", encoding="utf-8") as out:
        out.write(text)


def _unwrap_key(place: Path, header: Header, passphrase: str) -> bytes:
    try:
        return unwrap(header.slots, passphrase, header.book, header.rounds)
    except WrongPassphrase:
        what = "These words do not open this book."
        remedy = "Look at the spelling and try again, as often as you like; or use the recovery code."
        raise WRONG_PASSPHRASE.make_error(Location(place.as_posix()), what, remedy) from None


class _PlainStream:
    """The stream of a locked book, read from its pieces; the last piece is kept."""

    def __init__(self, place: Path, header: Header, key: bytes) -> None:
        self._place, self._header, self._cipher = place, header, AESGCM(key)
        self._kept: tuple[int, bytes] = (-1, b"")
        self.size = len(header.pieces) * PIECE
        """Bytes of the stream."""

    def read(self, start: int, size: int) -> bytes:
        return b"".join(self.read_parts(start, size))

    def read_parts(self, start: int, size: int) -> Iterator[bytes]:
        end = start + size
        while start < end:
            number, within = divmod(start, PIECE)
            part = self._get_piece(number)[within : within + end - start]
            yield part
            start += len(part)

    def _get_piece(self, number: int) -> bytes:
        if self._kept[0] != number:
            self._kept = (number, self._decrypt_piece(number))
        return self._kept[1]

    def _decrypt_piece(self, number: int) -> bytes:
        names = self._header.pieces
        if number >= len(names):
            raise LOCKED_BOOK_DAMAGED.make_error(
                Location(self._place.as_posix()), "The last pieces of this book are gone.", _ANOTHER
            )
        file = self._place / "data" / f"{names[number]}.dat"
        try:
            match = _PIECE.fullmatch(read_bounded(file, _LARGEST_PIECE).decode("ascii"))
            if match is None or match[1] != names[number]:
                raise ValueError(file.name)
            sealed = b64decode(match[2], validate=True)
            beside = make_associated_data(self._header.book, names[number], number, len(names))
            piece = self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], beside)
            if len(piece) != PIECE:  # of a shorter one the rest would be waited for without end
                raise ValueError(file.name)
            return piece
        except FileNotFoundError as error:
            raise LOCKED_BOOK_DAMAGED.make_error(
                Location(file.as_posix()), "This piece of the book is gone.", _ANOTHER
            ) from error
        except (OSError, ValueError, InvalidTag) as error:
            what = "This piece of the book is damaged, or belongs to another book."
            raise LOCKED_BOOK_DAMAGED.make_error(Location(file.as_posix()), what, _ANOTHER) from error
