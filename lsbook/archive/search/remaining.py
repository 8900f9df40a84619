"""What remains after cutting: without copies of the child's own by content, and looked through for its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from lsbook.archive.private.private_items import PrivateItems, find_outermost, find_outside
from lsbook.archive.redact import RedactedSources
from lsbook.archive.search.pictures import make_thumbnail
from lsbook.archive.search.search import Search, normalize_text
from lsbook.archive.sources import Sources
from lsbook.files.package import PackageFile
from lsbook.history.inventory import SHORTEST_SENTENCE
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.prose import Text
from lsbook.model.rules.archives import PRIVATE_STAYS
from lsbook.model.story import Story
from lsbook.model.walk import find_all


class RemainingSources(Struct, frozen=True):
    """``copies``: paths of files that were left out because they hold the same as a file of the child's own."""

    pieces: tuple[PackageFile, ...]
    copies: tuple[str, ...]


def check_remaining(
    redacted: RedactedSources, sources: Sources, story: Story, private: PrivateItems, extra: tuple[PackageFile, ...]
) -> RemainingSources:
    """What is left of ``redacted`` without copies of the child's own. ``extra``: what goes into the archive with it.

    Raises ``ProblemsFound`` with every place that still names the child's own, or holds the same as a file of it.
    """
    gone = {piece.path for piece in sources.pieces} - {piece.path for piece in redacted.pieces}
    lost = [piece for piece in sources.pieces if piece.path in gone and piece.size]
    same = dict(_find_copies(redacted.pieces, lost, private))
    named = {f"media/{medium.file}" for medium in story.media if medium.file not in private.media}
    problems = [_make_copy_problem(path, original) for path, original in same.items() if path in named]
    copies = tuple(sorted(path for path in same if path not in named))
    pieces = tuple(piece for piece in redacted.pieces if piece.path not in copies)
    search = Search(redacted.names, tuple(_find_private_sentences(story, private)), private.ids)
    problems += [_map_to_source(problem, redacted.lines) for problem in search.search_pieces((*pieces, *extra))]
    if problems:
        raise ProblemsFound(tuple(problems))
    return RemainingSources(pieces, copies)


def _find_copies(
    pieces: Iterable[PackageFile], removed: list[PackageFile], private: PrivateItems
) -> Iterator[tuple[str, str]]:
    """The paths of files that hold the same as one of ``removed``, and its path: the same bytes or the same picture."""
    by_digest = {piece.digest: piece.path for piece in removed}
    pictures = [piece for piece in removed if piece.path.removeprefix("media/") in private.media]
    alike = [(piece.path, shown) for piece in pictures if (shown := make_thumbnail(piece.source))]
    for piece in pieces:
        original = by_digest.get(piece.digest)
        if original is None and alike and (mine := make_thumbnail(piece.source)):
            original = next((path for path, shown in alike if shown.is_same(mine)), None)
        if original is not None:
            yield piece.path, original


def _make_copy_problem(path: str, original: str) -> Problem:
    what = f"This is the same as {original}, which is only-me, and the story shows it under this name."
    remedy = "Mark it only-me: true in media.yaml too, or take it out; or choose --only-me keep, with the child."
    return Problem(Location(path), what, remedy, rule=PRIVATE_STAYS.id)


def _find_private_sentences(story: Story, private: PrivateItems) -> Iterator[str]:
    """Long sentences that only the child's own says."""
    mine = {
        normalize_text(text.text) for item in find_outermost(story, private.has_item) for text in find_all(Text, item)
    }
    others = {normalize_text(text.text) for text in find_outside(Text, story, private.has_item)}
    yield from (words for words in mine - others if len(words) >= SHORTEST_SENTENCE)


def _map_to_source(problem: Problem, lines: Mapping[str, tuple[int, ...]]) -> Problem:
    """With the line as it stands in the story, above which something may have been cut."""
    before = lines.get(problem.at.path, ())
    if not 0 < problem.at.line <= len(before):
        return problem
    return replace(problem, at=Location(problem.at.path, before[problem.at.line - 1]))
