"""The header of a locked book, which stands in its unlock page. It comes from outside: nothing in it is believed."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from lsbook.exports.locked.document import FORMAT, UNLOCK_PAGE
from lsbook.exports.locked.keys import MOST_ROUNDS, Slot
from lsbook.files.bounded import is_int_between, parse_json, read_bounded
from lsbook.model.problem import Location
from lsbook.model.rules.copies import LOCKED_BOOK_DAMAGED

LARGEST_UNLOCK_PAGE = 4 * 1024 * 1024
"""Bytes: the names of pieces for 500 GB, and the page around them."""
_OPENING, _CLOSING = '<script type="application/json" id="header">', "</script>"
_BOOK, _NAME = re.compile(r"[0-9a-f]{32}"), re.compile(r"[0-9a-f]{16}")
_MOST_SLOTS = 8
"""Each takes a second or more for each try."""
_REMEDY = f'Name the folder that holds "{UNLOCK_PAGE}" and "data".'


class Header(Struct, frozen=True):
    """What stands in the unlock page of a locked book."""

    book: str
    slots: tuple[Slot, ...]
    pieces: tuple[str, ...]
    rounds: int
    """Of PBKDF2."""


def read_header(place: Path) -> Header:
    """The header of the locked book at ``place``. Raises ``ProblemsFound`` where there is none, or it is damaged."""
    try:
        page = read_bounded(place / UNLOCK_PAGE, LARGEST_UNLOCK_PAGE).decode("utf-8")
        start, end = find_header_span(page)
        header = _parse_header(parse_json(page[start:end].encode("utf-8", "surrogatepass")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        what = "There is no locked book in this folder, or its door is damaged."
        raise LOCKED_BOOK_DAMAGED.make_error(Location(place.as_posix()), what, _REMEDY) from error
    if not is_int_between(header.rounds, 1, MOST_ROUNDS):
        what = f"The door of this book asks for a number of rounds that no lock has (1 to {MOST_ROUNDS:,})."
        remedy = "Somebody has changed it. Use another copy of the book."
        raise LOCKED_BOOK_DAMAGED.make_error(Location(place.as_posix()), what, remedy)
    return header


def find_header_span(page: str) -> tuple[int, int]:
    """Where in the text of an unlock page its header begins and ends. Raises ``ValueError`` where there is none."""
    start = page.index(_OPENING) + len(_OPENING)
    return start, page.index(_CLOSING, start)


def _parse_header(value: object) -> Header:
    """Raises ``ValueError``, ``KeyError`` or ``TypeError`` for what is no header."""
    if not isinstance(value, dict) or value["format"] != FORMAT:
        raise ValueError("format")
    book, slots, pieces = value["book"], value["slots"], value["pieces"]
    if not isinstance(book, str) or not _BOOK.fullmatch(book):
        raise ValueError("book")
    if not isinstance(slots, list) or not 0 < len(slots) <= _MOST_SLOTS:
        raise ValueError("slots")
    if not isinstance(pieces, list) or not pieces or len(set(pieces)) < len(pieces):
        raise ValueError("pieces")
    if not all(isinstance(name, str) and _NAME.fullmatch(name) for name in pieces):
        raise ValueError("pieces")
    return Header(book, tuple(Slot.from_json(slot) for slot in slots), tuple(pieces), value["rounds"])
