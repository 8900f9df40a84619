"""``lsbook receive``: take in what a young person wrote on My pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, PLACE
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.pipeline import load
from lsbook.practice import SavedPages, read_my_pages, write_contribution
from lsbook.practice.sessions.form import SAFETY, SavedForm, is_saved_form, read_saved_form
from lsbook.practice.sessions.write import write_session


@click.command(short_help="Take in what a young person wrote in the book.")
@click.argument("story", type=FOLDER)
@click.argument("file", type=PLACE)
def receive(story: Path, file: Path) -> None:
    """Take in FILE, which the page My pages of a book saved, beside the child's STORY.

    What was written is kept word for word in work/contributions/, for a person to read and use. It is in no book until
    somebody puts it there. What the young person marked as only for themselves is never read in.

    What a form of lsbook form saved becomes a session in work/sessions/.
    """
    if is_saved_form(file):
        _receive_session(story, file)
        return
    try:
        pages = read_my_pages(file)
        _check_same_child(pages, load(story, None).story.child.name, file)
        place = write_contribution(pages, story, date.today())
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is taken in")
    echo(f"What {pages.name} wrote is in {place}.")
    echo("Read it with them, thank them, and say what you will do with each part.")


def _receive_session(story: Path, file: Path) -> None:
    """Write what a form saved as a session, and say where it is."""
    try:
        saved = read_saved_form(file)
        _check_same_child(saved, load(story, None).story.child.name, file)
        place = write_session(story, saved.fields)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is taken in")
    echo(f"The session is in {place}.")
    echo(SAFETY)


def _check_same_child(pages: SavedPages | SavedForm, name: str, file: Path) -> None:
    """One child's words never get into another child's story."""
    if pages.name.casefold() != " ".join(name.split()).casefold():
        what = f"These pages are from the book of {pages.name or 'somebody'}, and this story is about {name}."
        remedy = "Take the other story. If the child has another name now, write it into the file as name."
        raise ProblemsFound((Problem(Location(str(file)), what, remedy),))
