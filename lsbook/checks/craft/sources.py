"""Rules about facts: where they are known from, and who decided that the child may be told them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from lsbook.checks.craft.parents import is_parent
from lsbook.checks.craft.people import is_grown_up, list_people
from lsbook.checks.craft.sentences import find_sentence
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.craft.tellings import read_names, read_text
from lsbook.checks.hard_news import has_been_told
from lsbook.checks.rule import Rule
from lsbook.checks.subject import VisibleItem
from lsbook.model.located_text import find_location
from lsbook.model.named_items import Person, Stay
from lsbook.model.passage import fold_text
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.story_text import Statement
from lsbook.model.when import find_bounds

_REASON = re.compile(
    r"\b(?:not (?:able to )?(?:keep|look after|care for|manage|cope)|could ?n[o']t? (?:keep|look after|care for"
    r"|manage|cope)|couldn't (?:keep|look after|care for|cope)|unable to|not safe|unsafe|keep you safe|safer|alcohol"
    r"|drank|drinking|drunk|drugs?|heroin|cocaine|violen\w+|hit (?:you|mum|him|her)|hurt you|neglect\w*|abus\w+"
    r"|prison|jail|police|judge|court|left you alone|arrested|allegation|social workers? (?:decided|said|took)"
    r"|was decided)\b",
    re.IGNORECASE,
)
_NEED = re.compile(
    r"\b(?:became|got|was|were|fell) (?:(?:very|too|so|really|seriously|badly) )*(?:ill|unwell|poorly|homeless"
    r"|evicted|hungry|starving|alone|dirty|filthy|freezing|unwashed)\b|\b(?:no|not enough|hardly any|without) (?:food"
    r"|bed|heating|clean \w+|money|grown-up)\b|\bby yourself\b|\bon your own\b|\bnobody (?:came|looked|fed|washed"
    r"|took|was (?:there|awake))\b|\b(?:shouted|fought|fighting|fights)\b|\b(?:gave you|sent you) away\b"
    r"|\bdid not want you\b|\bdidn't want you\b",
    re.IGNORECASE,
)
"""What is a reason where it stands under why the child left."""
_YES = re.compile(
    r"\byou (?:may|can|should) (?:know|be told)\b|\b(?:wants?|wanted|agreed|agrees|said|says|told)\b[^.!?]*\byou"
    r" (?:to|should) know\b",
    re.IGNORECASE,
)
"""Words in which somebody allows that the child is told."""
_WORD = re.compile(r"\w")
_DECIDED = re.compile(
    r"\b(?:judge|court|panel|social workers?|council|local authority)\b[^.!?]* (?:decided|chose|agreed"
    r"|said|made an order)\b",
    re.IGNORECASE,
)
"""Words that say themselves who decided."""
_PRIVATE = re.compile(
    r"\b(?:HIV|AIDS|hepatitis|cancer|schizophreni\w+|bipolar|psychosis|depress(?:ed|ion)|self-harm\w*|overdos\w+"
    r"|suicid\w+|mental (?:illness|health)|mentally ill|convict\w+|sentenced|prison|jail|probation|criminal record"
    r"|abused as a child|was abused|were abused|raped|sexual\w*|assault\w*|addict\w*|dependent on|heroin|cocaine"
    r"|crack|took drugs|used drugs|personality disorder|learning disabilit\w+|epilepsy|sectioned|rehab)\b",
    re.IGNORECASE,
)


def find_reasons_without_source(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each fact about why that stands without source, who decided it, or certainty."""
    names, farewells = read_names(subject), _list_farewells(subject)
    for visible in subject.items if subject.is_english else ():
        statement = visible.item
        if isinstance(statement, Statement) and _is_about_why(visible) and not _is_known_from(statement):
            versions = [read_text(version.content, names) for version in statement.says.versions]
            find = _WORD.search if statement.at in farewells else partial(_find_reason, visible)
            match = next(((text, hit) for text in versions if (hit := find(text))), None)
            if match is not None:
                text, hit = match
                yield Finding(
                    find_location(text, hit.start(), statement.at),
                    "This is a reason why the child could not stay, and nothing says how it is known.",
                    "Write it as a statement: says:, source: (the judgment, the file), decided-by: and certainty:.",
                    severity=Severity.WARNING,
                    item=statement.at,
                    sentence=find_sentence(text, hit.start()).text,
                )


def _list_farewells(subject: CraftSubject) -> frozenset[Location]:
    """Return where it stands why the child left parents, and lived with them no more: a reason in whatever words."""
    born = subject.story.child.born
    parents = {person.id for person in list_people(subject) if is_parent(person)}
    stays = [item for item in subject.list_items(Stay) if isinstance(item, Stay) and item.category is None]
    stays.sort(key=lambda stay: find_bounds(stay.from_, born)[0] or date.min)
    return frozenset(
        stay.why_left.at
        for at, stay in enumerate(stays)
        if stay.why_left and (left := _list_household(stay) & parents)
        if not any(left & _list_household(later) for later in stays[at + 1 :])
    )


def _list_household(stay: Stay) -> set[str]:
    return {ref.id for ref in stay.people}


def _is_about_why(visible: VisibleItem) -> bool:
    """Return whether a statement says why: a fact about a person, or why the child came or left."""
    parent = visible.ancestors[-1] if visible.ancestors else None
    if isinstance(parent, Person):
        return visible.item in parent.facts
    return isinstance(parent, Stay) and visible.item in (parent.why_came, parent.why_left)


def _find_reason(visible: VisibleItem, text: str) -> re.Match[str] | None:
    """Return where a text says a reason; who was chosen for a new home is none where the words say who decided."""
    stay = visible.ancestors[-1] if visible.ancestors else None
    if isinstance(stay, Stay) and visible.item is stay.why_came and _DECIDED.search(text):
        return None
    is_departure = isinstance(stay, Stay) and visible.item is stay.why_left
    return _REASON.search(text) or (_NEED.search(text) if is_departure else None)


def _is_known_from(statement: Statement) -> bool:
    return bool(statement.source or statement.decided_by) or statement.certainty is not None


def find_private_facts(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each grown-up's illness, conviction or abuse that nobody decided to tell the child."""
    names = read_names(subject)
    grown_ups = [person for person in list_people(subject) if is_grown_up(person, subject.story.language)]
    facts = {fact.at: person for person in grown_ups for fact in (*person.facts, person.about) if fact}
    for visible in subject.items if subject.is_english else ():
        statement = visible.item
        if isinstance(statement, Statement) and statement.at in facts and not _may_be_told(visible, facts):
            for version in statement.says.versions:
                text = read_text(version.content, names)
                match = _PRIVATE.search(text)
                if match and not _is_ordinary_death(facts[statement.at], match[0]):
                    yield Finding(
                        find_location(text, match.start(), statement.at),
                        f"This tells something private of {facts[statement.at].label}, and not who decided that the"
                        " child may be told.",
                        "Write decided-by: and the name, or told: with who told the child and when. Where nobody has"
                        " decided it yet, hold: keeps it back.",
                        severity=Severity.WARNING,
                        item=statement.at,
                        sentence=find_sentence(text, match.start()).text,
                    )
                    break


def _is_ordinary_death(person: Person, word: str) -> bool:
    """Return whether it is an illness of which somebody has died, and of which nobody is ashamed."""
    return person.death_date is not None and word.casefold() in {"cancer", "epilepsy"}


def _may_be_told(visible: VisibleItem, facts: dict[Location, Person]) -> bool:
    """Return whether somebody decided it, a person told the child already, or they themselves are the source."""
    statement = visible.item
    if not isinstance(statement, Statement) or statement.decided_by or statement.gate.hold or has_been_told(visible):
        return True
    if any(_YES.search(fold_text(read_text(version.content, {}))) for version in statement.says.versions):
        return True
    person = facts[statement.at]
    names = {version.content.casefold() for version in person.name.versions} | set(
        map(str.casefold, person.also_called)
    )
    return any(re.search(rf"\b{re.escape(name)}\b", statement.source.casefold()) for name in names if name)


REASON_WITHOUT_SOURCE = Rule(
    id="reason-without-source",
    severity=Severity.WARNING,
    explain=(
        "A fact about why the child could not stay says neither where it is known from, nor who decided it, nor how"
        " sure it is. The child will ask, perhaps in ten years, when nobody remembers. A fact with a source can be"
        " looked up, and an unsure one can be said to be unsure. Write source:, decided-by: and certainty: below"
        " says:."
    ),
    find=find_reasons_without_source,
    source="practice.md: a fact about why the child came into care with no source",
)
PRIVATE_FACT = Rule(
    id="private-fact",
    severity=Severity.WARNING,
    explain=(
        "A statement tells a grown-up's illness, conviction, or what was done to them, and it is not said who decided"
        " that the child may know it. It is that person's story too. Somebody weighs what the child needs to know"
        " against it, and signs. Write decided-by: with the name, or told: once a person has told the child. Until it"
        " is decided, hold: keeps it back."
    ),
    find=find_private_facts,
    source="practice.md and data protection law: health and crime of others",
)
