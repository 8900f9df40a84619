"""Text from any editor: UTF-8 with or without a mark, UTF-16, Windows line ends, old Windows letters."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from lsbook.model.place import Place
from lsbook.reading.complaints import Complaints

LARGEST = 1_000_000
"""Bytes in one text file; security.md, "Text: nothing runs"."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_text(file: Path, path: str, complaints: Complaints) -> str | None:
    """The text of ``file`` with ``\\n`` line ends, or ``None`` with a complaint at ``path``."""
    at = Place(path)
    try:
        size = file.stat().st_size
        if size > LARGEST:
            complaints.add(
                at,
                f"This text file is {size / 1_000_000:.1f} MB long, and lsbook reads text files of up to 1 MB.",
                "Make it shorter, or split it into several files.",
            )
            return None
        data = file.read_bytes()
    except OSError as error:
        complaints.add(at, f"The computer cannot read this file ({_reason(error)}).", "Check who may open it.")
        return None
    text = _decoded(data, at, complaints)
    if text is None:
        return None
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    complaints.knows(path, tuple(text.split("\n")))
    return text


def _decoded(data: bytes, at: Place, complaints: Complaints) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, at, complaints)
    if b"\0" in data:
        return _strictly(data, _two_byte_letters(data[:2000]), at, complaints)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _old_windows(data, at, complaints)


def _two_byte_letters(start: bytes) -> str:
    """UTF-16 without its mark is known by its zero bytes; anything else with zero bytes is no text."""
    if len(start) >= 8 and not start[::2].count(0) and start[1::2].count(0) > len(start) / 4:
        return "utf-16-le"
    if len(start) >= 8 and not start[1::2].count(0) and start[::2].count(0) > len(start) / 4:
        return "utf-16-be"
    return "utf-8"


def _strictly(data: bytes, encoding: str, at: Place, complaints: Complaints) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        _not_text(at, complaints)
        return None
    return text


def _old_windows(data: bytes, at: Place, complaints: Complaints) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = "\0"
    odd = sum(character < " " and character not in "\t\r\n\f" for character in text)
    accents = sum(character > "\x7f" for character in text)
    if odd or accents > max(8, len(text) / 3):
        _not_text(at, complaints)
        return None
    complaints.add(
        at,
        "This file was saved with an old Windows alphabet. lsbook has read it as that.",
        "Look at letters like é and ’ in the book; then save the file as UTF-8 in your editor.",
        warning=True,
    )
    return text


def _not_text(at: Place, complaints: Complaints) -> None:
    complaints.add(
        at,
        "This is not a plain text file, though its name says so.",
        "Open it in the program that made it and save the words as plain text (UTF-8), or take it out of the folder.",
    )


def _reason(error: OSError) -> str:
    return (error.strerror or "no reason given").lower()
