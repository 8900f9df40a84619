"""A rule about words: sentences are as long as the readers of a book can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.craft.finding import make_finding
from lsbook.checks.craft.people import list_name_words
from lsbook.checks.craft.sentences import split_sentences
from lsbook.checks.craft.subject import CraftSubject, Utterance, is_in_own_voice
from lsbook.checks.rule import Rule
from lsbook.model.edition import Band, Edition
from lsbook.model.named_items import NamedItem
from lsbook.model.passage import fold_text
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.story import Chapter

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def find_long_sentences(subject: CraftSubject) -> Iterator[Finding]:
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


def find_long_averages(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a note for each chapter whose sentences are longer on average than the band of its reader allows."""
    known = _list_known_words(subject)
    counts: dict[tuple[Location, str], tuple[Chapter, Edition, list[int]]] = {}
    for utterance in subject.utterances:
        chapter = utterance.ancestors[0] if utterance.ancestors else None
        if isinstance(chapter, Chapter) and utterance.passage.is_paragraph and is_in_own_voice(utterance):
            lengths = [count_words(sentence.text, known) for sentence in split_sentences(utterance.text)]
            for edition in subject.list_readers(utterance):
                counts.setdefault((chapter.at, edition.name), (chapter, edition, []))[2].extend(lengths)
    known_chapters: set[Location] = set()
    for chapter, edition, lengths in sorted(counts.values(), key=lambda counted: counted[1].age):
        mean = sum(lengths) / len(lengths)
        if chapter.at not in known_chapters and len(lengths) >= _FEWEST and mean > edition.band.mean_sentence:
            known_chapters.add(chapter.at)
            yield Finding(
                chapter.at,
                f"The sentences of this chapter have {mean:.0f} words on average, without names and explained words;"
                f" for {edition.band.name} the policy says {edition.band.mean_sentence}.",
                "Make two of the longest ones, or say less for this age: ::: tell.",
                severity=Severity.NOTE,
                sentence=chapter.label,
            )


_FEWEST = 6
"""Sentences: of fewer, an average says nothing."""


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
LONG_AVERAGE = Rule(
    id="long-sentences-on-average",
    severity=Severity.NOTE,
    explain=(
        "The sentences of a chapter are longer on average than the policy's limit for its youngest readers. One long"
        " sentence can be read twice; a chapter of them tires, and the hard parts are read last. Names and the words"
        " that words.yaml explains are not counted. It is a note and stops nothing. Make two of the longest sentences,"
        " or tell this age less."
    ),
    find=find_long_averages,
    source="the policy's bands (mean-sentence)",
)
