"""``lsbook copies``: who has which book, and which copies are out of date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, POLICY
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.copies.status import CopyStatus, compute_statuses
from lsbook.files.folders import check_story_folder
from lsbook.history.copy_contents import read_copy_records
from lsbook.history.inventory import make_digester
from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import Project, load
from lsbook.reading.copy_log import read_copies

_MOST = 12
"""Lines of what a copy tells that the book tells no more."""


@click.command(short_help="List the copies that were handed over, and which are out of date.")
@click.argument("story", type=FOLDER)
@POLICY
def copies(story: Path, policy: Path | None) -> None:
    """List who has which book of STORY, in which form, since when, and whether it tells what the story tells now."""
    try:
        check_story_folder(story)
        logged = read_copies(story)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The log of copies cannot be read")
    if not logged:
        echo("No copy has been handed over yet.")
        return
    project = _load_if_possible(story, policy)
    width = max(len(copy.id) for copy in logged)
    for status in compute_statuses(project, logged, read_copy_records(story), make_digester(story), date.today()):
        _print_status(status, width)


def _load_if_possible(story: Path, policy: Path | None) -> Project | None:
    """Load the story; copies are listed without being compared where it has problems."""
    try:
        return load(story, policy)
    except ProblemsFound as stopped:
        count = f"{len(stopped.problems)} {'problem' if len(stopped.problems) == 1 else 'problems'}"
        echo(f"The story has {count}, so nothing can be compared: see lsbook build.", err=True)
        return None


def _print_status(status: CopyStatus, width: int) -> None:
    copy = status.copy
    echo(f"{copy.id:{width}}  {copy.copy_format:8}  {copy.given_to or 'nobody named'}: {status.state}")
    if status.removed_lines:
        echo("    It tells what the book does not tell today. Think of asking for it back:")
        for line in status.removed_lines[:_MOST]:
            echo(f"      {line}")
        if len(status.removed_lines) > _MOST:
            echo(f"      and {len(status.removed_lines) - _MOST} more")
    if copy.hint and not copy.is_gone:
        echo(f"    hint for its passphrase: {copy.hint}")
