"""``lsbook new``: begin a story."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import PLACE
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.model.problem import ProblemsFound
from lsbook.model.when import AtAge, UnknownDate, find_bounds
from lsbook.reading import InvalidDateError, read_english_date
from lsbook.scaffold import NewStory, copy_example, create_story


@click.command(short_help="Begin a story.")
@click.argument("path", type=PLACE)
@click.option("--name", help="What the child is called in the book.")
@click.option("--born", metavar="DATE", help="When the child was born: 2017-02-14, 14 February 2017, or about 2017.")
@click.option("--example", is_flag=True, help="Copy the story of Maya, the made-up example child, to look at.")
def new(path: Path, name: str | None, born: str | None, example: bool) -> None:
    """Begin a child's story in the folder PATH.

    The files that are made hold the first few words and, as remarks, lines that show how to go on. The story can be
    built at once.
    """
    try:
        if example:
            copy_example(path)
            echo(f"Maya's story is in {path}. She and everyone in it are made up.")
        else:
            create_story(path, _ask_new_story(name, born))
            echo(f"The story begins in {path}. Open story.yaml in any editor and go on from there.")
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is written")
    echo(f'Make the book:  lsbook build "{path}" --open')


def _ask_new_story(name: str | None, born: str | None) -> NewStory:
    if name is None:
        name = click.prompt("What is the child called in the book?", type=str)
    if not name.strip():
        raise click.BadParameter("The name is empty.", param_hint="--name")
    if born is None:
        born = click.prompt("When was the child born? (2017-02-14, or about 2017)", value_proc=_check_birth_date)
    else:
        _check_birth_date(born)
    return NewStory(" ".join(name.split()), born.strip(), date.today())


def _check_birth_date(text: str) -> str:
    try:
        when = read_english_date(text)
    except InvalidDateError as error:
        raise click.BadParameter(f"{error} Write 2017-02-14, 14 February 2017, 2017 or about 2017.") from error
    if isinstance(when, AtAge | UnknownDate):
        raise click.BadParameter("A birth date is a day, a month or a year; about 2017 will do.")
    earliest = find_bounds(when)[0]
    if earliest and earliest > date.today():
        raise click.BadParameter(f'"{text}" is still to come. Write the year of birth with its four numbers.')
    return text
