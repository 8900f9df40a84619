"""``lsbook audit``: which books to look at, a blank form for each, and what was found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, ON_DAY, PLACE, POLICY, TEXT
from lsbook.cli.terminal import echo, exit_with_problems, print_warnings
from lsbook.files.resources import find_templates
from lsbook.model.problem import ProblemsFound
from lsbook.practice.audit.draw import AuditRequest, AuditSample, draw_sample, format_sample
from lsbook.practice.audit.findings import collect_findings, format_findings
from lsbook.practice.work_pages import render_page, write_numbered_file
from lsbook.story_writing.slugs import make_slug


@click.command(short_help="Draw books to look at, and add up what was found.")
@click.argument("caseload", type=FOLDER)
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="Draw this many stories, with a form for each.")
@click.option("--seed", type=TEXT, default="", metavar="WORDS", help="The same words draw the same stories. [the day]")
@click.option("--each-plan", is_flag=True, help="With --sample: that many of each plan of permanence, and not in all.")
@click.option("--findings", is_flag=True, help="Add up what was found, and print what is good to share.")
@click.option("--to", type=PLACE, metavar="DIR", help="The folder for the forms. [audits in CASELOAD]")
@ON_DAY
@POLICY
def audit(
    caseload: Path, sample: int | None, seed: str, each_plan: bool, findings: bool, to: Path | None,
    on_day: date | None, policy: Path | None,
) -> None:  # fmt: skip
    """Draw stories of the folder CASELOAD for somebody else to look at, or add up what they wrote.

    For each story that is drawn there is a blank form with the standards of the policy; what is found goes into
    work/quality.yaml. Nothing is drawn by worker, filled in, or judged.
    """
    if (sample is None) == (not findings):
        raise click.UsageError("Say either --sample and how many, or --findings.")
    today = on_day or date.today()
    try:
        if sample is None:
            _print_findings(caseload, policy, today, to)
            return
        request = AuditRequest(caseload, sample, seed or today.isoformat(), today, each_plan, policy)
        drawn = draw_sample(request)
        folder = to or caseload / "audits"
        _write_forms(drawn, folder, caseload)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing can be looked at yet")
    echo(format_sample(drawn, request))
    echo(f"The forms are in {folder}.")


def _write_forms(drawn: AuditSample, folder: Path, caseload: Path) -> None:
    for story in drawn.drawn:
        page = render_page("audit.html", find_templates(caseload), {"story": story})
        write_numbered_file(folder, f"audit-{make_slug(story.path, 'story')}", ".html", page)


def _print_findings(caseload: Path, policy: Path | None, today: date, to: Path | None) -> None:
    counted = collect_findings(caseload, policy, today)
    text = format_findings(counted)
    echo(text)
    print_warnings(counted.problems)
    if to:
        file = write_numbered_file(to, "findings", ".txt", text + "\n")
        echo(f"It is in {file}.")
