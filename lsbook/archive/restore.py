"""A story brought back from its archive, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from lsbook.archive.bag import POLICY, STORY
from lsbook.exports.verify.bag import locate_files, verify_bag
from lsbook.files.disk_errors import os_errors_as_problems
from lsbook.files.package import Package, PackageFile, make_package_file
from lsbook.files.transfer import move_into_place, stage_package
from lsbook.model.problem import Location
from lsbook.model.rules.archives import NO_ARCHIVE
from lsbook.model.rules.places import PLACE_TAKEN, UNREADABLE_FILE, UNWRITABLE, WRONG_PLACE

_ALGORITHM = "sha256"


class RestoreResult(Struct, frozen=True):
    """``policy``: the file in the archive that applied to the story, where it was not the story's own."""

    place: Path
    files: int
    policy: Path | None


def restore(archive: Path, to: Path, progress: Callable[[int, int], None]) -> RestoreResult:
    """Write the story in ``archive`` to the new or empty folder ``to``.

    Raises ``ProblemsFound`` with every fault of the archive, and where ``to`` is not free: nothing is written then.
    """
    _check_free(to, archive)
    entries = verify_bag(archive)
    listed = {path: digests for path, digests in entries.items() if path.startswith(STORY)}
    if f"{STORY}story.yaml" not in listed:
        what = "There is no story in this archive."
        raise NO_ARCHIVE.make_error(Location(archive.as_posix()), what, "Name an archive that lsbook archive made.")
    with os_errors_as_problems(archive):
        files = locate_files(archive, listed)
    pieces = tuple(_make_piece(files[path], path, listed[path].get(_ALGORITHM)) for path in sorted(files))
    place = to.resolve()
    staged = stage_package(Package(place.name, pieces), place.parent, progress)
    move_into_place(staged, place)
    policy = archive / POLICY / "policy.yaml"
    return RestoreResult(to, len(pieces), policy if policy.is_file() else None)


def _make_piece(source: Path, path: str, digest: str | None) -> PackageFile:
    """The file with the digest that the archive's list gives, so that what is read back is what was archived."""
    try:
        own = make_package_file(path.removeprefix(STORY), source)
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        what = f"This file of the archive cannot be read ({reason})."
        raise UNREADABLE_FILE.make_error(Location(source.as_posix()), what, "Check who may open it.") from error
    return PackageFile(own.path, source, own.size, (digest or own.digest).lower())


def _check_free(to: Path, archive: Path) -> None:
    at = Location(to.as_posix())
    try:
        inside = to.resolve().is_relative_to(archive.resolve())
    except (OSError, RuntimeError) as error:  # a name that no computer can hold, a link that leads to itself
        what = "The computer cannot write to a place of this name."
        raise UNWRITABLE.make_error(at, what, "Name a new folder with --to.") from error
    if inside:
        what = "This place is inside the archive, and nothing in an archive is ever changed."
        raise WRONG_PLACE.make_error(at, what, "Name a new folder somewhere else with --to.")
    try:
        taken = to.is_symlink() or (to.exists() and (not to.is_dir() or any(to.iterdir())))
    except OSError:
        taken = True
    if taken:
        what = "There is something here already, and lsbook writes over nothing."
        raise PLACE_TAKEN.make_error(at, what, "Name a new folder, or an empty one, with --to.")
