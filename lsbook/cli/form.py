"""``lsbook form``: a session as a form, for people who use no terminal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, ON_DAY, PLACE, POLICY
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.model.problem import ProblemsFound
from lsbook.practice.open_case import open_case
from lsbook.practice.sessions.form import FormKind, make_form
from lsbook.practice.work_pages import render_page, write_numbered_file


@click.command(short_help="Make a form of a session, for a screen and for paper.")
@click.argument("story", type=FOLDER)
@click.option(
    "--for", "kind", type=click.Choice([str(kind) for kind in FormKind]), required=True, help="Who fills it in."
)
@click.option("--to", type=PLACE, metavar="DIR", help="The folder for the form. [work/forms in the story]")
@ON_DAY
@POLICY
def form(story: Path, kind: str, to: Path | None, on_day: date | None, policy: Path | None) -> None:
    """Make a form about the child of STORY, as one page that works without the internet and prints on paper.

    What it saves is taken in by lsbook receive, so that everything is typed once.
    """
    try:
        opened = open_case(story, policy)
        case, question = opened.case, opened.project.policy.question
        session_form = make_form(FormKind(kind), case.facts.name, question, case.plan.worker)
        page = render_page("form.html", opened.project.templates, {"form": session_form}, "form.js")
        file = write_numbered_file(to or story / "work" / "forms", f"{kind}-form", ".html", page)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "No form is made")
    echo(f"The form is {file}. What it saves:  lsbook receive {story} FILE")
