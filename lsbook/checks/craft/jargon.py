"""A rule about words: harsh or official ones for which there are kinder ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from lsbook.checks.craft.finding import make_finding
from lsbook.checks.craft.sentences import find_sentence, is_about_a_word
from lsbook.checks.craft.subject import CraftSubject, Utterance, is_in_own_voice
from lsbook.checks.rule import Rule
from lsbook.model.edition import Edition
from lsbook.model.passage import fold_text
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import Word
from lsbook.model.word_list import WordPair

_WORD = re.compile(r"[\w-]+")
_EXPLAINED_FROM = 13
"""Years: from here on an official word is explained and not replaced (practice.md)."""
_DENIED = re.compile(
    r"(?:\b(?:not|never|nothing|neither|nor)|n't)"
    r"(?: (?:a|an|being|to be|your|really|just|ever|any|at all|about|meant as))* $",
    re.IGNORECASE,
)
"""Before a word that hurts: the sentence takes it away from the child."""


def find_jargon(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each harsh or official word in the book's own voice (TACT, "Language that Cares")."""
    if not subject.is_english:
        return
    child, explained = subject.story.child.name, _list_explained_words(subject)
    terms = frozenset(word for word in explained if " " in word)
    beginnings = _index_beginnings(subject.word_pairs)
    for utterance in subject.utterances:
        if is_in_own_voice(utterance) and not _is_headword(utterance):
            for pair in _select_pairs(subject.word_pairs, beginnings, utterance.narration):
                for start, end in _find_pair(pair, utterance, child, terms):
                    words = utterance.text[start:end]
                    if _is_for_the_young(pair, words, subject.list_readers(utterance), explained):
                        yield _describe(pair, words, utterance, (start, end))


def _describe(pair: WordPair, words: str, utterance: Utterance, span: tuple[int, int]) -> Finding:
    what = f'"{words}" is a word of offices, or hurts whoever reads it of themselves.'
    later = "" if pair.at_any_age else " From 13 on it may stand where words.yaml explains it."
    return make_finding(utterance, span, what, f"Kinder: {pair.say}. The child's own word for it always wins.{later}")


def _find_pair(pair: WordPair, utterance: Utterance, child: str, terms: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where the words of a pair stand and mean what the pair means.

    ``terms``: what the story explains in several words, as "placement order", of which the pair has but one.
    """
    text = utterance.narration
    matches = sorted(match.span() for form in pair.forms for match in _compile(form).finditer(text))
    if not matches:
        return
    phrases = (*pair.unless, *(terms - {fold_text(form).casefold() for form in pair.forms}))
    spared = [match.span() for phrase in phrases for match in _compile(phrase).finditer(text)]
    taken = -1
    for start, end in matches:
        sentence = find_sentence(utterance.text, start)
        if start < taken or any(first <= start < last or first < end <= last for first, last in spared):
            continue
        if is_about_a_word(sentence.text) or _is_beside(sentence.text, pair.not_beside):
            continue
        before = sentence.text[: start - sentence.start]
        if pair.at_any_age and _DENIED.search(before):
            continue
        if not pair.of_child or _is_said_of(child, before):
            taken = end
            yield start, end


def _is_headword(utterance: Utterance) -> bool:
    """Return whether these are the words that an entry of words.yaml explains."""
    word = utterance.item
    return isinstance(word, Word) and utterance.text in {fold_text(version.content) for version in word.word.versions}


def _is_beside(sentence: str, words: tuple[str, ...]) -> bool:
    return any(_compile(word).search(sentence) for word in words)


def _is_said_of(child: str, before: str) -> bool:
    """Return whether the words before an adjective speak of the child: "you were sometimes very rude"."""
    verbs = r"(?:were|was|are|is|'re|'s|could be|can be|became|got|being|seem(?:ed)?)"
    who = rf"\b(?:you|{re.escape(child)}|your behaviou?r)"
    return re.search(rf"{who}[ ]?{verbs}(?: \w+,?){{0,4}} $|\byour (?:\w+ )?$", before, re.IGNORECASE) is not None


def _is_for_the_young(pair: WordPair, words: str, readers: tuple[Edition, ...], explained: frozenset[str]) -> bool:
    """Return whether somebody reads a word to whom it should not be said: official words are explained from 13 on."""
    if pair.at_any_age or not (explained & {words.casefold(), pair.word.casefold()}):
        return True
    return any(edition.age < _EXPLAINED_FROM for edition in readers)


def _list_explained_words(subject: CraftSubject) -> frozenset[str]:
    """Return the words of words.yaml in small letters."""
    return frozenset(
        fold_text(version.content).casefold() for word in subject.story.words for version in word.word.versions
    )


def _index_beginnings(pairs: tuple[WordPair, ...]) -> Mapping[str, frozenset[WordPair]]:
    """Return which pairs begin with each word, in small letters; ``a/b`` is either of two."""
    beginnings: dict[str, set[WordPair]] = {}
    for pair in pairs:
        for form in pair.forms:
            for phrase in fold_text(form).split(" ", maxsplit=1)[0].casefold().split("/"):
                beginnings.setdefault(next(iter(_WORD.findall(phrase)), ""), set()).add(pair)
    return {word: frozenset(begun) for word, begun in beginnings.items()}


def _select_pairs(
    pairs: tuple[WordPair, ...], beginnings: Mapping[str, frozenset[WordPair]], text: str
) -> Iterator[WordPair]:
    """Yield those pairs, in their order, that can stand in a text: few, and only they are looked for."""
    words = ("", *_WORD.findall(text.casefold()))  # a form of signs alone is looked for always
    begun = frozenset[WordPair]().union(*(beginnings.get(word, frozenset()) for word in words))
    return (pair for pair in pairs if pair in begun)


@lru_cache(maxsize=4096)
def _compile(phrase: str) -> re.Pattern[str]:
    """Return a pattern for a phrase. ``a/b`` is either of two; what is written in capitals counts only in capitals."""
    tokens = ("|".join(map(re.escape, token.split("/"))) for token in fold_text(phrase).split(" "))
    return re.compile(
        r"(?<![\w-])" + r"\s+".join(f"(?:{token})" for token in tokens) + r"(?![\w-])",
        0 if phrase.split(" ", maxsplit=1)[0].isupper() else re.IGNORECASE,
    )


JARGON = Rule(
    id="harsh-word",
    severity=Severity.WARNING,
    explain=(
        "The book uses a word of files and meetings, or one that is unkind to the child or the family. A child reads it"
        " of themselves and of those whom they love, for years. The message proposes a kinder word; the list stands in"
        " templates/words, and an authority edits it. The child's own words, letters, accounts and quotations are left"
        " alone. From 13 on an official word may stand, once words.yaml explains it."
    ),
    find=find_jargon,
    source="TACT, Language that Cares, and authorities' own lists (practice.md, Words)",
)
