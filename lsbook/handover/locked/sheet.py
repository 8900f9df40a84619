"""A page to print, with the recovery code of a locked book. It does not say whose book it is."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lsbook.model.copy import Copy
from lsbook.model.place import NotMade, Place, Problem
from lsbook.shipped import shipped


def check_sheet(file: Path, to: Path) -> None:
    """Raises ``NotMade`` where something is at ``file`` already, or where it would lie with the copy in ``to``."""
    if file.exists() or file.is_symlink():
        raise NotMade((Problem(Place(file.as_posix()), "There is something here already.", "Name a new file."),))
    if file.resolve().is_relative_to(to.resolve()):
        what = "The recovery code would lie beside the book that it opens."
        raise NotMade((Problem(Place(file.as_posix()), what, "Name a file that is not on the stick."),))


def write_sheet(file: Path, code: str, copy: Copy) -> Path:
    """Write the page to ``file`` and return where it is. Raises ``NotMade``."""
    folder = shipped("templates") / "locked"
    loader = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    on = f"{copy.on.day} {copy.on:%B} {copy.on.year}"
    text = loader.get_template("sheet.html").render(code=code, copy=copy.id, on=on)
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        what = f"The page to print could not be written ({(error.strerror or 'no reason given').lower()})."
        raise NotMade((Problem(Place(file.as_posix()), what, "Write the code down by hand."),)) from error
    return file
