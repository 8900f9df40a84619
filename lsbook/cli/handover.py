"""``lsbook handover``, ``verify``, ``unlock`` and ``copies``: giving a finished book away, and knowing where it is."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import click

from lsbook.build import MEMORY, read
from lsbook.cli.build import FOLDER
from lsbook.cli.speak import not_made, tell, tell_problems
from lsbook.handover import Finished, finished
from lsbook.handover.carrying import carry
from lsbook.handover.forms import FORMS, LOCKED, Wrapped, wrapped
from lsbook.handover.locked.unlocking import unlock as unlocked
from lsbook.handover.log import added
from lsbook.handover.parcel import digest_of
from lsbook.handover.verifying import verify as verified
from lsbook.model.copy import Copy
from lsbook.model.place import NotMade, Problem
from lsbook.reading.copies import read_copies

_PLACE = click.Path(path_type=Path)


@click.command(short_help="Hand a finished book over, and write down who has it.")
@click.argument("story", type=FOLDER)
@click.option("--edition", metavar="NAME", required=True, help="Which finished book.")
@click.option("--to", type=_PLACE, metavar="FOLDER", required=True, help="The stick, or any folder.")
@click.option("--as", "form", type=click.Choice(FORMS), default="folder", show_default=True, help="In which form.")
@click.option("--given-to", metavar="NAME", required=True, help="Who gets it.")
@click.option("--by", metavar="NAME", required=True, help="Who hands it over.")
@click.option("--second-reader", metavar="NAME", default="", help="Who read it before it was handed over.")
@click.option("--child-asked", metavar="DATE", default="", help="When the child was asked.")
@click.option("--hint", metavar="WORDS", default="", help="What helps to remember the passphrase.")
@click.option("--reason", metavar="WORDS", default="", help="Why it goes over without what is asked for.")
def handover(
    story: Path,
    edition: str,
    to: Path,
    form: str,
    given_to: str,
    by: str,
    second_reader: str,
    child_asked: str,
    hint: str,
    reason: str,
) -> None:
    """Hand over a copy of the finished book of STORY: copied, flushed, read back, and written in work/copies.yaml."""
    try:
        book = finished(story / "books" / edition)
        today = date.today()
        _agreed(story, edition, child_asked, reason)
        number = 1 + sum(copy.on == today for copy in read_copies(story))
        made, places = _carried(book, form, story, to)
        copy = Copy(
            id=f"{today.isoformat()}-{edition}-{number}",
            on=today,
            edition=edition,
            form=form,
            book=digest_of(book.folder / "book.sha256"),
            given_to=given_to,
            by=by,
            second_reader=second_reader,
            child_asked=child_asked,
            hint=hint,
            reason=reason,
        )
        added(story, copy)
    except NotMade as stopped:
        not_made(stopped, "Nothing is handed over")
        return
    tell(f"The copy is whole: {places[0]}", bold=True)
    if form == LOCKED:
        _tell_the_key(made)
    tell(f"Written in work/copies.yaml as {copy.id}. You can take the stick out now.")


def _carried(book: Finished, form: str, story: Path, to: Path) -> tuple[Wrapped, list[Path]]:
    """The copy, made on a bench inside the story and carried to its place."""
    (story / MEMORY).mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="copy-", dir=story / MEMORY, ignore_cleanup_errors=True) as bench:
        made = wrapped(book, form, Path(bench))
        return made, [carry(parcel, to, lambda _done, _total: None) for parcel in made.parcels]


def _tell_the_key(made: Wrapped) -> None:
    tell(f"Passphrase:     {made.passphrase}")
    tell(f"Recovery code:  {made.code}")
    tell("They are shown once and kept nowhere. Give the passphrase apart from the stick: by telephone, or on paper")
    tell("another day. Print the recovery code and keep it where the file of the child is kept.")


def _agreed(story: Path, edition: str, child_asked: str, reason: str) -> None:
    """A book for anybody but the child goes over only when the child was asked, from 13 on (practice.md)."""
    told = read(story, None).story
    for given in told.approvals:
        if given.edition == edition and given.child_asked is None and not child_asked and not reason:
            what = f"It is not said that {told.child.name} was asked before the book for {edition} is shared."
            remedy = "Ask first; then say it with --child-asked DATE. An exception needs --reason."
            problem = Problem(given.at, what, remedy, warning=told.telling_age.age < 13)
            if not problem.warning:
                raise NotMade((problem,))
            tell_problems((problem,))


@click.command(short_help="See whether a copy is still what was handed over.")
@click.argument("place", type=_PLACE)
def verify(place: Path) -> None:
    """Read the copy at PLACE, in any form, from its first byte to its last."""
    try:
        found = verified(place)
    except NotMade as stopped:
        not_made(stopped, "The copy is not whole")
        return
    tell(f"The copy is whole: {found.files} {'file' if found.files == 1 else 'files'}.", bold=True)


@click.command(short_help="Make the plain folder from a locked book.")
@click.argument("place", type=_PLACE)
@click.option("--to", type=_PLACE, metavar="FOLDER", required=True, help="A new folder for the plain book.")
@click.option("--passphrase", prompt="Passphrase or recovery code", hide_input=True, help="Else it is asked for.")
def unlock(place: Path, to: Path, passphrase: str) -> None:
    """Open the locked book at PLACE and write the plain book to a new folder."""
    try:
        count = unlocked(place, passphrase, to)
    except NotMade as stopped:
        not_made(stopped, "Nothing is unlocked")
        return
    tell(f"{count} files in {to}. Open my book.html opens it.", bold=True)


@click.command(short_help="List the copies that were handed over.")
@click.argument("story", type=FOLDER)
def copies(story: Path) -> None:
    """List who has which book of STORY, in which form, since when."""
    try:
        for copy in read_copies(story):
            folder = story / "books" / copy.edition / "book.sha256"
            same = folder.is_file() and digest_of(folder) == copy.book
            state = f"lost on {copy.lost}" if copy.lost else "as the book is now" if same else "older than the book"
            tell(f"{copy.id}  {copy.form:9} {copy.given_to} ({state})")
    except NotMade as stopped:
        not_made(stopped, "The log of copies cannot be read")
