"""The same heads-up twice in a row of components is said once: what stands behind it is one page."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from lsbook.pages.layout.components import HeadsUpCard

T = TypeVar("T")


def drop_repeated_cards(content: T) -> T:
    """``content`` with each heads-up card once in whatever holds several that lead to the same page."""
    return cast("T", _drop(content))


def _drop(value: object) -> object:
    if isinstance(value, tuple):
        parts = tuple(map(_drop, _keep_first(value)))
        same = len(parts) == len(value) and all(new is old for new, old in zip(parts, value, strict=True))
        return value if same else parts
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        field.name: new for field in fields(value) if (new := _drop(old := getattr(value, field.name))) is not old
    }
    return replace(value, **changed) if changed else value


def _keep_first(parts: tuple[object, ...]) -> tuple[object, ...]:
    seen: set[str] = set()
    kept = []
    for part in parts:
        if not isinstance(part, HeadsUpCard) or part.href not in seen:
            kept.append(part)
        if isinstance(part, HeadsUpCard):
            seen.add(part.href)
    return tuple(kept)
