"""A rule about truth: what somebody is said to have done stands with who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.craft.finding import make_finding
from lsbook.checks.craft.people import match_grown_ups
from lsbook.checks.craft.sentences import split_with_context
from lsbook.checks.craft.subject import CraftSubject, Utterance
from lsbook.checks.rule import Rule
from lsbook.model.problem import Finding, Severity
from lsbook.model.story_text import Statement

_DEEDS = (
    r"(?:hit|hits|hurt|hurts|punched|kicked|slapped|beat(?! (?:\w+ ){1,2}(?:at|by|to)\b)|burned|burnt|bit|shook"
    r"|abused|raped|strangled|choked|stabbed|attacked|threatened|smacked|starved|assaulted|molested|neglected|threw"
    r"|pushed|locked|tied|(?:used to|would) (?:hit|hurt|punch|kick|slap|beat|burn|bite|shake|smack|threaten|abuse"
    r"|strangle)|(?:was|were|kept|kept on|started|began) (?:always |often |sometimes |constantly )?(?:hitting|hurting"
    r"|punching|kicking|slapping|beating|burning|biting|shaking|smacking|threatening|abusing|strangling|molesting"
    r"|starving)|(?:did|had done) (?:sexual|bad|rude|dirty|horrible) things (?:to|with)|had sex with"
    r"|exposed himself to|was (?:\w+ )?(?:violent|abusive|cruel) (?:to|towards?))"
)
_CRIMES = (
    r"(?:(?:stole|steals|has stolen|was stealing|nicked|pinched|shoplifted|(?:used to|would|kept on) (?:steal|nick"
    r"|pinch|shoplift|rob)(?:ing)?) (?:money|things|stuff|food|clothes|cars?|a car|(?:\w+ )?(?:phones?|bikes?"
    r"|jewellery|purses?|wallets?|handbags?)|(?:\w+ ){0,2}from (?:the |a |an |his |her |their )?(?:\w+ )?(?:shops?"
    r"|garage|work|neighbou?rs?|employer|houses?|people|family|till))|robbed|burgled|mugged|groomed|stalked"
    r"|broke into (?:houses|cars|shops|(?:a|the) (?:house|shop|car|flat|school))|(?:sold|sells|dealt|deals"
    r"|used to (?:sell|deal)|was (?:selling|dealing)) (?:in )?(?:drugs|heroin|cocaine|crack|cannabis|weed|stolen \w+)"
    r"|left (?:\w+ )?(?:bruises|marks|scars|burns) (?:\w+ ){0,2}(?:on|over)|gave (?:you|mum|dad|her|him"
    r"|them) (?:a black eye|bruises|a beating|a broken \w+)|touched (?:you|her|him|them"
    r"|your \w+) (?:\w+ ){0,2}(?:where|in places|inappropriately|under|private)|(?:ran|kept|grew"
    r"|hid) (?:an? )?(?:cannabis|drugs|weed|brothel|stolen)|(?:pulled|held|waved|pointed) a (?:knife|gun) (?:on|to"
    r"|at) (?:you|your|him|her|his|them|mum|dad)|(?:is|was) an? (?:\w+ )?(?:dealer|thief|burglar|criminal|rapist"
    r"|paedophile|murderer|abuser|shoplifter|gangster)|set fire to (?:the|a|your|his|her|their) (?:\w+ )?(?:house"
    r"|flat|car|home)|was (?:in|part of) a gang|killed (?:a|an|his|her|your|the) (?:man|woman|person|baby|child|boy"
    r"|girl|wife|husband|partner|mother|father|mum|dad))\b"
)
"""What a court finds, whoever it was done to; no cat that stole a sausage, and no chip from a plate."""
_BODY = r"(?:back|leg|arm|hand|head|foot|knee|ankle|finger|thumb|toe|elbow|shoulder|neck|tooth|lip|nose|eye|wrist|hip)"
_ATTRIBUTION = re.compile(
    r"\b(?:says?|said|told(?! lies)|tells|found|finds|judge|judges|court|believes?|believed|thinks?|thought|alleged\w*"
    r"|allegations?|police|doctors?|convicted|sentenced|saw|seen|according|wrote|written|writes|reports?|reported"
    r"|record\w*|file|admitted|agreed|remembers?|remembered|saying|shows?|showed|prison|X-rays?|accident|accidentally"
    r"|by mistake|playing|nobody knows|not know|if|whether|maybe|perhaps|might|may have|never|did not|didn't|pillow"
    r"|snowball|water|tickl\w+|ball|game|swings?|slide|sledge|pram|trolley|bike|go-kart)\b",
    re.IGNORECASE,
)


def find_bare_allegations(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each deed that is told as a fact, and nobody is named who says or found so."""
    deed = _compile_deeds(match_grown_ups(subject)) if subject.is_english else None
    for utterance in subject.narration if deed else ():
        if deed and not _is_attested(utterance):
            for context in split_with_context(utterance.narration):
                sentence = context.sentence
                match = deed.search(sentence.text)
                if match and not _ATTRIBUTION.search(context.around):
                    yield make_finding(
                        utterance,
                        (sentence.start + match.start(), sentence.start + match.end()),
                        f"This says as a fact what {match['who']} did, and not who says so or who found it.",
                        "Write who says or decided it (The judge found that …, Mum says that …), or give the statement"
                        " its source:, decided-by: and certainty:.",
                    )


def _compile_deeds(grown_ups: str) -> re.Pattern[str]:
    """Return a pattern for what a grown-up is said to have done: to somebody, or against the law."""
    return re.compile(
        rf"\b(?P<who>(?:{grown_ups})(?: [A-Z][a-z]+)?)(?: (?:often|once|sometimes|then|also|had|\w+ly"
        rf"|and \w+))*(?: (?!not\b|never\b)[\w ]{{1,40}}? and)? (?:{_CRIMES}|{_DEEDS} (?:(?:at|on) )?"
        rf"(?:you(?![\w'])(?! with laughter)|(?:{grown_ups})(?!'s|\w)|(?:him|them|each other)\b"
        rf"|(?:her|his|your (?:\w+ )?(?:brother|sister|cousin|niece|nephew|friend))\b(?! {_BODY}\b)(?! (?:own|bad"
        rf"|sore)\b)(?=[.,;!?]|$| and| so| when"
        r"| with| in| on| at| because| until| up| about| around| badly| again| many| a lot| hard)))"
    )


def _is_attested(utterance: Utterance) -> bool:
    """Return whether the statement in which it stands says how it is known."""
    return any(
        isinstance(item, Statement) and (item.source or item.decided_by or item.certainty is not None)
        for item in utterance.ancestors
    )


BARE_ALLEGATION = Rule(
    id="allegation-as-fact",
    severity=Severity.WARNING,
    explain=(
        "A sentence tells as a fact that somebody hurt somebody or broke the law, and neither says nor records how"
        " that is known. What a court found is a fact; what one person says of another is an account, and both belong"
        " in the book as what they are. The child may one day ask, and the person may deny it. Write who says it or"
        " who found it, or make it a statement with source:, decided-by: and certainty:."
    ),
    find=find_bare_allegations,
    source="practice.md: a fact with no source, or an allegation told as fact",
)
