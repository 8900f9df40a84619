"""``lsbook preview``: see the book while the story is written."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import click

from lsbook.cli.parameters import DAY, FOLDER, POLICY, check_edition
from lsbook.cli.progress import make_progress
from lsbook.cli.terminal import echo, exit_with_problems, print_problems, print_warnings
from lsbook.model.problem import Problem, ProblemsFound
from lsbook.preview import PreviewReport, RemakeRequest, run_preview
from lsbook.reading import load_policy

_MOST_PAGES = 12
_ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""What a system sends where somebody presses Ctrl-C, ends a program or closes its window.

The first is named, too: a program that a script starts beside itself does not hear Ctrl-C unless it asks to.
"""


@click.command(short_help="See the book while you write the story.")
@click.argument("story", type=FOLDER)
@click.option("--edition", metavar="NAME", default="", help="Which book. Without this: the one for the telling age.")
@click.option(
    "--date", "made_on", type=DAY, metavar="DAY", help="The date printed in the book: 2026-11-21. Today if left out."
)
@POLICY
@click.option("--open/--no-open", "opens", default=True, help="Open it in the browser, or only say where it is.")
def preview(story: Path, edition: str, made_on: date | None, policy: Path | None, opens: bool) -> None:
    """Show the book of STORY in the browser as it will be handed over, and make it again at each save.

    The open page follows by itself. What is wrong in the story stands in it, with file and line, and the last good book
    stays until that is mended. Press Ctrl-C to end: nothing of it is left, and it is no book that could be handed over.
    """
    reporter = _Reporter(opens)
    try:
        _check_edition(story, edition, policy)
        with _interrupt_on_any_ending(), contextlib.ExitStack() as bars:
            request = RemakeRequest(story, edition, policy, made_on)
            run_preview(request, reporter.report, make_progress(bars), partial(_make_check, story, policy))
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "There is no preview")
    except KeyboardInterrupt:
        echo("\nThe preview has ended, and nothing of it is left.", err=True)


def _make_check(story: Path, policy: Path | None, edition: str) -> list[str]:
    """Return the command that finds what a second reader would say of a book.

    ``-P``: whoever stands in a story's folder runs none of the files in it, whatever they are called.
    """
    own = ["--policy", str(policy)] if policy else []
    return [sys.executable, "-P", "-m", "lsbook", "check", str(story), "--edition", edition, "--format", "json", *own]


def _check_edition(story: Path, edition: str, policy: Path | None) -> None:
    """Raise ``click.BadParameter`` for an edition that there is not. What is wrong in the policy stands in the page."""
    with contextlib.suppress(ProblemsFound):
        if edition:
            check_edition(edition, load_policy(story, policy)[0])


@contextlib.contextmanager
def _interrupt_on_any_ending() -> Iterator[None]:
    """Let whatever ends this program end it as Ctrl-C does, so that what it made goes with it."""
    signals = [getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)]
    before = [(each, signal.signal(each, signal.default_int_handler)) for each in signals]
    try:
        yield
    finally:
        for each, handler in before:
            signal.signal(each, handler)


class _Reporter:
    """Says what came of each save, and what is new in it: a warning that was said is not said again."""

    def __init__(self, opens: bool) -> None:
        self._opens = opens
        self._has_begun = self._has_book = False
        self._warnings: tuple[Problem, ...] = ()

    def report(self, report: PreviewReport) -> None:
        print_warnings(warning for warning in report.remake.warnings if warning not in self._warnings)
        print_problems(report.remake.problems)
        if report.remake.edition:
            echo(_describe_book(report, is_first=not self._has_book))
            self._has_book, self._warnings = True, report.remake.warnings
        else:
            stays = "The last good book stays until then." if self._has_book else "The page waits for the book."
            echo(f"Not made. Mend it, and save. {stays}", err=True)
        if not self._has_begun:
            self._begin(report.first_page)

    def _begin(self, page: Path) -> None:
        self._has_begun = True
        if self._opens:
            click.launch(str(page))
        echo(f"Preview: {page}", bold=True)
        echo("It follows each save. Press Ctrl-C to end it.")


def _describe_book(report: PreviewReport, *, is_first: bool) -> str:
    heading, state = f"Made {report.remake.edition} in {report.seconds:.1f} s", report.state
    if is_first:
        return f"{heading}."
    count = len(state.changed) + state.more_changed
    if not count:
        return (
            f"{heading}. {'Pictures or styles have changed' if state.other_changed else 'Nothing in it has changed'}."
        )
    lines = [f"  {page.title} ({page.address})" for page in state.changed[:_MOST_PAGES]]
    if count > _MOST_PAGES:
        lines.append(f"  and {count - _MOST_PAGES} more")
    return "\n".join([f"{heading}. Changed: {count} {'page' if count == 1 else 'pages'}", *lines])
