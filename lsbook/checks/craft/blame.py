"""A rule about blame: no sentence of a book makes the child the reason for what grown-ups did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.craft.causes import BECAUSE, CAUSES, DEGREE, HARD_CHILD, TROUBLE, find_reason_word
from lsbook.checks.craft.finding import make_finding
from lsbook.checks.craft.sentences import Sentence, split_with_context
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.model.problem import Finding, Severity

_HARD_DEEDS = (
    r"(?:were (?:always|constantly|forever) (?:fighting|screaming|crying|shouting|hitting|arguing|lying|stealing"
    r"|biting|running (?:off|away))|never (?:slept|stopped|listened|settled|ate|behaved|smiled)"
    r"|kept (?:on )?(?:crying|screaming|waking|hitting|running|fighting|biting|kicking|lying|stealing|breaking)"
    r"|always (?:cried|screamed|fought|lied|shouted)|cried (?:so much|too much|all|every|a lot|at night|and)"
    r"|(?:would not|wouldn't|did not|didn't|could not|couldn't) (?:sleep|stop|settle|eat|listen|behave|love)|screamed"
    r"|misbehaved|refused|ran away|lied|stole|(?:would not|wouldn't|never|did not|didn't) (?:do|did) (?:as"
    r"|what) you were told|(?:hit|bit|kicked|hurt) (?!your)\w+|broke \w+|had (?:so many |too many |bad )?tantrums)"
)
_FELT = r"(?:angry|cross|sad|ill|poorly|cry|drink|leave|tired|upset|hit|shout|mad|unhappy|stressed|depressed|go away)"
_DID = (
    r"(?:drank|drinks|drink|drinking|left(?: (?:you|us|home|him|her|the (?:family|house|flat)))?(?= because)|hit"
    r"|shouted|cried|could not|couldn't|could no longer|gave up|had to (?:leave|move|go|stop|end|send|give"
    r"|find another|say goodbye)|split up|broke up|separated|argued|fought|ended|broke down|moved|went away"
    r"|was (?:cross|angry|tired|sad|ill|poorly|stressed)|(?:got|became|fell) (?:\w+ )?(?:cross|angry|ill|poorly|sick"
    r"|depressed|unwell)|took drugs|sent you|asked for you|was over)"
)
_GAVE_WAY = (
    r"(?:could not|couldn't|can't|cannot|could no longer|had to|gave up|sent you|left|no longer|ended|wanted you to"
    r"|did not want|didn't want|nobody wanted)"
)
_ENDING = (
    r"(?:(?:placement|stay|home|adoption|family) (?:ended|broke down|failed)|ended (?:it|the)|gave up|gave notice"
    r"|sent you|asked for you|(?:could not|couldn't) (?:keep|look after|cope|manage|have) |wanted you to (?:leave|go"
    r"|move))"
)
_GIVER = r"(?:you to leave|for you to (?:go|leave|move))"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_DID}\b[^.!?;]*?\b{BECAUSE} (?:of you(?![\w'])|of your (?:\w+ )?(?:behaviou?r|tantrums?|crying|temper"
        rf"|lies|lying|anger|screaming|stealing|fighting)|of (?:how|what|the way) you (?:behaved|acted|did|were)\b"
        rf"|you(?:'d| had)? (?:were |was |had been |are ){DEGREE}{HARD_CHILD}|you (?:\w+ly )?{_HARD_DEEDS})",
        rf"\byou were {DEGREE}{HARD_CHILD}[^.!?;]*?\b(?:so|and|that)\b[^.!?;]*?\b{_GAVE_WAY}\b",
        rf"\byou were {DEGREE}(?:hard|difficult|impossible|tricky) to (?:look after|care for|manage|handle|love"
        r"|live with|place|parent)",
        rf"\b(?:found|finding|was|be) (?:it )?{DEGREE}(?:hard|difficult|impossible) (?:\w+ )?to (?:manage|cope with"
        rf"|handle"
        r"|control|put up with) (?:you\b|your (?:\w+ )?behaviou?r)",
        r"\b(?:needed|wanted) (?:a|some) (?:rest|break|time|peace)(?: away)? from you\b",
        rf"\b(?:found|thought) you {DEGREE}(?:hard|difficult|impossible|tricky|challenging)\b",
        rf"\bbecause you (?:(?:\w+ly )?{_HARD_DEEDS}|were {DEGREE}{HARD_CHILD})[^.!?;]*, [^.!?;]*\b{_DID}\b",
        r"\byou (?:would not|wouldn't|did not|didn't|could not|couldn't) (?:settle|sleep|stop|listen|behave"
        r"|eat)\b[^.!?;]*"
        rf"\bso\b[^.!?;]*\b(?:{_GAVE_WAY}|asked for you)\b",
        r"\b(?:had to (?:leave|move|go)|left|went to prison|was (?:arrested|sent away)|lost \w+)\b[^.!?;]*\bbecause you"
        r" (?:told|said|rang|reported|spoke)\b",
        r"\byou were (?:too much|too difficult|too hard)\b",
        r"\byou were (?:a )?(?:very |so |too |such a |a very )?(?:naughty|wicked|bad (?:boy|girl|child|baby))\b",
        rf"\byou (?:\w+ly )?made (?:your )?(?:(?-i:[A-Z])\w+|mum|dad|her|him|them|everyone|everybody|us) (?:feel )?"
        rf"(?:so |very |too |really )?{_FELT}\b(?! (?:with|it|her|his|the|a|an|up|tea|some|their)\b)",
        r"\b(?:it was|it's|it is|that was|that's|this was|was) (?:all |partly |mostly |really |also )?your"
        r" (?:own )?fault\b",
        r"\byour (?:\w+ )?(?:behaviou?r|temper|tantrums|anger|crying|lies|lying|stealing|outbursts) (?:meant|made"
        r"|caused|drove|forced|ended|broke|led to|was (?:too|so|why)|were (?:too|so|why)|got (?:too|so)|became (?:too"
        r"|so)|is why|was the reason|was more than)",
        rf"\byour (?:\w+ )?{TROUBLE} (?:(?:really|just|finally|soon|had|always|often) )*(?:wore|worn|exhausted"
        r"|broke|pushed|split|ruined|spoil(?:ed|t)|was hard on|were hard on|cost) (?!you\b|the\b|nobody\b|no one\b)",
        rf"\byour (?:\w+ )?{TROUBLE} (?:tired|upset|frightened|scared|hurt) [^.!?;]*\b(?:so|until"
        rf"|and)\b[^.!?;]*\b{_GAVE_WAY}\b",
        r"\bbecause you (?:had )?(?:told|said|rang|reported|spoke|complained"
        r"|asked for help)\b[^.!?;]*,[^.!?;]*\b(?:split up|broken up|fell apart|had to (?:leave|move|go|be)"
        r"|lost (?!control)|went to prison|(?:was|were) (?:arrested|taken)|went away|left)\b",
        r"\bif (?:it (?:had not|hadn't) been for you|you (?:had never|hadn't|had not) been born)\b[^.!?]*\b(?:would"
        r"|could|might) (?:still )?(?:be (?:together|happy|fine|well)|have (?:stayed|been (?:happy|fine|well)|kept"
        r"|had|managed|coped))\b",
        r"\byou were (?:the last straw|one too many)\b",
        rf"\byou (?:were|are) (?:a |an ){DEGREE}(?:difficult|demanding|challenging|naughty|impossible|aggressive"
        rf"|violent|clingy"
        r"|fussy) (?:little |young )?(?:child|baby|toddler|boy|girl|kid)\b",
        rf"\byou (?:\w+ly )?(?:{_HARD_DEEDS}|cried|screamed|shouted|moaned|whined"
        rf"|woke)\b[^.!?;]*\bso\b[^.!?;]*\bthat (?!you\b)\w+(?: \w+)? (?:{_DID}|lost (?:his|her|their) (?:temper"
        rf"|patience|mind)|snapped|had had enough|hit|shook)\b",
        r"\b(?:it all|it|everything|things)(?: all)? (?:went wrong|fell apart|came apart|started to go wrong) (?:when"
        r"|because|after|once|as soon as) you(?! (?:were|lived|moved|came|left|went)\b)",
        rf"\byou (?:wore|tired) \w+(?: and \w+)? out\b[^.!?;]*\b(?:so|and|until)\b[^.!?;]*\b{_GAVE_WAY}\b",
        r"\byou got (?!the\b)\w+ (?:arrested|into trouble|sent to prison|sacked)\b|\byou cost \w+ (?:his|her|their)\b"
        r"|\byou let (?!the\b)(?:your )?\w+ down\b(?! (?:the|a|from|into)\b)",
        rf"\byou never gave \w+(?: and \w+)? (?:a|any|one)\b[^.!?;]*\b(?:so|and|until)\b[^.!?;]*\b{_GAVE_WAY}\b",
        r"\b(?:looking after|living with|caring for|managing) you (?:was|became|had become|got) (?:(?:just|far|much"
        r"|so|very|really) )*(?:too much|impossible|exhausting|a strain|a nightmare)",
        r"\bbecause of your (?:\w+ )?(?:behaviou?r|tantrums|temper|crying|lies|lying|stealing|anger|outbursts)\b",
        r"(?<!even )\bif (?:only )?you had(?: not|n't)? (?:been (?:(?:so|too|such) )*(?:good|better|quieter|easier"
        r"|nicer|calmer|naughty|loud|noisy|hard|difficult|angry|less)|behaved|slept|listened|cried|tried harder)",
        r"\b(?:could not|couldn't|cannot|can't|could no longer) (?:cope with|manage|handle|put up with|stand|control)"
        r" (?:you(?![\w'])|your (?:behaviou?r|tantrums|temper|anger|crying))",
        r"\byou (?:drove|pushed) (?!the|a|your)\w+ (?:away|out|to (?:drink|leave))",
        r"\byou (?:ruined|spoiled|broke up|destroyed) (?:the |your |that |this )?(?:placement|family|home|marriage"
        r"|relationship|everything)",
        rf"\byou (?:\w+ly )?{_HARD_DEEDS}[^.!?;]*\b(?:so|and that is why|and then)\b[^.!?;]*\b{_ENDING}\b",
        r"\bif (?:only )?you had (?:told|said something|called|rung|asked)\b[^.!?]*\b(?:would|could"
        r"|might) (?:not )?have (?:stopped|stayed|been|kept|gone|helped)\b",
        r"\byou pushed (?!the\b|a\b|your\b)\w+(?: and \w+)? too far\b",
        rf"\byou (?:caused|were the reason|are the reason|were why)\b|\byou left {_GIVER} no choice",
        *CAUSES,
    )
)
_DENIAL = re.compile(
    r"\b(?:not|never|nothing|nobody|no one|none|wasn't|isn't|weren't|(?<!went )(?<!go )(?<!gone )(?<!going )wrong"
    r"|untrue|a lie|neither|nor|don't|doesn't|didn't|think|thought|feel|felt|feels|worry|worried|worries|wonder"
    r"|wondered|believe|believed|blame|blamed|you (?:\w+ )?(?:say|said)|you asked?(?! for)|even if|as if|whether)\b",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"\b(?:(?<!went )(?<!go )(?<!gone )(?<!going )wrong|not true|untrue|isn't true|wasn't true|a lie|not fair"
    r"|not your fault|nobody's fault|nothing you did|not because of you|not a reason|no reason|never a child's"
    r"|never your|not down to you|not yours)\b",
    re.IGNORECASE,
)
_JOY = re.compile(r"\b(?:laugh\w*|giggl\w*|happy|happiness|joy|smil\w*|proud|pride|lov(?:e|ed|ely))\b", re.IGNORECASE)


def find_blame(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each sentence that makes the child the reason (practice.md, safeguarding)."""
    for utterance in subject.narration:
        for sentence, _, after in split_with_context(utterance.narration):
            if (span := find_blaming_words(sentence, after)) is not None:
                yield make_finding(
                    utterance,
                    span,
                    "This reads as if the child were the reason for what grown-ups did.",
                    "Say what the grown-up could not do, and why. Keeping a child safe is a job for grown-ups;"
                    " it was never the child's fault.",
                )


def find_blaming_words(sentence: Sentence, after: str = "") -> tuple[int, int] | None:
    """Return where in a text the words of a sentence stand that blame the child; ``after`` is the next sentence."""
    if sentence.text.endswith("?") or _CORRECTION.search(sentence.text) or _CORRECTION.search(after):
        return None
    for pattern in _PATTERNS:
        match = pattern.search(sentence.text)
        if match and not _is_denied(sentence.text, match) and not _JOY.search(sentence.text):
            return sentence.start + match.start(), sentence.start + match.end()
    return None


def _is_denied(text: str, match: re.Match[str]) -> bool:
    """Return whether the words before the reason deny it: "Mum did not drink because …", "you may think …"."""
    reason = find_reason_word(text, match.start(), match.end())
    before = text[: reason.start() if reason else match.start()]
    inner = re.sub(r"\b(?:could|can|would) ?not\b|\bcannot\b|\bcouldn't\b|\bcan't\b", "", before)
    return _DENIAL.search(inner) is not None


BLAME = Rule(
    id="blame-on-the-child",
    severity=Severity.WARNING,
    explain=(
        "A sentence makes the child the reason for what grown-ups did or could not do. Children believe this anyway,"
        " and a book that says so will be believed for life. Say what the grown-up could not do, in words that are true"
        " and kind to both. A page about hard things says that it was not the child's fault. Sentences that report"
        " blame and take it back at once are left alone."
    ),
    find=find_blame,
    source="practice.md: blame put on the child; adult responsibility, never the child's",
)
