"""Sentences of English: where they begin and end, what in them is somebody else's, and numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])[.!?…؟۔]+[\"”’')]*(?=\s|$)|\n+")
_QUOTATION = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|(?<!\w)'(?=\w)[^'\n]*?[.,!?]'(?!\w)")
_ALLUSION = re.compile(
    r"\b(?:calls?|called|means?|meaning|word for|words? is|known as|short for"
    r"|(?:files?|records?|reports?|papers?|forms?|notes|letters?|minutes|pages?)(?: \w+)? (?:says?|said|reads?|has|have"
    r"|puts? it|speaks?|talks?|wrote|writes?))\b",
    re.IGNORECASE,
)
NUMBERS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
        ]
    )
}
"""Ages in words."""
NUMBER = rf"(?:[0-9]{{1,2}}|{'|'.join(NUMBERS)})"


class Sentence(NamedTuple):
    """One sentence of a text, and where it begins and ends there."""

    text: str
    start: int
    end: int


def split_sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text, without the space around them."""
    start = 0
    for match in (*_END.finditer(text), None):
        end = match.end() if match else len(text)
        words = text[start:end]
        if words.strip():
            lead = len(words) - len(words.lstrip())
            yield Sentence(words.strip(), start + lead, start + lead + len(words.strip()))
        start = end


class SentenceInContext(NamedTuple):
    """One sentence with the words of those before and behind it; empty at the ends of a text."""

    sentence: Sentence
    before: str
    after: str

    @property
    def around(self) -> str:
        """Return the words of all three."""
        return f"{self.before} {self.sentence.text} {self.after}"


def split_with_context(text: str) -> Iterator[SentenceInContext]:
    """Yield the sentences of a text, each with its neighbours."""
    sentences = tuple(split_sentences(text))
    words = ("", *(sentence.text for sentence in sentences), "")
    for at, sentence in enumerate(sentences):
        yield SentenceInContext(sentence, words[at], words[at + 2])


def find_sentence(text: str, position: int) -> Sentence:
    """Return the sentence of ``text`` in which ``position`` stands."""
    sentences = tuple(split_sentences(text))
    return next((sentence for sentence in sentences if position < sentence.end), sentences[-1])


def mask_quotations(text: str) -> str:
    """Return ``text`` with blanks for what stands between quotation marks; places in it stay."""
    if not any(mark in text for mark in "“\"'"):
        return text
    return _QUOTATION.sub(lambda match: " " * len(match[0]), text)


def is_about_a_word(sentence: str) -> bool:
    """Return whether a sentence speaks of a word, as "the file calls this contact" does."""
    return bool(_ALLUSION.search(sentence))


def read_number(word: str) -> int:
    """Return the number that stands as ``NUMBER`` in a text."""
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]
