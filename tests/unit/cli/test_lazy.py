"""What is not needed is not loaded: a command that has nothing to do answers at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from lsbook.cli import COMMANDS, Commands, main
from tests.building import HEAD, STORY, write_files

HEAVY = ("yaml", "jinja2", "markdown", "PIL", "babel", "av", "phonenumbers", "lsbook.pipeline", "lsbook.reading")
_SCRIPT = """
import sys
from lsbook.cli import main
try:
    main(sys.argv[1:])
finally:
    print("loaded:", *sorted(name for name in {heavy!r} if name in sys.modules))
"""


def _run(*arguments: str) -> tuple[str, list[str]]:
    """What a command says, and what it has loaded of all that is heavy."""
    command = [sys.executable, "-c", _SCRIPT.format(heavy=HEAVY), *arguments]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    said, _, loaded = ran.stdout.rpartition("loaded:")
    return said, loaded.split()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"]])
def test_help_loads_nothing_that_makes_a_book(arguments: list[str]) -> None:
    """To be told what there is needs none of it."""
    assert _run(*arguments)[1] == []


def test_a_build_with_nothing_to_do_loads_nothing_that_makes_a_book(tmp_path: Path) -> None:
    """The second build says what the first said, from what is remembered."""
    folder = write_files(tmp_path / "story", {"story.yaml": STORY, "chapters/01.md": HEAD + "You ran.\n"})
    order = ["build", str(folder), "--date", "2026-11-21"]
    first, loaded = _run(*order)
    assert "yaml" in loaded
    again, loaded = _run(*order)
    assert loaded == []
    assert again == first.replace("The first book of this edition.", "Nothing new since it was last made.")


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    """The short help that is written without loading a command is that command's own."""
    group = Commands()
    own = {}
    for name in COMMANDS:
        command = group.get_command(click.Context(main), name)
        assert command is not None
        own[name] = command.short_help
    assert own == COMMANDS
