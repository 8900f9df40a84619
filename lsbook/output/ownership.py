"""What may be replaced: only what lsbook wrote, and only while it still is as lsbook wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path, PurePosixPath

from lsbook.files.digests import compute_digest
from lsbook.files.manifest import MANIFEST, read_manifest
from lsbook.files.tree import is_plain_file, scan_folder
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.books import NOT_OUR_FOLDER

_ENTRY_POINT = "Open my book.html"
"""By this file people know a book, also one whose list is gone."""
_MOST_PROBLEMS = 20
"""Files named one by one. Somebody who points lsbook at a folder of thousands needs no list of them."""


def list_owned_files(place: Path) -> Mapping[str, str]:
    """The files of the old book that are there, as path to SHA-256; none where there is no old book.

    Raises ``ProblemsFound`` where ``place`` holds what lsbook did not write, or wrote otherwise, and ``OSError``.
    """
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        what = "Something else stands where the book's folder should be: a file, or a link to another folder."
        raise NOT_OUR_FOLDER.make_error(Location(place.as_posix()), what, "Move it somewhere else, and build again.")
    listed = read_manifest(place)
    if listed is None and is_plain_file(place / MANIFEST):
        what = "This list of what lsbook wrote is damaged, so that lsbook cannot tell what it may replace."
        remedy = f"Move the folder {place.name} somewhere else, and build again."
        raise NOT_OUR_FOLDER.make_error(Location((place / MANIFEST).as_posix()), what, remedy)
    if listed is None and is_plain_file(place / _ENTRY_POINT):
        what = f"The list of what lsbook wrote here ({MANIFEST}) is gone, so that lsbook cannot tell what is its own."
        remedy = f"Put the list back, or move the folder {place.name} somewhere else. Then build again."
        raise NOT_OUR_FOLDER.make_error(Location(place.as_posix()), what, remedy)
    complaints = _find_foreign(place, listed or {})
    problems = list(islice(complaints, _MOST_PROBLEMS))
    if more := sum(1 for _ in complaints):
        what = f"There are {more} more things in this folder that are not as lsbook wrote them."
        problems.append(
            Problem(Location(place.as_posix()), what, "Make the book in a folder of its own.", rule=NOT_OUR_FOLDER.id)
        )
    if problems:
        raise ProblemsFound(tuple(problems))
    return {path: digest for path, digest in (listed or {}).items() if is_plain_file(place / path)}


def _find_foreign(place: Path, listed: Mapping[str, str]) -> Iterator[Problem]:
    tree = scan_folder(place)
    ours = {MANIFEST, *listed}
    for path in tree.files:
        at = Location((place / path).as_posix())
        if path not in ours or not is_plain_file(place / path):
            remedy = "Move it out of the book's folder, and build again. A book's folder holds only the book."
            yield Problem(
                at,
                "lsbook did not write this file, so it will not replace the folder that holds it.",
                remedy,
                rule=NOT_OUR_FOLDER.id,
            )
        elif path != MANIFEST and compute_digest(place / path) != listed[path]:
            remedy = (
                "If the change matters, copy the file somewhere else first. Then delete it here, and build again. "
                "What a book should say belongs in the story."
            )
            yield Problem(at, "Somebody has changed this file since lsbook wrote it.", remedy, rule=NOT_OUR_FOLDER.id)
    known = {str(folder) for path in ours for folder in PurePosixPath(path).parents}
    filled = {str(folder) for path in tree.files for folder in PurePosixPath(path).parents}
    for folder in tree.folders:
        if folder not in known | filled:
            what = "lsbook did not make this folder."
            yield Problem(
                Location((place / folder).as_posix()),
                what,
                "Move it out of the book's folder, and build again.",
                rule=NOT_OUR_FOLDER.id,
            )
