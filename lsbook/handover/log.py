"""Writing the log of copies. What a person wrote in it, remarks too, is never touched: a copy is added at its end."""

from __future__ import annotations

import json
import os
from pathlib import Path

from lsbook.model.copy import Copy
from lsbook.model.place import NotMade, Place, Problem

LOG = "work/copies.yaml"
HEAD = "# Every copy of a book of this story that was handed over. lsbook adds to it; a person may add remarks.\n"


def added(story: Path, copy: Copy) -> None:
    """Write ``copy`` at the end of the log of ``story``. Raises ``NotMade`` where that cannot be done."""
    log = story / LOG
    if log.is_symlink() or log.parent.is_symlink():
        what = "This is a link to another place, and lsbook writes only inside the story."
        raise NotMade((Problem(Place(log.as_posix()), what, "Put a real file or folder in its place."),))
    try:
        log.parent.mkdir(exist_ok=True)
        before = log.read_text(encoding="utf-8") if log.exists() else HEAD
        beside = log.with_name(f".{log.name}")
        with beside.open("w", encoding="utf-8") as out:
            out.write(before if before.endswith("\n") else f"{before}\n")
            out.write(entry_of(copy))
            out.flush()
            os.fsync(out.fileno())
        beside.replace(log)
    except (OSError, UnicodeDecodeError) as error:
        reason = (getattr(error, "strerror", None) or "it cannot be read").lower()
        what = f"The copy is made, but the log of copies could not be written ({reason})."
        raise NotMade(
            (Problem(Place(log.as_posix()), what, "Write by hand who has this copy, and see why."),)
        ) from error


def entry_of(copy: Copy) -> str:
    """The lines of one copy, each text in quotes so that whatever it says stays what it says."""
    told = {
        "id": copy.id,
        "on": copy.on.isoformat(),
        "edition": copy.edition,
        "form": copy.form,
        "given-to": copy.given_to,
        "by": copy.by,
        "second-reader": copy.second_reader,
        "child-asked": copy.child_asked,
        "hint": copy.hint,
        "reason": copy.reason,
        "book": copy.book,
    }
    lines = [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in told.items() if text]
    return "- " + "\n  ".join(lines) + "\n"
