"""What is only the child's, named in words that others may read: whoever shows these words to others has to stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lsbook.editions.edition import make_unapproved_edition
from lsbook.editions.visibility import decide
from lsbook.editions.wall_rules import WITHHELD_REFERENCE
from lsbook.editions.withheld_mentions import find_mentions
from lsbook.editions.withheld_names import WithheldNameSearch
from lsbook.model.edition import RECORD, Policy
from lsbook.model.passage import Passage
from lsbook.model.problem import Problem
from lsbook.model.prose import Mention
from lsbook.model.story import Story
from lsbook.model.vocabulary import CHILD_ID
from lsbook.model.walk import find_all

_REMEDY = "Put the sentence into an only-me block, or write it without the name."


def find_private_mentions(
    story: Story, policy: Policy, public: Story, passages: Iterable[Passage], day: date
) -> tuple[Problem, ...]:
    """Return a problem for each sentence of ``public``, and of ``passages`` chosen from it, that names what it lacks.

    ``public`` is ``story`` without what is only the child's (``make_public_story``).
    """
    record = decide(story, make_unapproved_edition(story, policy, RECORD))
    search = WithheldNameSearch(story, record, day)
    names = (problem for problem in find_mentions(story, search, tuple(passages)) if not problem.is_warning)
    return tuple(dict.fromkeys((*_find_references(public), *names)))


def _find_references(public: Story) -> Iterator[Problem]:
    known = {item.id for item in public.named_items} | {CHILD_ID}
    for mention in find_all(Mention, public):
        if mention.id not in known:
            what = f"This sentence names [[{mention.id}]], which is only-me, so it cannot be left out."
            yield Problem(mention.at, what, _REMEDY, rule=WITHHELD_REFERENCE.id)
