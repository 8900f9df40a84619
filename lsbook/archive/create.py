"""Making an archive, as a table of contents: list, choose, redact, verify, build, transfer, validate, name."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

from msgspec import Struct

from lsbook import reading
from lsbook.archive.bag import collect_payload, collect_policy_pieces, make_bag, write_read_me
from lsbook.archive.private.private_items import REMEDY, find_private_items, report_private_items
from lsbook.archive.redact import redact_sources
from lsbook.archive.search.remaining import check_remaining
from lsbook.archive.sources import Sources, check_unchanged, find_private_pages, list_sources
from lsbook.archive.verify_redaction import verify_redaction
from lsbook.cache.work import log_lock, scratch_folder
from lsbook.exports.verify.bag import validate_bag
from lsbook.files.disk_errors import os_errors_as_problems
from lsbook.files.folders import check_outside
from lsbook.files.lock import lock
from lsbook.files.transfer import STAGED_PREFIX, move_into_place, stage_package
from lsbook.model.build import BuildRequest
from lsbook.model.edition import RECORD
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.archives import PRIVATE_IN_ARCHIVE
from lsbook.pipeline import Project, build, load

KEEP, LEAVE_OUT = "keep", "leave-out"
_UNFINISHED = re.compile(rf"{STAGED_PREFIX}archive-\d{{4}}-\d\d-\d\d(-\d+)?")


class ArchiveRequest(Struct, frozen=True):
    """``only_me``: ``keep``, ``leave-out``, or empty where nobody has chosen."""

    story: Path
    to: Path
    policy: Path | None
    only_me: str
    made_on: date


class ArchiveResult(Struct, frozen=True):
    """Where the archive is, how many files of the story are in it, and how many are in no story (``.DS_Store``).

    ``remarks`` and ``copies``: what was left out because it named, or was a copy of, what is only-me.
    """

    place: Path
    files: int
    skipped: int
    only_me: str
    warnings: tuple[Problem, ...]
    remarks: tuple[Location, ...] = ()
    copies: tuple[str, ...] = ()


def create_archive(request: ArchiveRequest, progress: Callable[[int, int], None]) -> ArchiveResult:
    """Make the archive that is asked for. ``progress(done, total)`` counts bytes, twice each.

    Raises ``ProblemsFound`` with every reason. Until all is written, read back and validated, nothing has its name.
    """
    with contextlib.ExitStack() as held, os_errors_as_problems(request.to):
        check_outside(request.to, request.story)
        held.enter_context(log_lock(request.story))
        sources = list_sources(request.story)
        project = load(request.story, request.policy)
        only_me = _resolve_choice(request, sources, project)
        own_policy = reading.find_policy(request.story, request.policy)
        elsewhere = own_policy.file if own_policy and own_policy.file != request.story / "policy.yaml" else None
        folder = held.enter_context(scratch_folder(request.story, "archive"))
        story, remarks, copies = sources.pieces, tuple[Location, ...](), tuple[str, ...]()
        if only_me == LEAVE_OUT:
            own = find_private_items(project.story)
            kept = redact_sources(sources, project.story, own, folder / "story")
            remaining = check_remaining(kept, sources, project.story, own, tuple(collect_policy_pieces(elsewhere)))
            story, remarks, copies = remaining.pieces, kept.remarks, remaining.copies
            verify_redaction(project, story, folder / "story", own_policy.file if own_policy else None)
        record, warnings = _build_record(project, request, folder)
        words = write_read_me(folder, project.templates, request.made_on, only_me, elsewhere is not None)
        parts = collect_payload(story, record, elsewhere)
        held.enter_context(lock(request.to / "archive", "Another window is archiving to this place right now."))
        _delete_unfinished(request.to)
        place = _find_free_name(request.to, request.made_on)
        staged = stage_package(
            make_bag(place.name, parts, words, folder, request.made_on, only_me), request.to, progress
        )
        check_unchanged(sources, request.story)
        validate_bag(staged)
        move_into_place(staged, place)
    return ArchiveResult(place, len(story), sources.skipped, only_me, warnings, remarks, copies)


def _resolve_choice(request: ArchiveRequest, sources: Sources, project: Project) -> str:
    """What happens to what is only-me: empty where there is none.

    Raises ``ProblemsFound`` with each item where nobody chose.
    """
    problems = list(report_private_items(project.story, find_private_items(project.story)))
    problems += [
        Problem(
            Location(piece.path),
            "These pages are what the young person wrote only for themselves.",
            REMEDY,
            rule=PRIVATE_IN_ARCHIVE.id,
        )
        for piece in find_private_pages(sources)
    ]
    if problems and not request.only_me:
        raise ProblemsFound(reading.quote_sources(problems, request.story))
    return request.only_me if problems else ""


def _build_record(project: Project, request: ArchiveRequest, folder: Path) -> tuple[Path, tuple[Problem, ...]]:
    """The finished record edition, made now."""
    asked = BuildRequest(request.story, (RECORD,), folder / "books", request.made_on)
    outcome = build(project, asked, lambda _done, _total: None)
    if outcome.refusals:
        raise ProblemsFound(outcome.refusals)
    return outcome.books[0].output.folder, outcome.warnings


def _delete_unfinished(to: Path) -> None:
    """Take away archives that were begun here and never finished."""
    for left in to.iterdir() if to.is_dir() else ():
        if _UNFINISHED.fullmatch(left.name) and left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)


def _find_free_name(to: Path, made_on: date) -> Path:
    """A name that nothing has yet. The child's is not in it: it is seen by whoever sees the shelf."""
    names = (f"archive-{made_on.isoformat()}{f'-{number}' if number > 1 else ''}" for number in count(1))
    return next(to / name for name in names if not (to / name).exists() and not (to / name).is_symlink())
