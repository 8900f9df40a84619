"""``lsbook add contribution``: take in what somebody gave by hand: words, a photo of paper, a voice note."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, ON_DAY, PLACE, POLICY, TEXT, read_words
from lsbook.cli.receive import DRAFT, FIRST
from lsbook.cli.terminal import echo, exit_with_problems, print_problems
from lsbook.model.case import is_id_like
from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import Project, load
from lsbook.practice.asking.people import KnownPeople, list_names
from lsbook.practice.asking.rows import ANSWERED
from lsbook.practice.asking.settle import settle_row
from lsbook.practice.contributions import Reply, write_reply


@click.command(short_help="Take in what somebody gave by hand.")
@click.argument("story", type=FOLDER)
@click.option("--from", "giver", type=TEXT, required=True, metavar="PERSON", help="Who gave it: an id, or a name.")
@click.option("--text", metavar="FILE", help="What they wrote, as a text file; - reads it from here.")
@click.option("--photo", type=PLACE, multiple=True, metavar="FILE", help="A photo of paper, or one that they gave.")
@click.option("--sound", type=PLACE, multiple=True, metavar="FILE", help="A voice note.")
@click.option("--about", type=TEXT, default="", metavar="TEXT", help="The question that it answers.")
@click.option("--show-who", type=click.Choice(("yes", "no")), help="May the book say whose words they are?")
@ON_DAY
@POLICY
def contribution(
    story: Path, giver: str, text: str | None, photo: tuple[Path, ...], sound: tuple[Path, ...], about: str,
    show_who: str | None, on_day: date | None, policy: Path | None,
) -> None:  # fmt: skip
    """Keep what PERSON gave for the book of STORY in work/contributions/, word for word and byte for byte.

    It is a draft, in no book until somebody puts it there. Nothing is written over another file.
    """
    words = _read_text(text) if text else ""
    if not (words or photo or sound):
        raise click.UsageError("There is nothing to keep: add --text, --photo or --sound.")
    today = on_day or date.today()
    try:
        project = load(story, policy)
        by = _find_name(project, giver)
        may_show = None if show_who is None else show_who == "yes"
        place = write_reply(Reply(by, about, words, photo, sound, may_show), story, today)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is taken in")
    echo(FIRST)
    echo(f"What {by} gave is in {place}.")
    echo(DRAFT)
    try:
        settle_row(project, story, giver, ANSWERED, today)
    except ProblemsFound as stopped:
        print_problems(stopped.problems)


def _find_name(project: Project, giver: str) -> str:
    """Return the name of a person of the story, or the words for somebody else. Raises ``ProblemsFound`` for an id."""
    try:
        return list_names(KnownPeople(project).find(giver))[0]
    except ProblemsFound:
        if is_id_like(giver):
            raise
        return giver


def _read_text(file: str) -> str:
    try:
        return read_words(file)
    except ValueError as error:
        raise click.BadParameter(f"This text {error}.", param_hint="--text") from error
