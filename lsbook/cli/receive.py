"""``lsbook receive``: take in what a young person wrote on My pages, and what forms saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, ON_DAY, PLACE, POLICY
from lsbook.cli.terminal import echo, exit_with_problems, print_problems
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.work import PAGES_OF_ANOTHER
from lsbook.pipeline import load
from lsbook.practice import SavedPages, read_my_pages, write_contribution
from lsbook.practice.asking.answers import SavedAnswers, is_saved_answers, read_saved_answers
from lsbook.practice.asking.rows import ANSWERED, DECLINED
from lsbook.practice.asking.settle import settle_row
from lsbook.practice.contributions import write_answers
from lsbook.practice.sessions.form import SAFETY, SavedForm, is_saved_form, read_saved_form
from lsbook.practice.sessions.write import write_session

FIRST = "Read it today. A worry about safety goes on the case system now."
DRAFT = "It is a draft: once it is in the story, write used-in: and where, or not-used: and why; and by: who decided."


@click.command(short_help="Take in what a young person wrote in the book.")
@click.argument("story", type=FOLDER)
@click.argument("file", type=PLACE)
@ON_DAY
@POLICY
def receive(story: Path, file: Path, on_day: date | None, policy: Path | None) -> None:
    """Take in FILE, which the page My pages of a book saved, beside the child's STORY.

    What was written is kept word for word in work/contributions/, for a person to read and use. It is in no book until
    somebody puts it there. What the young person marked as only for themselves is never read in.

    What a page of lsbook ask saved is kept there too. What a form of lsbook form saved becomes a session in
    work/sessions/.
    """
    today = on_day or date.today()
    try:
        if is_saved_form(file):
            _receive_session(story, file, policy)
        elif is_saved_answers(file):
            _receive_answers(story, file, policy, today)
        else:
            _receive_pages(story, file, policy, today)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is taken in")


def _receive_pages(story: Path, file: Path, policy: Path | None, today: date) -> None:
    pages = read_my_pages(file)
    _check_same_child(pages, load(story, policy).story.child.name, file)
    place = write_contribution(pages, story, today)
    echo(FIRST)
    echo(f"What {pages.name} wrote is in {place}.")
    echo("Read it with them, thank them, and say what you will do with each part.")


def _receive_session(story: Path, file: Path, policy: Path | None) -> None:
    """Write what a form saved as a session, and say where it is."""
    saved = read_saved_form(file)
    _check_same_child(saved, load(story, policy).story.child.name, file)
    place = write_session(story, saved.fields)
    echo(f"The session is in {place}.")
    echo(SAFETY)


def _receive_answers(story: Path, file: Path, policy: Path | None, today: date) -> None:
    """Write what somebody answered as drafts, and below the row of work/asked.yaml what came of it."""
    answers = read_saved_answers(file)
    project = load(story, policy)
    _check_same_child(answers, project.story.child.name, file)
    if answers.is_declined:
        echo(f"{answers.by} would rather not answer. That is all right: say thank you, and ask for nothing more.")
    else:
        place = write_answers(answers, story, today)
        echo(FIRST)
        echo(f"What {answers.by} answered is in {place}.")
        echo(DRAFT)
    try:
        settle_row(project, story, answers.by, DECLINED if answers.is_declined else ANSWERED, today)
    except ProblemsFound as stopped:
        print_problems(stopped.problems)


def _check_same_child(pages: SavedPages | SavedForm | SavedAnswers, name: str, file: Path) -> None:
    """One child's words never get into another child's story."""
    if pages.name.casefold() != " ".join(name.split()).casefold():
        what = f"These pages are from the book of {pages.name or 'somebody'}, and this story is about {name}."
        remedy = "Take the other story. If the child has another name now, write it into the file as name."
        raise PAGES_OF_ANOTHER.make_error(Location(str(file)), what, remedy)
