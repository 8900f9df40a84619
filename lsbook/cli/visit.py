"""``lsbook visit``: one page for before and during a visit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, ON_DAY, PLACE, POLICY
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.model.problem import ProblemsFound
from lsbook.practice.open_case import open_case
from lsbook.practice.sessions.visit import make_visit_page
from lsbook.practice.work_pages import render_page, write_numbered_file


@click.command(short_help="Make one page for before and during a visit.")
@click.argument("story", type=FOLDER)
@click.option("--to", type=PLACE, metavar="DIR", help="The folder for the page. [work/visits in the story]")
@ON_DAY
@POLICY
def visit(story: Path, to: Path | None, on_day: date | None, policy: Path | None) -> None:
    """Make one A4 page for the next visit to the child of STORY.

    What last time left open, questions without an answer, what has been told and what has not, one thing to do, what to
    do if it is a no, if there are tears or harm is told of, and blank lines for the session.
    """
    today = on_day or date.today()
    try:
        opened = open_case(story, policy)
        visit_page = make_visit_page(opened.project, opened.case, today)
        page = render_page("visit.html", opened.project.templates, {"visit": visit_page})
        file = write_numbered_file(to or story / "work" / "visits", f"visit-{today.isoformat()}", ".html", page)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "No page is made")
    echo(f"The page is {file}. Print it, and take it along.")
