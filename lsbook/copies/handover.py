"""Handing a copy over, as a table of contents: look whether it may go, carry it, write down who has it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lsbook.archive.private import names_of
from lsbook.archive.private.private_items import own_of
from lsbook.copies import log
from lsbook.copies.known_words import known_words
from lsbook.copies.private_parts import remove_private_names
from lsbook.copies.requirements import Agreed, approved_by, as_told_today, child_asked, missing
from lsbook.copies.workplace import bench, in_words, log_by_itself, made_if_missing, outside
from lsbook.exports import Finished
from lsbook.exports.finished_book import finished
from lsbook.exports.forms import Wrapped, name_of, wrapped
from lsbook.exports.locked.keys import tells
from lsbook.exports.locked.recovery_sheet import check_sheet
from lsbook.exports.locked.strength import is_weak
from lsbook.exports.verify.copy import not_as_it_was
from lsbook.files.lock import alone
from lsbook.files.package import digest_of
from lsbook.files.transfer import BEFORE, carry, folder_flushed, stands_at
from lsbook.history.copy_records import Handed, keep, known_copies
from lsbook.history.inventory import digests_in
from lsbook.model.copy import Copy
from lsbook.model.inventory import Holdings
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.pipeline import Read, choose_books
from lsbook.reading.copies import read_copies


@dataclass(frozen=True)
class Handing:
    """What is asked for. ``over``: it may take the place of a copy that this story's log does not know."""

    story: Path
    edition: str
    to: Path
    form: str
    agreed: Agreed
    given_to: str = ""
    hint: str = ""
    instead_of: str = ""
    sheet: Path | None = None
    over: bool = False


@dataclass(frozen=True)
class Ready:
    """A copy that may go: nothing is written yet."""

    asked: Handing
    book: Finished
    copy: Copy
    held: Holdings
    warnings: tuple[Problem, ...]


@dataclass(frozen=True)
class HandedOver:
    """A copy that is whole. ``unlogged``: why it could not be written into the log, if it could not."""

    place: Path
    copy: Copy
    made: Wrapped
    unlogged: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


@contextlib.contextmanager
def by_itself(asked: Handing) -> Iterator[bool]:
    """Nobody else works on this story's log, on this book, or at this place; whether that place had to be made.

    Raises ``NotMade`` where somebody does. At the end all has left this computer's memory.
    """
    book, place = asked.story / "books" / asked.edition, asked.to
    with contextlib.ExitStack() as held, in_words(place):
        outside(place, asked.story)
        held.enter_context(log_by_itself(asked.story))
        if book.is_dir():
            held.enter_context(alone(book))
        new = held.enter_context(made_if_missing(place))
        held.callback(folder_flushed, place)
        held.enter_context(alone(place / "book", "Another window is handing over a book to this place right now."))
        yield new


def made_ready(read: Read, asked: Handing) -> Ready:
    """What would go. Raises ``NotMade`` with what speaks against it; nothing is written."""
    story, today = asked.story, date.today()
    with in_words(asked.to):
        warnings = missing(read, asked.edition, asked.agreed, today)
        stops = any(not problem.warning for problem in warnings)
        try:
            book = finished(story / "books" / asked.edition)
        except NotMade as stopped:
            refused = choose_books(read, (asked.edition,), today).refused
            raise NotMade((*stopped.problems, *refused, *warnings)) from stopped
        if stops:
            raise NotMade(warnings)
        place = asked.to / name_of(book, asked.form)
        alike = _alike(asked, stands_at(place))
        copy = _copy(read, asked, book, today, alike)
        log.can_be_added(story, copy)
        if asked.sheet is not None:
            check_sheet(asked.sheet, asked.to, story)
        held = as_told_today(read, story, copy.edition, copy.book, digests_in(story), today)
        held = remove_private_names(held, names_of(read.story, own_of(read.story)))
        _for_another(read, held, asked)
        if not asked.over:
            _another(story, place, copy)
        return Ready(asked, book, copy, held, (*warnings, *_empty(held), *_unclear(asked, alike)))


def check_passphrase(read: Read, asked: Handing, words: str) -> None:
    """Raises ``NotMade`` where somebody's own ``words`` could be found out, or the hint gives them away."""
    agreed = asked.agreed
    known = (*known_words(read.story), asked.given_to, agreed.by, agreed.second_reader, asked.edition)
    if is_weak(words, known):
        what = "These words could be found out: names and dates of the story and famous phrases count for nothing."
        remedy = "Take five words that have nothing to do with each other or with the child, or let lsbook make some."
        raise NotMade((Problem(Place("passphrase"), what, remedy),))
    if asked.hint and (tells(asked.hint, words) or is_weak(words, (*known, asked.hint))):
        what, remedy = "The hint gives the passphrase away.", "It stands in the log of copies: take other words for it."
        raise NotMade((Problem(Place("--hint"), what, remedy),))


def hand_over(ready: Ready, passphrase: str, progress: Callable[[int], Callable[[int, int], None]]) -> HandedOver:
    """Make the copy on a bench inside the story, carry it to its place, and write down that it is there.

    ``progress`` is told how many bytes there are, and gives what counts them. Raises ``NotMade``: then there is no copy
    that could be taken for one.
    """
    asked = ready.asked
    written: list[tuple[Path, Copy, tuple[Problem, ...], tuple[Problem, ...]]] = []

    def known(place: Path) -> None:
        copy = ready.copy
        with contextlib.suppress(OSError):  # the stick was pulled out just now: it is in the log all the same
            copy = replace(copy, stands=stands_at(place))
        written.append((place, copy, *_written_down(asked.story, copy, ready.held)))

    with in_words(asked.to), bench(asked.story, "copy") as folder:
        made = wrapped(ready.book, asked.form, folder, passphrase)
        tick = progress(sum(parcel.size for parcel in made.parcels))
        older = carry(made.parcels, asked.to, tick, known)
    [(place, copy, unlogged, unkept)] = written
    return HandedOver(place, copy, made, unlogged, (*unkept, *older))


def _copy(read: Read, asked: Handing, book: Finished, today: date, alike: tuple[Copy, ...]) -> Copy:
    """The copy as the log will have it; ``alike`` are those that can be the one which gives way to it."""
    there = read_copies(asked.story)
    when = child_asked(read, asked.edition, asked.agreed)
    return Copy(
        id=_name({copy.id for copy in there} | known_copies(asked.story), asked.edition, today),
        on=today,
        edition=asked.edition,
        form=asked.form,
        book=digest_of(book.folder / "book.sha256"),
        given_to=asked.given_to,
        by=asked.agreed.by,
        approved_by=approved_by(read, asked.edition),
        second_reader=asked.agreed.second_reader,
        child_asked=when.isoformat() if when else "",
        hint=asked.hint,
        reason=asked.agreed.reason,
        instead_of=_lost(there, asked.instead_of),
        replaces=alike[0].id if len(alike) == 1 else "",
    )


def _for_another(read: Read, held: Holdings, asked: Handing) -> None:
    """A book for others that says what is new since one reader's copy goes to that reader alone."""
    for_child = asked.edition in {band.name for band in read.policy.bands}
    if held.since and not for_child and asked.given_to.casefold() != held.reader.casefold():
        whose = f"that {held.reader} has" if held.reader else "that somebody has who is not named"
        what = f"This book says what is new since the copy of {held.since}, {whose}: nobody else is told that."
        again = f'lsbook build "{asked.story.as_posix()}" --edition {asked.edition} --for "{asked.given_to}"'
        remedy = f"Make it for this reader, then hand it over:  {again}" if asked.given_to else "Say --given-to."
        raise NotMade((Problem(Place(f"books/{asked.edition}"), what, remedy),))


def _empty(held: Holdings) -> Iterator[Problem]:
    if not held.items:
        what = f"Nothing in the story is for the book for {held.edition}: it tells the child's name, and no more."
        remedy = f"Mark what it may tell with also-for: [{held.edition}], and make it again."
        yield Problem(Place(f"books/{held.edition}"), what, remedy, warning=True)


def _name(there: set[str], edition: str, today: date) -> str:
    plain = re.sub("[^a-z0-9]+", "-", edition.lower()).strip("-")
    return next(name for at in range(1, len(there) + 2) if (name := f"{today}-{plain}-{at}") not in there)


def _lost(there: tuple[Copy, ...], name: str) -> str:
    """The lost copy that is meant."""
    if name and not any(copy.id == name and copy.lost for copy in there):
        what = f'No lost copy is called "{name}".'
        raise NotMade((Problem(Place(log.LOG), what, "See lsbook copies; mark it first with lsbook lost."),))
    return name


def _alike(asked: Handing, stands: str) -> tuple[Copy, ...]:
    """The copies of the log that can be the one which lies where the new one goes: alike to the last byte.

    One that gave way, is lost or is destroyed lies nowhere; without ``--replace``, nor does one of another reader.
    """
    there = read_copies(asked.story)
    before = {copy.replaces for copy in there}
    whose = (asked.edition, asked.given_to.casefold())
    return tuple(
        copy
        for copy in there
        if stands and copy.stands == stands and copy.id not in before
        if not copy.became or copy.became[-1][0] == "returned"
        if asked.over or (copy.edition, copy.given_to.casefold()) == whose
    )


def _unclear(asked: Handing, alike: tuple[Copy, ...]) -> Iterator[Problem]:
    """Which copy gives way is not known where several are alike: all of them stay in the list."""
    if len(alike) > 1:
        names = " and ".join(copy.id for copy in alike)
        what = f"The older copy that lies here is one of {names}, which are alike: so each of them stays in the list."
        remedy = f'If you know which it was:  lsbook returned "{asked.story.as_posix()}" COPY --destroyed'
        yield Problem(Place(log.LOG), what, remedy, warning=True)


def _another(story: Path, place: Path, copy: Copy) -> None:
    """An older copy of the same edition for the same person gives way; any other stays, and what was put into it."""
    whose = (copy.edition, copy.given_to.casefold())
    known = {one.stands for one in read_copies(story) if (one.edition, one.given_to.casefold()) == whose}
    for where in (place, place.with_name(f"{BEFORE}{place.name}")):
        there = stands_at(where)
        if there and there not in known:
            what = "Another copy lies here: of another edition, for somebody else, or of another child's book."
            remedy = "Name another folder with --to; or, if you know that it may go, add --replace."
            raise NotMade((Problem(Place(where.as_posix()), what, remedy),))
        if where.is_dir() and (more := not_as_it_was(where)):
            raise NotMade(more)


def _written_down(story: Path, copy: Copy, held: Holdings) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """That it is there, and what it holds; why not, where that cannot be done: the copy is made, whatever comes."""
    unlogged: tuple[Problem, ...] = ()
    unkept: tuple[Problem, ...] = ()
    try:
        keep(story, Handed(copy.id, copy.on, held, given_to=copy.given_to))
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no reason given").lower()
        what = f"What this copy holds could not be kept ({reason})."
        remedy = "So no later book can say what is new since, nor lsbook lost what it tells."
        unkept = (Problem(Place(f"work/copies/{copy.id}.json"), what, remedy, warning=True),)
    try:
        log.added(story, copy)
    except NotMade as stopped:
        unlogged = stopped.problems
    return unlogged, unkept
