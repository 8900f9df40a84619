"""``lsbook one-file``: a finished book in one HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from lsbook.cli.book_file import EDITION, TO, make_default_path, make_request, write_and_report
from lsbook.cli.parameters import FOLDER, POLICY
from lsbook.cli.terminal import exit_with_problems, print_problems
from lsbook.copies.book_files import open_book
from lsbook.exports import make_one_file
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import CopyFormat
from lsbook.pipeline import load


@click.command("one-file", short_help="Make one HTML file of a finished book, for telephones.")
@click.argument("story", type=FOLDER)
@EDITION
@TO
@POLICY
def one_file(story: Path, edition: str | None, to: Path | None, policy: Path | None) -> None:
    """Make one HTML file of the finished book of STORY, with all its pictures, films and sounds inside.

    It opens on telephones too, where a page cannot load the files beside it. It may have up to 40 MB.
    """
    try:
        project = load(story, policy)
        with open_book(project, make_request(project, story, edition, CopyFormat.ONE_FILE)) as source:
            print_problems(source.warnings)
            write_and_report(make_one_file(source.book), to or make_default_path(source.book, ".html"), source)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The file is not made")
