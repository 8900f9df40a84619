"""``lsbook lost``: a copy that nobody can find."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, MOMENT, POLICY, TEXT
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.copies.lost import mark_lost
from lsbook.copies.private_content import PrivateContent, find_private_content, find_private_content_in_files
from lsbook.files.disk_errors import os_errors_as_problems
from lsbook.files.folders import check_story_folder
from lsbook.history.inventory import make_digester
from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import load
from lsbook.reading import load_policy


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
@POLICY
def lost(story: Path, copy: str, noticed: datetime | None, where: str, policy: Path | None) -> None:
    """Mark COPY of STORY as lost, and write down what it tells, what to do and whom to tell by when."""
    try:
        check_story_folder(story)
        notices = load_policy(story, policy)[0].notices
        with os_errors_as_problems(story):
            done = mark_lost(story, copy, noticed, notices, where, _find_private_content(story, policy))
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is changed")
    echo(f"Read this now, it says whom to tell by when: {done.report}", bold=True)
    if done.problems:
        day = (noticed or datetime.now()).date()
        exit_with_problems(
            ProblemsFound(done.problems),
            f"Write {done.key}: {day} below its id in the log, by hand. There it is not marked",
        )
    echo(f"Marked as lost: {copy}.")


def _find_private_content(story: Path, policy: Path | None) -> PrivateContent:
    """A lost copy is urgent: where the story cannot be read just now, the report comes all the same."""
    try:
        project = load(story, policy)
    except ProblemsFound:
        return find_private_content_in_files(story)
    return find_private_content(
        project, tuple(band.name for band in project.policy.bands), make_digester(story), date.today()
    )
