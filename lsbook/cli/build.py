"""``lsbook build``: make a child's book."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import DAY, FOLDER, PLACE, POLICY, TEXT
from lsbook.cli.terminal import echo, print_problems, print_warnings
from lsbook.history.last_build import recall_result
from lsbook.model.build import BuildOrder, BuildResult, BuiltBook

START_PAGE = "Open my book.html"
_MOST_NEWS = 12


@click.command(short_help="Make the child's book.")
@click.argument("story", type=FOLDER)
@click.option(
    "--edition",
    metavar="NAME|all",
    help="under-5, 5-8, 9-12, 13-17 or 18-plus; all makes these five. Books for others are made by name only: carers,"
    " adopters, birth-family, record. Without this: the one for the telling age in story.yaml.",
)
@click.option("--out", type=PLACE, metavar="DIR", help="Make books in DIR/EDITION, not in STORY/books.")
@click.option(
    "--date", "made_on", type=DAY, metavar="DAY", help="The date printed in the book: 2026-11-21. Today if left out."
)
@click.option(
    "--for", "reader", type=TEXT, metavar="NAME", default="", help="Who will get it: what is new is new for them."
)
@POLICY
@click.option(
    "--to-read",
    is_flag=True,
    help="For a second reader: the child's book without what is only-me, in DIR/to-read. Nothing hands it over.",
)
@click.option("--open", "open_it", is_flag=True, help="Open the book when it is made.")
def build(
    story: Path,
    edition: str | None,
    out: Path | None,
    made_on: date | None,
    reader: str,
    policy: Path | None,
    to_read: bool,
    open_it: bool,
) -> None:
    """Make the book of the child whose story is in the folder STORY.

    The book is made in STORY/books/EDITION. Every problem in the story is shown with its file and line; until all are
    mended, the last good book stays as it is.
    """
    order = BuildOrder(story, edition, made_on or date.today(), reader, policy)
    result = recall_result(order) if out is None and not to_read else None
    if result is None:
        from lsbook.cli import build_anew  # noqa: PLC0415 (it loads all of lsbook, which takes longer than to recall)

        result = build_anew.build_anew(order, out, to_read=to_read)
    _report(result)
    if open_it and result.books:
        click.launch(str(result.books[0].output.folder / START_PAGE))
    if result.refusals:
        sys.exit(1)


def _report(result: BuildResult) -> None:
    print_warnings(result.warnings)
    for book in result.books:
        _report_book(book)
    if result.books:
        echo(f"Policy: {result.policy}.")
        echo(f'Open a book: double-click "{START_PAGE}" in its folder.')
    if result.refusals:
        print_problems(result.refusals)
        echo("Not every book is made. Where one was made before, it is as it was.", err=True)


def _report_book(book: BuiltBook) -> None:
    if book.to_read:
        echo(f"Made {book.edition} for the second reader: {book.output.folder / START_PAGE}", bold=True)
        echo("  It is without what is the child's own. It is not the child's book, and nothing hands it over.")
    else:
        _report_news(book)
    if book.untold_news:
        echo("  Hard news that nobody has told the child yet. A person tells it first, then the book:")
        for line in book.untold_news:
            echo(f"    {line}")


def _report_news(book: BuiltBook) -> None:
    echo(f"Made {book.edition}: {book.output.folder / START_PAGE}", bold=True)
    if gone := book.output.files_gone:
        echo(f"  Taken away, for it was made of the older book: {', '.join(gone)}. Make it again if it is needed.")
    if book.news is None:
        echo("  The first book of this edition.")
        return
    news = {"New": book.news.new, "Changed": book.news.changed, "Gone": book.news.gone}
    for word, lines in news.items():
        if lines:
            echo(f"  {word} since it was last made:")
            for line in lines[:_MOST_NEWS]:
                echo(f"    {line}")
            if len(lines) > _MOST_NEWS:
                echo(f"    and {len(lines) - _MOST_NEWS} more")
    if not any(news.values()):
        echo("  Nothing new since it was last made.")
