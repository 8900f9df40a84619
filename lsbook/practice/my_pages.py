"""What a young person wrote on "My pages" in a book, read from the file that the book saved.

The file is JSON as ``templates/script/my-pages.js`` writes it. It came from outside: nothing in it is believed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from lsbook.files.bounded import open_plain, parse_json
from lsbook.model.problem import NotMade, Place, Problem

KINDS = ("add", "answer", "know", "wrong")
LARGEST = 1 << 20
"""Bytes: some 150 pages of writing."""
_MOST_NAMED = 20
"""Entries that are named one by one."""
_OTHER = "Ask for the file that the page My pages saved; it is called my-pages.json."


@dataclass(frozen=True)
class Wrote:
    """One thing written. ``about`` is a page or a question in the words of the book, or empty."""

    kind: str
    about: str
    words: str
    on: date | None


@dataclass(frozen=True)
class MyPages:
    """``name`` is what the book calls the child; ``edition`` the book it was written in."""

    name: str
    edition: str
    wrote: tuple[Wrote, ...]


def read_my_pages(file: Path) -> MyPages:
    """What stands in ``file``. Raises ``NotMade`` with every problem; then nothing is taken in."""
    pages = _pages(file)
    if pages.get("only-for-me") is not False:
        raise _not_read(
            file,
            "This file holds what the young person marked as only for themselves, so it is not read in.",
            "Give it back unread. They can share any of it: by taking the mark away and saving it again.",
        )
    entries = pages.get("entries")
    found = [_wrote(entry) for entry in entries] if isinstance(entries, list) else []
    unknown = (at for at, entry in enumerate(found, 1) if entry is None)
    if problems := tuple(
        Problem(Place(str(file)), f"Entry {at} of this file is not one that a book writes.", _OTHER)
        for at in islice(unknown, _MOST_NAMED)
    ):
        raise NotMade(problems)
    wrote = tuple(one for one in found if one and one.words)
    if not wrote:
        raise _not_read(file, "Nothing is written in this file.", _OTHER)
    return MyPages(_text(pages.get("name")), _text(pages.get("edition")), wrote)


def _pages(file: Path) -> Mapping[str, object]:
    try:
        with open_plain(file, follow=True) as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as error:
        raise _not_read(
            file, f"This file cannot be read ({(error.strerror or 'no reason').lower()}).", _OTHER
        ) from error
    if len(raw) > LARGEST:
        raise _not_read(file, "This file is far too long for pages that somebody wrote.", _OTHER)
    try:
        pages = parse_json(raw)
    except ValueError:
        pages = None
    if not isinstance(pages, dict) or pages.get("lsbook") != "my pages":
        raise _not_read(file, "This is not a file of pages from a life story book.", _OTHER)
    if pages.get("version") != 1:
        raise _not_read(
            file, "These pages are from a newer lsbook than this one.", "Use the newest lsbook to read them."
        )
    return pages


def _wrote(entry: object) -> Wrote | None:
    if not isinstance(entry, dict) or entry.get("kind") not in KINDS or not isinstance(entry.get("words"), str):
        return None
    return Wrote(str(entry["kind"]), _text(entry.get("about")), _whole(entry["words"]).strip(), _day(entry.get("on")))


def _text(value: object) -> str:
    return " ".join(_whole(value).split()) if isinstance(value, str) else ""


def _whole(text: str) -> str:
    """``text`` with a mark for half a letter: a box of so many letters may cut a picture of a face in two."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _not_read(file: Path, what: str, remedy: str) -> NotMade:
    return NotMade((Problem(Place(str(file)), what, remedy),))
