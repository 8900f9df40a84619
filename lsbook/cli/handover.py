"""``lsbook handover``: a copy of a finished book, to a stick or any folder, and who has it."""

from __future__ import annotations

import contextlib
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from lsbook.build import MEMORY, Read, read
from lsbook.cli.build import DAY, FOLDER
from lsbook.cli.speak import not_made, tell, tell_problems
from lsbook.handed import Handed, keep
from lsbook.handover import Finished, finished, log
from lsbook.handover.carrying import BEFORE, carry, stands_at
from lsbook.handover.forms import FORMS, LOCKED, Wrapped, name_of, wrapped
from lsbook.handover.locked.keys import is_weak
from lsbook.handover.locked.sheet import check_sheet, write_sheet
from lsbook.handover.parcel import digest_of
from lsbook.handover.verifying import strange
from lsbook.holdings import digests_in
from lsbook.model.copy import Copy
from lsbook.model.holding import Holdings
from lsbook.model.place import NotMade, Place, Problem
from lsbook.practice.agreeing import Agreed, approved_by, as_told_today, child_asked, missing
from lsbook.reading.copies import read_copies

PLACE = click.Path(path_type=Path)


@dataclass(frozen=True)
class Passing:
    """What is asked for: the form, the place, and somebody's own passphrase."""

    form: str
    to: Path
    passphrase: str


@click.command(short_help="Hand a finished book over, and write down who has it.")
@click.argument("story", type=FOLDER)
@click.option("--edition", metavar="NAME", required=True, help="Which finished book.")
@click.option("--to", type=PLACE, metavar="FOLDER", required=True, help="The stick, or any folder.")
@click.option("--as", "form", type=click.Choice(FORMS), default="folder", show_default=True, help="In which form.")
@click.option("--given-to", metavar="NAME", default="", help="Who gets it.")
@click.option("--by", metavar="NAME", default="", help="Who hands it over.")
@click.option("--second-reader", metavar="NAME", default="", help="Who else read it before it goes.")
@click.option("--child-asked", "asked", type=DAY, metavar="DAY", help="When the child was asked, if others get it.")
@click.option("--reason", metavar="WORDS", default="", help="Why it goes without what the policy asks for.")
@click.option("--instead-of", metavar="COPY", default="", help="The lost copy that this one takes the place of.")
@click.option("--own-passphrase", is_flag=True, help="Of a locked book: ask for a passphrase, and make none.")
@click.option("--hint", metavar="WORDS", default="", help="What helps to remember the passphrase. Never the words.")
@click.option("--sheet", type=PLACE, metavar="FILE", help="Of a locked book: a page to print, with the recovery code.")
@click.option("--replace", "over", is_flag=True, help="Put it in the place of a copy that is not of this story's log.")
@click.option("--policy", type=PLACE, metavar="FILE", help="Your authority's policy file.")
def handover(
    story: Path, edition: str, to: Path, form: str, given_to: str, by: str, second_reader: str, asked: date | None,
    reason: str, instead_of: str, own_passphrase: bool, hint: str, sheet: Path | None, over: bool,
    policy: Path | None,
) -> None:  # fmt: skip
    """Hand over a copy of the finished book of STORY.

    It is copied, flushed and read back; then you are told that the stick may be taken out. The log of copies,
    work/copies.yaml, keeps who has which book, in which form, since when, and who agreed.
    """
    _only_locked(form, own_passphrase or sheet is not None or bool(hint))
    try:
        story_read = read(story, policy)
        _known(story_read, edition)
        _outside(to, story)
        book = finished(story / "books" / edition)
        agreed = Agreed(by.strip(), second_reader.strip(), asked, reason.strip())
        copy = replace(_copy(story_read, book, story, agreed, form), given_to=given_to.strip(), by=agreed.by, hint=hint)
        copy = replace(copy, instead_of=_lost(story, instead_of))
        log.can_be_added(story, copy)
        if not copy.given_to:
            tell("Nobody is named who gets this copy. Say it with --given-to, so that it can be found again.", err=True)
        words = _own(story_read, hint) if own_passphrase else ""
        if sheet is not None:
            check_sheet(sheet, to)
        if not over:
            _another(story, to / name_of(book, form), copy)
        held = as_told_today(story_read, story, copy.edition, copy.book, digests_in(story), copy.on)
        made, place = _carried(story, book, Passing(form, to, words))
    except NotMade as stopped:
        not_made(stopped, "Nothing is handed over")
        return
    except OSError as error:
        not_made(_unwritable(error, to), "Nothing is handed over")
        return
    except KeyboardInterrupt:
        tell("\nStopped. What has a name that begins with not-whole- is no copy: delete it.", err=True)
        sys.exit(1)
    _written_down(story, replace(copy, stands=stands_at(place)), held)
    tell(f"The copy is whole: {place}", bold=True)
    if form == LOCKED:
        _tell_the_key(made, own=bool(words), sheet=sheet, copy=copy)
    tell(f"Written in {log.LOG} as {copy.id}. You can take the stick out now.")


def _only_locked(form: str, asked_for: bool) -> None:
    if asked_for and form != LOCKED:
        raise click.BadParameter("A passphrase, its hint and its page belong to --as locked.", param_hint="--as")


def _unwritable(error: OSError, to: Path) -> NotMade:
    what = f"The computer cannot read or write here ({(error.strerror or 'no reason given').lower()})."
    remedy = "Look at the name, at the room, and who may write."
    return NotMade((Problem(Place(str(error.filename or to)), what, remedy),))


def _known(story_read: Read, edition: str) -> None:
    names = story_read.policy.names
    if edition not in names:
        raise click.BadParameter(f'There is no edition "{edition}". There are: {", ".join(names)}.')


def _outside(to: Path, story: Path) -> None:
    if to.resolve().is_relative_to(story.resolve()):
        what = "This is a place inside the story, and a copy there would become a part of it."
        raise NotMade((Problem(Place(to.as_posix()), what, "Name the stick, or a folder outside the story."),))


def _copy(story_read: Read, book: Finished, story: Path, agreed: Agreed, form: str) -> Copy:
    """The copy as the log will have it. Raises ``NotMade`` where something that the policy asks for is missing."""
    today, edition = date.today(), book.folder.name
    found = missing(story_read, edition, agreed, today)
    if any(not problem.warning for problem in found):
        raise NotMade(found)
    tell_problems(found)
    asked = child_asked(story_read, edition, agreed)
    return Copy(
        id=_name(story, edition, today),
        on=today,
        edition=edition,
        form=form,
        book=digest_of(book.folder / "book.sha256"),
        approved_by=approved_by(story_read, edition),
        second_reader=agreed.second_reader,
        child_asked=asked.isoformat() if asked else "",
        reason=agreed.reason,
    )


def _name(story: Path, edition: str, today: date) -> str:
    there = {copy.id for copy in read_copies(story)}
    plain = re.sub("[^a-z0-9]+", "-", edition.lower()).strip("-")
    return next(name for at in range(1, len(there) + 2) if (name := f"{today}-{plain}-{at}") not in there)


def _lost(story: Path, name: str) -> str:
    """The lost copy that is meant."""
    copies = {copy.id: copy for copy in read_copies(story)}
    if name and not (name in copies and copies[name].lost):
        what = f'No lost copy is called "{name}".'
        raise NotMade((Problem(Place(log.LOG), what, "See lsbook copies; mark it first with lsbook lost."),))
    return name


def _another(story: Path, place: Path, copy: Copy) -> None:
    """An older copy of the same edition for the same person gives way; any other stays, and what was put into it."""
    known = {one.stands for one in read_copies(story) if (one.edition, one.given_to) == (copy.edition, copy.given_to)}
    for where in (place, place.with_name(f"{BEFORE}{place.name}")):
        there = stands_at(where)
        if there and there not in known:
            what = "Another copy lies here: of another edition, for somebody else, or of another child's book."
            remedy = "Name another folder with --to; or, if you know that it may go, add --replace."
            raise NotMade((Problem(Place(where.as_posix()), what, remedy),))
        if where.is_dir() and (more := strange(where)):
            remedy = "Take it out first, or add --replace and it is deleted."
            raise NotMade(
                tuple(replace(one, what="Somebody put this into the older copy.", remedy=remedy) for one in more)
            )


def _own(story_read: Read, hint: str) -> str:
    child = story_read.story.child
    words: str = click.prompt("A passphrase of your own", hide_input=True, confirmation_prompt="Once more")
    if is_weak(words, (child.name, *child.also_called)):
        what = "These words could be found out."
        remedy = "Take five words that have nothing to do with each other or with the child, or let lsbook make some."
        raise NotMade((Problem(Place("passphrase"), what, remedy),))
    if hint and is_weak(words, (child.name, *child.also_called, hint)):
        what, remedy = "The hint gives the passphrase away.", "It stands in the log of copies: take other words for it."
        raise NotMade((Problem(Place("--hint"), what, remedy),))
    return words


def _carried(story: Path, book: Finished, passing: Passing) -> tuple[Wrapped, Path]:
    """The copy, made on a bench inside the story and carried to its place."""
    (story / MEMORY).mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="copy-", dir=story / MEMORY, ignore_cleanup_errors=True) as bench,
        contextlib.ExitStack() as bars,
    ):
        made = wrapped(book, passing.form, Path(bench), passing.passphrase)
        tick = _progress(bars, sum(parcel.size for parcel in made.parcels))
        places = [carry(parcel, passing.to, tick) for parcel in made.parcels]
        return made, places[0]


def _written_down(story: Path, copy: Copy, held: Holdings) -> None:
    """What this copy holds, and that it is there."""
    try:
        keep(story, Handed(copy.id, copy.on, held, given_to=copy.given_to))
    except OSError as error:
        why = f"What this copy holds could not be kept ({error.strerror})"
        tell(f"{why}, so no later book can say what is new since.", err=True)
    _log(story, copy)


def _log(story: Path, copy: Copy) -> None:
    """The copy is made: whatever becomes of the log, nobody is told that it is not."""
    try:
        log.added(story, copy)
    except NotMade as stopped:
        tell_problems(stopped.problems)
        tell(f"The copy is made and whole, but it is not in the log. Write these lines into {log.LOG}:", err=True)
        tell(log.entry_of(copy), err=True)
        sys.exit(1)


def _progress(bars: contextlib.ExitStack, size: int) -> Callable[[int, int], None]:
    """A bar over all bytes, copied and read back."""
    if not sys.stderr.isatty():
        return lambda _done, _total: None
    bar = bars.enter_context(click.progressbar(length=2 * size, label="Copying and reading back", file=sys.stderr))
    return lambda done, _total: bar.update(done - bar.pos) if done > bar.pos else None


def _tell_the_key(made: Wrapped, *, own: bool, sheet: Path | None, copy: Copy) -> None:
    if not own:
        tell(f"Passphrase:     {made.passphrase}")
    tell(f"Recovery code:  {made.code}")
    if sheet is not None:
        try:
            tell(f"To print:       {write_sheet(sheet, made.code, copy)}")
        except NotMade as stopped:
            tell_problems(stopped.problems)
    tell("They are shown once and kept nowhere. Give the passphrase apart from the stick: by telephone, or on paper")
    tell("another day. Print the recovery code and keep it where the child's file is kept, never with the stick.")
