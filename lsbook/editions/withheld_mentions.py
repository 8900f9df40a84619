"""Names that an edition withholds and its words say all the same: each refuses that edition.

What may be the form of another word ("Marka": Marek's, or the mark's) is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lsbook.editions.name_search import NameMatch
from lsbook.editions.wall_rules import KEPT_NAME, WHEREABOUTS, WITHHELD_NAME, WITHHELD_TITLE
from lsbook.editions.withheld_name import SearchMode, WithheldName
from lsbook.editions.withheld_names import WithheldNameSearch
from lsbook.model.item import Exemption
from lsbook.model.passage import Passage, fold_text, mask_cleared
from lsbook.model.problem import Problem, Severity
from lsbook.model.story import Story
from lsbook.model.vocabulary import CHILD_ID

_MOST = 100
"""Problems of one paragraph that are reported."""
_RULES = {SearchMode.NAME: WITHHELD_NAME, SearchMode.TITLE: WITHHELD_TITLE, SearchMode.KEPT: KEPT_NAME}
Mentioned: TypeAlias = tuple[WithheldName, NameMatch[WithheldName]]
_MEANS = {SearchMode.NAME: "a name of", SearchMode.TITLE: "the title of", SearchMode.KEPT: "a name kept (keeps) by"}


def find_mentions(story: Story, search: WithheldNameSearch, passages: tuple[Passage, ...]) -> Iterator[Problem]:
    """Yield a problem for each withheld name in ``passages``, but for those that somebody has cleared."""
    edition = search.visibility.edition.name
    for passage in passages if search.terms else ():
        text = fold_text(passage.text)
        matches = list(search.find(text))
        if matches:
            remaining = _drop_cleared(matches, text, passage, story)
            yield from (_make_problem(withheld, match, text, passage, edition) for withheld, match in remaining[:_MOST])


def _drop_cleared(matches: list[Mentioned], text: str, passage: Passage, story: Story) -> list[Mentioned]:
    """Return the ``matches`` in folded ``text`` that nobody has let through."""
    exemptions = (exemption.text for exemption in _list_exemptions(story, passage))
    cleared = mask_cleared(text, (*passage.linked_names, *exemptions))
    allowed = mask_cleared(text, (exemption.text for item in passage.ancestors for exemption in item.gate.allow))
    return [
        (withheld, match)
        for withheld, match in matches
        if not all(cleared[match.start : match.end])
        and not (withheld.is_allowed_by_name and all(allowed[match.start : match.end]))
    ]


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
    who = "the child" if withheld.owner == CHILD_ID else withheld.owner
    whole = "" if text.removesuffix("'s") == withheld.name else f" (of {withheld.name})"
    says = "says" if match.is_sure else "may say"
    means = _MEANS[withheld.search_mode]
    return Problem(
        passage.locate(match.start),
        f'This {says} "{text}"{whole}, {means} {who} that is withheld from the edition {edition}. {withheld.reason}',
        f"Put the words behind the same gate, or {withheld.remedy}. Where somebody or something else is meant, write"
        f' beside them: not-them: {{words: "{text}", reason: …}}',
        severity=Severity.ERROR if match.is_sure else Severity.WARNING,
        item=passage.at,
        rule=WHEREABOUTS.id if withheld.is_allowed_by_name else _RULES[withheld.search_mode].id,
    )
