"""What ``lsbook pdf``, ``one-file`` and ``epub`` share: a finished book as a file to give away."""

from __future__ import annotations

from pathlib import Path

import click

from lsbook.cli.parameters import PLACE, check_edition
from lsbook.cli.terminal import echo
from lsbook.copies.book_files import BookFileRequest, BookFileSource, write_book_file
from lsbook.exports import FinishedBook
from lsbook.model.vocabulary import CopyFormat
from lsbook.pipeline import Project

EDITION = click.option("--edition", metavar="NAME", help="Which finished book. May be left out where there is one.")
TO = click.option("--to", type=PLACE, metavar="FILE", help="Where to put it. Else in STORY/books.")


def make_request(project: Project, story: Path, edition: str | None, copy_format: CopyFormat) -> BookFileRequest:
    """Say which finished book is meant: the one there is, or the one that is named."""
    ready = sorted(file.parent.name for file in (story / "books").glob("*/book.sha256"))
    if edition is None and len(ready) > 1:
        raise click.BadParameter(f"There are several books: {', '.join(ready)}. Name one.", param_hint="--edition")
    name = edition or next(iter(ready), "")
    if name:
        check_edition(name, project.policy)
    return BookFileRequest(story, name, copy_format)


def make_default_path(book: FinishedBook, ending: str) -> Path:
    """Name the file beside ``book``, with the suffix ``ending``."""
    return book.folder.with_name(book.folder.name + ending)


def write_and_report(content: bytes, place: Path, source: BookFileSource) -> None:
    """Write ``content`` to ``place``, and say what it is. Raises ``ProblemsFound``."""
    write_book_file(content, place, source)
    echo(f"Made {place}", bold=True)
    echo("It is not locked, and in no log of copies. Who gives it away writes down who has it: lsbook handover does.")
