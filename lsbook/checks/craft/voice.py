"""A rule about words: a book speaks to the child in one voice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.craft.finding import make_finding
from lsbook.checks.craft.sentences import split_sentences
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.model.item import Item
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import AboutMe, Medium
from lsbook.model.story_text import NoteBlock
from lsbook.model.vocabulary import AboutMeKind, BookVoice

_VERBS = (
    r"(?:was|is|had|has|lived|lives|went|goes|moved|came|likes|loves|liked|loved|wanted|wants|felt|feels|said|stayed"
    r"|stays|started|learned|learnt|could|can|cried|laughed|did|does|met|sees|saw|needed|needs|got|will|enjoys"
    r"|enjoyed)"
)
_YOU = re.compile(r"\b(?:you|your|you're|you've|yours|yourself)\b", re.IGNORECASE)
_I = re.compile(r"^(?:I|I'm|I've|I'd|My)\b(?! (?:Words?|Pages?)\b)(?! [A-Z])")
_SAYING = re.compile(
    r"\b(?:says?|said|tells?|told|asks?|asked|wrote|writes|shouted|whispered|called|words)\b", re.IGNORECASE
)


def find_mixed_voice(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each sentence that speaks of the child in another voice than the book does."""
    voice, child = subject.story.voice, subject.story.child.name
    named = re.compile(
        rf"(?:^|[,;] (?:and )?|\b(?!(?:and|or|but|of|is|names?|named|why|that|how|as|than|whether|if) )[a-z]+ )"
        rf"{re.escape(child)} (?:(?:often|always|sometimes|never|then|also|really|still|\w+ly) )?"
        rf"(?:{_VERBS}|(?!means\b|stands\b|rhymes\b|sounds\b)[a-z]{{2,}}(?:[^s\W]s|ed))\b"
    )
    for utterance in subject.narration:
        if any(map(_is_beside_the_story, utterance.ancestors)):
            continue
        texts = [sentence for sentence in split_sentences(utterance.narration) if not _SAYING.search(sentence.text)]
        for sentence in texts:
            match = _I.search(sentence.text)
            what = 'The book says "I", which is the child\'s alone, and nobody is named who says it.'
            if not match and voice is BookVoice.YOU:
                match = named.search(sentence.text)
                what = f"The book says you to the child, and here it speaks of {child} as of somebody else."
            if not match and voice is BookVoice.NAME:
                match = _YOU.search(sentence.text)
                what = f"The book speaks of {child} by name (voice: name), and here it says you."
            if match and sentence.text[-1] in ".!":
                span = (sentence.start + match.start(), sentence.start + match.end())
                remedy = "Write it in the voice of the book; or put the child's own words into ::: my-words."
                yield make_finding(utterance, span, what, remedy)
                break


def _is_beside_the_story(item: Item) -> bool:
    """Return whether an item is what somebody who cannot see is told, a note, or about the name: Ivy is green."""
    return isinstance(item, Medium | NoteBlock) or (isinstance(item, AboutMe) and item.category is AboutMeKind.NAME)


MIXED_VOICE = Rule(
    id="mixed-voice",
    severity=Severity.WARNING,
    explain=(
        "The book speaks to the child as you, or of the child by name, as voice: in story.yaml says; this sentence"
        " does the other, or says I. A child who is you on one line and a name on the next feels written about. I is"
        " the child's own and stands in ::: my-words, in letters and in accounts. Write the sentence in the book's"
        " voice, or mark whose words they are."
    ),
    find=find_mixed_voice,
    source='design.md: "I" is the child\'s alone',
)
