"""The copies that there were before: which of them a new one may stand in for."""

from __future__ import annotations

from pathlib import Path

from lsbook.copies.log import LOG
from lsbook.exports.verify.copy import find_changes_in_copy
from lsbook.files.transfer import OLDER_PREFIX, copy_digest
from lsbook.model.copy import Copy
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.copies import ANOTHER_COPY_HERE, UNKNOWN_COPY
from lsbook.reading.copy_log import read_copies


def check_lost(copies: tuple[Copy, ...], name: str) -> str:
    """Return the name of the lost copy that is meant. Raises ``ProblemsFound`` where it is none."""
    if name and not any(copy.id == name and copy.lost_on for copy in copies):
        what = f'No lost copy is called "{name}".'
        raise UNKNOWN_COPY.make_error(Location(LOG), what, "See lsbook copies; mark it first with lsbook lost.")
    return name


def check_replaceable(story: Path, place: Path, copy: Copy) -> None:
    """Raise ``ProblemsFound`` where the new copy would take the place of one that has to stay.

    An older copy of the same edition for the same person gives way; any other stays, and what was put into it.
    """
    whose = (copy.edition, copy.given_to.casefold())
    logged = read_copies(story)
    known = {old.copy_digest for old in logged if (old.edition, old.given_to.casefold()) == whose}
    for where in (place, place.with_name(f"{OLDER_PREFIX}{place.name}")):
        digest = copy_digest(where)
        if digest and digest not in known:
            what = "Another copy lies here: of another edition, for somebody else, or of another child's book."
            remedy = "Name another folder with --to; or, if you know that it may go, add --replace."
            raise ANOTHER_COPY_HERE.make_error(Location(where.as_posix()), what, remedy)
        if where.is_dir() and (more := find_changes_in_copy(where)):
            raise ProblemsFound(more)
