"""``lsbook build``: make a child's book."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

import click

from lsbook import pipeline
from lsbook.cli.parameters import DAY, FOLDER, PLACE, POLICY, TEXT
from lsbook.cli.terminal import echo, exit_with_problems, print_problems, print_warnings
from lsbook.model.edition import Policy
from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import BuildRequest, BuildResult, BuiltBook, Project, load
from lsbook.reading import FOLDERS

START_PAGE = "Open my book.html"
_MOST_NEWS = 12
_AS_IT_WAS = " An earlier book is as it was."


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
    try:
        project = load(story, policy)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, then=_AS_IT_WAS)
    names = _resolve_editions(edition, project.policy)
    if to_read:
        _check_to_read(names, project.policy, reader)
    place = _resolve_output_folder(story, out, to_read=to_read)
    request = BuildRequest(story, names, place, made_on or date.today(), reader, to_read)
    result = _build_books(project, request)
    _report(result)
    if open_it and result.books:
        click.launch(str(result.books[0].output.folder / START_PAGE))
    if result.refusals:
        sys.exit(1)


def _resolve_editions(name: str | None, policy: Policy) -> tuple[str, ...]:
    bands = tuple(band.name for band in policy.bands)
    if name is None:
        return ()
    if name == "all":
        return bands
    known = policy.edition_names
    if name not in known:
        raise click.BadParameter(f'There is no edition "{name}". There are: {", ".join(known)}, and all.')
    return (name,)


def _check_to_read(names: tuple[str, ...], policy: Policy, reader: str) -> None:
    """Only the child's book holds what is the child's own, and what a second reader reads is given to nobody."""
    others = [name for name in names if name not in {band.name for band in policy.bands}]
    if others:
        raise click.BadParameter(
            f"--to-read is for the child's own books. The book for {others[0]} holds nothing of what is only the"
            " child's: a second reader reads it as it is.",
            param_hint="--to-read",
        )
    if reader:
        raise click.BadParameter(
            "--for names who will get a book, and what --to-read makes is given to nobody.", param_hint="--for"
        )


def _resolve_output_folder(story: Path, out: Path | None, *, to_read: bool) -> Path:
    """Where the books are made: never among the files that a story is read from.

    What only a second reader reads is made nowhere in the story but in books/, so that no archive takes it.
    """
    if out is None:
        return story / "books"
    inside = out.resolve().is_relative_to(story.resolve())
    step = out.resolve().relative_to(story.resolve()).parts[:1] if inside else ("books",)
    of_story = bool(step) and (step[0] in FOLDERS or step[0].startswith("."))
    if step[:1] != ("books",) and (of_story or (to_read and inside)):
        raise click.BadParameter(
            f'"{out}" is a folder of the story itself. Name one outside the story, or leave --out out.',
            param_hint="--out",
        )
    return out


def _build_books(project: Project, request: BuildRequest) -> BuildResult:
    try:
        with contextlib.ExitStack() as bars:
            return pipeline.build(project, request, _make_progress(bars))
    except ProblemsFound as stopped:
        exit_with_problems(stopped, then=_AS_IT_WAS)


_STEPS = 100
"""Of the bar, for each photo or film: a long film moves it too."""


class _Bar(Protocol):
    pos: int

    def update(self, n_steps: int) -> None: ...


def _make_progress(bars: contextlib.ExitStack) -> Callable[[float, int], None]:
    """A bar that stands there once there is something to wait for."""
    bar: _Bar | None = None

    def update_bar(done: float, total: int) -> None:
        nonlocal bar
        if bar is None and total and sys.stderr.isatty():
            label = "Getting photos and films ready"
            bar = bars.enter_context(click.progressbar(length=total * _STEPS, label=label, file=sys.stderr))
        if bar is not None:
            bar.update(round(done * _STEPS) - bar.pos)

    return update_bar


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
    if gone := book.output.forms_gone:
        echo(f"  Taken away, for it was made of the older book: {', '.join(gone)}. Make it again if it is needed.")
    if book.new_items is None:
        echo("  The first book of this edition.")
    elif book.new_items:
        echo("  New since it was last made:")
        for line in book.new_items[:_MOST_NEWS]:
            echo(f"    {line}")
        if len(book.new_items) > _MOST_NEWS:
            echo(f"    and {len(book.new_items) - _MOST_NEWS} more")
    else:
        echo("  Nothing new since it was last made.")
