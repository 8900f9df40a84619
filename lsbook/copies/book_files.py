"""A finished book as a file (``pdf``, ``epub``, ``one-file``): asked for what a copy is asked for before it leaves."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lsbook.copies.requirements import find_unmet, read_current_inventory
from lsbook.exports import FinishedBook, write_export
from lsbook.exports.finished_book import open_finished_book
from lsbook.files.digests import compute_digest
from lsbook.files.disk_errors import os_errors_as_problems
from lsbook.files.lock import lock
from lsbook.history.inventory import make_digester
from lsbook.model.consents import Consents
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.places import PLACE_TAKEN
from lsbook.model.vocabulary import AgreementName, CopyFormat
from lsbook.output import is_book_file, remember_book_file
from lsbook.pipeline import Project, choose_books


class BookFileRequest(Struct, frozen=True):
    """What is asked for. ``copy_format`` is the one that the command makes."""

    story: Path
    edition: str
    copy_format: CopyFormat


class BookFileSource(Struct, frozen=True):
    """A book of which a file may be made now. ``warnings``: what can be lived with."""

    book: FinishedBook
    list_digest: str
    warnings: tuple[Problem, ...]


@contextlib.contextmanager
def open_book(project: Project, request: BookFileRequest) -> Iterator[BookFileSource]:
    """Open the finished book, and keep it from being replaced until its file is written.

    Raises ``ProblemsFound`` where it may not leave: not finished or not as it was made, not approved, or not what the
    story says today, so that it may tell what is held back by now.
    """
    place, today = request.story / "books" / request.edition, date.today()
    with contextlib.ExitStack() as held, os_errors_as_problems(place):
        if place.is_dir():
            held.enter_context(lock(place))
        try:
            book = open_finished_book(place)
        except ProblemsFound as stopped:
            refused = choose_books(project, (request.edition,), today)[1] if request.edition else []
            raise ProblemsFound((*stopped.problems, *refused)) from stopped
        listed = compute_digest(place / "book.sha256")
        problems = _find_unmet_for_file(project, request, today)
        if any(not problem.is_warning for problem in problems):
            raise ProblemsFound(problems)
        read_current_inventory(project, request.story, request.edition, listed, make_digester(request.story), today)
        yield BookFileSource(book, listed, problems)


def write_book_file(content: bytes, to: Path, source: BookFileSource) -> None:
    """Write ``content`` to the file ``to``, and note that it goes with its book.

    An older file of this book gives way; anything else that is there stays. Raises ``ProblemsFound``.
    """
    place = source.book.folder
    with os_errors_as_problems(to):
        if (to.exists() or to.is_symlink()) and not to.is_dir() and not is_book_file(place, to):
            what = "Something of this name is here already: lsbook did not make it, or somebody changed it."
            raise PLACE_TAKEN.make_error(Location(to.as_posix()), what, "Move it away, or name another file with --to.")
        remember_book_file(place, to, hashlib.sha256(content).hexdigest(), source.list_digest)
        write_export(content, to, source.book)


def _find_unmet_for_file(project: Project, request: BookFileRequest, today: date) -> tuple[Problem, ...]:
    """What the policy asks for before a book leaves. A second reader is not asked for: they may read from this."""
    known = project.policy.agreements
    agreements = tuple(agreement for agreement in known if agreement.name is not AgreementName.SECOND_READER)
    asking = replace(project, policy=replace(project.policy, agreements=agreements))
    by_handover = (
        "Once it is so, write it into story.yaml; or say it, or the reason for an exception, where it goes out:  "
        f'lsbook handover "{request.story.as_posix()}" --edition {request.edition} --as {request.copy_format}'
    )
    return tuple(
        replace(problem, remedy=by_handover) if "--" in problem.remedy else problem
        for problem in find_unmet(asking, request.edition, Consents(), today)
    )
