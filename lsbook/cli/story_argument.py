"""Which story a command is about: the folder that is named first, or the one that the worker stands in."""

from __future__ import annotations

from pathlib import Path

import click

from lsbook.files.folders import STORY_FILE


def complete_story(command: click.Command, arguments: list[str]) -> list[str]:
    """Return what stands behind a command's name, with the folder one stands in where no story is named.

    The first argument is the story only if it is a folder with a story.yaml, or there are too many to be anything else.
    """
    if isinstance(command, click.Group):
        inner = command.commands.get(arguments[0]) if arguments else None
        return [arguments[0], *complete_story(inner, arguments[1:])] if inner else arguments
    named = [param.name for param in command.params if isinstance(param, click.Argument)]
    if "story" not in named or not is_story_folder("") or _is_for_help(command, arguments):
        return arguments
    positions = _find_positions(command, arguments)
    at = positions[0] if positions else 0
    if positions and (len(positions) >= len(named) or is_story_folder(arguments[at]) or _is_path(arguments[at])):
        return arguments
    return [*arguments[:at], ".", *arguments[at:]]


def is_story_folder(name: str) -> bool:
    """Return whether there is a story in the folder called ``name``; empty is the one that one stands in."""
    try:
        return (Path(name) / STORY_FILE).is_file()
    except OSError:
        return False


def _is_path(argument: str) -> bool:
    """Return whether an argument is written as a folder: ``./check``, ``../robin``, ``stories/``."""
    return (
        argument in (".", "..")
        or argument.startswith(("./", "../", ".\\", "..\\", "/"))
        or argument.endswith(("/", "\\"))
    )


def _is_for_help(command: click.Command, arguments: list[str]) -> bool:
    return bool({"-h", "--help"} & set(arguments)) or (command.name == "check" and any(
        argument.split("=")[0] == "--explain" for argument in arguments
    ))  # fmt: skip


def _find_positions(command: click.Command, arguments: list[str]) -> list[int]:
    """Return where the arguments stand that are neither options nor the values of options."""
    with_value = {
        name
        for param in command.params
        if isinstance(param, click.Option) and not param.is_flag and not param.count
        for name in (*param.opts, *param.secondary_opts)
    }
    positions: list[int] = []
    at = 0
    while at < len(arguments):
        argument = arguments[at]
        if argument == "--":
            return [*positions, *range(at + 1, len(arguments))]
        if argument.startswith("-") and argument != "-":
            at += argument in with_value
        else:
            positions.append(at)
        at += 1
    return positions
