"""Names that an edition withholds and its words say all the same: each refuses that edition.

What may be the form of another word ("Marka": Marek's, or the mark's) is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.editions.name_search import Spot
from lsbook.editions.secret import ME, Looked, Secret
from lsbook.editions.withheld_names import WithheldNames
from lsbook.model.item import Cleared
from lsbook.model.passage import Said, covered, folded, near
from lsbook.model.problem import Problem
from lsbook.model.story import Story

_MOST = 100
"""Names told of in one paragraph."""


_MEANS = {Looked.NAME: "a name of", Looked.TITLE: "the title of", Looked.KEPT: "a name kept (keeps) by"}


def find_mentions(story: Story, names: WithheldNames, said: tuple[Said, ...]) -> Iterator[Problem]:
    """Yield a problem for each of ``names`` in ``said``, but for those that somebody has cleared (``not-them``)."""
    if not names.terms:
        return
    for piece in said:
        words = folded(piece.words)
        spots = list(names.find(words))
        if not spots:
            continue
        cleared = covered(words, (*piece.names, *(clear.words for clear in _cleared(story, piece))))
        allowed = covered(words, (clear.words for item in piece.around for clear in item.gate.allow))
        left = [
            (secret, spot)
            for secret, spot in spots
            if not all(cleared[spot.start : spot.end])
            and not (secret.is_allowed_by_name and all(allowed[spot.start : spot.end]))
        ]
        yield from (_mention(secret, spot, words, piece, names.sight.edition.name) for secret, spot in left[:_MOST])


def _cleared(story: Story, piece: Said) -> Iterator[Cleared]:
    yield from story.not_them
    for item in piece.around:
        yield from item.gate.not_them
    if not piece.around or piece.at.path == "story.yaml":
        yield from story.child.not_them


def _mention(secret: Secret, spot: Spot[Secret], words: str, piece: Said, edition: str) -> Problem:
    text = words[spot.start : spot.end]
    who = "the child" if secret.whose == ME else secret.whose
    whole = "" if text.removesuffix("'s") == secret.name else f" (of {secret.name})"
    says = "says" if spot.is_sure else "may say"
    means = _MEANS[secret.looked]
    return Problem(
        piece.at,
        f'This {says} "{text}"{whole}, {means} {who} that is withheld from the edition {edition}. {secret.why}',
        f"Put the words behind the same gate, or {secret.way_out}. Where somebody or something else is meant, write"
        f' beside them: not-them: {{words: "{text}", reason: …}}',
        near=near(words, spot.start, spot.end),
        warning=not spot.is_sure,
    )
