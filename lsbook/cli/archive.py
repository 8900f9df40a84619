"""``lsbook archive``: the whole story, for the 75 or 100 years."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.archive import ArchiveRequest, create_archive
from lsbook.cli.parameters import FOLDER, PLACE, POLICY
from lsbook.cli.terminal import echo, exit_with_problems, print_warnings
from lsbook.model.problem import ProblemsFound

_ONLY_ME = {
    "": "Nothing in the story is only-me.",
    "keep": "What is only-me is in the sources, as you chose. It is not in the record edition.",
    "leave-out": "What is only-me was cut from the story's files, as you chose. All that is left was searched for its"
    " names, its files and its photos, in every file. work/copies/ is not there, with the reports of lost copies, which"
    " may speak of it: keep those with the file.",
}


@click.command(short_help="Put the whole story into an archive, for the record.")
@click.argument("story", type=FOLDER)
@click.option("--to", type=PLACE, metavar="FOLDER", required=True, help="Where the archive is made: not in the story.")
@click.option(
    "--only-me",
    type=click.Choice(("keep", "leave-out")),
    default=None,
    help="What the child wants to become of what is only-me in the sources. Never in the record edition.",
)
@POLICY
def archive(story: Path, to: Path, only_me: str | None, policy: Path | None) -> None:
    """Make an archive of STORY: its sources, its record edition and its log of copies.

    The archive is a folder that programs of archives know (a BagIt bag). lsbook restore brings the story back from it,
    and lsbook verify says whether it is whole. Books are not archived: lsbook build makes them again.
    """
    try:
        result = create_archive(
            ArchiveRequest(story, to, policy, only_me or "", date.today()), lambda _done, _total: None
        )
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is archived")
    print_warnings(result.warnings)
    echo(f"The archive is whole: {result.place}", bold=True)
    echo(f"  {result.files} files of the story, and the record edition. Read back and validated.")
    if result.skipped:
        files = "1 file" if result.skipped == 1 else f"{result.skipped} files"
        echo(f"  Left out: {files} that programs made for themselves, such as .DS_Store, Thumbs.db and ~$letter.docx.")
    echo(f"  {_ONLY_ME[result.only_me]}")
    for at in result.remarks:
        echo(f"  Cut too, since it names what is only-me: the remark at {at}")
    for path in result.copies:
        echo(f"  Left out too, since it holds the same as a file that is only-me: {path}")
    echo("It is not locked. Keep it where the child's file is kept, and look at it each year:")
    echo(f'  lsbook verify "{result.place}"')
