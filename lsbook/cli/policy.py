"""``lsbook policy``: what applies, what is missing in it, and what of it is yours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import ON_DAY, PLACE, POLICY
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.model.problem import ProblemsFound
from lsbook.practice.cases import PolicyShelf
from lsbook.practice.policy.lines import PolicyView, check_file, read_policy_view
from lsbook.practice.policy.remarks import list_remarks
from lsbook.practice.policy.screen_text import format_comparison, format_discussion, format_view
from lsbook.reading.policy import PolicyFile

_FILE = click.argument("file", required=False, type=PLACE)


@click.group(short_help="See what your policy says, and what is yours in it.")
def policy() -> None:
    """Show, look through, or compare what a policy says of life story work.

    FILE is a policy file, or the folder of a story or a caseload; without it, policy.yaml in this folder, or else the
    policy that comes with lsbook.
    """


@policy.command(short_help="What applies, and where each line comes from.")
@_FILE
@click.option("--to-discuss", is_flag=True, help="Each decision as an open question, for a children in care council.")
@ON_DAY
@POLICY
def show(file: Path | None, to_discuss: bool, on_day: date | None, policy: Path | None) -> None:
    """Print what applies, and from which line of which file each part of it comes."""
    view = _read(file, policy)
    echo(format_discussion(view.policy) if to_discuss else format_view(view))


@policy.command(short_help="What is missing or odd in it.")
@_FILE
@ON_DAY
@POLICY
def check(file: Path | None, on_day: date | None, policy: Path | None) -> None:
    """Print what is missing or odd, for people to talk about. Nothing here says whether a policy is right."""
    remarks = list(list_remarks(_read(file, policy), on_day or date.today()))
    echo("\n".join(remarks) if remarks else "Nothing is missing that lsbook looks for.")


@policy.command(short_help="What is yours, as shipped, or not decided.")
@_FILE
@ON_DAY
@POLICY
def compare(file: Path | None, on_day: date | None, policy: Path | None) -> None:
    """Print what is your own, what is as it comes with lsbook, and what nobody has decided."""
    echo(format_comparison(_read(file, policy)))


def _read(file: Path | None, policy: Path | None) -> PolicyView:
    try:
        explicit = policy or (file if file and not file.is_dir() else None)
        if explicit:
            check_file(explicit)
            return read_policy_view(PolicyFile(explicit, str(explicit)))
        folder = file or Path()
        here = folder / "policy.yaml"
        own = PolicyFile(here, str(here)) if here.is_file() else PolicyShelf(None).find(folder) if file else None
        return read_policy_view(own)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The policy cannot be read")
