"""``lsbook ask``: a page for somebody who remembers the child."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, ON_DAY, PLACE, POLICY, TEXT
from lsbook.cli.terminal import echo, exit_with_problems, print_problems
from lsbook.model.problem import ProblemsFound
from lsbook.practice.asking.form import AskForm, AskRequest, format_message, make_ask_form
from lsbook.practice.asking.rows import add_row
from lsbook.practice.asking.words import strip_isolates
from lsbook.practice.open_case import OpenCase, open_case
from lsbook.practice.work_pages import render_page, write_numbered_file
from lsbook.story_writing.slugs import make_slug

_PLACE = Path("work") / "asked"


class AskAs(StrEnum):
    """As what it is made."""

    PAGE = "page"
    MESSAGE = "message"


@click.command(short_help="Ask somebody who remembers the child.")
@click.argument("story", type=FOLDER)
@click.argument("person", type=TEXT)
@click.option(
    "--what", type=TEXT, multiple=True, metavar="TEXT", help="Something to ask, before the policy's questions."
)
@click.option("--as", "form", type=click.Choice(tuple(map(str, AskAs))), default="page", show_default=True)
@click.option("--to", type=PLACE, metavar="DIR", help="The folder for it. [work/asked in the story]")
@click.option(
    "--language", type=TEXT, default="", metavar="TAG", help="The language of whoever is asked. [the story's]"
)
@click.option("--call", type=TEXT, default="", metavar="NAME", help="How they are called, if not as in the story.")
@ON_DAY
@POLICY
def ask(
    story: Path, person: str, what: tuple[str, ...], form: str, to: Path | None, language: str, call: str,
    on_day: date | None, policy: Path | None,
) -> None:  # fmt: skip
    """Make a page with which PERSON, somebody in STORY, is asked what they remember of the child.

    On it stand their name, the child's name and the questions, and for a former carer the dates when the child lived
    with them: nothing else of the story. It works without the internet, and on paper. A message is the same as plain
    text, for a letter or a telephone. That they were asked is written into work/asked.yaml.
    """
    today = on_day or date.today()
    try:
        opened = open_case(story, policy)
        asking = make_ask_form(opened, AskRequest(person, what, today, language, call))
        _put(asking, AskAs(form), opened, story, to)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nobody is asked")
    _note(asking, opened, story, what, today)


def _put(asking: AskForm, form: AskAs, opened: OpenCase, story: Path, to: Path | None) -> None:
    """Write the page, or print the message; where a folder is named, write that too."""
    stem = f"for-{make_slug(asking.person, 'somebody')}"
    if form is AskAs.MESSAGE:
        message = format_message(asking)
        echo(message.rstrip("\n"))
        if to:
            echo(f"It is in {write_numbered_file(to, stem, '.txt', message)}.", err=True)
        return
    page = render_page("ask.html", opened.project.templates, {"form": asking, "words": asking.words}, "ask.js")
    file = write_numbered_file(to or story / _PLACE, stem, ".html", page)
    echo(f"The page is {file}. What it saves:  lsbook receive {story} FILE")
    echo(f"What comes by hand:  lsbook add contribution {story} --from {asking.who} --photo FILE")


def _note(asking: AskForm, opened: OpenCase, story: Path, what: tuple[str, ...], today: date) -> None:
    """Say what the worker has to know, and write down that they were asked: once for the same things and day."""
    for remark in asking.remarks:
        echo(remark, err=True)
    things = what or tuple(map(strip_isolates, asking.questions))
    if any((row.who, row.what, row.on) == (asking.who, things, today) for row in opened.case.records.asked):
        return
    try:
        add_row(story, asking.who, things, today)
    except ProblemsFound as stopped:
        print_problems(stopped.problems)
    else:
        echo("work/asked.yaml says whom you asked, and for what.", err=True)
