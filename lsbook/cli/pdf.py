"""``lsbook pdf``: a finished book for paper."""

from __future__ import annotations

from pathlib import Path

import click

from lsbook.cache.work import scratch_folder
from lsbook.cli.book_file import EDITION, TO, make_default_path, make_request, write_and_report
from lsbook.cli.parameters import FOLDER, PLACE, POLICY
from lsbook.cli.terminal import exit_with_problems, print_problems
from lsbook.copies.book_files import open_book
from lsbook.exports import PaperFormat, find_browser, make_pdf
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import CopyFormat, PaperSize
from lsbook.pipeline import load


@click.command(short_help="Make a PDF of a finished book, for paper.")
@click.argument("story", type=FOLDER)
@EDITION
@TO
@click.option("--booklet", is_flag=True, help="Pages of A5 on A4 sheets, to print on both sides and fold.")
@click.option("--a5", is_flag=True, help="Pages of A5.")
@click.option(
    "--hard-news",
    type=click.Choice(("after", "apart")),
    default="after",
    show_default=True,
    help="Each behind its heads-up after the story, before the book's own pages; or apart, in a PDF of its own.",
)
@click.option(
    "--story-only",
    is_flag=True,
    help="The cover and the chapters, hard ones before the last of the others; goes with --booklet.",
)
@click.option("--ink-saving", is_flag=True, help="Black on white, without the colours of the book.")
@click.option("--browser", type=PLACE, metavar="PROGRAM", help="The browser to make it with.")
@POLICY
def pdf(
    story: Path, edition: str | None, to: Path | None, booklet: bool, a5: bool, hard_news: str, story_only: bool,
    ink_saving: bool, browser: Path | None, policy: Path | None,
) -> None:  # fmt: skip
    """Make a PDF of the finished book of STORY: a sheet a topic, with page numbers, hard news after the story.

    The browser on this computer makes it: Edge, Chrome or Chromium. Nothing leaves the computer.
    """
    size = PaperSize.BOOKLET if booklet else PaperSize.A5 if a5 else PaperSize.A4
    paper = PaperFormat(size, hard_news_apart=hard_news == "apart", story_only=story_only, saves_ink=ink_saving)
    try:
        project = load(story, policy)
        with open_book(project, make_request(project, story, edition, CopyFormat.PDF)) as source:
            print_problems(source.warnings)
            program = find_browser(browser)
            with scratch_folder(story, "paper") as folder:
                printed = make_pdf(source.book, paper, program, folder)
            ending = f"{'-story' if story_only else ''}{'' if size is PaperSize.A4 else f'-{size}'}.pdf"
            first = to or make_default_path(source.book, ending)
            for content, place in zip(printed, (first, first.with_stem(f"{first.stem}-hard-news")), strict=False):
                write_and_report(content, place, source)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The PDF is not made")
