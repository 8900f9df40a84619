"""``lsbook due``: what is due for a child, or for everybody in a caseload."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import DURATION, FOLDER, ON_DAY, PLACE, POLICY, TEXT
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.model.problem import ProblemsFound
from lsbook.model.rhythm import Duration
from lsbook.practice.cases import is_story
from lsbook.practice.due.csv_file import write_csv
from lsbook.practice.due.lists import DueRequest, make_caseload_list, make_story_list
from lsbook.practice.due.screen_text import format_list


@click.command(short_help="See what is due for a child, or for everybody.")
@click.argument("story", metavar="STORY|CASELOAD", type=FOLDER)
@click.option("--within", type=DURATION, default="3 months", metavar="TIME", help="How far ahead. [3 months]")
@click.option("--worker", type=TEXT, default="", metavar="NAME", help="Only this worker's children, on the screen.")
@click.option("--team", type=TEXT, default="", metavar="NAME", help="Only the children of this team.")
@click.option("--csv", "csv_file", type=PLACE, metavar="FILE", help="Write the list into a file, too.")
@ON_DAY
@POLICY
def due(
    story: Path,
    within: Duration,
    worker: str,
    team: str,
    csv_file: Path | None,
    on_day: date | None,
    policy: Path | None,
) -> None:
    """List what is late and what is due soon for the child of STORY, or for everybody in the folder CASELOAD.

    First comes whether the child is all right, then what the child is owed an answer to, then what was promised by a
    day, what comes round again, and the rest. Nothing in the list is a word of the child.
    """
    if worker and csv_file:
        raise click.UsageError("--worker prints to the screen only: no file lists what a worker did. Leave out --csv.")
    request = DueRequest(story, on_day or date.today(), within, worker, team, policy)
    try:
        listed = make_story_list(request) if is_story(story) else make_caseload_list(request)
        if csv_file:
            write_csv(listed, csv_file)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing can be listed yet")
    echo(format_list(listed))
    if csv_file:
        echo(f"\nThe list is in {csv_file}.")
