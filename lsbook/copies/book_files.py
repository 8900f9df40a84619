"""A finished book as a file (``pdf``, ``epub``, ``one-file``): asked for what a copy is asked for before it leaves."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lsbook.copies.requirements import Agreed, as_told_today, missing
from lsbook.copies.workplace import in_words
from lsbook.exports import Finished, put
from lsbook.exports.finished_book import finished
from lsbook.files.lock import alone
from lsbook.files.package import digest_of
from lsbook.history.inventory import digests_in
from lsbook.model.edition import SECOND_READER
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.output import is_form, remember_form
from lsbook.pipeline import Read, choose_books


@dataclass(frozen=True)
class FormRequest:
    """What is asked for. ``form`` is the command: ``pdf``, ``epub`` or ``one-file``."""

    story: Path
    edition: str
    form: str


@dataclass(frozen=True)
class BookForForm:
    """A book of which a form may be made now. ``warnings``: what can be lived with."""

    book: Finished
    list_digest: str
    warnings: tuple[Problem, ...]


@contextlib.contextmanager
def open_book(read: Read, asked: FormRequest) -> Iterator[BookForForm]:
    """Give the finished book, and keep it from being replaced until its form is there.

    Raises ``NotMade`` where it may not leave: not finished or not as it was made, not approved, or not what the story
    says today, so that it may tell what is held back by now.
    """
    place, today = asked.story / "books" / asked.edition, date.today()
    with contextlib.ExitStack() as held, in_words(place):
        if place.is_dir():
            held.enter_context(alone(place))
        try:
            book = finished(place)
        except NotMade as stopped:
            refused = choose_books(read, (asked.edition,), today)[1] if asked.edition else []
            raise NotMade((*stopped.problems, *refused)) from stopped
        listed = digest_of(place / "book.sha256")
        problems = _unmet(read, asked, today)
        if any(not problem.warning for problem in problems):
            raise NotMade(problems)
        as_told_today(read, asked.story, asked.edition, listed, digests_in(asked.story), today)
        yield BookForForm(book, listed, problems)


def put_form(content: bytes, to: Path, source: BookForForm) -> None:
    """Write the form ``content`` to the file ``to``, and note that it goes with its book.

    An older form of this book gives way; anything else that is there stays. Raises ``NotMade``.
    """
    place = source.book.folder
    with in_words(to):
        if (to.exists() or to.is_symlink()) and not to.is_dir() and not is_form(place, to):
            what = "Something of this name is here already: lsbook did not make it, or somebody changed it."
            raise NotMade((Problem(Place(to.as_posix()), what, "Move it away, or name another file with --to."),))
        remember_form(place, to, hashlib.sha256(content).hexdigest(), source.list_digest)
        put(content, to, source.book)


def _unmet(read: Read, asked: FormRequest, today: date) -> tuple[Problem, ...]:
    """What the policy asks for before a book leaves. A second reader is not asked for: they may read from this."""
    agreements = tuple(agreement for agreement in read.policy.agreements if agreement.name != SECOND_READER)
    asking = replace(read, policy=replace(read.policy, agreements=agreements))
    by_handover = (
        "Once it is so, write it into story.yaml; or say it, or the reason for an exception, where it goes out:  "
        f'lsbook handover "{asked.story.as_posix()}" --edition {asked.edition} --as {asked.form}'
    )
    return tuple(
        replace(problem, remedy=by_handover) if "--" in problem.remedy else problem
        for problem in missing(asking, asked.edition, Agreed(), today)
    )
