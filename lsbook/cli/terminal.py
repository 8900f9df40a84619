"""Problems and lists in words for a worker."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable
from typing import NoReturn

import click

from lsbook.model.problem import Problem, ProblemsFound, Severity
from lsbook.model.rule_text import RuleText

_MOST = 160
"""Characters of a line of the story that are shown; a whole chapter may stand on one line."""


_JOINERS = "\u200c\u200d"  # letters of some languages, and pictures of families, need them


def echo(text: str, *, err: bool = False, bold: bool = False) -> None:
    """Print lines. Names and words of a story may stand in them, so nothing in them steers the terminal."""
    click.secho("\n".join(map(sanitize, text.split("\n"))), err=err, bold=bold or None)


def sanitize(text: str) -> str:
    """``text`` on one line, with a mark for each letter that moves the cursor, hides, or turns others round."""
    return text if text.isprintable() else "".join(map(_sanitize_letter, text))


def _sanitize_letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Zs" or letter == "\t":
        return " "
    hidden = kind in ("Cc", "Cf", "Cs", "Zl", "Zp") and letter not in _JOINERS
    return "\N{REPLACEMENT CHARACTER}" if hidden else letter


def format_problem(problem: Problem) -> str:
    """Where, the line itself, what is wrong, what to do."""
    path = _shorten(problem.at.path, 2 * _MOST)
    head = f"{path}:{problem.at.line}:" if problem.at.line else f"{path}:"
    source = f" {_shorten(problem.source, _MOST)}" if problem.source else ""
    what, remedy = (_shorten(words, 4 * _MOST) for words in (problem.what, problem.remedy))
    return f"{head}{source}\n    {what}\n    {remedy}"


_NAMES = {Severity.ERROR: "Refused", Severity.WARNING: "Warning", Severity.NOTE: "Note"}


def format_finding(problem: Problem, rule: RuleText) -> str:
    """Return what a rule found: how grave, where, the sentence, why, what to do, and where the rule comes from."""
    where = f"{problem.at.path}:{problem.at.line}:" if problem.at.line else f"{problem.at.path}:"
    words = _shorten(problem.sentence or problem.source.strip(), 2 * _MOST)
    lines = (f"{_NAMES[problem.severity]} [{rule.id}] {where} {words}".rstrip(), problem.what, problem.remedy)
    return "\n    ".join((*(_shorten(line, 4 * _MOST) for line in lines), f"({rule.source})")) + "\n"


def _shorten(text: str, most: int) -> str:
    text = sanitize(text)
    return text if len(text) <= most else f"{text[: most - 60]} … {text[-50:]}"


def print_problems(problems: Iterable[Problem]) -> None:
    """Print every problem; warnings come after what stops the book."""
    every = list(problems)
    for problem in (problem for problem in every if not problem.is_warning):
        click.echo(click.style(format_problem(problem), fg="red") + "\n", err=True)
    print_warnings(problem for problem in every if problem.is_warning)


def print_warnings(problems: Iterable[Problem]) -> None:
    """Print what the book is made in spite of."""
    for problem in problems:
        click.echo(click.style("Warning: ", fg="yellow") + format_problem(problem) + "\n", err=True)


def exit_with_problems(stopped: ProblemsFound, what: str = "The book is not made", then: str = "") -> NoReturn:
    """Say every problem and leave with exit code 1."""
    print_problems(stopped.problems)
    count = sum(not problem.is_warning for problem in stopped.problems)
    echo(f"{what}: {count} {'problem' if count == 1 else 'problems'}.{then}", err=True)
    sys.exit(1)
