"""``lsbook pdf``, ``one-file`` and ``epub``: a finished book as a file to give away."""

from __future__ import annotations

from pathlib import Path

import click

from lsbook import exports as handover
from lsbook.cli.build import FOLDER
from lsbook.cli.edition_names import check_edition
from lsbook.cli.terminal import echo, exit_with_problems, print_problems
from lsbook.copies.book_files import FormRequest, FormSource, open_book, write_form
from lsbook.copies.workplace import scratch_folder
from lsbook.exports import FinishedBook, PaperFormat
from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import Project, load

FILE = click.Path(path_type=Path)
_EDITION = click.option("--edition", metavar="NAME", help="Which finished book. May be left out where there is one.")
_TO = click.option("--to", type=FILE, metavar="FILE", help="Where to put it. Else in STORY/books.")
_POLICY = click.option("--policy", type=FILE, metavar="FILE", help="Your authority's policy file.")


@click.command(short_help="Make a PDF of a finished book, for paper.")
@click.argument("story", type=FOLDER)
@_EDITION
@_TO
@click.option("--booklet", is_flag=True, help="Pages of A5 on A4 sheets, to print on both sides and fold.")
@click.option("--a5", is_flag=True, help="Pages of A5.")
@click.option(
    "--hard-news",
    type=click.Choice(("last", "apart")),
    default="last",
    show_default=True,
    help="At the end, each behind its heads-up, or in a PDF of its own.",
)
@click.option("--browser", type=FILE, metavar="PROGRAM", help="The browser to make it with.")
@_POLICY
def pdf(
    story: Path, edition: str | None, to: Path | None, booklet: bool, a5: bool, hard_news: str, browser: Path | None,
    policy: Path | None,
) -> None:  # fmt: skip
    """Make a PDF of the finished book of STORY: a sheet a topic, with page numbers, hard news last.

    The browser on this computer makes it: Edge, Chrome or Chromium. Nothing leaves the computer.
    """
    size = "booklet" if booklet else "a5" if a5 else "a4"
    paper = PaperFormat(size, hard_news_apart=hard_news == "apart")
    try:
        project = load(story, policy)
        with open_book(project, _make_request(project, story, edition, "pdf")) as source:
            print_problems(source.warnings)
            program = handover.find_browser(browser)
            with scratch_folder(story, "paper") as folder:
                printed = handover.make_pdf(source.book, paper, program, folder)
            first = to or _make_default_path(source.book, ".pdf" if size == "a4" else f"-{size}.pdf")
            for content, place in zip(printed, (first, first.with_stem(f"{first.stem}-hard-news")), strict=False):
                _write_and_report(content, place, source)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The PDF is not made")


@click.command("one-file", short_help="Make one HTML file of a finished book, for telephones.")
@click.argument("story", type=FOLDER)
@_EDITION
@_TO
@_POLICY
def one_file(story: Path, edition: str | None, to: Path | None, policy: Path | None) -> None:
    """Make one HTML file of the finished book of STORY, with all its pictures, films and sounds inside.

    It opens on telephones too, where a page cannot load the files beside it. It may have up to 40 MB.
    """
    try:
        project = load(story, policy)
        with open_book(project, _make_request(project, story, edition, "one-file")) as source:
            print_problems(source.warnings)
            _write_and_report(
                handover.make_one_file(source.book), to or _make_default_path(source.book, ".html"), source
            )
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The file is not made")


@click.command(short_help="Make an EPUB of a finished book, for readers and telephones.")
@click.argument("story", type=FOLDER)
@_EDITION
@_TO
@_POLICY
def epub(story: Path, edition: str | None, to: Path | None, policy: Path | None) -> None:
    """Make an EPUB of the finished book of STORY. Hard news stands outside the row of its pages."""
    try:
        project = load(story, policy)
        with open_book(project, _make_request(project, story, edition, "epub")) as source:
            print_problems(source.warnings)
            _write_and_report(handover.make_epub(source.book), to or _make_default_path(source.book, ".epub"), source)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The EPUB is not made")


def _make_request(project: Project, story: Path, edition: str | None, form: str) -> FormRequest:
    """Which finished book is meant: the one there is, or the one that is named."""
    ready = sorted(file.parent.name for file in (story / "books").glob("*/book.sha256"))
    if edition is None and len(ready) > 1:
        raise click.BadParameter(f"There are several books: {', '.join(ready)}. Name one.", param_hint="--edition")
    name = edition or next(iter(ready), "")
    if name:
        check_edition(name, project.policy)
    return FormRequest(story, name, form)


def _make_default_path(book: FinishedBook, ending: str) -> Path:
    return book.folder.with_name(book.folder.name + ending)


def _write_and_report(content: bytes, place: Path, source: FormSource) -> None:
    write_form(content, place, source)
    echo(f"Made {place}", bold=True)
    echo("It is not locked, and in no log of copies. Who gives it away writes down who has it: lsbook handover does.")
