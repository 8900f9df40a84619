"""Problems and lists in words for a worker."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable

import click

from lsbook.model.problem import NotMade, Problem

_MOST = 160
"""Characters of a line of the story that are shown; a whole chapter may stand on one line."""


_JOINERS = "\u200c\u200d"  # letters of some languages, and pictures of families, need them


def tell(words: str, *, err: bool = False, bold: bool = False) -> None:
    """Print lines. Names and words of a story may stand in them, so nothing in them steers the terminal."""
    click.secho("\n".join(map(seen, words.split("\n"))), err=err, bold=bold or None)


def seen(words: str) -> str:
    """``words`` on one line, with a mark for each letter that moves the cursor, hides, or turns others round."""
    return words if words.isprintable() else "".join(map(_seen, words))


def _seen(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Zs" or letter == "\t":
        return " "
    hidden = kind in ("Cc", "Cf", "Cs", "Zl", "Zp") and letter not in _JOINERS
    return "\N{REPLACEMENT CHARACTER}" if hidden else letter


def say(problem: Problem) -> str:
    """Where, the line itself, what is wrong, what to do."""
    path = _shortened(problem.at.path, 2 * _MOST)
    head = f"{path}:{problem.at.line}:" if problem.at.line else f"{path}:"
    source = f" {_shortened(problem.source, _MOST)}" if problem.source else ""
    what, remedy = (_shortened(words, 4 * _MOST) for words in (problem.what, problem.remedy))
    return f"{head}{source}\n    {what}\n    {remedy}"


def _shortened(words: str, most: int) -> str:
    words = seen(words)
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
    tell(f"{what}: {count} {'problem' if count == 1 else 'problems'}.{then}", err=True)
    sys.exit(1)
