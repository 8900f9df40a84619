"""The same heads-up twice in a row of components is said once: what stands behind it is one page."""

from __future__ import annotations

from typing import TypeVar

from lsbook.model.walk import map_parts
from lsbook.pages.layout.components import HeadsUpCard

T = TypeVar("T")


def drop_repeated_cards(content: T) -> T:
    """``content`` with each heads-up card once in whatever holds several that lead to the same page."""
    return map_parts(content, _drop)


def _drop(value: object) -> object:
    return map_parts(_keep_first(value) if isinstance(value, tuple) else value, _drop)


def _keep_first(parts: tuple[object, ...]) -> tuple[object, ...]:
    """``parts`` without the cards that lead to where one before them leads; themselves where there is none."""
    if sum(isinstance(part, HeadsUpCard) for part in parts) < 2:
        return parts
    seen: set[str] = set()
    kept = []
    for part in parts:
        if not isinstance(part, HeadsUpCard) or part.href not in seen:
            kept.append(part)
        if isinstance(part, HeadsUpCard):
            seen.add(part.href)
    return tuple(kept)
