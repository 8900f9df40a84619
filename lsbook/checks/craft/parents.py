"""A rule about gaps: no parent stands in a story without a word, or somebody who could be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.craft.people import is_named_in, list_people
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.model.named_items import Person
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import Question
from lsbook.model.vocabulary import CHILD_ID

_ENOUGH = 2
"""So many sentences elsewhere say something of somebody."""


def find_unknown_parents(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each parent of whom nothing is said, where nobody is named whom the child could ask."""
    asked = [question for question in subject.list_items(Question) if isinstance(question, Question)]
    parents = [person for person in list_people(subject) if is_parent(person)]
    for person in parents:
        is_silent = not (person.about or person.facts or person.accounts or person.family_time or person.photo)
        is_asked = any(question.finding_out and is_named_in(subject, question, person) for question in asked)
        others = [other for other in parents if other is not person]
        if is_silent and not is_asked and not _is_spoken_of(subject, person, others):
            yield Finding(
                person.at,
                f"Nothing is said of {person.label}, and nobody is named whom the child could ask.",
                "Write the little that is known under about:, or a question with finding-out: and the person who"
                " is asking.",
                severity=Severity.WARNING,
            )


def is_parent(person: Person) -> bool:
    """Return whether somebody is a parent of the child, by birth or adoption."""
    return any(ref.id == CHILD_ID for ref in (*person.parent_of, *person.adoptive_parent_of))


def _is_spoken_of(subject: CraftSubject, person: Person, others: list[Person]) -> bool:
    """Return whether two sentences elsewhere speak of somebody: "Mum and Dad" says nothing of either."""
    name, other = _match_names([person]), _match_names(others)
    both = re.compile(rf"\b(?:{name} and {other}|{other} and {name})\b")
    own = set(map(id, subject.utterances_by_item.get(id(person), ())))
    elsewhere = (utterance for utterance in subject.utterances if id(utterance) not in own)
    texts = (both.sub("", utterance.text) for utterance in elsewhere if utterance.passage.is_paragraph)
    return sum(len(re.findall(rf"\b{name}\b", text)) for text in texts) >= _ENOUGH


def _match_names(people: list[Person]) -> str:
    names = "|".join(re.escape(version.content) for person in people for version in person.name.versions)
    return f"(?:{names})" if names else "(?!)"


UNKNOWN_PARENT = Rule(
    id="unknown-parent",
    severity=Severity.WARNING,
    explain=(
        "A parent stands in people.yaml, and nothing at all is said of them: no words, no fact, no account, no photo,"
        " and no question that somebody is finding out. The child will think of this person. Write the little that is"
        " known. Or write a question, with finding-out: and the name of who is asking."
    ),
    find=find_unknown_parents,
    source="practice.md: birth family, and what is not known yet, said openly",
)
