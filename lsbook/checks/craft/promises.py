"""A rule about truth: a book promises nothing that nobody can keep."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.craft.finding import make_finding
from lsbook.checks.craft.people import OWN_KIN
from lsbook.checks.craft.sentences import split_with_context
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.model.problem import Finding, Severity

_WILL = r"(?:will|'ll|are going to|is going to|can|get to|are)"
_EVER = r"(?:for ?ever|forever(?: and ever)?|for always|for good|for the rest of your (?:life|childhood)|always)"
_GROWN = (
    r"(?:(?:all )?grown[ -]up|big|an adult|older|eighteen|18|twenty[ -]one|21|old enough|a grown[ -]up|ready to leave"
    r"|a man|a woman)"
)
_STAY = (
    r"(?:stay(?: here| there| with \w+(?: and \w+)?| put)?|live (?:here|there|with \w+(?: and \w+)?)|be here"
    r"|be together)"
)
_HOME = r"(?:homes?|house|stay|live|living|safe|belong|here|with us)"
_WITHOUT_END = (
    rf"(?:{_EVER}|for the rest of your (?:life|childhood)|no matter what|whatever happens|as long as you (?:like"
    rf"|want|wish)"
    r"|until you (?:want to|choose to|decide to|are ready to) (?:leave|go|move)(?: out| away| it)?"
    r"|until you (?:leave home|grow up))"
)
_MEND = (
    r"(?:(?:get|be|stay|become) (?:better(?! (?:at|than)\b)|well|clean|sober|strong|off drugs)|sort (?:himself"
    r"|herself|themselves|things|it all|everything) out|(?:stop|give up|quit) (?:drinking|using|smoking|taking|drugs"
    r"|alcohol)|turn (?:his|her|their) li(?:fe|ves) around|change (?:his|her|their) ways|(?:come|be back) (?:for"
    r"|to get) you(?=[.!,]| (?:soon|one day|when|and)\b)|have you (?:back|home)|(?:be able to )?look after you again)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\byou(?: {_WILL}|'ll)?(?: always| now)? {_STAY}\b[^.!?]*\b(?:until|till) you(?: are"
        rf"|'re)(?: all)? {_GROWN}\b",
        rf"\byou(?: {_WILL}|'ll) (?:always |never )?{_STAY}\b[^.!?]*\b{_EVER}\b",
        rf"\byou(?: {_WILL}|'ll) always {_STAY}\b",
        rf"\byou(?: {_WILL}|'ll) (?:live|stay) until you(?: are|'re)(?: all)? {_GROWN}\b",
        r"(?<!mum)(?<!dad)(?<!mummy)(?<!daddy)(?: will|'ll) (?:always )?be your (?:\w+ )?(?:family"
        rf"|home)\b[^.!?]*\b{_EVER}\b",
        r"\byou(?: will|'ll) (?:always )?see \w+[^.!?]*\bfor (?:ever|the rest of your life)\b",
        r"\byou (?:do not|don't|will not|won't) ever (?:have to |need to )?(?:move|leave|go away)\b",
        rf"\b(?:this|it|that)(?: is|'s| will be) your (?:\w+ )?(?:home|family|house) (?:now )?{_EVER}\b",
        r"\byour forever (?:home|family|house|mum|mummy|dad|daddy)\b",
        rf"\b(?:will|'ll|are going to|is going to) (?:always )?(?:look after|care for|keep|take care of"
        rf"|have) you\b[^.!?]*\b(?:{_EVER}|until you(?: are|'re) {_GROWN})",
        r"\b(?:will|'ll|are going to|is going to) always (?:look after you|keep you safe|be safe|be there(?: for you)?"
        r"|be together|be with you|live together)",
        r"\byou(?: will|'ll)? never(?: ever)? (?:have to |need to |be )?(?:move(?:d)?|leave|go (?:back|away)|be moved"
        r"|be (?:hurt|sad|scared|alone|hungry|cold|unsafe)|hurt|sad|scared|alone|hungry) ?(?:again|any ?more|from here"
        r"|house|home|ever)?(?=[ ,.!?]|$)",
        r"\byou (?:will|'ll) not (?:have to |ever )(?:move|leave|go away)(?: again| any more| ever)",
        r"\b(?:nobody|no one|no-one) (?:will|can|is going to) ever (?:hurt|take|move|leave|send) you\b",
        r"\bnothing (?:bad|horrible|sad) (?:will|can|is going to) (?:ever )?happen\b",
        r"\bnothing (?:will|can|is going to) ever (?:change|hurt|part|split|separate|come between)\b",
        rf"\b(?:{OWN_KIN}|she|he|they)(?: will|'ll| is going to| are going to)(?: soon| definitely| surely)? {_MEND}\b",
        r"\byou(?: are|'re| will|'ll) never(?: ever)? (?:going to|ever to)(?: have to)? (?:be )?(?:moved?|sent|leave|go"
        r"|lose|hurt|alone|hungry|scared)\b",
        r"\b(?:bad|sad|hard|scary|frightening|horrible)\b[^.!?]*\b(?:will|'ll|are going to|is going to|can)"
        r" (?:never|not)(?: ever)? (?:come back|happen(?: again)?|return|start again)\b",
        r"\b(?:bad|sad|hard|scary) (?:times|days|years|things) (?:are|is) (?:all )?(?:over|behind you|gone)\b",
        r"\b(?:stay|live|living|together|here|home)\b[^.!?]*\b(?:un)?till? you(?: are|'re) (?:an? )?(?:very )?"
        r"(?:old|grey|ninety|a hundred)\b",
        rf"\byou(?: are|'re| will be) (?:\w+ )?(?:hers|his|theirs|ours|mine)(?: now)? {_EVER}\b",
        r"(?:will|'ll| is going to) be your (?:\w+ )?(?:mum|mummy|dad|daddy|family) (?:un)?till? you"
        r" (?:grow|are|have|leave)\b",
        r"\bthis time (?:it|things|everything|she|he|they|mum|dad)\b[^.!?]*(?:will|'ll|is going to|are going to)"
        r" (?:last|work|stay|be (?:different|better|fine|all right|for good))\b",
        rf"\b(?:will|'ll|is going to|are going to)\b[^.!?]{{0,40}}\b(?:look after|care for|keep|bring up"
        rf"|raise) you\b[^.!?]*\b(?:{_WITHOUT_END}|(?:un)?till? you(?: are|'re) (?:an? )?(?:grown )?(?:{_GROWN}|man"
        rf"|woman))",
        r"\b(?:homes?|belong|live|safe)\b[^.!?]*\balways will(?= be\b|[,.;!]|$)",
        r"\byou(?: will|'ll)\b[^.!?]*\b(?:definitely|for certain|for sure|guaranteed|no question)\b",
        rf"\b(?:you|your)\b[^.!?]*\b{_HOME}\b[^.!?]*\b{_WITHOUT_END}(?=[,.!;]|$)|\b{_HOME}\b[^.!?]*\byours\b[^.!?]*"
        rf"\b{_WITHOUT_END}(?=[,.!;]|$)|\byou(?: will|'ll| can| may| are going to) be (?:at|with)"
        rf" [^.!?]*\b{_WITHOUT_END}"
        r"(?=[,.!;]|$)",
        rf"\b(?:{OWN_KIN}|she|he|they)(?: will|'ll| is going to) (?:soon )?(?:get better(?! (?:at|than)\b)|get well"
        rf"|be better soon|stop drinking"
        r"|stop taking drugs|come back for you|come and get you|be well again)\b",
        r"\byou(?: will|'ll| are going to) (?:soon )?(?:go|come|move) (?:back )?home (?:to (?:mum|dad|mummy|daddy|your)"
        r"|soon|one day|again)",
        r"\byou(?: will|'ll) (?:soon|one day) (?:live with|go back to|see) (?:your )?(?:mum|dad|mummy|daddy)",
        rf"\b(?:soon|one day|some day|someday|before long)\b[^.!?]*\b(?:{OWN_KIN}|you|we|they|she|he|everyone"
        rf"|everybody)"
        r"(?: will|'ll) (?:\w+ )?(?:be (?:better|well|together)|live together|come (?:back|home))",
        r"\b(?:you|we)(?: will|'ll) (?:all )?live together again\b",
        r"\bsafe\b[^.!?]*\balways will be\b|\bhappily ever after\b|\byou(?: will|'ll) be adopted\b",
        r"\b(?:we|i) (?:can )?promise (?:you|that|never|to)\b",
        rf"\b(?:you|you and \w+)(?: are|'re)(?: all)? (?:staying|home|safe|here|ours|together) (?:now |here"
        rf" )?(?:{_EVER}|for keeps)",
        r"\b(?:there will be|there'll be|means|now) no more (?:moves|moving|goodbyes|new (?:homes|houses"
        r"|families))\b",
        r"\bthis (?:is|will be) your (?:very )?last (?:move|home|house|family)\b",
        r"(?:will|'ll|can|is going to|are going to) never (?:ever )?(?:leave|hurt|shout at|let go of|send|give)"
        r" (?:you|up on you)\b",
        r"(?:will|'ll) never (?:ever )?let (?:you (?:go|down)|(?:anyone|anybody) (?:hurt|take|harm)"
        r"|anything (?:bad |sad )?happen)\b",
        r"\b(?:nobody|no one|no-one) (?:will|can|is going to) (?:ever )?(?:take you (?:away|from)|send you (?:away"
        r"|back)|part you|split you)\b",
        r"\beverything (?:will|is going to) (?:always )?be (?:all right|alright|ok|okay|fine|perfect|well)\b",
        r"\byou (?:can|may|will|'ll|get to) (?:stay|live|be) (?:here|there"
        r"|with \w+(?: and \w+)?) (?:for )?(?:as long as you (?:like|want|wish|need)|whatever happens"
        r"|no matter what)\b",
    )
)
_OPEN = re.compile(
    r"\b(?:nobody|no one|no-one) can (?:promise|know|say|be sure)|\b(?:hopes?|hoped|hoping|plans?|planned|wants"
    r"|(?<!until you )(?<!as you )want|wanted|wish(?:es|ed)?|needs?|needed|asked?|asks|agreed|decided|judge|court"
    r"|panel|if|maybe|perhaps|might|(?-i:may)|should|would like|said|says|told|thinks?|thought|believes?|tr(?:y|ies"
    r"|ied)|dream\w*|can't promise|cannot promise|not promise|promised)\b",
    re.IGNORECASE,
)

_PLAN = re.compile(r"\b(?:that|this|it) is the plan\b|\bnobody can promise\b|\bno one can promise\b", re.IGNORECASE)
"""What takes a promise back in the sentence beside it."""


def find_promises(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each sentence that promises what lies in nobody's hand."""
    for utterance in subject.narration:
        for context in split_with_context(utterance.narration):
            sentence = context.sentence
            span = None if _PLAN.search(context.around) else find_promise(sentence.text)
            if span is not None:
                yield make_finding(
                    utterance,
                    (sentence.start + span[0], sentence.start + span[1]),
                    "Nobody can be sure to keep this promise.",
                    "Say what is so now and what people plan or hope, and who says it: the plan is that you live here"
                    " until you are grown up.",
                )


def find_promise(sentence: str) -> tuple[int, int] | None:
    """Return where in a sentence a promise stands that nobody can keep."""
    if sentence.endswith("?") or _OPEN.search(sentence):
        return None
    matches = (pattern.search(sentence) for pattern in _PATTERNS)
    return next((match.span() for match in matches if match), None)


PROMISE = Rule(
    id="promise",
    severity=Severity.WARNING,
    explain=(
        "A sentence promises something that lies in nobody's hand: that a child stays for ever, never moves again, or"
        " that a parent gets well. Plans change, and a child to whom a book promised it has then been lied to as well."
        " Say what is so now, and what people plan or hope, and name who says it. What cannot change may be said: you"
        " will always be Tyler's sister."
    ),
    find=find_promises,
    source="practice.md, Safeguarding rules: a true next step",
)
