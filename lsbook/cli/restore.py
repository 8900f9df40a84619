"""``lsbook restore``: a story back from its archive."""

from __future__ import annotations

from pathlib import Path

import click

from lsbook import archive as archives
from lsbook.cli.parameters import PLACE
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.model.problem import ProblemsFound


@click.command(short_help="Bring a story back from its archive.")
@click.argument("archived", metavar="ARCHIVE", type=PLACE)
@click.option("--to", type=PLACE, metavar="FOLDER", required=True, help="A new folder for the story.")
def restore(archived: Path, to: Path) -> None:
    """Bring the story back from ARCHIVE, byte for byte, into a new folder. ARCHIVE is read from first to last first."""
    try:
        done = archives.restore(archived, to, lambda _done, _total: None)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is restored")
    echo(f"The story is back: {done.place}", bold=True)
    echo(f"  {done.files} files, each as it was archived.")
    policy = f' --policy "{done.policy}"' if done.policy else ""
    echo(f'Make the book:  lsbook build "{done.place}"{policy}')
