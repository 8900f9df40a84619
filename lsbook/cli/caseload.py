"""``lsbook caseload``: is what is counted whole?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, ON_DAY, POLICY
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.model.problem import ProblemsFound
from lsbook.practice.caseload.overview import format_overview, survey_caseload


@click.command(short_help="See whether what is counted is whole.")
@click.argument("folder", type=FOLDER)
@ON_DAY
@POLICY
def caseload(folder: Path, on_day: date | None, policy: Path | None) -> None:
    """Look through the stories in FOLDER: how many, which policies are in force, and what would be counted wrongly.

    One child twice, two versions of a file, stories that cannot be read, plans that are missing: by the names of their
    folders only.
    """
    try:
        overview = survey_caseload(folder, policy, on_day or date.today())
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing can be counted yet")
    echo(format_overview(overview))
