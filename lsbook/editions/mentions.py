"""Names that an edition withholds and its words say all the same: each refuses that edition.

What may be the form of another word ("Marka": Marek's, or the mark's) is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.editions.name_search import NameMatch
from lsbook.editions.withheld_name import ME, SearchMode, WithheldName
from lsbook.editions.withheld_names import WithheldNameSearch
from lsbook.model.item import Exemption
from lsbook.model.passage import Passage, extract_context, fold_text, mask_cleared
from lsbook.model.problem import Problem, Severity
from lsbook.model.story import Story

_MOST = 100
"""Names told of in one paragraph."""


_MEANS = {SearchMode.NAME: "a name of", SearchMode.TITLE: "the title of", SearchMode.KEPT: "a name kept (keeps) by"}


def find_mentions(story: Story, search: WithheldNameSearch, passages: tuple[Passage, ...]) -> Iterator[Problem]:
    """Yield a problem for each of ``names`` in ``said``, but for those that somebody has cleared (``not-them``)."""
    if not search.terms:
        return
    for piece in passages:
        words = fold_text(piece.text)
        spots = list(search.find(words))
        if not spots:
            continue
        cleared = mask_cleared(words, (*piece.linked_names, *(clear.text for clear in _list_exemptions(story, piece))))
        allowed = mask_cleared(words, (clear.text for item in piece.ancestors for clear in item.gate.allow))
        left = [
            (secret, spot)
            for secret, spot in spots
            if not all(cleared[spot.start : spot.end])
            and not (secret.is_allowed_by_name and all(allowed[spot.start : spot.end]))
        ]
        yield from (
            _make_problem(secret, spot, words, piece, search.sight.edition.name) for secret, spot in left[:_MOST]
        )


def _list_exemptions(story: Story, passage: Passage) -> Iterator[Exemption]:
    yield from story.not_them
    for item in passage.ancestors:
        yield from item.gate.not_them
    if not passage.ancestors or passage.at.path == "story.yaml":
        yield from story.child.not_them


def _make_problem(
    withheld: WithheldName, match: NameMatch[WithheldName], paragraph: str, passage: Passage, edition: str
) -> Problem:
    text = paragraph[match.start : match.end]
    who = "the child" if withheld.owner == ME else withheld.owner
    whole = "" if text.removesuffix("'s") == withheld.name else f" (of {withheld.name})"
    says = "says" if match.is_sure else "may say"
    means = _MEANS[withheld.search_mode]
    return Problem(
        passage.at,
        f'This {says} "{text}"{whole}, {means} {who} that is withheld from the edition {edition}. {withheld.reason}',
        f"Put the words behind the same gate, or {withheld.remedy}. Where somebody or something else is meant, write"
        f' beside them: not-them: {{words: "{text}", reason: …}}',
        context=extract_context(paragraph, match.start, match.end),
        severity=Severity.ERROR if match.is_sure else Severity.WARNING,
    )
