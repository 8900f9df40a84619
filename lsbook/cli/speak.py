"""Problems and lists in words for a worker."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from lsbook.model.place import NotMade, Problem

_MOST = 160
"""Characters of a line of the story that are shown; a whole chapter may stand on one line."""


def say(problem: Problem) -> str:
    """Where, the line itself, what is wrong, what to do."""
    path = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in problem.at.path)
    head = f"{path}:{problem.at.line}:" if problem.at.line else f"{path}:"
    source = f" {_shortened(problem.source, _MOST)}" if problem.source else ""
    what, remedy = (_shortened(words, 4 * _MOST) for words in (problem.what, problem.remedy))
    return f"{head}{source}\n    {what}\n    {remedy}"


def _shortened(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 60]} … {words[-50:]}"


def tell_problems(problems: Iterable[Problem]) -> None:
    """Print every problem; warnings come after what stops the book."""
    listed = list(problems)
    for problem in (one for one in listed if not one.warning):
        click.echo(click.style(say(problem), fg="red") + "\n", err=True)
    tell_warnings(one for one in listed if one.warning)


def tell_warnings(problems: Iterable[Problem]) -> None:
    """Print what the book is made in spite of."""
    for problem in problems:
        click.echo(click.style("Warning: ", fg="yellow") + say(problem) + "\n", err=True)


def not_made(stopped: NotMade, what: str = "The book is not made", then: str = "") -> None:
    """Say every problem and leave with exit code 1."""
    tell_problems(stopped.problems)
    count = sum(not problem.warning for problem in stopped.problems)
    click.echo(f"{what}: {count} {'problem' if count == 1 else 'problems'}.{then}", err=True)
    sys.exit(1)
