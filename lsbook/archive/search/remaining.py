"""What remains after cutting: without copies of the child's own by content, and looked through for its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lsbook.archive.private.private_items import Own, every_outside, outermost
from lsbook.archive.redact import Kept
from lsbook.archive.search.pictures import likeness
from lsbook.archive.search.search import Search, one_line
from lsbook.archive.sources import Sources
from lsbook.files.package import Piece
from lsbook.history.inventory import SHORTEST
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.prose import Text
from lsbook.model.story import Story
from lsbook.model.walk import every


@dataclass(frozen=True)
class Remaining:
    """``copies``: paths of files that were left out because they hold the same as a file of the child's own."""

    pieces: tuple[Piece, ...]
    copies: tuple[str, ...]


def clear(kept: Kept, sources: Sources, story: Story, own: Own, beside: tuple[Piece, ...]) -> Remaining:
    """What is left of ``kept`` without copies of the child's own. ``beside``: what goes into the archive with it.

    Raises ``NotMade`` with every place that still names the child's own, or holds the same as a file of it.
    """
    gone = {piece.path for piece in sources.pieces} - {piece.path for piece in kept.pieces}
    lost = [piece for piece in sources.pieces if piece.path in gone and piece.size]
    same = dict(_same(kept.pieces, lost, own))
    named = {f"media/{medium.file}" for medium in story.media if medium.file not in own.media}
    problems = [_complain_of_copy(path, original) for path, original in same.items() if path in named]
    copies = tuple(sorted(path for path in same if path not in named))
    pieces = tuple(piece for piece in kept.pieces if piece.path not in copies)
    search = Search(kept.names, tuple(_sentences(story, own)), own.ids)
    problems += [_in_the_source(problem, kept.lines) for problem in search.through((*pieces, *beside))]
    if problems:
        raise NotMade(tuple(problems))
    return Remaining(pieces, copies)


def _same(pieces: Iterable[Piece], lost: list[Piece], own: Own) -> Iterator[tuple[str, str]]:
    """The paths of files that hold the same as one of ``lost``, and its path: the same bytes, or the same picture."""
    by_digest = {piece.digest: piece.path for piece in lost}
    pictures = [piece for piece in lost if piece.path.removeprefix("media/") in own.media]
    alike = [(piece.path, shown) for piece in pictures if (shown := likeness(piece.source))]
    for piece in pieces:
        original = by_digest.get(piece.digest)
        if original is None and alike and (mine := likeness(piece.source)):
            original = next((path for path, shown in alike if shown.is_same(mine)), None)
        if original is not None:
            yield piece.path, original


def _complain_of_copy(path: str, original: str) -> Problem:
    what = f"This is the same as {original}, which is only-me, and the story shows it under this name."
    remedy = "Mark it only-me: true in media.yaml too, or take it out; or choose --only-me keep, with the child."
    return Problem(Place(path), what, remedy)


def _sentences(story: Story, own: Own) -> Iterator[str]:
    """Long sentences that only the child's own says."""
    mine = {one_line(text.text) for item in outermost(story, own.holds) for text in every(Text, item)}
    others = {one_line(text.text) for text in every_outside(Text, story, own.holds)}
    yield from (words for words in mine - others if len(words) >= SHORTEST)


def _in_the_source(problem: Problem, lines: Mapping[str, tuple[int, ...]]) -> Problem:
    """With the line as it stands in the story, above which something may have been cut."""
    before = lines.get(problem.at.path, ())
    if not 0 < problem.at.line <= len(before):
        return problem
    return replace(problem, at=Place(problem.at.path, before[problem.at.line - 1]))
