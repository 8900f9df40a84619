"""Contributions: what somebody gave for the book, kept word for word in ``work/contributions/`` for a person to use."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

import yaml

from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.practice.my_pages import SavedPages, WrittenEntry

FOLDER = Path("work") / "contributions"


def write_contribution(pages: SavedPages, story: Path, received: date) -> Path:
    """Write ``pages`` into a new file of the story, for a person to read, and return its path.

    Nothing is ever overwritten. Raises ``ProblemsFound`` where the computer cannot write.
    """
    text = yaml.safe_dump(_list_fields(pages, received), allow_unicode=True, sort_keys=False, width=100)
    folder = story / FOLDER
    if any((story / step).is_symlink() for step in (FOLDER.parent, FOLDER)):
        what = "This folder is a link to another place, and lsbook writes only inside the story. Nothing is taken in."
        raise ProblemsFound((Problem(Location(str(folder)), what, "Put a real folder in its place."),))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write_new_file(folder, f"{received.isoformat()}-my-pages", text)
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        what = f"The computer cannot write here ({reason}). Nothing is taken in."
        problem = Problem(Location(str(folder)), what, "Make room, or see who may write here.")
        raise ProblemsFound((problem,)) from error


def _list_fields(pages: SavedPages, received: date) -> dict[str, object]:
    return {
        "by": pages.name,
        "written-in": f"the book for {pages.edition}" if pages.edition else "a book",
        "received": received.isoformat(),
        "entries": [_list_entry_fields(entry) for entry in pages.entries],
    }


def _list_entry_fields(entry: WrittenEntry) -> dict[str, str]:
    about = {"about": entry.about} if entry.about else {}
    on = {"on": entry.on.isoformat()} if entry.on else {}
    return {"kind": entry.kind, **about, "words": entry.text, **on}


def _write_new_file(folder: Path, stem: str, text: str) -> Path:
    """Write ``text`` to a file that nobody has written yet. Raises ``OSError``."""
    for number in count(1):
        place = folder / f"{stem}{f'-{number}' if number > 1 else ''}.yaml"
        try:
            with place.open("x", encoding="utf-8") as opened:
                opened.write(text)
            return place
        except FileExistsError:
            continue
    raise AssertionError("there is always another number")
