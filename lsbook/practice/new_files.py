"""Writing files that were not there before: nothing that anybody has is ever overwritten."""

from __future__ import annotations

from pathlib import Path

from lsbook.model.problem import Location
from lsbook.model.rules.places import PLACE_TAKEN, UNWRITABLE


def write_new_file(file: Path, content: str | bytes) -> Path:
    """Write ``content`` to ``file`` and return its path.

    Raises ``ProblemsFound`` where something is there already, or the computer cannot write.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as opened:
            opened.write(data)
    except FileExistsError as error:
        what = "There is something here already, and lsbook writes over nothing."
        raise PLACE_TAKEN.make_error(Location(str(file)), what, "Choose a name that is free.") from error
    except OSError as error:
        what = f"The computer cannot write here ({(error.strerror or 'no reason given').lower()})."
        raise UNWRITABLE.make_error(Location(str(file)), what, "Choose another place.") from error
    return file
