"""Names that an edition withholds and its words say all the same: each refuses that edition."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.editions.names import Secrets, Withheld
from lsbook.editions.seeking import Spot
from lsbook.editions.sight import Sight
from lsbook.model.item import Cleared
from lsbook.model.place import Problem
from lsbook.model.said import Said, covered, folded, near
from lsbook.model.story import Story

_MOST = 100
"""Names told of in one paragraph."""


def mentions(story: Story, sight: Sight, said: tuple[Said, ...]) -> Iterator[Problem]:
    """A problem for each withheld name in ``said``, but for those that somebody has cleared (``not-them``)."""
    secrets = Secrets(story, sight)
    if not secrets.names:
        return
    for piece in said:
        words = folded(piece.words)
        found = [(secret, spot) for secret, spot in secrets.within(words)]
        if not found:
            continue
        cleared = covered(words, (*piece.names, *(one.words for one in _cleared(story, piece))))
        left = [(secret, spot) for secret, spot in found if not all(cleared[spot.start : spot.end])]
        yield from (_mention(secret, spot, words, piece, sight.edition.name) for secret, spot in left[:_MOST])


def _cleared(story: Story, piece: Said) -> Iterator[Cleared]:
    yield from story.not_them
    for item in piece.around:
        yield from item.gate.not_them
    if not piece.around or piece.at.path == "story.yaml":
        yield from story.child.not_them


def _mention(secret: Withheld, spot: Spot, words: str, piece: Said, edition: str) -> Problem:
    who = "the child" if secret.whose == "me" else secret.whose
    return Problem(
        piece.at,
        f'This says "{spot.name}", a name of {who} that is withheld from the edition {edition}. {secret.why}',
        f"Put the words behind the same gate, or {secret.way_out}. Where somebody or something else is meant, write"
        f' beside them: not-them: {{words: "{spot.name}", reason: …}}',
        near=near(words, spot.start, spot.end),
    )
