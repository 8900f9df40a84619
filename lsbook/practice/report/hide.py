"""Numbers for people outside: small ones hidden, and one more where the rest would give them away."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
SMALL = 5
"""Below this a number could be a child whom somebody knows."""
FEW, HIDDEN = "fewer than 5", "not shown"


def hide_small(counts: Mapping[K, int]) -> dict[K, str]:
    """Return ``counts``, whose sum may be known, as words: 1 to 4 are hidden, and more where that is not enough.

    Whoever knows the sum and what is shown can find none of what is hidden.
    """
    few = {key for key, count in counts.items() if 0 < count < SMALL}
    more: set[K] = set()
    if few and _can_be_found([counts[key] for key in few]):
        others = sorted((count, at) for at, (key, count) in enumerate(counts.items()) if key not in few and count)
        keys = list(counts)
        more = {keys[others[0][1]]} if others else {key for key in counts if key not in few}
    return {key: FEW if key in few else HIDDEN if key in more else str(count) for key, count in counts.items()}


def _can_be_found(values: list[int]) -> bool:
    """Return whether numbers from 1 to 4 are known by their sum alone: a single one, or all 1, or all 4."""
    return len(values) == 1 or sum(values) == len(values) or sum(values) == (SMALL - 1) * len(values)


def hide_if_small(count: int) -> str:
    """Return ``count`` in words; 1 to 4 are hidden."""
    return FEW if 0 < count < SMALL else str(count)
