"""Words of a message that come from a list: the one that may have been meant, and all that there are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LONGEST = 80
"""Characters of a word that is compared; anything longer is no single word."""


def find_closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the word of ``known`` that looks most like ``word``; ``None`` where none does, or ``word`` is too long.

    ``cutoff`` is the least likeness, from 0 (none) to 1 (the same but for capitals).
    """
    choices = {choice.casefold(): choice for choice in known}
    if len(word) > _LONGEST:
        return None
    matches = difflib.get_close_matches(word.casefold(), choices, n=1, cutoff=cutoff)
    return choices[matches[0]] if matches else None


def format_suggestion(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return `` Did you mean "kelly"?``, or nothing where no known word looks like ``word``."""
    closest = find_closest(word, known, cutoff)
    return "" if closest is None else f' Did you mean "{closest}"?'


def join_with_or(choices: Iterable[str]) -> str:
    """Return ``a, b or c``."""
    *most, last = list(choices)
    return f"{', '.join(most)} or {last}" if most else last
