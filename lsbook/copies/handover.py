"""Handing a copy over, as a table of contents: prepare it, transfer it, log who has it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lsbook.archive.private import collect_private_names
from lsbook.archive.private.private_items import find_private_items
from lsbook.cache.work import log_lock, scratch_folder
from lsbook.checks.agreements import find_asked_day
from lsbook.copies import log
from lsbook.copies.known_words import find_known_words
from lsbook.copies.older_copies import check_lost, check_replaceable
from lsbook.copies.private_content import remove_private_names
from lsbook.copies.requirements import find_unmet, format_approval, read_current_inventory
from lsbook.copies.story_copy import StoryRequest, check_can_become_story, make_story_package, warn_of_story
from lsbook.exports import FinishedBook
from lsbook.exports.finished_book import open_finished_book
from lsbook.exports.formats import ExportedCopy, export_book, name_copy
from lsbook.exports.locked.keys import is_revealing_hint
from lsbook.exports.locked.recovery_sheet import check_sheet
from lsbook.exports.locked.strength import is_weak
from lsbook.files.digests import compute_digest
from lsbook.files.disk_errors import os_errors_as_problems
from lsbook.files.folders import check_outside, flush_folder, temporary_place
from lsbook.files.lock import lock
from lsbook.files.transfer import copy_digest, transfer
from lsbook.history.copy_contents import CopyRecord, list_copy_names, write_copy_record
from lsbook.history.inventory import make_digester
from lsbook.model.consents import Consents
from lsbook.model.copy import Copy
from lsbook.model.inventory import Inventory
from lsbook.model.problem import Location, Problem, ProblemsFound, Severity
from lsbook.model.rules.copies import (
    CONTENTS_NOT_KEPT,
    COPIES_ALIKE,
    EMPTY_BOOK,
    FOR_ANOTHER_READER,
    WEAK_PASSPHRASE,
)
from lsbook.model.vocabulary import CopyFormat, CopyOutcome
from lsbook.pipeline import Project, choose_books
from lsbook.reading.copy_log import read_copies


class HandoverRequest(Struct, frozen=True):
    """What is asked for. ``may_replace``: also a copy that this story's log does not know."""

    story: Path
    edition: str
    to: Path
    copy_format: CopyFormat
    consents: Consents
    given_to: str = ""
    hint: str = ""
    instead_of: str = ""
    sheet: Path | None = None
    may_replace: bool = False
    unlocked_by: str = ""
    """Who chose that it goes unlocked."""
    day: date | None = None
    """The day that the log says; ``None`` for today."""


class PreparedCopy(Struct, frozen=True):
    """A copy that may go: nothing is written yet."""

    request: HandoverRequest
    book: FinishedBook
    copy: Copy
    inventory: Inventory
    warnings: tuple[Problem, ...]
    project: Project


class HandoverResult(Struct, frozen=True):
    """A copy that is whole. ``log_problems``: why it could not be written into the log, if it could not."""

    place: Path
    copy: Copy
    export: ExportedCopy
    log_problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


@contextlib.contextmanager
def handover_lock(request: HandoverRequest) -> Iterator[bool]:
    """Lock this story's log, this book and the place of the copy; gives whether that place had to be made.

    Raises ``ProblemsFound`` where somebody else works on one of them. At the end all is flushed to the disk.
    """
    book, place = request.story / "books" / request.edition, request.to
    with contextlib.ExitStack() as held, os_errors_as_problems(place):
        check_outside(place, request.story)
        held.enter_context(log_lock(request.story))
        if book.is_dir():
            held.enter_context(lock(book))
        new = held.enter_context(temporary_place(place))
        held.callback(flush_folder, place)
        held.enter_context(lock(place / "book", "Another window is handing over a book to this place right now."))
        yield new


def prepare(project: Project, request: HandoverRequest) -> PreparedCopy:
    """The copy that would go. Raises ``ProblemsFound`` with what speaks against it; nothing is written."""
    story, today = request.story, request.day or date.today()
    if request.copy_format is CopyFormat.STORY:
        check_can_become_story(request.edition)
    with os_errors_as_problems(request.to):
        warnings = find_unmet(project, request.edition, request.consents, today)
        stops = any(not problem.is_warning for problem in warnings)
        try:
            book = open_finished_book(story / "books" / request.edition)
        except ProblemsFound as stopped:
            refused = choose_books(project, (request.edition,), today).refusals
            raise ProblemsFound((*stopped.problems, *refused, *warnings)) from stopped
        if stops:
            raise ProblemsFound(warnings)
        place = request.to / name_copy(book, request.copy_format)
        alike = _find_alike(request, copy_digest(place))
        copy = _make_copy(project, request, book, today, alike)
        log.check_can_add(story, copy)
        if request.sheet is not None:
            check_sheet(request.sheet, request.to, story)
        held = read_current_inventory(project, story, copy.edition, copy.book, make_digester(story), today)
        held = remove_private_names(held, collect_private_names(project.story, find_private_items(project.story)))
        _check_reader(project, held, request)
        if not request.may_replace:
            check_replaceable(story, place, copy)
        more = (*_warn_if_empty(held), *_warn_if_unclear(request, alike), *_warn_of_format(project, request))
        return PreparedCopy(request, book, copy, held, (*warnings, *more), project)


def check_passphrase(project: Project, request: HandoverRequest, passphrase: str) -> None:
    """Raise ``ProblemsFound`` where ``passphrase`` could be found out, or the hint gives it away."""
    consents = request.consents
    known = (*find_known_words(project.story), request.given_to, consents.by, consents.second_reader, request.edition)
    if is_weak(passphrase, known):
        what = "These words could be found out: names and dates of the story and famous phrases count for nothing."
        remedy = "Take five words that have nothing to do with each other or with the child, or let lsbook make some."
        raise WEAK_PASSPHRASE.make_error(Location("passphrase"), what, remedy)
    if request.hint and (is_revealing_hint(request.hint, passphrase) or is_weak(passphrase, (*known, request.hint))):
        what, remedy = "The hint gives the passphrase away.", "It stands in the log of copies: take other words for it."
        raise WEAK_PASSPHRASE.make_error(Location("--hint"), what, remedy)


def hand_over(
    prepared: PreparedCopy, passphrase: str, progress: Callable[[int], Callable[[int, int], None]]
) -> HandoverResult:
    """Make the copy in a scratch folder of the story, transfer it to its place, and log it.

    ``progress`` takes the number of bytes there are, and gives what counts them. Raises ``ProblemsFound``: then there
    is no copy that could be taken for one.
    """
    request = prepared.request
    records: list[tuple[Path, Copy, tuple[Problem, ...], tuple[Problem, ...]]] = []

    def record(place: Path) -> None:
        copy = prepared.copy
        with contextlib.suppress(OSError):  # the stick was pulled out just now: it is in the log all the same
            copy = replace(copy, copy_digest=copy_digest(place))
        records.append((place, copy, *_record_copy(request.story, copy, prepared.inventory)))

    with os_errors_as_problems(request.to), scratch_folder(request.story, "copy") as folder:
        export = _export(prepared, folder, passphrase)
        count_bytes = progress(sum(package.size for package in export.packages))
        older = transfer(export.packages, request.to, count_bytes, record)
    [(place, copy, unlogged, unkept)] = records
    return HandoverResult(place, copy, export, unlogged, (*unkept, *older))


def _export(prepared: PreparedCopy, scratch: Path, passphrase: str) -> ExportedCopy:
    """The copy in its format. A story is made from what the book was made from; all others from the finished book."""
    request = prepared.request
    if request.copy_format is not CopyFormat.STORY:
        return export_book(prepared.book, request.copy_format, scratch, passphrase)
    name = name_copy(prepared.book, request.copy_format)
    wanted = StoryRequest(request.edition, prepared.copy.on, request.consents.by, name)
    return ExportedCopy((make_story_package(prepared.project, wanted, scratch),))


def _make_copy(
    project: Project, request: HandoverRequest, book: FinishedBook, today: date, alike: tuple[Copy, ...]
) -> Copy:
    """The copy as the log will have it; ``alike`` are those that can be the one which gives way to it."""
    copies = read_copies(request.story)
    when = find_asked_day(project.story, request.edition, request.consents)
    return Copy(
        id=log.make_copy_id({copy.id for copy in copies} | list_copy_names(request.story), request.edition, today),
        on=today,
        edition=request.edition,
        copy_format=request.copy_format.value,
        book=compute_digest(book.folder / "book.sha256"),
        given_to=request.given_to,
        by=request.consents.by,
        unlocked_by=request.unlocked_by,
        approved_by=format_approval(project.story, request.edition),
        second_reader=request.consents.second_reader,
        child_asked=when.isoformat() if when else "",
        also_reads=request.consents.also_reads,
        hint=request.hint,
        reason=request.consents.reason,
        instead_of=check_lost(copies, request.instead_of),
        replaces=alike[0].id if len(alike) == 1 else "",
    )


def _check_reader(project: Project, inventory: Inventory, request: HandoverRequest) -> None:
    """A book for others that says what is new since one reader's copy goes to that reader alone."""
    for_child = request.edition in {band.name for band in project.policy.bands}
    if inventory.since and not for_child and request.given_to.casefold() != inventory.reader.casefold():
        whose = f"that {inventory.reader} has" if inventory.reader else "that somebody has who is not named"
        what = f"This book says what is new since the copy of {inventory.since}, {whose}: nobody else is told that."
        again = f'lsbook build "{request.story.as_posix()}" --edition {request.edition} --for "{request.given_to}"'
        remedy = f"Make it for this reader, then hand it over:  {again}" if request.given_to else "Say --given-to."
        raise FOR_ANOTHER_READER.make_error(Location(f"books/{request.edition}"), what, remedy)


def _warn_if_empty(inventory: Inventory) -> Iterator[Problem]:
    if not inventory.items:
        what = f"Nothing in the story is for the book for {inventory.edition}: it tells the child's name, and no more."
        remedy = f"Mark what it may tell with also-for: [{inventory.edition}], and make it again."
        yield Problem(
            Location(f"books/{inventory.edition}"), what, remedy, severity=Severity.WARNING, rule=EMPTY_BOOK.id
        )


def _warn_of_format(project: Project, request: HandoverRequest) -> Iterator[Problem]:
    if request.copy_format is CopyFormat.STORY:
        yield from warn_of_story(project, request.edition)


def _find_alike(request: HandoverRequest, digest: str) -> tuple[Copy, ...]:
    """The copies of the log that can be the one which lies where the new one goes: alike to the last byte.

    One that gave way, is lost or is destroyed lies nowhere; without ``--replace``, nor does one of another reader.
    """
    copies = read_copies(request.story)
    before = {copy.replaces for copy in copies}
    whose = (request.edition, request.given_to.casefold())
    return tuple(
        copy
        for copy in copies
        if digest and copy.copy_digest == digest and copy.id not in before
        if not copy.events or copy.events[-1][0] is CopyOutcome.RETURNED
        if request.may_replace or (copy.edition, copy.given_to.casefold()) == whose
    )


def _warn_if_unclear(request: HandoverRequest, alike: tuple[Copy, ...]) -> Iterator[Problem]:
    """Which copy gives way is not known where several are alike: all of them stay in the list."""
    if len(alike) > 1:
        names = " and ".join(copy.id for copy in alike)
        what = f"The older copy that lies here is one of {names}, which are alike: so each of them stays in the list."
        remedy = f'If you know which it was:  lsbook returned "{request.story.as_posix()}" COPY --destroyed'
        yield Problem(Location(log.LOG), what, remedy, severity=Severity.WARNING, rule=COPIES_ALIKE.id)


def _record_copy(story: Path, copy: Copy, inventory: Inventory) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """That it is there, and what it holds; why not, where that cannot be done: the copy is made, whatever comes."""
    unlogged: tuple[Problem, ...] = ()
    unkept: tuple[Problem, ...] = ()
    try:
        write_copy_record(story, CopyRecord(copy.id, copy.on, inventory, given_to=copy.given_to))
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no reason given").lower()
        what = f"What this copy holds could not be kept ({reason})."
        remedy = "So no later book can say what is new since, nor lsbook lost what it tells."
        unkept = (
            Problem(
                Location(f"work/copies/{copy.id}.json"),
                what,
                remedy,
                severity=Severity.WARNING,
                rule=CONTENTS_NOT_KEPT.id,
            ),
        )
    try:
        log.add_copy(story, copy)
    except ProblemsFound as stopped:
        unlogged = stopped.problems
    return unlogged, unkept
