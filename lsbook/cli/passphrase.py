"""``lsbook passphrase``: another passphrase for a locked book."""

from __future__ import annotations

from pathlib import Path

import click

from lsbook.cli.parameters import PLACE
from lsbook.cli.passphrase_prompt import ask_known_passphrase, ask_own_passphrase
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.exports.locked.header import read_header
from lsbook.exports.locked.keys import generate_passphrase, generate_recovery_code
from lsbook.exports.locked.strength import is_weak
from lsbook.exports.locked.unlock import read_names, relock
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.copies import WEAK_PASSPHRASE


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
        old = ask_known_passphrase()
        new = _ask_passphrase(read_names(place, old)) if own_passphrase else generate_passphrase()

        def show() -> None:
            if not own_passphrase:
                echo(f"Passphrase:     {new}")
            echo(f"Recovery code:  {code}")

        relock(place, old, new, code, show)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The passphrase is as it was")
    echo("They are shown once and kept nowhere. The old words and the old code no longer open this copy: a page that")
    echo("was printed with the code is worth nothing now, so write the new one down in its place, and give the new")
    echo("words to the reader apart from the stick. Other copies of the book still open with the old words.")


def _ask_passphrase(known: tuple[str, ...]) -> str:
    words = ask_own_passphrase()
    if is_weak(words, known):
        what = "These words could be found out: names that stand in the book and famous phrases count for nothing."
        remedy = "Take five words that have nothing to do with each other."
        raise WEAK_PASSPHRASE.make_error(Location("passphrase"), what, remedy)
    return words
