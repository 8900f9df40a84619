"""A rule about truth: a telling for the young may say less than one for the old, and never something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from lsbook.checks.craft.sentences import find_sentence, mask_quotations
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.craft.tellings import AgedTelling, ToldVersion, list_tellings
from lsbook.checks.rule import Rule
from lsbook.model.located_text import find_location
from lsbook.model.problem import Finding, Severity


class _Veil(Struct, frozen=True):
    """Words that make one kind of fact false: ``fact`` says it, ``truth`` admits it, ``veil`` says something else."""

    fact: re.Pattern[str]
    truth: re.Pattern[str]
    veil: re.Pattern[str]
    unless: re.Pattern[str]
    fear: str


def _compile(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_NEVER = re.compile(r"(?!)")
_DEGREE = r"(?:(?:very|so|too|really|quite|often|always|a bit|a little|sometimes|just|feeling) )*"
_BODY = (
    r"(?<!heart )(?<!tummy )(?<!chest )(?<!leg )(?<!legs )(?<!lungs )(?<!liver )(?<!back )(?<!kidneys )(?<!head )"
    r"(?<!body )(?<!you )(?<!i )(?<!we )(?<!brain )(?<!eyes )(?<!it )(?<!blood )"
)
_PROSE_VEILS = (
    rf"{_BODY}(?:was|were|is|got|felt|became|had been|has been|'s) {_DEGREE}(?:not well|unwell|poorly|ill|sick|tired"
    r"|sleepy|busy|under the weather|in a bad mood)(?! of\b)(?! (?:from|because of|with) (?:drink|drug|alcohol))"
    r"|(?<!you )(?<!we )(?<!i )(?:had|has|caught|got) (?:(?:a|the|another) )?(?:(?!no\b|not\b)\w+ ){0,3}(?:cold|bug"
    r"|tummy ?ache|headaches?|poorly tummy|sore throat|flu|virus|fever|temperature|germs?)\b"
    r"|(?<!you )(?<!we )(?<!i )(?:needed|needs|had|has) (?:to (?:have )?)?(?:(?:a|lots of|some|more|long|very"
    r"|good) )*(?:rest|lie down|sleep)\b|(?:did not|didn't|does not|doesn't|was not|wasn't) (?:feel|feeling) (?:very "
    r"|so |too |at all )?(?:well|good)|was (?:just |only |always )?(?:resting|asleep a lot|sleeping a lot)"
    r"|(?<!you )(?<!we )(?<!i )had (?:a|an|very|really) (?:\w+ )?(?:sore|bad|poorly|aching|broken|hurting) (?:back"
    r"|tummy|head|leg|foot|arm|tooth|throat|knee|neck)|(?:back|tooth|ear|head|tummy|stomach)[ -]?aches?\b"
    r"|(?<!you )(?<!we )(?<!i )(?:had|has|got|gets|kept getting|suffered from|suffers from) (?:\w+ )?(?:migraines?"
    r"|asthma|hay fever|allerg\w+|dizzy \w+|tonsillitis|insomnia)|was (?:\w+ )?(?:exhausted|worn out|run down|dizzy)"
    r"|(?:stayed|was|lay|spent \w+(?: \w+)?) in bed\b"
)
_SUBSTANCES = (
    r"heroin|cocaine|crack|cannabis|drugs?|alcohol\w*|drank|drunk|drink(?:s|ing)?|vodka|beer|wine|addict\w*|methadone"
    r"|overdos\w+|amphetamines?|ketamine|spice|injected|sniff(?:ed|ing)"
)
_VEILS = (
    _Veil(
        fact=_compile(
            r"heroin|cocaine|crack|cannabis|drugs|amphetamines?|ketamine|overdos\w+|dependent on \w+|addict\w*"
            r"|alcohol\w*|drank|drunk|drinking|vodka|injected"
        ),
        truth=_compile(_SUBSTANCES + r"|medicines? that|illness (?:that|of|called|which)"),
        veil=_compile(_PROSE_VEILS),
        unless=_compile(
            r"hepatitis|cancer|leuk\w+|tumou?r|stroke|pneumonia|epilep\w+|diabet\w+|depress\w+|schizo\w+|bipolar"
            r"|psychosis|heart attack|heart failure|liver|HIV|kidney"
        ),
        fear="every illness and every tired grown-up",
    ),
    _Veil(
        fact=_compile(
            r"prison|jail(?:ed)?|gaol|imprisoned|sentenced|behind bars|locked up|convicted|in custody|on remand"
            r"|arrested|serv(?:ing|ed|es) (?:\w+ ){1,4}(?:years?|months?|sentence)"
        ),
        truth=_compile(
            r"prison|jail|gaol|locked up|police|crime|broke the law|against the law|something wrong|a judge|court"
        ),
        veil=_compile(
            r"work(?:s|ed|ing)? (?:somewhere|elsewhere|in another|in a different|on the other side)|works? (?:far "
            r"|a long way )?away|working (?:far |a long way )?away|worked (?:far |a long way )?away|away (?:at|for"
            r"|with|on) (?:work|business)|on (?:an? )?(?:(?!no\b)\w+ ){0,3}(?:holiday|trip|journey|voyage|adventure"
            r"|course)|in the army|at sea|works? abroad|working abroad|work(?:s|ed|ing) on (?:an? "
            r"|the )?(?:\w+ )?(?:ships?|boats?|rigs?|ferry|ferries)|(?:in|to) another country|too busy"
            r"|busy (?:at work|working)|went travelling|is travelling|(?:is|was|has been|keeps|kept) (?:very |too "
            r"|still |away |busy )*(?:build|fish|study|train|sail|driv|cook|farm|fix|paint|mend|tour|explor)ing\b"
            r"|busy (?:in|with|on|at) \w+|(?:has|had|got|took) (?:a|another|a new) (?:\w+ )?job(?: (?:far"
            r"|a long way) away| in another \w+| abroad)|(?:gone|went|goes) (?:off )?(?:abroad|to sea|exploring"
            r"|away to work)|(?:to be|became|is|being|as) an? (?:\w+ )?(?:soldier|sailor|pilot|fisherman|fireman"
            r"|firefighter|explorer|builder|lorry driver|farmer|cowboy|spy)|(?:gone|went|away) to (?:help|look after"
            r"|work for|see|visit) \w+|staying (?:with|at) (?:an? |his |her |their |some )?(?:\w+ )?(?:friends?"
            r"|cousins?|hotel|camp|college|school)"
        ),
        unless=_NEVER,
        fear="that people who work or travel do not come back",
    ),
    _Veil(
        fact=_compile(r"died|dead|death|killed|suicide|took (?:his|her|their) own life"),
        truth=_compile(r"die[ds]?|dead|death|dying|killed|suicide"),
        veil=_compile(
            r"(?:fell|gone|went|is|was) (?:fast )?(?:asleep|to sleep)(?: for ever| forever)?|(?:went|gone|has gone"
            r"|is) (?:far )?away|a star (?:now|in the sky)|in the sky|gone to (?:heaven|be with the angels)"
            r"|with the angels|passed (?:away|on)|we lost (?:her|him|them)|on a (?:very )?(?:long )?(?:journey|trip"
            r"|holiday)|moved (?:far )?away|had to go away|(?:flew|flown|floated|drifted|danced) (?:up|off|away)"
            r"|(?:bright|shining|little) (?:light|star|angel)|(?:is|became|turned into) an? (?:\w+ )?(?:angel|star"
            r"|butterfly|rainbow|cloud|bird|robin)|having an? (?:\w+ ){0,2}(?:rest|sleep)|(?:is|was) (?:only "
            r"|just )?(?:resting|sleeping)|(?:gone|went) to live (?:with (?:the )?(?:angels|stars|jesus|god)"
            r"|in (?:the )?(?:sky|clouds|heaven)|far away)"
        ),
        unless=_NEVER,
        fear="sleep, or every goodbye",
    ),
    _Veil(
        fact=_compile(
            r"(?:hit|punched|kicked|slapped|beat|burned|burnt|shook|strangled|choked|stabbed|bit|threw|pushed|hurt"
            r"|smacked) (?:you|him|her|them|mum|mummy|your mum|your mother)|violen\w+|assault\w*|abus\w+|fractur\w+"
            r"|broke your"
        ),
        truth=_compile(
            r"hit(?:s|ting)?|hurt(?:s|ing)?|violen\w+|punch\w*|kick\w*|slap\w*|beat\w*|burn\w*|shook|not safe|unsafe"
            r"|safe|abus\w+|scared|frightened|fight\w*|fought|angry|harm\w*"
        ),
        veil=_compile(
            r"(?:you )?(?:fell (?:over|down|off|out of)|tripped|bumped (?:your|into)|banged your)|(?:it was|was"
            r"|had) an accident|by accident|(?:was|were) (?:clumsy|playing)|played (?:too )?rough|rough games?"
            r"|a bit noisy|was (?:very )?loud"
        ),
        unless=_NEVER,
        fear="that what they remember is wrong",
    ),
    _Veil(
        fact=_compile(
            r"left you (?:alone|on your own|by yourself)|neglect\w*|abandon\w*|no food|not enough food"
            r"|nothing to eat|starv\w+"
        ),
        truth=_compile(r"alone|on your own|by yourself|neglect\w*|food|hungry|safe|unsafe|eat|look after|care|cold"),
        veil=_compile(
            rf"(?:was|were|is) {_DEGREE}(?:busy|tired|poorly|at work|on holiday|late|running late|held up|delayed"
            rf"|shopping)"
            r"|(?:forgot|lost track of|forgets) (?:the|all) time|(?:forgot|lost track of) time|got (?:stuck|held up"
            r"|lost)|missed (?:the|her|his) (?:bus|train)|came home (?:a bit |rather )?late|overslept"
        ),
        unless=_NEVER,
        fear="every busy or tired grown-up",
    ),
)


def find_softened_facts(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each telling that an older telling of the same makes false (practice.md, Age bands)."""
    for telling in list_tellings(subject) if subject.is_english else ():
        for at, version in enumerate(telling.versions):
            older = [later for later in telling.versions[at + 1 :] if later.age >= version.age]
            yield from _find_veils(telling, version, older)


def _find_veils(telling: AgedTelling, version: ToldVersion, older: list[ToldVersion]) -> Iterator[Finding]:
    for veil in _VEILS:
        teller = next((later for later in older if veil.fact.search(later.text)), None)
        words = _match_veil(veil, version.text, teller.text) if teller else None
        if teller and words:
            yield Finding(
                find_location(version.text, words.start, telling.item.at),
                f'These milder words say something else than what is told at {teller.age}: "{words.fact}"',
                f"Say less, and nothing that is false: else the child will fear {veil.fear}, and believe no page once"
                " the truth is told.",
                severity=Severity.WARNING,
                item=telling.item.at,
                sentence=words.sentence,
            )


class VeiledWords(NamedTuple):
    """A sentence that another makes false, where its words begin in their text, and that other."""

    sentence: str
    start: int
    fact: str


def find_veiled_words(text: str, other: str) -> VeiledWords | None:
    """Return what ``text`` says of somebody and ``other`` makes false: poorly for heroin, working away for prison."""
    return next((words for veil in _VEILS if (words := _match_veil(veil, text, other))), None)


def _match_veil(veil: _Veil, text: str, other: str) -> VeiledWords | None:
    spoken = mask_quotations(text)
    match, fact = veil.veil.search(spoken), veil.fact.search(other)
    if not match or not fact or veil.truth.search(spoken) or veil.unless.search(other):
        return None
    if not _is_same_person(spoken, match, other):
        return None
    sentence = find_sentence(text, match.start()).text
    return VeiledWords(sentence, match.start(), find_sentence(other, fact.start()).text)


_PRONOUNS = frozenset(["he", "she", "they", "it", "her", "his", "their", "you", "we", "there", "this", "that"])


def _is_same_person(text: str, match: re.Match[str], older: str) -> bool:
    """Return whether the older words speak of whom the milder sentence begins with; true where that is a pronoun."""
    sentence = find_sentence(text, match.start()).text
    names = re.findall(r"\b[A-Z][\w-]+", sentence[: max(0, len(sentence))].split(match[0])[0])
    people = [name for name in names if name.casefold() not in _PRONOUNS]
    return (
        not people
        or any(re.search(rf"\b{re.escape(name)}\b", older, re.IGNORECASE) for name in people)
        or (
            _is_parent(people)
            and re.search(r"\b(?:mother|father|parents?|mum|dad|he|she)\b", older, re.IGNORECASE) is not None
        )
    )


def _is_parent(names: list[str]) -> bool:
    return any(re.fullmatch(r"(?:Your )?(?:Mum|Mummy|Dad|Daddy|Mother|Father)", name) for name in names)


SOFTENED = Rule(
    id="softened-fact",
    severity=Severity.WARNING,
    explain=(
        "A telling for a younger age says something that the telling for an older age makes false: poorly for heroin,"
        " working away for prison. Milder words may say less. They may not say something else: the child will fear"
        " every illness, and will believe nothing more on the day on which the truth is told. Write what is true and"
        " small"
        ' enough ("Mum could not keep you safe"), or name the thing in plain words. An illness may be called one.'
    ),
    find=find_softened_facts,
    source="practice.md, Age bands: no euphemism that makes a fact false",
)
