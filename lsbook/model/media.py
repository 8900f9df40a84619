"""Renditions: what the media room makes of the media a Book shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Rendition:
    """One finished picture. ``file`` is where it lies now; ``name`` comes from its content (``3f9a….jpg``)."""

    file: Path
    name: str
    width: int
    height: int
    """Both in pixels."""


@dataclass(frozen=True)
class Unusable:
    """A medium that the book is made without, with a sentence that says why."""

    file: str
    why: str
    remedy: str


@dataclass(frozen=True)
class Renditions:
    """``of`` maps a path under ``media/`` to its renditions, the narrowest first. What failed is not in it."""

    of: Mapping[str, tuple[Rendition, ...]]
    unusable: tuple[Unusable, ...] = ()
