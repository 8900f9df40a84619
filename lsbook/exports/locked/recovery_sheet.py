"""A page to print, with the recovery code of a locked book. It does not say whose book it is."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lsbook.files.resources import find_resources
from lsbook.model.copy import Copy
from lsbook.model.problem import Location
from lsbook.model.rules.places import PLACE_TAKEN, UNWRITABLE, WRONG_PLACE


def check_sheet(file: Path, to: Path, story: Path) -> None:
    """Raise ``ProblemsFound`` where something is at ``file``, or it would lie with the copy in ``to`` or in a story."""
    if file.exists() or file.is_symlink():
        raise PLACE_TAKEN.make_error(Location(file.as_posix()), "There is something here already.", "Name a new file.")
    parents = file.resolve().parents
    if any((parent / "story.yaml").is_file() for parent in parents):
        what = "The recovery code would lie in a story, and go with it into its archive."
        raise WRONG_PLACE.make_error(
            Location(file.as_posix()), what, "Name a file outside of it, print it, and delete it."
        )
    if to.resolve() in parents or _is_on_same_stick(file, to, story):
        what = "The recovery code would lie beside the book that it opens."
        raise WRONG_PLACE.make_error(Location(file.as_posix()), what, "Name a file that is not on the stick.")


def _is_on_same_stick(file: Path, to: Path, story: Path) -> bool:
    """True where ``file`` and ``to`` are on one disk, and that is another than the story's."""
    disks = [
        next(folder.stat().st_dev for folder in (path, *path.parents) if folder.exists()) for path in (file, to, story)
    ]
    return disks[0] == disks[1] != disks[2]


def write_sheet(file: Path, code: str, copy: Copy) -> Path:
    """Write the page to ``file`` and return where it is. Raises ``ProblemsFound``."""
    folder = find_resources("templates") / "locked"
    loader = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    on = f"{copy.on.day} {copy.on:%B} {copy.on.year}"
    text = loader.get_template("sheet.html").render(code=code, copy=copy.id, on=on)
    try:
        with file.open("x", encoding="utf-8") as out:
            file.chmod(0o600)
            out.write(text)
    except OSError as error:
        what = f"The page to print could not be written ({(error.strerror or 'no reason given').lower()})."
        raise UNWRITABLE.make_error(Location(file.as_posix()), what, "Write the code down by hand.") from error
    return file
