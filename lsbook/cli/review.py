"""``lsbook review``: one page for whoever reads a story through and signs."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, ON_DAY, PLACE, POLICY
from lsbook.cli.progress import make_progress
from lsbook.cli.terminal import echo, exit_with_problems, print_warnings
from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import load
from lsbook.review.page import check_place, make_review_page, render_review, write_review


@click.command(short_help="Make one page for whoever reads it through and signs.")
@click.argument("story", type=FOLDER)
@click.option("--to", type=PLACE, metavar="FILE", help="Where the page goes. [work/review.html in the story]")
@ON_DAY
@POLICY
def review(story: Path, to: Path | None, on_day: date | None, policy: Path | None) -> None:
    """Make one page about STORY for the manager or second reader who signs.

    Every fact, chapter and photo with the words of each age side by side; what is held back and why; hard news and who
    tells it; gaps, permissions, approvals; what lsbook check finds; lines to sign. What is only the child's is not on
    it. It is for workers, and handover gives it to nobody.
    """
    file = to or story / "work" / "review.html"
    try:
        check_place(file, story)
        project = load(story, policy)
        with contextlib.ExitStack() as bars:
            page = make_review_page(project, on_day or date.today(), make_progress(bars))
        write_review(render_review(page, project.templates), file)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "No page is made")
    print_warnings(page.warnings)
    echo(f"The page is {file}. It tells what is held back too: it is for workers, and goes to no family.")
