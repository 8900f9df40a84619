"""``lsbook letter``: the later life letter, by itself, on paper or as a Word file."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path

import click
from msgspec.structs import replace

from lsbook.cache.work import log_lock, scratch_folder
from lsbook.cli.parameters import DAY, FOLDER, PLACE, POLICY, TEXT
from lsbook.cli.terminal import echo, exit_with_problems, print_problems
from lsbook.copies import log
from lsbook.copies.later_life import LetterForReader, make_log_entry, prepare_letters
from lsbook.exports import find_browser
from lsbook.exports.letter.paper import make_letter_pdf
from lsbook.exports.letter.word import make_letter_word
from lsbook.exports.write_export import write_file
from lsbook.files.disk_errors import os_errors_as_problems
from lsbook.model.copy import Copy
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.places import PLACE_TAKEN
from lsbook.pipeline import load
from lsbook.story_writing.slugs import make_slug


class LetterFormat(StrEnum):
    """As what a letter is made."""

    PDF = "pdf"
    WORD = "word"


_ENDINGS = {LetterFormat.PDF: ".pdf", LetterFormat.WORD: ".docx"}


@click.command(short_help="Make the later life letter, apart from the book.")
@click.argument("story", type=FOLDER)
@click.option(
    "--as", "letter_format", type=click.Choice(tuple(map(str, LetterFormat))), default="pdf", show_default=True
)
@click.option("--to", type=PLACE, metavar="FILE", help="Where to put it. Else in STORY/books.")
@click.option("--given-to", type=TEXT, metavar="NAME", default="", help="Who gets it, if not the child.")
@click.option("--by", type=TEXT, metavar="NAME", default="", help="Who hands it over.")
@click.option("--second-reader", type=TEXT, metavar="NAME", default="", help="Who else read it before it goes.")
@click.option("--date", "day", type=DAY, metavar="DAY", help="The day of the letter's file. Else today.")
@click.option("--replace", "over", is_flag=True, help="Write over a file of this name.")
@click.option("--browser", type=PLACE, metavar="PROGRAM", help="The browser to make a PDF with.")
@POLICY
def letter(
    story: Path, letter_format: str, to: Path | None, given_to: str, by: str, second_reader: str, day: date | None,
    over: bool, browser: Path | None, policy: Path | None,
) -> None:  # fmt: skip
    """Make one document from the letters of the kind later-life in STORY, one for each child to whom one is written.

    What is held, or the child's own, is in none. The log of copies, work/copies.yaml, keeps that it was made.
    """
    today, wanted = day or date.today(), LetterFormat(letter_format)
    row = Copy(
        id="", on=today, edition="", copy_format="", book="", given_to=given_to, by=by, second_reader=second_reader
    )
    try:
        prepared = prepare_letters(load(story, policy), today, second_reader)
        print_problems(prepared.warnings)
        first = to or story / "books" / f"later-life-letter{_ENDINGS[wanted]}"
        places = [_place_letter(first, each, at == 0) for at, each in enumerate(prepared.letters)]
        _check_free(places, over=over)
        with os_errors_as_problems(first), log_lock(story):
            for each, place in zip(prepared.letters, places, strict=True):
                _make_letter(story, wanted, each, place, browser, row)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The letter is not made")


def _place_letter(first: Path, reader: LetterForReader, is_first: bool) -> Path:
    """Return where a letter goes: one for a brother or sister beside the first, with their name."""
    return first if is_first else first.with_stem(f"{first.stem}-{make_slug(reader.reader, 'another')}")


def _check_free(places: list[Path], *, over: bool) -> None:
    problems = tuple(
        Problem(
            Location(place.as_posix()),
            "There is a file of this name already.",
            "Add --replace, or name another.",
            rule=PLACE_TAKEN.id,
        )
        for place in places
        if place.exists() and not over
    )
    if problems:
        raise ProblemsFound(problems)


def _make_letter(
    story: Path, letter_format: LetterFormat, reader: LetterForReader, place: Path, browser: Path | None, row: Copy
) -> None:
    if letter_format is LetterFormat.WORD:
        content = make_letter_word(reader.document)
    else:
        with scratch_folder(story, "paper") as folder:
            content = make_letter_pdf(reader.document, find_browser(browser), folder)
    given = row if reader.is_for_child else replace(row, given_to="")
    entry = make_log_entry(story, letter_format.value, content, reader, given)
    log.check_can_add(story, entry)
    write_file(content, place)
    try:
        log.add_copy(story, entry)
    except ProblemsFound as stopped:
        print_problems(stopped.problems)
        echo(f"The letter is made, but it is not in the log. Write these lines into {log.LOG}:", err=True)
        echo(log.format_entry(entry), err=True)
        sys.exit(1)
    echo(f"Made {place}", bold=True)
    echo(f"For {reader.reader}. It is not locked. Written in {log.LOG} as {entry.id}.")
