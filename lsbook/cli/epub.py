"""``lsbook epub``: a finished book as an EPUB."""

from __future__ import annotations

from pathlib import Path

import click

from lsbook.cli.book_file import EDITION, TO, make_default_path, make_request, write_and_report
from lsbook.cli.parameters import FOLDER, POLICY
from lsbook.cli.terminal import exit_with_problems, print_problems
from lsbook.copies.book_files import open_book
from lsbook.exports import make_epub
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import CopyFormat
from lsbook.pipeline import load


@click.command(short_help="Make an EPUB of a finished book, for readers and telephones.")
@click.argument("story", type=FOLDER)
@EDITION
@TO
@POLICY
def epub(story: Path, edition: str | None, to: Path | None, policy: Path | None) -> None:
    """Make an EPUB of the finished book of STORY. Hard news stands outside the row of its pages."""
    try:
        project = load(story, policy)
        with open_book(project, make_request(project, story, edition, CopyFormat.EPUB)) as source:
            print_problems(source.warnings)
            write_and_report(make_epub(source.book), to or make_default_path(source.book, ".epub"), source)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The EPUB is not made")
