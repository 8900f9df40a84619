"""``lsbook new-caseload``: a pretend caseload, for training and tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import ON_DAY, PLACE, POLICY, TEXT
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.model.problem import ProblemsFound
from lsbook.practice.caseload.pretend import make_pretend_caseload


@click.command(short_help="Make a pretend caseload, for training and tests.")
@click.argument("path", type=PLACE)
@click.option("--children", type=click.IntRange(1, 20_000), required=True, metavar="NUMBER", help="How many children.")
@click.option("--seed", type=TEXT, default="lsbook", metavar="WORDS", help="The same words give the same caseload.")
@ON_DAY
@POLICY
def new_caseload(path: Path, children: int, seed: str, on_day: date | None, policy: Path | None) -> None:
    """Make a pretend caseload in the folder PATH, with every state in it. Nobody in it is anybody."""
    try:
        pretend = make_pretend_caseload(path, children, seed, on_day or date.today())
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing more is written")
    echo(f"{pretend.children} pretend children stand on the list in {path}; {pretend.stories} of them have a story.")
    echo(f'Count them:  lsbook report "{path}"')
