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
from pathlib import Path

from msgspec import Struct

from lsbook.files.hidden_paths import get_lock_path
from lsbook.files.lock import lock
from lsbook.files.manifest import MANIFEST
from lsbook.files.tree import is_plain_file
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.books import ANOTHER_CHILD
from lsbook.model.rules.places import WRONG_PLACE

OWNER_FILE = ".whose-books"
_HEADING = "# The books in this folder are made from one child's story. lsbook makes no other child's book here.\n"
_MARK_PATTERN = re.compile("^[0-9a-f]{64}$", re.MULTILINE)
_ROUNDS = 200_000
"""Of PBKDF2: a tenth of a second, so that nobody tries all names and birth dates in passing."""
_LARGEST = 1_000
"""Bytes of the small file."""
_ENTRY_POINT = "Open my book.html"
_LARGEST_ENTRY_POINT = 4_000_000
"""Bytes of a page in which a name is looked for."""
_REMEDY = "Name another folder with --out, or leave --out out."


class Owner(Struct, frozen=True):
    """The child whose books are made: by what a folder is known as theirs, and the name that stands in their books."""

    name: str
    mark: str


def identify_owner(name: str, born: str) -> Owner:
    """Whoever has this name and birth date, however the name is set."""
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    child = f"{plain}\n{born}".encode("utf-8", "surrogatepass")
    return Owner(name, hashlib.pbkdf2_hmac("sha256", child, b"lsbook: whose books", _ROUNDS).hex())


def check_folder(folder: Path, story: Path, owner: Owner, editions: Iterable[str]) -> None:
    """Raise ``ProblemsFound`` where ``folder`` may not hold books of ``owner``: it is another's, or no place for any.

    Books of older lsbooks say nothing of whose they are; these are known by the child's name on their first page.
    """
    whole = folder.resolve()
    for here in (whole, *whole.parents):
        if is_plain_file(here / MANIFEST):
            what = "This place is inside a finished book, and a book's folder holds only the book."
            raise WRONG_PLACE.make_error(Location(here.as_posix()), what, _REMEDY)
        if here != story.resolve() and any(is_plain_file(here / name) for name in ("story.yaml", "bagit.txt")):
            what = "This place is inside another story, or inside an archive, and neither may hold a book of this one."
            raise WRONG_PLACE.make_error(Location(here.as_posix()), what, _REMEDY)
    mark = _read_mark(folder)
    if mark == owner.mark:
        return
    if mark:
        if _is_in_use(folder, None):
            raise ProblemsFound((_make_owner_problem(folder),))
        return
    books = (folder / name for name in editions)
    if any(is_plain_file(book / MANIFEST) and not _is_named_in(book, owner) for book in books):
        raise ProblemsFound((_make_owner_problem(folder),))


def claim(place: Path, owner: Owner) -> None:
    """Say that the books beside ``place`` are those of ``owner``. To be called while the lock of ``place`` is held.

    A mark that is damaged counts for none: the folder was looked at (``check_folder``). Raises ``ProblemsFound`` where
    the books are another's by now, or another window makes a book here just now, and ``OSError``.
    """
    folder = place.parent
    if _read_mark(folder) == owner.mark:
        return
    with lock(folder / OWNER_FILE.lstrip("."), "Another window is making a book in this folder right now."):
        mark = _read_mark(folder)
        if mark and mark != owner.mark and _is_in_use(folder, place):
            raise ProblemsFound((_make_owner_problem(folder),))
        (folder / OWNER_FILE).unlink(missing_ok=True)
        with (folder / OWNER_FILE).open("x", encoding="utf-8") as out:
            out.write(f"{_HEADING}{owner.mark}\n")


def _read_mark(folder: Path) -> str:
    """What the small file says; empty where there is none, or it is damaged."""
    file = folder / OWNER_FILE
    try:
        if not is_plain_file(file) or file.stat().st_size > _LARGEST:
            return ""
        match = _MARK_PATTERN.search(file.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return ""
    return match[0] if match else ""


def _is_in_use(folder: Path, own: Path | None) -> bool:
    """Whether a book is in ``folder``, or one is being made, but for what stands under the lock of ``own``."""
    passed_over = {OWNER_FILE, f"{OWNER_FILE}.lock", *([get_lock_path(own).name] if own else [])}
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name not in passed_over and (
            is_plain_file(entry / MANIFEST) or re.fullmatch(r"\..+\.(new|old|lock)", entry.name)
        ):
            return True
    return False


def _is_named_in(book: Path, owner: Owner) -> bool:
    """Whether the name of ``owner`` stands on the first page of ``book``."""
    entry_point = book / _ENTRY_POINT
    try:
        if not is_plain_file(entry_point) or entry_point.stat().st_size > _LARGEST_ENTRY_POINT:
            return False
        text = html.unescape(entry_point.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return False
    return re.search(rf"(?<!\w){re.escape(owner.name)}(?!\w)", text) is not None


def _make_owner_problem(folder: Path) -> Problem:
    what = "The books in this folder are another child's, and two children never share one: nothing here is replaced."
    remedy = (
        f"{_REMEDY} If it is the same child, whose name or birth date has changed in the story: delete the books "
        f"here and the file {OWNER_FILE}, and build again."
    )
    return Problem(Location(folder.as_posix()), what, remedy, rule=ANOTHER_CHILD.id)
