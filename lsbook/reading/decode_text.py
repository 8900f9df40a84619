"""Text from any editor: UTF-8 with or without a mark, UTF-16, Windows line ends, old Windows letters."""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from lsbook.model.problem import Location, Problem
from lsbook.model.rules.places import UNREADABLE_FILE
from lsbook.reading.parsed import Parsed, make_failure, make_warning
from lsbook.reading.rules.files import NOT_TEXT, ODD_TEXT, TOO_MUCH
from lsbook.reading.rules.work import TWO_VERSIONS

MAX_TEXT_SIZE = 1_000_000
"""Bytes in one text file; security.md, "Text: nothing runs"."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_ODD_LINE_ENDS = re.compile("[\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"
    "\u202a-\u202e\u2066-\u2069"  # they turn the letters behind them round, so that a name reads as another
    "\ufff9-\ufffb\ue000-\uf8ff\ufffe\uffff]"
)
_OFFICE_STARTS = {
    b"\xd0\xcf\x11\xe0": "a document of an old Word",
    b"{\\rtf": "a document of a word processor (RTF)",
    b"%PDF": "a PDF",
}
OFFICE_REMEDY = (
    "Open it in that program, copy the words into a text editor (Notepad, TextEdit), and save them as plain text"
    " (UTF-8) under the right name."
)
_CONFLICT = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\n(?:.*\n)*?>{7} ", re.MULTILINE)
"""What programs that put two versions of a text together leave where both have changed the same lines."""
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_text(file: Path, path: str) -> Parsed[str | None]:
    """Read the text of ``file`` with ``\\n`` line ends; ``None`` where it is none. Problems stand at ``path``."""
    at = Location(path)
    try:
        data = _read_bytes(file)
    except OSError as error:
        what = f"The computer cannot read this file ({format_os_error(error)})."
        return make_failure(at, what, "Check who may open it.", rule=UNREADABLE_FILE)
    if data is None:
        remedy = "Take it out of the folder, or put a text file there."
        return make_failure(at, "This is no file with words in it.", remedy, rule=NOT_TEXT)
    if len(data) > MAX_TEXT_SIZE:
        return make_failure(
            at,
            "This text file is longer than 1 MB, and lsbook reads text files of up to 1 MB.",
            "Make it shorter, or split it into several files.",
            rule=TOO_MUCH,
        )
    if office := recognise_office_file(data):
        what = f"This is {office}, whatever its name says, and lsbook reads plain text."
        return make_failure(at, what, OFFICE_REMEDY, rule=NOT_TEXT)
    decoded = _decode(data, at)
    if decoded.value is None:
        return decoded
    if two := _CONFLICT.search(decoded.value):
        line = decoded.value.count("\n", 0, two.start()) + 1
        return make_failure(
            Location(path, line),
            "Two versions of this file stand in it, between the lines of <<<<<<< and >>>>>>>.",
            "Put them together, and take out these two lines and the line of ======= between them.",
            rule=TWO_VERSIONS,
        )
    return Parsed(clean(decoded.value), (*decoded.problems, *_check_line_ends(decoded.value, path)))


def recognise_office_file(data: bytes) -> str:
    """Return what program wrote a file that is no plain text, by its first bytes; ``""`` for any other."""
    if data.startswith(b"PK\x03\x04"):
        return "a document of Word or another office program"
    return next((name for start, name in _OFFICE_STARTS.items() if data.startswith(start)), "")


def clean(text: str) -> str:
    """Return ``text`` with ``\\n`` line ends, without letters that nobody sees and that do something all the same."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def clean_input(text: str) -> str:
    """Return what was typed on the command line as it would be read from a file: on one line, no letter unseen."""
    return " ".join(clean(text.encode("utf-8", "ignore").decode("utf-8")).split())


def find_clean_positions(text: str) -> tuple[int, ...]:
    """Return where in ``text`` each letter of ``clean(text)`` stands."""
    positions: list[int] = []
    start = 0
    for line_end in _LINE_ENDS.finditer(text):
        positions += [at for at in range(start, line_end.start()) if not _CONTROLS.match(text, at)]
        positions.append(line_end.start())
        start = line_end.end()
    positions += [at for at in range(start, len(text)) if not _CONTROLS.match(text, at)]
    return tuple(positions)


def detect_encoding(data: bytes) -> tuple[bytes, str]:
    """Return the byte order mark of a file that ``read_text`` can read (or ``b""``), and its encoding."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return mark, encoding
    if b"\0" in data:
        return b"", _guess_encoding(data[:2000])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", "cp1252"
    return b"", "utf-8"


def _read_bytes(file: Path) -> bytes | None:
    """Read at most one byte more than is allowed; ``None`` where ``file`` is no plain file any more.

    ``O_NONBLOCK``: a pipe with a chapter's name must not hold the build for ever.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags), "rb") as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            return None
        return opened.read(MAX_TEXT_SIZE + 1)


def _check_line_ends(text: str, path: str) -> Iterator[Problem]:
    if odd := _ODD_LINE_ENDS.search(text):
        yield make_warning(
            Location(path, len(_LINE_ENDS.sub("\n", text[: odd.start()]).split("\n"))),
            "This line ends in a way that only some programs know, and others do not count as a line. Line numbers "
            "below it may be too high by one.",
            "Delete what stands between this line and the next, and press Enter there.",
            rule=ODD_TEXT,
        )


def _decode(data: bytes, at: Location) -> Parsed[str | None]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_strictly(data[len(mark) :], encoding, at)
    if b"\0" in data:
        return _decode_strictly(data, _guess_encoding(data[:2000]), at)
    try:
        return Parsed(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_old_windows(data, at)


def _guess_encoding(start: bytes) -> str:
    """Guess by its zero bytes whether text is UTF-16 without its mark; anything else with zero bytes is no text."""
    if len(start) >= 8 and not start[::2].count(0) and start[1::2].count(0) > len(start) / 4:
        return "utf-16-le"
    if len(start) >= 8 and not start[1::2].count(0) and start[::2].count(0) > len(start) / 4:
        return "utf-16-be"
    return "utf-8"


def _decode_strictly(data: bytes, encoding: str, at: Location) -> Parsed[str | None]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return _refuse(at)
    return _refuse(at) if "\0" in text else Parsed(text)


def _decode_old_windows(data: bytes, at: Location) -> Parsed[str | None]:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return _refuse(at)
    odd = sum(character < " " and character not in "\t\r\n\f" for character in text)
    accents = sum(character > "\x7f" for character in text)
    if odd or accents > max(8, len(text) / 3):
        return _refuse(at)
    warning = make_warning(
        at,
        "This file was saved with an old Windows alphabet. lsbook has read it as that.",
        "Look at letters like é and ’ in the book; then save the file as UTF-8 in your editor.",
        rule=ODD_TEXT,
    )
    return Parsed(text, (warning,))


def _refuse(at: Location) -> Parsed[None]:
    return make_failure(
        at,
        "This is not a plain text file, though its name says so.",
        "Open it in the program that made it and save the words as plain text (UTF-8), or take it out of the folder.",
        rule=NOT_TEXT,
    )


def format_os_error(error: OSError) -> str:
    """Return what the computer says, for the middle of a sentence."""
    return (error.strerror or "no reason given").lower()
