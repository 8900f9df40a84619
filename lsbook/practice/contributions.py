"""Contributions: what somebody gave for the book, kept word for word in ``work/contributions/`` for a person to use."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

import yaml

from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.practice.my_pages import SavedPages

FOLDER = Path("work") / "contributions"


def write_contribution(pages: SavedPages, story: Path, received: date) -> Path:
    """Write ``pages`` into a new file of the story, for a person to read, and return its path.

    Nothing is ever overwritten. Raises ``NotMade`` where the computer cannot write.
    """
    entries = [
        {
            "kind": one.kind,
            **({"about": one.about} if one.about else {}),
            "words": one.text,
            **({"on": one.on.isoformat()} if one.on else {}),
        }
        for one in pages.entries
    ]
    kept = {
        "by": pages.name,
        "written-in": f"the book for {pages.edition}" if pages.edition else "a book",
        "received": received.isoformat(),
        "entries": entries,
    }
    text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=100)
    if any((story / folder).is_symlink() for folder in (FOLDER.parent, FOLDER)):
        what = "This folder is a link to another place, and lsbook writes only inside the story. Nothing is taken in."
        raise ProblemsFound((Problem(Location(str(story / FOLDER)), what, "Put a real folder in its place."),))
    try:
        (story / FOLDER).mkdir(parents=True, exist_ok=True)
        for number in count(1):
            place = story / FOLDER / f"{received.isoformat()}-my-pages{f'-{number}' if number > 1 else ''}.yaml"
            try:
                with place.open("x", encoding="utf-8") as opened:
                    opened.write(text)
                return place
            except FileExistsError:
                continue
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        what = f"The computer cannot write here ({reason}). Nothing is taken in."
        raise ProblemsFound(
            (Problem(Location(str(story / FOLDER)), what, "Make room, or see who may write here."),)
        ) from error
    raise AssertionError("there is always another number")
