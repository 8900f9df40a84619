"""The command line: options in, words out. The only room that prints or exits."""

from __future__ import annotations

from importlib import import_module

import click

from lsbook import __version__

COMMANDS = (
    "new",
    "build",
    "explain",
    "pdf",
    "one-file",
    "epub",
    "handover",
    "verify",
    "unlock",
    "passphrase",
    "copies",
    "lost",
    "returned",
    "receive",
    "archive",
    "restore",
)
"""In the order of the help. Each is a module of this room: only what is asked for is loaded."""


class Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"lsbook.cli.{name}"), name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="lsbook")
def main() -> None:
    """Make life story books.

    A child's story is a folder of text files and photos. lsbook makes a private book from it, in the words for the
    child's age, that opens with a double-click on any computer, without the internet.

    \b
    Begin a story:           lsbook new maya
    Make the child's book:   lsbook build maya --open
    See who is told what:    lsbook explain maya
    Put it on paper:         lsbook pdf maya
    Give it away:            lsbook handover maya --edition 9-12 --as locked --to STICK
    """
