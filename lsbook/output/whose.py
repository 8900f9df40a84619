"""Whose books a folder holds: two children never share one, or the second build would replace the first child's book.

In the story's own ``books/`` nothing says it, for the folder does. Anywhere else (``--out``) a small file beside the
books does. It is the same for the same name and birth date, wherever the story lies and whatever its folder is called,
and tells neither: they are stretched (PBKDF2) and hashed.
"""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lsbook.files.hidden_paths import lock_beside
from lsbook.files.lock import alone
from lsbook.files.manifest import MANIFEST
from lsbook.files.tree import is_plain_file
from lsbook.model.problem import NotMade, Place, Problem

OWNER = ".whose-books"
_HEAD = "# The books in this folder are made from one child's story. lsbook makes no other child's book here.\n"
_MARK = re.compile("^[0-9a-f]{64}$", re.MULTILINE)
_ROUNDS = 200_000
"""Of PBKDF2: a tenth of a second, so that nobody tries all names and birth dates in passing."""
_LARGEST = 1_000
"""Bytes of the small file."""
_DOOR = "Open my book.html"
_LARGEST_DOOR = 4_000_000
"""Bytes of a page in which a name is looked for."""
_NO_PLACE = "Name another folder with --out, or leave --out out."


@dataclass(frozen=True)
class Owner:
    """The child whose books are made: by what a folder is known as theirs, and the name that stands in their books."""

    name: str
    mark: str


def identify_owner(name: str, born: str) -> Owner:
    """Whoever has this name and birth date, however the name is set."""
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    said = f"{plain}\n{born}".encode("utf-8", "surrogatepass")
    return Owner(name, hashlib.pbkdf2_hmac("sha256", said, b"lsbook: whose books", _ROUNDS).hex())


def check_folder(folder: Path, story: Path, owner: Owner, editions: Iterable[str]) -> None:
    """Raises ``NotMade`` where ``folder`` may not hold books of ``owner``: it is somebody else's, or no place for any.

    Books of older lsbooks say nothing of whose they are; these are known by the child's name on their first page.
    """
    whole = folder.resolve()
    for here in (whole, *whole.parents):
        if is_plain_file(here / MANIFEST):
            what = "This place is inside a finished book, and a book's folder holds only the book."
            raise NotMade((Problem(Place(here.as_posix()), what, _NO_PLACE),))
        if here != story.resolve() and any(is_plain_file(here / name) for name in ("story.yaml", "bagit.txt")):
            what = "This place is inside another story, or inside an archive, and neither may hold a book of this one."
            raise NotMade((Problem(Place(here.as_posix()), what, _NO_PLACE),))
    mark = _mark_in(folder)
    if mark == owner.mark:
        return
    if mark:
        if _is_in_use(folder, None):
            raise NotMade((_problem_of_another(folder),))
        return
    books = (folder / name for name in editions)
    if any(is_plain_file(book / MANIFEST) and not _is_named_in(book, owner) for book in books):
        raise NotMade((_problem_of_another(folder),))


def claim(place: Path, owner: Owner) -> None:
    """Say that the books beside ``place`` are those of ``owner``. To be called while the lock of ``place`` is held.

    A mark that is damaged counts for none: the folder was looked at (``check_folder``). Raises ``NotMade`` where the
    books are another's by now, or another window makes a book here just now, and ``OSError``.
    """
    folder = place.parent
    if _mark_in(folder) == owner.mark:
        return
    with alone(folder / OWNER.lstrip("."), "Another window is making a book in this folder right now."):
        mark = _mark_in(folder)
        if mark and mark != owner.mark and _is_in_use(folder, place):
            raise NotMade((_problem_of_another(folder),))
        (folder / OWNER).unlink(missing_ok=True)
        with (folder / OWNER).open("x", encoding="utf-8") as out:
            out.write(f"{_HEAD}{owner.mark}\n")


def _mark_in(folder: Path) -> str:
    """What the small file says; empty where there is none, or it is damaged."""
    file = folder / OWNER
    try:
        if not is_plain_file(file) or file.stat().st_size > _LARGEST:
            return ""
        match = _MARK.search(file.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return ""
    return match[0] if match else ""


def _is_in_use(folder: Path, own: Path | None) -> bool:
    """Whether a book is in ``folder``, or one is being made, but for what stands under the lock of ``own``."""
    passed_over = {OWNER, f"{OWNER}.lock", *([lock_beside(own).name] if own else [])}
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name not in passed_over and (
            is_plain_file(entry / MANIFEST) or re.fullmatch(r"\..+\.(new|old|lock)", entry.name)
        ):
            return True
    return False


def _is_named_in(book: Path, owner: Owner) -> bool:
    """Whether the name of ``owner`` stands on the first page of ``book``."""
    door = book / _DOOR
    try:
        if not is_plain_file(door) or door.stat().st_size > _LARGEST_DOOR:
            return False
        text = html.unescape(door.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return False
    return re.search(rf"(?<!\w){re.escape(owner.name)}(?!\w)", text) is not None


def _problem_of_another(folder: Path) -> Problem:
    what = "The books in this folder are another child's, and two children never share one: nothing here is replaced."
    remedy = (
        f"{_NO_PLACE} If it is the same child, whose name or birth date has changed in the story: delete the books "
        f"here and the file {OWNER}, and build again."
    )
    return Problem(Place(folder.as_posix()), what, remedy)
