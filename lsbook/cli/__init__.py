"""The command line: options in, words out. The only room that prints or exits."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

import click

from lsbook import __version__
from lsbook.cli.story_argument import complete_story, is_story_folder

COMMANDS = {
    "new": "Begin a story.",
    "build": "Make the child's book.",
    "preview": "See the book while you write the story.",
    "explain": "See who is told what, and why.",
    "check": "Say what a second reader would say.",
    "review": "Make one page for whoever reads it through and signs.",
    "pdf": "Make a PDF of a finished book, for paper.",
    "one-file": "Make one HTML file of a finished book, for telephones.",
    "epub": "Make an EPUB of a finished book, for readers and telephones.",
    "letter": "Make the later life letter, apart from the book.",
    "handover": "Hand a finished book over, and write down who has it.",
    "verify": "See whether a copy is still what was handed over.",
    "unlock": "Make the plain folder from a locked book.",
    "passphrase": "Give a locked book another passphrase.",
    "copies": "List the copies that were handed over, and which are out of date.",
    "lost": "Say that a copy is lost: what it tells, what to do, whom to tell.",
    "returned": "Say that a copy came back, or was destroyed.",
    "receive": "Take in what a young person wrote in the book.",
    "ask": "Ask somebody who remembers the child.",
    "due": "See what is due for a child, or for everybody.",
    "visit": "Make one page for before and during a visit.",
    "add": "Write down a session, or what somebody gave.",
    "form": "Make a form of a session, for a screen and for paper.",
    "evidence": "Write what belongs on the case record, in the assessment and in the care plan.",
    "policy": "See what your policy says, and what is yours in it.",
    "report": "See which children are engaged, over a whole caseload.",
    "audit": "Draw books to look at, and add up what was found.",
    "caseload": "See whether what is counted is whole.",
    "new-caseload": "Make a pretend caseload, for training and tests.",
    "archive": "Put the whole story into an archive, for the record.",
    "restore": "Bring a story back from its archive.",
}
"""With their short help, in its order. Each is a module of this room: only what is asked for is loaded."""
GARBAGE_THRESHOLDS = 100_000, 20, 50
"""How rarely Python looks for values that hold each other: a story and a book are large, and hardly any of them do."""


def _load_command(name: str) -> click.Command:
    command: click.Command = getattr(import_module(f"lsbook.cli.{name}"), name)
    return command


def _explain_unknown_command(name: str) -> str:
    suggest: Callable[[str, Iterable[str]], str] = import_module("lsbook.model.suggestions").format_suggestion
    return f'"{name}" is no command and no folder of a story.{suggest(name, COMMANDS)} "lsbook --help" lists them.'


class Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return _load_command(cmd_name.replace("-", "_"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any."""
        room = formatter.width - 6 - max(map(len, COMMANDS))  # as click leaves it
        rows = [
            (name, click.Command(name, short_help=text).get_short_help_str(room)) for name, text in COMMANDS.items()
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command with its arguments; where no story is named, it is about the folder one stands in."""
        if is_story_folder(args[0]) and self.get_command(ctx, args[0]) is None:
            return "", _load_command("story_status"), args
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(_explain_unknown_command(args[0]))
        name, command, rest = super().resolve_command(ctx, args)
        return name, command, complete_story(command, rest) if command is not None else rest


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="lsbook")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Make life story books. Alone, inside a story or with its folder: how it stands, in ten lines.

    A child's story is a folder of text files and photos. lsbook makes a private book from it, in the words for the
    child's age, that opens with a double-click on any computer, without the internet.

    \b
    Begin a story:           lsbook new maya
    Make the child's book:   lsbook build maya --open
    See who is told what:    lsbook explain maya
    Have it read through:    lsbook check maya
    Put it on paper:         lsbook pdf maya
    Give it away:            lsbook handover maya --edition 9-12 --as locked --to STICK
    """
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    if ctx.invoked_subcommand is None:
        ctx.invoke(_load_command("story_status"), story=Path())
