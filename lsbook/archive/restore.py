"""A story brought back from its archive, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lsbook.archive.bag import POLICY, STORY
from lsbook.copies.workplace import in_words
from lsbook.exports.verify.bag import locate_files, whole_bag
from lsbook.files.package import Parcel, Piece, piece_of
from lsbook.files.transfer import carried_beside, take_name
from lsbook.model.problem import NotMade, Place, Problem

_KIND = "sha256"


@dataclass(frozen=True)
class Restored:
    """``policy``: the file in the archive that applied to the story, where it was not the story's own."""

    place: Path
    files: int
    policy: Path | None


def restore(archived: Path, to: Path, tick: Callable[[int, int], None]) -> Restored:
    """Write the story in the archive ``archived`` to the new or empty folder ``to``.

    Raises ``NotMade`` with every fault of the archive, and where ``to`` is not free; then nothing is written there.
    """
    _must_be_free(to, archived)
    entries = whole_bag(archived)
    listed = {path: digests for path, digests in entries.items() if path.startswith(STORY)}
    if f"{STORY}story.yaml" not in listed:
        what = "There is no story in this archive."
        raise NotMade((Problem(Place(archived.as_posix()), what, "Name an archive that lsbook archive made."),))
    with in_words(archived):
        files = locate_files(archived, listed)
    pieces = tuple(_piece(files[path], path, listed[path].get(_KIND)) for path in sorted(files))
    place = to.resolve()
    staged = carried_beside(Parcel(place.name, pieces), place.parent, tick)
    take_name(staged, place)
    policy = archived / POLICY / "policy.yaml"
    return Restored(to, len(pieces), policy if policy.is_file() else None)


def _piece(source: Path, path: str, digest: str | None) -> Piece:
    """The file with the digest that the archive's list gives, so that what is read back is what was archived."""
    try:
        own = piece_of(path.removeprefix(STORY), source)
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        what = f"This file of the archive cannot be read ({reason})."
        raise NotMade((Problem(Place(source.as_posix()), what, "Check who may open it."),)) from error
    return Piece(own.path, source, own.size, (digest or own.digest).lower())


def _must_be_free(to: Path, archived: Path) -> None:
    at = Place(to.as_posix())
    try:
        inside = to.resolve().is_relative_to(archived.resolve())
    except (OSError, RuntimeError) as error:  # a name that no computer can hold, a link that leads to itself
        what = "The computer cannot write to a place of this name."
        raise NotMade((Problem(at, what, "Name a new folder with --to."),)) from error
    if inside:
        what = "This place is inside the archive, and nothing in an archive is ever changed."
        raise NotMade((Problem(at, what, "Name a new folder somewhere else with --to."),))
    try:
        taken = to.is_symlink() or (to.exists() and (not to.is_dir() or any(to.iterdir())))
    except OSError:
        taken = True
    if taken:
        what = "There is something here already, and lsbook writes over nothing."
        raise NotMade((Problem(at, what, "Name a new folder, or an empty one, with --to."),))
