"""Making an archive, as a table of contents: look, ask, leave out, prove, build, carry, validate, name."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from lsbook import reading
from lsbook.archive.bag import bag, payload, policy_pieces, read_me
from lsbook.archive.private.private_items import REMEDY, by_name, own_of
from lsbook.archive.redact import leave_out
from lsbook.archive.search.remaining import clear
from lsbook.archive.sources import Sources, no_others, own_pages, sources_of
from lsbook.archive.verify_redaction import prove
from lsbook.copies.workplace import bench, in_words, log_by_itself, outside
from lsbook.exports.verify.bag import validated
from lsbook.files.lock import alone
from lsbook.files.transfer import NOT_WHOLE, carried_beside, take_name
from lsbook.model.edition import RECORD
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.pipeline import Read, Wish, build, read

KEEP, LEAVE_OUT = "keep", "leave-out"
_BEGUN = re.compile(rf"{NOT_WHOLE}archive-\d{{4}}-\d\d-\d\d(-\d+)?")


@dataclass(frozen=True)
class ArchiveWish:
    """``only_me``: ``keep``, ``leave-out``, or empty where nobody has chosen."""

    story: Path
    to: Path
    policy: Path | None
    only_me: str
    made: date


@dataclass(frozen=True)
class Archived:
    """Where the archive is, how many files of the story are in it, and how many are in no story (``.DS_Store``).

    ``remarks`` and ``copies``: what was left out because it named, or was a copy of, what is only-me.
    """

    place: Path
    files: int
    passed_over: int
    only_me: str
    warnings: tuple[Problem, ...]
    remarks: tuple[Place, ...] = ()
    copies: tuple[str, ...] = ()


def archive(wish: ArchiveWish, tick: Callable[[int, int], None]) -> Archived:
    """Make the archive that is wished for. ``tick(done, total)`` counts bytes, twice each.

    Raises ``NotMade`` with every reason. Until all is written, read back and validated, nothing has its name.
    """
    with contextlib.ExitStack() as held, in_words(wish.to):
        outside(wish.to, wish.story)
        held.enter_context(log_by_itself(wish.story))
        sources = sources_of(wish.story)
        told = read(wish.story, wish.policy)
        only_me = _chosen(wish, sources, told)
        own_policy = reading.find_policy(wish.story, wish.policy)
        elsewhere = own_policy.file if own_policy and own_policy.file != wish.story / "policy.yaml" else None
        folder = held.enter_context(bench(wish.story, "archive"))
        story, remarks, copies = sources.pieces, tuple[Place, ...](), tuple[str, ...]()
        if only_me == LEAVE_OUT:
            own = own_of(told.story)
            kept = leave_out(sources, told.story, own, folder / "story")
            remaining = clear(kept, sources, told.story, own, tuple(policy_pieces(elsewhere)))
            story, remarks, copies = remaining.pieces, kept.remarks, remaining.copies
            prove(told, story, folder / "story", own_policy.file if own_policy else None)
        record, warnings = _record(told, wish, folder)
        words = read_me(folder, told.templates, wish.made, only_me, elsewhere is not None)
        parts = payload(story, record, elsewhere)
        held.enter_context(alone(wish.to / "archive", "Another window is archiving to this place right now."))
        _clear(wish.to)
        place = _free(wish.to, wish.made)
        staged = carried_beside(bag(place.name, parts, words, folder, wish.made, only_me), wish.to, tick)
        no_others(sources, wish.story)
        validated(staged)
        take_name(staged, place)
    return Archived(place, len(story), sources.passed_over, only_me, warnings, remarks, copies)


def _chosen(wish: ArchiveWish, sources: Sources, told: Read) -> str:
    """What happens to what is only-me: empty where there is none. Raises ``NotMade`` with each where nobody chose."""
    found = list(by_name(told.story, own_of(told.story)))
    found += [
        Problem(Place(piece.path), "These pages are what the young person wrote only for themselves.", REMEDY)
        for piece in own_pages(sources)
    ]
    if found and not wish.only_me:
        raise NotMade(reading.with_lines(found, wish.story))
    return wish.only_me if found else ""


def _record(told: Read, wish: ArchiveWish, folder: Path) -> tuple[Path, tuple[Problem, ...]]:
    """The finished record edition, made now."""
    asked = Wish(wish.story, (RECORD,), folder / "books", wish.made)
    outcome = build(told, asked, lambda _done, _total: None)
    if outcome.refused:
        raise NotMade(outcome.refused)
    return outcome.made[0].written.place, outcome.warnings


def _clear(to: Path) -> None:
    """Take away archives that were begun here and never finished."""
    for left in to.iterdir() if to.is_dir() else ():
        if _BEGUN.fullmatch(left.name) and left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)


def _free(to: Path, made: date) -> Path:
    """A name that nothing has yet. The child's is not in it: it is seen by whoever sees the shelf."""
    names = (f"archive-{made.isoformat()}{f'-{number}' if number > 1 else ''}" for number in count(1))
    return next(to / name for name in names if not (to / name).exists() and not (to / name).is_symlink())
