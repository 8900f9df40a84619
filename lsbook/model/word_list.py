"""Words that a book for a child had better not use, with kinder ones: what ``templates/words/`` holds."""

from __future__ import annotations

from msgspec import Struct


class WordPair(Struct, frozen=True):
    """One harsh or official word, and what to write in its place."""

    word: str
    also: tuple[str, ...]
    """Other forms of it. ``a/b`` within a phrase stands for either word."""
    say: str
    unless: tuple[str, ...]
    """Phrases in which the word means something else, as "eye contact"."""
    not_beside: tuple[str, ...]
    """Words whose presence anywhere in the sentence shows that something else is meant."""
    of_child: bool
    """True where the word hurts only if it is said of the child, as "rude"."""
    at_any_age: bool
    """True where it stays harsh, though ``words.yaml`` explains it; false for official words."""
    source: str

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.word, *self.also)
