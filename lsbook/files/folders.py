"""Folders that somebody names: outside of every story, there for a while, or the folder of a story."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from lsbook.model.problem import Location
from lsbook.model.rules.places import NO_STORY, WRONG_PLACE

POLICY_FILE, LEVELS = "policy.yaml", 3
"""Folders between a caseload and its stories, at most."""
STORY_FILE = "story.yaml"
"""The one file that every story has."""


def check_outside(to: Path, story: Path) -> None:
    """Raise ``ProblemsFound`` where ``to`` is in ``story``, in any story or archive, or is a file."""
    at = Location(to.as_posix())
    try:
        to, story = to.resolve(), story.resolve()
    except RuntimeError as error:  # a link that leads to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(to)) from error
    if to.is_relative_to(story):
        what = "This place is inside the story, and what is made here would become a part of it."
        raise WRONG_PLACE.make_error(at, what, "Name the stick, or a folder outside the story.")
    for folder in (to, *to.parents):
        if (folder / STORY_FILE).is_file() or (folder / "bagit.txt").is_file():
            what = "This place is inside another story, or inside an archive, and neither may hold a book of this one."
            raise WRONG_PLACE.make_error(
                Location(folder.as_posix()), what, "Name the stick, or a folder outside of it."
            )
    if to.exists() and not to.is_dir():
        raise WRONG_PLACE.make_error(at, "This is no folder.", "Name a folder with --to.")


def check_story_folder(folder: Path) -> None:
    """Raise ``ProblemsFound`` where no story is in ``folder``."""
    if not (folder / STORY_FILE).is_file():
        what = "There is no story in this folder: story.yaml is not here."
        raise NO_STORY.make_error(Location(folder.as_posix()), what, "Name the folder of the child's story.")


@contextlib.contextmanager
def temporary_place(place: Path) -> Iterator[bool]:
    """Have the folder ``place``, so that two can find out that they want the same; yield whether it was made for this.

    Where nothing was put into it, it goes again.
    """
    missing = [folder for folder in (place, *place.parents) if not folder.exists()]
    place.mkdir(parents=True, exist_ok=True)
    try:
        yield bool(missing)
    finally:
        with contextlib.suppress(OSError):  # something is in it by now
            for folder in missing:
                folder.rmdir()


def list_entries(folder: Path) -> list[Path]:
    """List what lies in ``folder``, by name; nothing where it is missing, a link or unreadable."""
    try:
        return sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []
    except OSError:
        return []


def list_policy_places(story: Path) -> tuple[Path, ...]:
    """Return where the policy of ``story`` may stand, the first that is there applies: in it, or up to three above.

    A caseload has stories up to three levels down, and its policy beside them (``practice-files.md``, R9).
    """
    return tuple(folder / POLICY_FILE for folder in (story, *list(story.resolve().parents)[:LEVELS]))


def flush_folder(folder: Path) -> None:
    """Have the names in ``folder`` written to the disk, where the system can do that for a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def link_or_copy(source: Path, target: Path) -> None:
    """Put ``source`` at ``target`` too: a second name for the same file, or a copy where the disk knows no links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
