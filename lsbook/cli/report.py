"""``lsbook report``: which children are, or have been, engaged, and what they say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, ON_DAY, PLACE, POLICY
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.files.resources import find_templates
from lsbook.model.problem import ProblemsFound
from lsbook.practice.due.screen_text import describe_unknown_plan
from lsbook.practice.report.files import write_report
from lsbook.practice.report.report import Report, ReportRequest, make_report
from lsbook.practice.report.rows import describe_unreadable
from lsbook.practice.report.screen_text import format_report
from lsbook.practice.report.states import CaseState


@click.command(short_help="See which children are engaged, over a whole caseload.")
@click.argument("caseload", type=FOLDER)
@click.option(
    "--list", "children", type=PLACE, metavar="FILE", help="Your list of children. [children.csv in CASELOAD]"
)
@click.option("--to", type=PLACE, metavar="DIR", help="Write the page, a table and data into this folder.")
@click.option("--names", is_flag=True, help="With names and folders, in place of initials alone.")
@click.option("--for-others", is_flag=True, help="Totals only, with small numbers hidden, for people outside.")
@ON_DAY
@POLICY
def report(
    caseload: Path,
    children: Path | None,
    to: Path | None,
    names: bool,
    for_others: bool,
    on_day: date | None,
    policy: Path | None,
) -> None:
    """Count what the stories in the folder CASELOAD say of their work, as it is on a day.

    Each child is counted once. Nothing in it ranks workers, grades anybody, or says that the work was the cause of what
    children say.
    """
    if names and for_others:
        raise click.UsageError("--for-others prints totals only: leave out --names.")
    try:
        counted = make_report(ReportRequest(caseload, on_day or date.today(), children, policy))
        if to:
            write_report(counted, to, find_templates(caseload), names=names, for_others=for_others)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing can be reported yet")
    echo(format_report(counted, for_others=for_others))
    if not for_others:
        _print_remarks(counted)
    if to:
        echo(f"The page, a table and data are in {to}.")


def _print_remarks(counted: Report) -> None:
    """Say what keeps the numbers from being whole."""
    for row in counted.rows:
        if row.state is CaseState.UNREADABLE:
            echo(describe_unreadable(row), err=True)
    for plan in dict.fromkeys(row.unknown_plan for row in counted.rows if row.unknown_plan):
        echo(describe_unknown_plan(plan), err=True)
