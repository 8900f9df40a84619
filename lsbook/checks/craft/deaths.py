"""A rule about truth: of somebody who died a book speaks in the past."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from lsbook.checks.craft.finding import make_finding
from lsbook.checks.craft.people import list_people
from lsbook.checks.craft.sentences import split_sentences
from lsbook.checks.craft.subject import CraftSubject, Utterance
from lsbook.checks.craft.tellings import read_names, read_text
from lsbook.checks.rule import Rule
from lsbook.model.named_items import Person
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.story import Medium
from lsbook.model.story_text import Statement

_VERBS = (
    r"(?:lives|works|loves|likes|sings|plays|makes|cooks|bakes|drives|knows|wants|goes|wears|keeps|collects|laughs"
    r"|smells"
    r"|visits|sends|writes|has(?! died| been| not| a (?:grave|stone|bench|tree))|knits|enjoys|teaches|grows|tells|gives"
    r"|takes|calls|rings|comes|can|is (?:always|still|often|usually) (?!missed|loved|with|in\b|part|here|your|my\b"
    r"|our\b|the\b|remembered|buried)\w+"
    r"|hates|hopes|thinks|believes|needs|tries|reads|walks|dances|runs|swims|talks|helps|cares|worries|misses|prays"
    r"|is (?:very |so |really |always |still )?(?:a|an|there for you|proud of you"
    r"|kind|funny|tall|good|nice|clever|lovely|[0-9]+"
    r"|poorly|ill"
    r"|happy|old|little|big|in hospital)\b)"
)
_ANY_VERB = (
    r"(?!was\b|is\b|has\b|does\b|as\b|this\b|always\b|sometimes\b|besides\b|means\b|lies\b|rests\b|says\b"
    r"|stays\b)[a-z]{2,}s\b"
    r"(?! (?:is|are|was|were)\b)"
)
"""What looks like the present of a verb, and is no name of a thing: Dad jokes are allowed."""
_ALWAYS_TRUE = re.compile(
    r"\b(?:photos?|pictures?|film|dead|died|buried|remember\w*|memory|grave|ashes|heaven|in a dream|used to)\b",
    re.IGNORECASE,
)


def find_present_of_the_dead(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each sentence that speaks of somebody who died as if they were alive."""
    visible, names = frozenset(visible.item.at for visible in subject.items), read_names(subject)
    dead = [person for person in list_people(subject) if _has_died(person, visible, names)]
    for utterance in subject.narration if dead else ():
        for person in dead:
            yield from _find_present(utterance, person)


def _find_present(utterance: Utterance, person: Person) -> Iterator[Finding]:
    names = sorted({re.escape(version.content) for version in person.name.versions}, key=len, reverse=True)
    own = any(around is person for around in utterance.ancestors[:1]) and len(utterance.ancestors) <= 2
    who = "|".join((*names, *(("He", "She", "They") if own and isinstance(utterance.item, Statement) else ())))
    verbs = _VERBS if isinstance(utterance.item, Medium) else f"(?:{_VERBS}|{_ANY_VERB})"
    alive = re.compile(
        rf"(?:^|(?<=, )|(?<=and ))(?:{who})(?: (?:always |still |often |also )?{verbs}|'s favourite \w+ (?:is|are)\b)"
    )
    for sentence in split_sentences(utterance.narration):
        if (match := alive.search(sentence.text)) and not _ALWAYS_TRUE.search(sentence.text):
            yield make_finding(
                utterance,
                (sentence.start + match.start(), sentence.start + match.end()),
                f"{person.label} has died, and this speaks as if they were alive.",
                "Put it into the past: she loved, he was. A child reads the present as hope.",
            )


def _has_died(person: Person, visible: Set[Location], names: Mapping[str, str]) -> bool:
    """Return whether the story says of somebody that they died: under ``died``, or in words about them.

    ``visible``: what is not only the child's; ``names``: those behind the ids.
    """
    if person.death_date is not None:
        return True
    statements = (statement for statement in (person.about, *person.facts) if statement and statement.at in visible)
    texts = [read_text(version.content, names) for statement in statements for version in statement.says.versions]
    labels = [re.escape(version.content) for version in person.name.versions]
    others = {name for name in names.values() if name and name != person.label}
    return any(_has_death(text, labels, others) for text in texts)


def _has_death(text: str, labels: list[str], others: set[str]) -> bool:
    """Return whether words about somebody say that they died; "he died" counts where nobody else is named."""
    named = any(re.search(rf"\b{re.escape(name)}\b", text) for name in others)
    pronouns = () if named else ("[Hh]e", "[Ss]he", "[Tt]hey")
    return re.search(rf"\b(?:{'|'.join((*labels, *pronouns))})(?: has| had)? died\b", text) is not None


PRESENT_OF_THE_DEAD = Rule(
    id="present-for-the-dead",
    severity=Severity.WARNING,
    explain=(
        "A sentence speaks in the present of somebody who died, as far as the story says. A child reads that as"
        " hope: she"
        " still bakes, so she can come back. Put it into the past. What stays true may stay: Nana Pat is Mum's mum, and"
        " you can still remember her."
    ),
    find=find_present_of_the_dead,
    source="practice.md: honest about loss",
)
