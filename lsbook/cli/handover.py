"""``lsbook handover``: a copy of a finished book, to a stick or any folder, and who has it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
from msgspec.structs import replace

from lsbook.checks.craft.starter import STARTER_TEXT
from lsbook.checks.other_readers import is_read_at_home
from lsbook.cli.parameters import DAY, FOLDER, ON_DAY, PLACE, POLICY, TEXT, check_edition
from lsbook.cli.passphrase_prompt import ask_own_passphrase
from lsbook.cli.terminal import echo, exit_with_problems, print_problems
from lsbook.copies import log
from lsbook.copies.handover import (
    HandoverRequest,
    HandoverResult,
    PreparedCopy,
    check_passphrase,
    hand_over,
    handover_lock,
    prepare,
)
from lsbook.exports.locked.recovery_sheet import write_sheet
from lsbook.model.consents import Consents
from lsbook.model.edition import Policy
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import CopyFormat, CopyProtection
from lsbook.pipeline import Project, load
from lsbook.reading.decode_text import clean_input


class CopyFormatType(click.Choice[CopyFormat]):
    """A format, written as it is in the log."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> CopyFormat:
        """Return the format; plain is the folder as it is."""
        return super().convert(CopyFormat.FOLDER if value == str(CopyProtection.PLAIN) else value, param, ctx)

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:
        """Return the word for ``choice``: click would take the name of the member."""
        return str(choice)


COPY_FORMAT = CopyFormatType(tuple(CopyFormat))


@click.command(short_help="Hand a finished book over, and write down who has it.")
@click.argument("story", type=FOLDER)
@click.option("--edition", metavar="NAME", required=True, help="Which finished book.")
@click.option("--to", type=PLACE, metavar="FOLDER", required=True, help="The stick, or any folder.")
@click.option("--as", "copy_format", type=COPY_FORMAT, help="In which form: locked, plain (the folder), or another.")
@click.option("--given-to", type=TEXT, metavar="NAME", default="", help="Who gets it.")
@click.option("--by", type=TEXT, metavar="NAME", default="", help="Who hands it over.")
@click.option("--second-reader", type=TEXT, metavar="NAME", default="", help="Who else read it before it goes.")
@click.option("--child-asked", "asked", type=DAY, metavar="DAY", help="When the child was asked, if others get it.")
@click.option("--also-reads", type=TEXT, metavar="NAMES", default="", help="Who else will read it where it goes.")
@click.option("--reason", type=TEXT, metavar="WORDS", default="", help="Why it goes without what the policy asks for.")
@click.option(
    "--instead-of", type=TEXT, metavar="COPY", default="", help="The lost copy that this one takes the place of."
)
@click.option("--own-passphrase", is_flag=True, help="Of a locked book: ask for a passphrase, and make none.")
@click.option(
    "--hint", type=TEXT, metavar="WORDS", default="", help="What helps to remember the passphrase. Never the words."
)
@click.option("--sheet", type=PLACE, metavar="FILE", help="Of a locked book: a page to print, with the recovery code.")
@click.option("--replace", "over", is_flag=True, help="Put it in the place of a copy that is not of this story's log.")
@ON_DAY
@POLICY
def handover(
    story: Path, edition: str, to: Path, copy_format: CopyFormat | None, given_to: str, by: str, second_reader: str,
    asked: date | None, also_reads: str, reason: str, instead_of: str, own_passphrase: bool, hint: str,
    sheet: Path | None, over: bool, on_day: date | None, policy: Path | None,
) -> None:  # fmt: skip
    """Hand over a copy of the finished book of STORY.

    It is copied, flushed and read back; then you are told that the stick may be taken out. The log of copies,
    work/copies.yaml, keeps who has which book, in which form, since when, and who agreed.
    """
    consents = Consents(by, second_reader, asked, reason, also_reads)
    try:
        project = load(story, policy)
        check_edition(edition, project.policy)
        needs_lock = own_passphrase or sheet is not None or bool(hint)
        copy_format, unlocked_by = _choose_format(copy_format, by, project.policy, needs_lock)
        consents = _ask_who_reads(project, edition, consents)
        request = HandoverRequest(
            story, edition, to, copy_format, consents, given_to, hint, instead_of, sheet, over, unlocked_by, on_day
        )
        with handover_lock(request) as new_folder:
            ready = prepare(project, request)
            _warn_before(ready, new_folder)
            words = _ask_passphrase(project, request) if own_passphrase else ""
            if words:  # it may have taken a while: is all still as it was?
                ready = prepare(load(story, policy), request)
            with contextlib.ExitStack() as bars:
                done = hand_over(ready, words, lambda size: _make_progress(bars, size))
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is handed over")
    except KeyboardInterrupt:
        echo("\nStopped. What has a name that begins with not-whole- is no copy: delete it.", err=True)
        sys.exit(1)
    _report(done, copy_format, own=bool(words), sheet=sheet)


def _report(result: HandoverResult, copy_format: CopyFormat, *, own: bool, sheet: Path | None) -> None:
    """Say where the copy is, what opens it, and where it is logged."""
    print_problems(result.warnings)
    echo(f"The copy is whole: {result.place}", bold=True)
    if copy_format is CopyFormat.LOCKED:
        _print_keys(result, own=own, sheet=sheet)
    else:
        _print_format(copy_format)
    if result.log_problems:
        _exit_unlogged(result)
    echo(f"Written in {log.LOG} as {result.copy.id}. You can take the stick out now.")


def _ask_who_reads(project: Project, edition: str, consents: Consents) -> Consents:
    """Ask who else will read the copy, where somebody sits at the computer and it goes to where the child lives."""
    if consents.also_reads or not sys.stdin.isatty() or not is_read_at_home(project.story, project.policy, edition):
        return consents
    asked = click.prompt("Who else will read this copy where it goes? (names, or nobody)", default="", err=True)
    return replace(consents, also_reads=clean_input(asked))


_FORMATS = """Say how it leaves, with --as:
  locked  only who has the passphrase can read it; whoever finds the stick cannot. A lost stick harms nobody.
  plain   whoever finds the stick can read the child's whole story. The log says who chose it."""


def _choose_format(copy_format: CopyFormat | None, by: str, policy: Policy, needs_lock: bool) -> tuple[CopyFormat, str]:
    """Return the format of the copy, and who chose that it goes unlocked; asks where nobody has said it.

    ``needs_lock``: what only a locked book has was asked for. Raises ``click.UsageError`` where nobody can be asked.
    """
    chosen_by = by
    if copy_format is None and policy.handover_as is not None:
        copy_format = CopyFormat.LOCKED if policy.handover_as is CopyProtection.LOCKED else CopyFormat.FOLDER
        chosen_by = "the policy"
    if copy_format is None:
        if not sys.stdin.isatty():
            raise click.UsageError(_FORMATS)
        echo(_FORMATS)
        chosen = click.prompt("Which", type=click.Choice([str(protection) for protection in CopyProtection]), err=True)
        copy_format = CopyFormat.LOCKED if chosen == CopyProtection.LOCKED else CopyFormat.FOLDER
    _check_locked_options(copy_format, needs_lock)
    if copy_format is not CopyFormat.LOCKED and not chosen_by:
        echo("It goes unlocked, and nobody is named who chose that. Say it with --by: the log keeps it.", err=True)
    return copy_format, "" if copy_format is CopyFormat.LOCKED else chosen_by


def _check_locked_options(copy_format: CopyFormat, is_asked_for: bool) -> None:
    if is_asked_for and copy_format is not CopyFormat.LOCKED:
        raise click.BadParameter("A passphrase, its hint and its page belong to --as locked.", param_hint="--as")


def _warn_before(prepared: PreparedCopy, new_folder: bool) -> None:
    print_problems(prepared.warnings)
    is_begun = any(problem.rule == STARTER_TEXT.id for problem in prepared.warnings)
    if is_begun and sys.stdin.isatty() and not click.confirm("Words of a new story stand in it. Still?", err=True):
        echo("Nothing is handed over.", err=True)
        sys.exit(1)
    if not prepared.copy.given_to:
        echo("Nobody is named who gets this copy. Say it with --given-to, so that it can be found again.", err=True)
    if new_folder:
        echo(f"There is no folder {prepared.request.to}: it is made new. A stick that is in would be there.", err=True)
        if sys.stdin.isatty() and not click.confirm("Is it where you mean?", err=True):
            echo("Nothing is handed over.", err=True)
            sys.exit(1)


def _ask_passphrase(project: Project, request: HandoverRequest) -> str:
    words = ask_own_passphrase()
    check_passphrase(project, request, words)
    return words


def _make_progress(bars: contextlib.ExitStack, size: int) -> Callable[[int, int], None]:
    """A bar over all bytes, copied and read back."""
    if not sys.stderr.isatty():
        return lambda _done, _total: None
    bar = bars.enter_context(click.progressbar(length=2 * size, label="Copying and reading back", file=sys.stderr))
    return lambda done, _total: bar.update(done - bar.pos) if done > bar.pos else None


def _exit_unlogged(result: HandoverResult) -> None:
    """The copy is made: whatever becomes of the log, nobody is told that it is not."""
    print_problems(result.log_problems)
    echo(f"The copy is made and whole, but it is not in the log. Write these lines into {log.LOG}:", err=True)
    echo(log.format_entry(result.copy), err=True)
    sys.exit(1)


def _print_format(copy_format: CopyFormat) -> None:
    echo("It is not locked: whoever finds it can read it.")
    if copy_format is CopyFormat.STORY:
        echo("It is a story to go on with. Read again, it gave this book. READ ME FIRST.txt says how to go on.")


def _print_keys(result: HandoverResult, *, own: bool, sheet: Path | None) -> None:
    if not own:
        echo(f"Passphrase:     {result.export.passphrase}")
    echo(f"Recovery code:  {result.export.code}")
    if sheet is not None:
        try:
            echo(f"To print:       {write_sheet(sheet, result.export.code, result.copy)} (then delete this file)")
        except ProblemsFound as stopped:
            print_problems(stopped.problems)
    echo("They are shown once and kept nowhere. Give the passphrase apart from the stick: by telephone, or on paper")
    echo("another day. Print the recovery code and keep it where the child's file is kept, never with the stick.")
