"""Names that an edition withholds and its words say all the same: each refuses that edition."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.editions.names import Secrets, Withheld
from lsbook.editions.seeking import Names, Spot
from lsbook.editions.sight import Sight
from lsbook.model.item import Cleared
from lsbook.model.place import Problem
from lsbook.model.said import Said, folded, near
from lsbook.model.story import Story


def mentions(story: Story, sight: Sight, said: tuple[Said, ...]) -> Iterator[Problem]:
    """A problem for each withheld name in ``said``, but for those that somebody has cleared (``not-them``)."""
    secrets = Secrets(story, sight)
    if not secrets.names:
        return
    for piece in said:
        words = folded(piece.words)
        for secret, spot in secrets.within(words):
            if not _is_cleared(words, spot, _cleared(story, piece)):
                yield _mention(secret, spot, words, piece, sight.edition.name)


def _cleared(story: Story, piece: Said) -> Iterator[Cleared]:
    yield from story.not_them
    for item in piece.around:
        yield from item.gate.not_them
    if not piece.around or piece.at.path == "story.yaml":
        yield from story.child.not_them


def _is_cleared(words: str, spot: Spot, cleared: Iterator[Cleared]) -> bool:
    """True where somebody has cleared the name itself, or longer words round it ("the May Fair")."""
    return any(other.covers(spot) for other in Names(folded(one.words) for one in cleared).within(words))


def _mention(secret: Withheld, spot: Spot, words: str, piece: Said, edition: str) -> Problem:
    who = "the child" if secret.whose == "me" else secret.whose
    return Problem(
        piece.at,
        f'This says "{spot.name}", a name of {who} that is withheld from the edition {edition}. {secret.why}',
        f"Put the words behind the same gate, or {secret.way_out}. Where somebody or something else is meant, write"
        f' beside them: not-them: {{words: "{spot.name}", reason: …}}',
        near=near(words, spot.start, spot.end),
    )
