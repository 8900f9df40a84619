"""What a young person wrote on "My pages" in a book, read from the file that the book saved.

The file is JSON as ``templates/script/my-pages.js`` writes it. It came from outside: nothing in it is believed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import islice
from pathlib import Path

from msgspec import Struct

from lsbook.files.bounded import open_plain_file, parse_json
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.work import UNUSABLE_REPLY
from lsbook.model.work_vocabulary import WrittenKind

LARGEST = 1 << 20
"""Bytes: some 150 pages of writing."""
_MOST_NAMED = 20
"""Entries that are named one by one."""
_OTHER = "Ask for the file that the page My pages saved; it is called my-pages.json."


class WrittenEntry(Struct, frozen=True):
    """One thing written. ``about`` is a page or a question in the words of the book, or empty."""

    kind: WrittenKind
    about: str
    text: str
    on: date | None


class SavedPages(Struct, frozen=True):
    """``name`` is what the book calls the child; ``edition`` the book it was written in."""

    name: str
    edition: str
    entries: tuple[WrittenEntry, ...]


def read_my_pages(file: Path) -> SavedPages:
    """What stands in ``file``. Raises ``ProblemsFound`` with every problem; then nothing is taken in."""
    pages = _parse_file(file)
    if pages.get("only-for-me") is not False:
        raise _make_read_error(
            file,
            "This file holds what the young person marked as only for themselves, so it is not read in.",
            "Give it back unread. They can share any of it: by taking the mark away and saving it again.",
        )
    entries = pages.get("entries")
    parsed = [_parse_entry(entry) for entry in entries] if isinstance(entries, list) else []
    unknown = (at for at, entry in enumerate(parsed, 1) if entry is None)
    if problems := tuple(
        Problem(
            Location(str(file)),
            f"Entry {at} of this file is not one that a book writes.",
            _OTHER,
            rule=UNUSABLE_REPLY.id,
        )
        for at in islice(unknown, _MOST_NAMED)
    ):
        raise ProblemsFound(problems)
    written = tuple(entry for entry in parsed if entry and entry.text)
    if not written:
        raise _make_read_error(file, "Nothing is written in this file.", _OTHER)
    return SavedPages(_clean_text(pages.get("name")), _clean_text(pages.get("edition")), written)


def _parse_file(file: Path) -> Mapping[str, object]:
    try:
        with open_plain_file(file, follow=True) as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as error:
        raise _make_read_error(
            file, f"This file cannot be read ({(error.strerror or 'no reason').lower()}).", _OTHER
        ) from error
    if len(raw) > LARGEST:
        raise _make_read_error(file, "This file is far too long for pages that somebody wrote.", _OTHER)
    try:
        pages = parse_json(raw)
    except ValueError:
        pages = None
    if not isinstance(pages, dict) or pages.get("lsbook") != "my pages":
        raise _make_read_error(file, "This is not a file of pages from a life story book.", _OTHER)
    if pages.get("version") != 1:
        raise _make_read_error(
            file, "These pages are from a newer lsbook than this one.", "Use the newest lsbook to read them."
        )
    return pages


def _parse_entry(entry: object) -> WrittenEntry | None:
    if (
        not isinstance(entry, dict)
        or entry.get("kind") not in tuple(WrittenKind)
        or not isinstance(entry.get("words"), str)
    ):
        return None
    return WrittenEntry(
        WrittenKind(entry["kind"]),
        _clean_text(entry.get("about")),
        replace_surrogates(entry["words"]).strip(),
        _parse_day(entry.get("on")),
    )


def _clean_text(value: object) -> str:
    return " ".join(replace_surrogates(value).split()) if isinstance(value, str) else ""


def replace_surrogates(text: str) -> str:
    """Return ``text`` with a mark for half a letter: a box of so many letters may cut a picture of a face in two."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _parse_day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _make_read_error(file: Path, what: str, remedy: str) -> ProblemsFound:
    return UNUSABLE_REPLY.make_error(Location(str(file)), what, remedy)
