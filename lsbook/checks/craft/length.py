"""A rule about words: sentences are as long as the readers of a book can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.craft.finding import make_finding
from lsbook.checks.craft.people import list_name_words
from lsbook.checks.craft.sentences import split_sentences
from lsbook.checks.craft.subject import CraftSubject, Utterance, is_in_own_voice
from lsbook.checks.rules import Rule
from lsbook.model.edition import Band, Edition
from lsbook.model.named_items import NamedItem
from lsbook.model.passage import fold_text
from lsbook.model.problem import Problem, Severity

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def find_long_sentences(subject: CraftSubject) -> Iterator[Problem]:
    """Yield a note for each sentence that is longer than the band of its youngest reader allows.

    Names and explained words are not counted. Books for an age that the child has left behind are not measured, unless
    they alone are asked for.
    """
    known = _list_known_words(subject)
    for utterance in subject.utterances:
        edition = _find_reader(utterance, subject)
        if edition is not None and utterance.passage.is_paragraph and is_in_own_voice(utterance):
            for sentence in split_sentences(utterance.text):
                count = count_words(sentence.text, known)
                if count > edition.band.longest_sentence:
                    yield make_finding(
                        utterance,
                        (sentence.start, sentence.end),
                        _describe(count, edition.band),
                        "Make two sentences of it, or leave out what can wait.",
                        Severity.NOTE,
                    )


def _describe(count: int, band: Band) -> str:
    return (
        f"This sentence has {count} words, without names and explained words; for {band.name} the policy says"
        f" {band.longest_sentence} at most."
    )


def _find_reader(utterance: Utterance, subject: CraftSubject) -> Edition | None:
    """Return the youngest edition with these words that is not for an age left behind."""
    readers = subject.list_readers(utterance)
    return min(readers, key=lambda reader: reader.band.longest_sentence, default=None)


def count_words(sentence: str, known: frozenset[str]) -> int:
    """Return how many words a sentence has; names and explained words, given in small letters, are not counted."""
    return sum(word.casefold() not in known for word in _WORD.findall(sentence))


def _list_known_words(subject: CraftSubject) -> frozenset[str]:
    named = tuple(item for item in subject.list_items(NamedItem) if isinstance(item, NamedItem))
    explained = (fold_text(version.content) for word in subject.story.words for version in word.word.versions)
    words = (
        *list_name_words(named),
        *subject.story.child.name.split(),
        *(part for text in explained for part in text.split()),
    )
    return frozenset(map(str.casefold, words))


LONG_SENTENCE = Rule(
    id="long-sentence",
    severity=Severity.NOTE,
    explain=(
        "A sentence is longer than the policy's limit for the readers of this book. Long sentences lose those who read"
        " with effort, and those who read while upset. Names and the words that words.yaml explains are not counted."
        " It is"
        " a note and stops nothing: where the rhythm is right, leave it. Else make two of it."
    ),
    find=find_long_sentences,
    source="the policy's bands (longest-sentence)",
)
