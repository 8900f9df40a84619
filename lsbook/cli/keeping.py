"""Knowing where every copy is, and how it is: verify, unlock, passphrase, copies, lost, returned."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from lsbook.cli.build import DAY, FOLDER, TEXT
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.copies.lost import mark_lost
from lsbook.copies.private_content import PrivateContent, find_private_content, find_private_content_in_files
from lsbook.copies.returned import mark_returned as came_back
from lsbook.copies.status import compute_statuses
from lsbook.copies.workplace import check_story_folder, log_lock, os_errors_as_problems
from lsbook.exports.locked.header import read_header
from lsbook.exports.locked.keys import generate_passphrase, generate_recovery_code
from lsbook.exports.locked.strength import is_weak
from lsbook.exports.locked.unlock import check_free, read_names, relock
from lsbook.exports.locked.unlock import unlock as unlocked
from lsbook.exports.verify.copy import NoCopy
from lsbook.exports.verify.copy import verify_copy as verified
from lsbook.history.copy_records import read_copy_records
from lsbook.history.inventory import make_digester
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.pipeline import Project, load, load_policy
from lsbook.reading.copy_log import read_copies

PLACE = click.Path(path_type=Path)
_ASKED = "Passphrase or recovery code"
_MOST = 12
"""Lines of what a copy tells that the book tells no more."""


class MomentType(click.ParamType[datetime]):
    """A day, or a day and an hour; anything else is wrong use, in plain words."""

    name = "moment"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            return value if isinstance(value, datetime) else datetime.fromisoformat(value.strip()).replace(tzinfo=None)
        except ValueError:
            self.fail(f'"{value}" is no moment. Write it with its year first: 2026-11-22 14:30.', param, ctx)


MOMENT = MomentType()


@click.command(short_help="See whether a copy is still what was handed over.")
@click.argument("place", type=PLACE)
def verify(place: Path) -> None:
    """Read the copy or the archive at PLACE, in any form, from its first byte to its last."""
    try:
        found = verified(place)
    except NoCopy as stopped:
        exit_with_problems(stopped, "Nothing was looked at")
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "It is not whole")
    else:
        what = "archive" if found.archive else "copy"
        echo(f"The {what} is whole: {found.files} {'file' if found.files == 1 else 'files'}.", bold=True)


@click.command(short_help="Make the plain folder from a locked book.")
@click.argument("place", type=PLACE)
@click.option("--to", type=PLACE, metavar="FOLDER", required=True, help="A new folder for the plain book.")
def unlock(place: Path, to: Path) -> None:
    """Open the locked book at PLACE and write the plain book to a new folder. Asks for the passphrase."""
    try:
        read_header(place)
        check_free(to)
        words: str = click.prompt(_ASKED, hide_input=True)
        count = unlocked(place, words, to)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is unlocked")
        return
    echo(f'{count} files in {to}. "Open my book.html" opens it.', bold=True)
    echo("This folder has no lock. Delete it when it is no longer needed.")


@click.command(short_help="Give a locked book another passphrase.")
@click.argument("place", type=PLACE)
@click.option("--own-passphrase", is_flag=True, help="Ask for a passphrase, and make none.")
def passphrase(place: Path, own_passphrase: bool) -> None:
    """Give the locked book at PLACE another passphrase and another recovery code. Nothing else of it changes.

    Other copies of it still open with the old words.
    """
    code = generate_recovery_code()
    try:
        read_header(place)
        old: str = click.prompt(_ASKED, hide_input=True)
        new = _ask_passphrase(read_names(place, old)) if own_passphrase else generate_passphrase()

        def show() -> None:
            if not own_passphrase:
                echo(f"Passphrase:     {new}")
            echo(f"Recovery code:  {code}")

        relock(place, old, new, code, show)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The passphrase is as it was")
        return
    echo("They are shown once and kept nowhere. The old words and the old code no longer open this copy: a page that")
    echo("was printed with the code is worth nothing now, so write the new one down in its place, and give the new")
    echo("words to the reader apart from the stick. Other copies of the book still open with the old words.")


def _ask_passphrase(known: tuple[str, ...]) -> str:
    words: str = click.prompt("A passphrase of your own", hide_input=True, confirmation_prompt="Once more")
    if is_weak(words, known):
        what = "These words could be found out: names that stand in the book and famous phrases count for nothing."
        remedy = "Take five words that have nothing to do with each other."
        raise ProblemsFound((Problem(Location("passphrase"), what, remedy),))
    return words


@click.command(short_help="List the copies that were handed over, and which are out of date.")
@click.argument("story", type=FOLDER)
@click.option("--policy", type=PLACE, metavar="FILE", help="Your authority's policy file.")
def copies(story: Path, policy: Path | None) -> None:
    """List who has which book of STORY, in which form, since when, and whether it tells what the story tells now."""
    try:
        check_story_folder(story)
        listed = read_copies(story)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The log of copies cannot be read")
        return
    if not listed:
        echo("No copy has been handed over yet.")
        return
    told: Project | None = None
    try:
        told = load(story, policy)
    except ProblemsFound as stopped:
        count = f"{len(stopped.problems)} {'problem' if len(stopped.problems) == 1 else 'problems'}"
        echo(f"The story has {count}, so nothing can be compared: see lsbook build.", err=True)
    longest = max(len(copy.id) for copy in listed)
    for one in compute_statuses(told, listed, read_copy_records(story), make_digester(story), date.today()):
        copy = one.copy
        echo(f"{copy.id:{longest}}  {copy.form:8}  {copy.given_to or 'nobody named'}: {one.state}")
        if one.removed_lines:
            echo("    It tells what the book does not tell today. Think of asking for it back:")
            for line in one.removed_lines[:_MOST]:
                echo(f"      {line}")
            if len(one.removed_lines) > _MOST:
                echo(f"      and {len(one.removed_lines) - _MOST} more")
        if copy.hint and not copy.is_gone:
            echo(f"    hint for its passphrase: {copy.hint}")


@click.command(short_help="Say that a copy is lost: what it tells, what to do, whom to tell.")
@click.argument("story", type=FOLDER)
@click.argument("copy")
@click.option(
    "--noticed",
    type=MOMENT,
    metavar="MOMENT",
    help="When somebody noticed: 2026-11-22 14:30. Now, if left out.",
)
@click.option("--where", type=TEXT, metavar="WORDS", default="", help="Where it was last known to be.")
@click.option("--policy", type=PLACE, metavar="FILE", help="Your authority's policy file.")
def lost(story: Path, copy: str, noticed: datetime | None, where: str, policy: Path | None) -> None:
    """Mark COPY of STORY as lost, and write down what it tells, what to do and whom to tell by when."""
    try:
        check_story_folder(story)
        notices = load_policy(story, policy)[0].notices
        with os_errors_as_problems(story):
            done = mark_lost(story, copy, noticed, notices, where, _find_private_content(story, policy))
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is changed")
        return
    echo(f"Read this now, it says whom to tell by when: {done.report}", bold=True)
    if done.problems:
        day = (noticed or datetime.now()).date()
        exit_with_problems(
            ProblemsFound(done.problems),
            f"Write {done.key}: {day} below its id in the log, by hand. There it is not marked",
        )
    echo(f"Marked as lost: {copy}.")


@click.command(short_help="Say that a copy came back, or was destroyed.")
@click.argument("story", type=FOLDER)
@click.argument("copy")
@click.option("--on", type=DAY, metavar="DAY", help="When that was. Today if left out.")
@click.option("--destroyed", is_flag=True, help="Nobody has it: what was on the stick or the paper is gone.")
def returned(story: Path, copy: str, on: date | None, destroyed: bool) -> None:
    """Write into the log that COPY of STORY came back to you, or, with --destroyed, that it is no more.

    A copy that came back can be destroyed later, and one that was lost can be found: each is said by itself.
    """
    try:
        check_story_folder(story)
        with os_errors_as_problems(story), log_lock(story):
            came_back(story, copy, on or date.today(), destroyed=destroyed)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is changed")
        return
    echo(f"Written down: {copy} {'is destroyed' if destroyed else 'came back'}.", bold=True)


def _find_private_content(story: Path, policy: Path | None) -> PrivateContent:
    """A lost copy is urgent: where the story cannot be read just now, the report comes all the same."""
    try:
        project = load(story, policy)
    except ProblemsFound:
        return find_private_content_in_files(story)
    return find_private_content(
        project, tuple(band.name for band in project.policy.bands), make_digester(story), date.today()
    )
