"""How a sentence makes a child the cause: what the child did, what grown-ups lost, and a word that ties the two."""

from __future__ import annotations

import re

DEGREE = r"(?:(?:so|too|very|really|such|always|often|just|quite|a bit|sometimes|being|getting|becoming) )*"
HARD_CHILD = (
    r"(?:(?:a |an )?(?:naughty|wild|rude|violent|aggressive|challenging|demanding|defiant|handful|nightmare|nuisance"
    r"|difficult|impossible|disruptive|out of control|hard work|too much|trouble|spoilt|bad(?! at)|horrible"
    r"|hard to (?:look after|care for|manage|handle|love|live with|place|help)"
    r"|(?:hard|difficult|much) (?:for \w+ )?to (?:look after|care for|manage|handle|cope with|live with)"
    r"|angry|loud|noisy|jealous|clingy|fussy)\b)"
)
TROUBLE = (
    r"(?:behaviou?r|temper|tantrums|anger|crying|screaming|lies|lying|stealing|outbursts|rages?|fighting|biting|hitting"
    r"|moods|running away|sleepless nights|needs|demands)"
)
BECAUSE = r"(?:because|since|as|seeing that)"
_ACT = (
    r"(?:swore|swear(?:ing)?|scream\w*|shout\w*|cr(?:y|ied|ying)|hit|hitting|bit|biting|kick\w*|fight\w*|fought|lied"
    r"|lying|stole|stealing|refus\w+|ran away|running (?:away|off)|ran off|broke|smash\w*|spat|argu\w+|misbehav\w+"
    r"|whin\w+|moan\w*|sulk\w*|answer\w+ back|wet the bed|told|said something|spoke up|made (?:a fuss|trouble))"
)
_CHILD = (
    rf"(?:\byou(?: (?!not\b|never\b|were\b)\w+){{0,3}} {_ACT}|\byour (?:[\w-]+ )?(?:{TROUBLE}|noise|mess)"
    r"|\b(?:what|the things|the way|how) you (?:said|did|told \w+|were|behaved|acted)"
    r"|\bthe (?:noise|mess|trouble|fuss|scenes) (?:that )?you (?:made|caused)"
    r"|\byou and \w+ (?:did not|didn't|could not|couldn't) get on"
    rf"|\byou (?:were|got|became|had been) {DEGREE}{HARD_CHILD})\b"
)
_LOSS = (
    r"(?:(?:could not|couldn't|could no longer|can't|cannot|can no longer) (?:take (?:it|you|any)|bear|cope|go on"
    r"|manage|stand (?:it|you|any|the|how|what|your)|keep (?:you|up|going)|carry on|look after|care for|handle|have you"
    r"|live with)|had (?:had )?enough|gave up(?=[.,;!]|$| on| and| fostering| caring| looking)|gave notice|walked out"
    r"|moved out|went away|left(?=[.,;!]| since| because| as)|split up|broke up|fell apart|broke down"
    r"|lost (?:his|her|their) (?:temper|patience|job|mind)|(?:started|began|went back to|turned to) drink(?:ing)?|drank"
    r"|took drugs|asked for you to|sent you|had to (?:give (?:up|notice)|move you|let you go|end it)"
    r"|(?:stay|placement|adoption|marriage|family) (?:ended|broke|failed|was over)|(?:was|were) (?:arrested|taken away)"
    r"|went to prison|left (?:you|us|home|the (?:family|house))|did not want you|didn't want you)\b"
)
_ONWARD = r"\b(?:so|until|till|and (?:so|then|in the end|finally|that is why)|which (?:meant|is why))\b(?! you\b)"
_GOOD_CHILD = (
    r"(?:easier|better|quieter|nicer|calmer|kinder|less \w+|more (?:patient|grateful|helpful|careful)|kept quiet"
    r"|said nothing|listened|behaved|tried harder)"
)
_CONDITION = rf"\b(?<!even )(?:had you|if (?:only )?you(?:'d| had))\b[^.!?]*\b{_GOOD_CHILD}"
_OTHER_END = r"\b(?:might|would|could)(?: not|n't)? (?:still )?(?:have|be)\b"
CAUSES = (
    rf"{_CHILD}[^.!?;]*{_ONWARD}[^.!?;]*\b{_LOSS}",
    rf"{_CHILD}[^.!?;]*\bso \w+(?: \w+)? that (?!you\b)[^.!?;]*\b{_LOSS}",
    rf"\b{_LOSS}[^.!?;]*\b{BECAUSE} [^.!?;]*{_CHILD}",
    rf"\bbecause [^.!?;,]*{_CHILD}[^.!?;]*, (?!you\b)[^.!?;]*\b{_LOSS}",
    rf"\b(?:what you (?:said|did|told \w+)|your (?:\w+ )?(?:words|story|{TROUBLE}))\b[^.!?;]{{0,40}}"
    r"\b(?:tore|broke|split|ended|destroyed|ruined|cost|wrecked)\b[^.!?;]*"
    r"\b(?:family|home|marriage|placement|apart|everything|job|relationship)\b",
    r"\b(?:worn (?:down|out)|driven (?:out|away|mad)|exhausted|broken|finished|ground down|pushed (?:too far|out)) by"
    rf" (?:you\b|your (?:[\w-]+ )?{TROUBLE}|(?:what|the way) you\b)",
    r"\b(?:was|were|had been) (?:\w+ )?(?:fine|well|happy|sober|all right|ok|okay|coping) (?:before|until|till) you"
    r" (?:came|arrived|turned up)\b",
    rf"{_CONDITION}[^.!?]*{_OTHER_END}|{_OTHER_END}[^.!?]*{_CONDITION}",
)
"""As the lists of phrases in ``blame``, where only the build of the sentence gives it away."""


def find_reason_word(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the word in a part of ``text`` that says why, if there is one."""
    return re.compile(rf"\b{BECAUSE}\b", re.IGNORECASE).search(text, start, end)
