"""``lsbook verify``: whether a copy is still what was handed over."""

from __future__ import annotations

from pathlib import Path

import click

from lsbook.cli.parameters import PLACE
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.exports.verify.copy import NoCopy, verify_copy
from lsbook.model.problem import ProblemsFound


@click.command(short_help="See whether a copy is still what was handed over.")
@click.argument("place", type=PLACE)
def verify(place: Path) -> None:
    """Read the copy or the archive at PLACE, in any form, from its first byte to its last."""
    try:
        verified = verify_copy(place)
    except NoCopy as stopped:
        exit_with_problems(stopped, "Nothing was looked at")
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "It is not whole")
    else:
        what = "archive" if verified.archive else "copy"
        echo(f"The {what} is whole: {verified.files} {'file' if verified.files == 1 else 'files'}.", bold=True)
