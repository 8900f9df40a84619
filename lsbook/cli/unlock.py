"""``lsbook unlock``: the plain folder of a locked book."""

from __future__ import annotations

from pathlib import Path

import click

from lsbook.cli.parameters import PLACE
from lsbook.cli.passphrase_prompt import ask_known_passphrase
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.exports.locked import unlock as locked_book
from lsbook.exports.locked.header import read_header
from lsbook.model.problem import ProblemsFound


@click.command(short_help="Make the plain folder from a locked book.")
@click.argument("place", type=PLACE)
@click.option("--to", type=PLACE, metavar="FOLDER", required=True, help="A new folder for the plain book.")
def unlock(place: Path, to: Path) -> None:
    """Open the locked book at PLACE and write the plain book to a new folder. Asks for the passphrase."""
    try:
        read_header(place)
        locked_book.check_free(to)
        count = locked_book.unlock(place, ask_known_passphrase(), to)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is unlocked")
    echo(f'{count} files in {to}. "Open my book.html" opens it.', bold=True)
    echo("This folder has no lock. Delete it when it is no longer needed.")
