"""Words that no book of a child may say (``never-says``), in any of their forms, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.editions.name_search import NameSearch, SearchTerm
from lsbook.editions.spelling import make_keys
from lsbook.editions.wall_rules import NEVER_SAID
from lsbook.model.languages import find_language_names
from lsbook.model.passage import Passage, fold_text
from lsbook.model.problem import Problem, Severity
from lsbook.model.story import Story


def find_never_said(story: Story, passages: tuple[Passage, ...]) -> Iterator[Problem]:
    """Yield a problem for each word of ``never-says`` that a book says, in any form of the story's languages."""
    languages = find_language_names(story)
    search = NameSearch(_make_terms(story), languages)
    for passage in passages if story.never_says else ():
        text = fold_text(passage.text)
        for match in search.find(text):
            words = text[match.start : match.end]
            yield Problem(
                passage.locate(match.start),
                f'This {"says" if match.is_sure else "may say"} "{words}", and story.yaml has "{match.term.origin}"'
                " under never-says: no book may say it.",
                "Say it without the word, and cut it out of the picture where it is to be seen. Or take it out of"
                " never-says, once somebody has decided that.",
                severity=Severity.ERROR if match.is_sure else Severity.WARNING,
                rule=NEVER_SAID.id,
            )


def _make_terms(story: Story) -> Iterator[SearchTerm[str]]:
    for written in story.never_says:
        keys = make_keys(fold_text(written))
        yield SearchTerm(keys, written, has_forms=len(keys) == 1)
        if len(keys) > 1:
            yield SearchTerm(("".join(keys),), written)
