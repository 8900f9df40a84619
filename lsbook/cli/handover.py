"""``lsbook handover``: a copy of a finished book, to a stick or any folder, and who has it."""

from __future__ import annotations

import contextlib
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
from lsbook.handover.carrying import carry, stands_at
from lsbook.handover.forms import FORMS, LOCKED, Wrapped, name_of, wrapped
from lsbook.handover.locked.keys import is_weak
from lsbook.handover.locked.sheet import check_sheet, write_sheet
from lsbook.handover.parcel import digest_of
from lsbook.holdings import digests_in
from lsbook.model.copy import Copy
from lsbook.model.place import NotMade, Place, Problem
from lsbook.practice.agreeing import Agreed, as_told_today, child_asked, missing
from lsbook.reading.copies import read_copies

PLACE = click.Path(path_type=Path)


@dataclass(frozen=True)
class Passing:
    """What is asked for: the form, the place, and what is said of it."""

    form: str
    to: Path
    agreed: Agreed
    passphrase: str
    sheet: Path | None


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
    try:
        story_read = read(story, policy)
        _known(story_read, edition)
        _outside(to, story)
        book = finished(story / "books" / edition)
        copy = _copy(story_read, book, story, Agreed(second_reader, asked, reason), form)
        copy = replace(copy, given_to=given_to, by=by, hint=hint, instead_of=_lost(story, instead_of))
        if given_to == "":
            tell("Nobody is named who gets this copy. Say it with --given-to, so that it can be found again.", err=True)
        words = _own(story_read) if own_passphrase and form == LOCKED else ""
        if sheet is not None:
            check_sheet(sheet, to)
        if not over:
            _another(story, to / name_of(book, form))
        passing = Passing(form, to, Agreed(second_reader, asked, reason), words, sheet)
        _hand_over(story_read, story, book, copy, passing)
    except NotMade as stopped:
        not_made(stopped, "Nothing is handed over")
    except KeyboardInterrupt:
        tell("\nStopped. What is on the stick already has a name that begins with not-whole-: delete it.", err=True)
        sys.exit(1)


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
    log.can_be_added(story)
    asked = child_asked(story_read, edition, agreed)
    given = [one for one in story_read.story.approvals if one.edition == edition and one.by]
    return Copy(
        id=_name(story, edition, today),
        on=today,
        edition=edition,
        form=form,
        book=digest_of(book.folder / "book.sha256"),
        approved_by=given[-1].by if given else "",
        second_reader=agreed.second_reader,
        child_asked=asked.isoformat() if asked else "",
        reason=agreed.reason,
    )


def _name(story: Path, edition: str, today: date) -> str:
    there = {copy.id for copy in read_copies(story)}
    return next(name for at in range(1, len(there) + 2) if (name := f"{today}-{edition}-{at}") not in there)


def _lost(story: Path, name: str) -> str:
    """The lost copy that is meant."""
    copies = {copy.id: copy for copy in read_copies(story)}
    if name and not (name in copies and copies[name].lost):
        what = f'No lost copy is called "{name}".'
        raise NotMade((Problem(Place(log.LOG), what, "See lsbook copies; mark it first with lsbook lost."),))
    return name


def _another(story: Path, place: Path) -> None:
    """A copy of this story gives way to a newer one; one that its log does not know may be another child's."""
    there = stands_at(place)
    if there and there not in {copy.stands for copy in read_copies(story)}:
        what = "Another copy lies here, and it does not stand in this story's log: it may be another child's book."
        remedy = "Name another folder with --to; or, if you know that it may go, add --replace."
        raise NotMade((Problem(Place(place.as_posix()), what, remedy),))


def _own(story_read: Read) -> str:
    child = story_read.story.child
    words: str = click.prompt("A passphrase of your own", hide_input=True, confirmation_prompt="Once more")
    if is_weak(words, (child.name, *child.also_called)):
        what = "These words could be found out."
        remedy = "Take five words that have nothing to do with each other or with the child, or let lsbook make some."
        raise NotMade((Problem(Place("passphrase"), what, remedy),))
    return words


def _hand_over(story_read: Read, story: Path, book: Finished, copy: Copy, passing: Passing) -> None:
    held = as_told_today(story_read, story, copy.edition, copy.book, digests_in(story), copy.on)
    (story / MEMORY).mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="copy-", dir=story / MEMORY, ignore_cleanup_errors=True) as bench,
        contextlib.ExitStack() as bars,
    ):
        made = wrapped(book, passing.form, Path(bench), passing.passphrase)
        tick = _progress(bars, sum(parcel.size for parcel in made.parcels))
        places = [carry(parcel, passing.to, tick) for parcel in made.parcels]
        copy = replace(copy, stands=stands_at(places[0]))
    tell(f"The copy is whole: {places[0]}", bold=True)
    if passing.form == LOCKED:
        _tell_the_key(made, own=bool(passing.passphrase), sheet=passing.sheet, copy=copy)
    try:
        keep(story, Handed(copy.id, copy.on, held))
    except OSError as error:
        why = f"What this copy holds could not be kept ({error.strerror})"
        tell(f"{why}, so no later book can say what is new since.", err=True)
    _log(story, copy)
    tell(f"Written in {log.LOG} as {copy.id}. You can take the stick out now.")


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
        tell(f"To print:       {write_sheet(sheet, made.code, copy)}")
    tell("They are shown once and kept nowhere. Give the passphrase apart from the stick: by telephone, or on paper")
    tell("another day. Print the recovery code and keep it where the child's file is kept, never with the stick.")
