"""``lsbook build``: make a child's book."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

import click

from lsbook.cli.terminal import not_made, tell, tell_problems, tell_warnings
from lsbook.model.edition import Policy
from lsbook.model.problem import NotMade
from lsbook.pipeline import Made, Outcome, Read, Wish, read
from lsbook.pipeline import build as make_books
from lsbook.reading import FOLDERS
from lsbook.reading.text import typed

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
DOOR = "Open my book.html"
_MOST_NEWS = 12
_AS_IT_WAS = " An earlier book is as it was."


class Day(click.ParamType[date]):
    """A day as ``2026-11-21``; a day that there is not is wrong use, in plain words."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value.strip())
        except ValueError:
            self.fail(f'"{value}" is no day. Write it with its year first: 2026-11-21.', param, ctx)


class Words(click.ParamType[str]):
    """A name or a sentence, as a file would give it back."""

    name = "words"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return typed(value)


DAY, WORDS = Day(), Words()


@click.command(short_help="Make the child's book.")
@click.argument("story", type=FOLDER)
@click.option(
    "--edition",
    metavar="NAME|all",
    help="under-5, 5-8, 9-12, 13-17 or 18-plus; all makes these five. Books for others are made by name only: carers,"
    " adopters, birth-family, record. Without this: the one for the telling age in story.yaml.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="DIR", help="Make books in DIR/EDITION, not in STORY/books."
)
@click.option(
    "--date", "made", type=DAY, metavar="DAY", help="The date printed in the book: 2026-11-21. Today if left out."
)
@click.option(
    "--for", "reader", type=WORDS, metavar="NAME", default="", help="Who will get it: what is new is new for them."
)
@click.option("--policy", type=click.Path(path_type=Path), metavar="FILE", help="Your authority's policy file.")
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
    made: date | None,
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
        story_read = read(story, policy)
    except NotMade as stopped:
        not_made(stopped, then=_AS_IT_WAS)
        return
    names = _editions(edition, story_read.policy)
    if to_read:
        _check_to_read(names, story_read.policy, reader)
    place = _place(story, out, to_read=to_read)
    wish = Wish(story, names, place, made or date.today(), reader, to_read)
    outcome = _make(story_read, wish)
    _report(outcome, story_read)
    if open_it and outcome.made:
        click.launch(str(outcome.made[0].written.place / DOOR))
    if outcome.refused:
        sys.exit(1)


def _editions(name: str | None, policy: Policy) -> tuple[str, ...]:
    bands = tuple(band.name for band in policy.bands)
    if name is None:
        return ()
    if name == "all":
        return bands
    known = policy.names
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


def _place(story: Path, out: Path | None, *, to_read: bool) -> Path:
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


def _make(story_read: Read, wish: Wish) -> Outcome:
    with contextlib.ExitStack() as bars:
        try:
            return make_books(story_read, wish, _progress(bars))
        except NotMade as stopped:
            problems = stopped
    not_made(problems, then=_AS_IT_WAS)
    raise SystemExit(1)


_STEPS = 100
"""Of the bar, for each photo or film: a long film moves it too."""


class _Bar(Protocol):
    pos: int

    def update(self, n_steps: int) -> None: ...


def _progress(bars: contextlib.ExitStack) -> Callable[[float, int], None]:
    """A bar that stands there once there is something to wait for."""
    bar: _Bar | None = None

    def tick(done: float, total: int) -> None:
        nonlocal bar
        if bar is None and total and sys.stderr.isatty():
            label = "Getting photos and films ready"
            bar = bars.enter_context(click.progressbar(length=total * _STEPS, label=label, file=sys.stderr))
        if bar is not None:
            bar.update(round(done * _STEPS) - bar.pos)

    return tick


def _report(outcome: Outcome, story_read: Read) -> None:
    tell_warnings(outcome.warnings)
    for made in outcome.made:
        _report_book(made)
    if outcome.made:
        tell(f"Policy: {story_read.policy.source}.")
        tell(f'Open a book: double-click "{DOOR}" in its folder.')
    if outcome.refused:
        tell_problems(outcome.refused)
        tell("Not every book is made. Where one was made before, it is as it was.", err=True)


def _report_book(made: Made) -> None:
    if made.to_read:
        tell(f"Made {made.edition} for the second reader: {made.written.place / DOOR}", bold=True)
        tell("  It is without what is the child's own. It is not the child's book, and nothing hands it over.")
    else:
        _report_news(made)
    if made.not_yet_told:
        tell("  Hard news that nobody has told the child yet. A person tells it first, then the book:")
        for line in made.not_yet_told:
            tell(f"    {line}")


def _report_news(made: Made) -> None:
    tell(f"Made {made.edition}: {made.written.place / DOOR}", bold=True)
    if gone := made.written.forms_gone:
        tell(f"  Taken away, for it was made of the older book: {', '.join(gone)}. Make it again if it is needed.")
    if made.new is None:
        tell("  The first book of this edition.")
    elif made.new:
        tell("  New since it was last made:")
        for line in made.new[:_MOST_NEWS]:
            tell(f"    {line}")
        if len(made.new) > _MOST_NEWS:
            tell(f"    and {len(made.new) - _MOST_NEWS} more")
    else:
        tell("  Nothing new since it was last made.")
