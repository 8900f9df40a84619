"""``lsbook build`` where something has changed: the story is read, and its books are made and published."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from lsbook import pipeline
from lsbook.cli.progress import make_progress
from lsbook.cli.terminal import exit_with_problems
from lsbook.history.last_build import digest_order_sources, remember_result
from lsbook.model.build import BOOKS_FOLDER, BuildOrder, BuildRequest, BuildResult
from lsbook.model.edition import Policy
from lsbook.model.problem import ProblemsFound
from lsbook.reading import FOLDERS

_AS_IT_WAS = " An earlier book is as it was."


def build_anew(order: BuildOrder, out: Path | None, *, to_read: bool) -> BuildResult:
    """Make the books of ``order`` in ``out``, or in the story's own folder, and remember what came of those there.

    Says every problem and leaves with exit code 1 where no book can be made.
    """
    sources = digest_order_sources(order)
    workshop = pipeline.Workshop(order.story, order.policy_file, stays=False)
    try:
        project = workshop.load()
    except ProblemsFound as stopped:
        exit_with_problems(stopped, then=_AS_IT_WAS)
    names = _resolve_editions(order.edition, project.policy)
    if to_read:
        _check_to_read(names, project.policy, order.reader)
    place = _resolve_output_folder(order.story, out, to_read=to_read)
    request = BuildRequest(order.story, names, place, order.made_on, order.reader, to_read)
    result = _build_books(workshop, project, request)
    if out is None and not to_read:
        remember_result(order, sources, result, workshop.memory.known)
    return result


def _resolve_editions(name: str | None, policy: Policy) -> tuple[str, ...]:
    bands = tuple(band.name for band in policy.bands)
    if name is None:
        return ()
    if name == "all":
        return bands
    known = policy.edition_names
    if name not in known:
        raise click.BadParameter(f'There is no edition "{name}". There are: {", ".join(known)}, and all.')
    return (name,)


def _check_to_read(names: tuple[str, ...], policy: Policy, reader: str) -> None:
    """Only the child's book holds what is the child's own, and what a second reader reads is given to nobody."""
    others = [name for name in names if name not in {band.name for band in policy.bands}]
    if others:
        raise click.BadParameter(
            f"--to-read is for the child's own books. The book for {others[0]} holds nothing of what is only the"
            " child's: a second reader reads it as it is.",
            param_hint="--to-read",
        )
    if reader:
        raise click.BadParameter(
            "--for names who will get a book, and what --to-read makes is given to nobody.", param_hint="--for"
        )


def _resolve_output_folder(story: Path, out: Path | None, *, to_read: bool) -> Path:
    """Where the books are made: never among the files that a story is read from.

    What only a second reader reads is made nowhere in the story but in books/, so that no archive takes it.
    """
    if out is None:
        return story / BOOKS_FOLDER
    inside = out.resolve().is_relative_to(story.resolve())
    step = out.resolve().relative_to(story.resolve()).parts[:1] if inside else (BOOKS_FOLDER,)
    of_story = bool(step) and (step[0] in FOLDERS or step[0].startswith("."))
    if step[:1] != (BOOKS_FOLDER,) and (of_story or (to_read and inside)):
        raise click.BadParameter(
            f'"{out}" is a folder of the story itself. Name one outside the story, or leave --out out.',
            param_hint="--out",
        )
    return out


def _build_books(workshop: pipeline.Workshop, project: pipeline.Project, request: BuildRequest) -> BuildResult:
    try:
        with contextlib.ExitStack() as bars:
            return workshop.build(project, request, make_progress(bars))
    except ProblemsFound as stopped:
        exit_with_problems(stopped, then=_AS_IT_WAS)
