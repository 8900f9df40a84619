"""``lsbook handover``: a copy of a finished book, to a stick or any folder, and who has it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from lsbook.cli.build import DAY, FOLDER, WORDS
from lsbook.cli.edition_names import check_edition
from lsbook.cli.terminal import not_made, tell, tell_problems
from lsbook.copies import log
from lsbook.copies.handover import HandedOver, Handing, Ready, by_itself, check_passphrase, hand_over, made_ready
from lsbook.copies.requirements import Agreed
from lsbook.exports.forms import FORMS, LOCKED
from lsbook.exports.locked.recovery_sheet import write_sheet
from lsbook.model.problem import NotMade
from lsbook.pipeline import Read, read

PLACE = click.Path(path_type=Path)


@click.command(short_help="Hand a finished book over, and write down who has it.")
@click.argument("story", type=FOLDER)
@click.option("--edition", metavar="NAME", required=True, help="Which finished book.")
@click.option("--to", type=PLACE, metavar="FOLDER", required=True, help="The stick, or any folder.")
@click.option("--as", "form", type=click.Choice(FORMS), default="folder", show_default=True, help="In which form.")
@click.option("--given-to", type=WORDS, metavar="NAME", default="", help="Who gets it.")
@click.option("--by", type=WORDS, metavar="NAME", default="", help="Who hands it over.")
@click.option("--second-reader", type=WORDS, metavar="NAME", default="", help="Who else read it before it goes.")
@click.option("--child-asked", "asked", type=DAY, metavar="DAY", help="When the child was asked, if others get it.")
@click.option("--reason", type=WORDS, metavar="WORDS", default="", help="Why it goes without what the policy asks for.")
@click.option(
    "--instead-of", type=WORDS, metavar="COPY", default="", help="The lost copy that this one takes the place of."
)
@click.option("--own-passphrase", is_flag=True, help="Of a locked book: ask for a passphrase, and make none.")
@click.option(
    "--hint", type=WORDS, metavar="WORDS", default="", help="What helps to remember the passphrase. Never the words."
)
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
    agreed = Agreed(by, second_reader, asked, reason)
    wish = Handing(story, edition, to, form, agreed, given_to, hint, instead_of, sheet, over)
    try:
        told = read(story, policy)
        check_edition(edition, told.policy)
        with by_itself(wish) as new_folder:
            ready = made_ready(told, wish)
            _tell_before(ready, new_folder)
            words = _own(told, wish) if own_passphrase else ""
            if words:  # it may have taken a while: is all still as it was?
                ready = made_ready(read(story, policy), wish)
            with contextlib.ExitStack() as bars:
                done = hand_over(ready, words, lambda size: _progress(bars, size))
    except NotMade as stopped:
        not_made(stopped, "Nothing is handed over")
        return
    except KeyboardInterrupt:
        tell("\nStopped. What has a name that begins with not-whole- is no copy: delete it.", err=True)
        sys.exit(1)
    tell_problems(done.warnings)
    tell(f"The copy is whole: {done.place}", bold=True)
    if form == LOCKED:
        _tell_the_key(done, own=bool(words), sheet=sheet)
    else:
        tell("It is not locked: whoever finds it can read it.")
    if done.unlogged:
        _tell_unlogged(done)
    tell(f"Written in {log.LOG} as {done.copy.id}. You can take the stick out now.")


def _only_locked(form: str, asked_for: bool) -> None:
    if asked_for and form != LOCKED:
        raise click.BadParameter("A passphrase, its hint and its page belong to --as locked.", param_hint="--as")


def _tell_before(ready: Ready, new_folder: bool) -> None:
    tell_problems(ready.warnings)
    if not ready.copy.given_to:
        tell("Nobody is named who gets this copy. Say it with --given-to, so that it can be found again.", err=True)
    if new_folder:
        tell(f"There is no folder {ready.asked.to}: it is made new. A stick that is in would be there.", err=True)
        if sys.stdin.isatty() and not click.confirm("Is it where you mean?", err=True):
            tell("Nothing is handed over.", err=True)
            sys.exit(1)


def _own(told: Read, wish: Handing) -> str:
    words: str = click.prompt("A passphrase of your own", hide_input=True, confirmation_prompt="Once more")
    check_passphrase(told, wish, words)
    return words


def _progress(bars: contextlib.ExitStack, size: int) -> Callable[[int, int], None]:
    """A bar over all bytes, copied and read back."""
    if not sys.stderr.isatty():
        return lambda _done, _total: None
    bar = bars.enter_context(click.progressbar(length=2 * size, label="Copying and reading back", file=sys.stderr))
    return lambda done, _total: bar.update(done - bar.pos) if done > bar.pos else None


def _tell_unlogged(done: HandedOver) -> None:
    """The copy is made: whatever becomes of the log, nobody is told that it is not."""
    tell_problems(done.unlogged)
    tell(f"The copy is made and whole, but it is not in the log. Write these lines into {log.LOG}:", err=True)
    tell(log.entry_of(done.copy), err=True)
    sys.exit(1)


def _tell_the_key(done: HandedOver, *, own: bool, sheet: Path | None) -> None:
    if not own:
        tell(f"Passphrase:     {done.made.passphrase}")
    tell(f"Recovery code:  {done.made.code}")
    if sheet is not None:
        try:
            tell(f"To print:       {write_sheet(sheet, done.made.code, done.copy)} (then delete this file)")
        except NotMade as stopped:
            tell_problems(stopped.problems)
    tell("They are shown once and kept nowhere. Give the passphrase apart from the stick: by telephone, or on paper")
    tell("another day. Print the recovery code and keep it where the child's file is kept, never with the stick.")
