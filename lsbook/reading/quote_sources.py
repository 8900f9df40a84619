"""The line of the story beside each problem that is found after reading."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lsbook.model.problem import Problem
from lsbook.reading.decode_text import read_text
from lsbook.reading.parsed import quote_lines


def quote_sources(problems: Iterable[Problem], folder: Path) -> tuple[Problem, ...]:
    """Return ``problems`` once each in the order of their places, with their lines in ``folder`` where they lack them.

    Each file is read once.
    """
    problems = tuple(problems)
    paths = dict.fromkeys(problem.at.path for problem in problems if problem.at.line and not problem.source)
    texts = {path: read_text(folder.joinpath(*path.split("/")), path).value or "" for path in paths}
    quoted = quote_lines(problems, {path: text.split("\n") for path, text in texts.items()})
    return tuple(sorted(quoted, key=lambda problem: problem.sort_key))
