"""``lsbook returned``: a copy that came back, or was destroyed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cache.work import log_lock
from lsbook.cli.parameters import DAY, FOLDER
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.copies.returned import mark_returned
from lsbook.files.disk_errors import os_errors_as_problems
from lsbook.files.folders import check_story_folder
from lsbook.model.problem import ProblemsFound


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
            mark_returned(story, copy, on or date.today(), destroyed=destroyed)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is changed")
    echo(f"Written down: {copy} {'is destroyed' if destroyed else 'came back'}.", bold=True)
