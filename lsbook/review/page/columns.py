"""The words of each age side by side: what all of them read stands once, and only what differs stands beside itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import reduce
from typing import TypeAlias

from msgspec import Struct

from lsbook.practice.english import join_with_and


class AgeColumn(Struct, frozen=True):
    """What some ages read: ``ages`` in words, and the paragraphs; or, where they read none, why."""

    ages: str
    paragraphs: tuple[str, ...]
    why_not: str = ""


Texts: TypeAlias = tuple[str, ...]
Stretch: TypeAlias = tuple[AgeColumn, ...]
"""Columns that stand beside each other."""


def align_columns(readings: Sequence[tuple[str, Texts]], untold: Sequence[tuple[str, str]]) -> tuple[Stretch, ...]:
    """Return the words that books say (by their names) in stretches, those first that have none with their reason."""
    stretches = [_make_columns(stretch) for stretch in _split(readings)]
    reasons: dict[str, list[str]] = {}
    for name, reason in untold:
        reasons.setdefault(reason, []).append(name)
    without = tuple(AgeColumn(join_with_and(names), (), reason) for reason, names in reasons.items())
    first, *others = stretches or [()]
    return tuple(stretch for stretch in ((*without, *first), *others) if stretch)


def _make_columns(stretch: Sequence[tuple[str, Texts]]) -> Stretch:
    """Return a column for each wording; ages with the same words share it."""
    groups: dict[Texts, list[str]] = {}
    for name, texts in stretch:
        groups.setdefault(texts, []).append(name)
    return tuple(AgeColumn(join_with_and(names), texts) for texts, names in groups.items() if texts)


def _split(readings: Sequence[tuple[str, Texts]]) -> Iterator[list[tuple[str, Texts]]]:
    """Yield the readings cut at the paragraphs that all of them share."""
    shared = reduce(_find_shared, (texts for _, texts in readings)) if readings else ()
    rests = [(name, list(texts)) for name, texts in readings]
    together: list[str] = []
    for paragraph in (*shared, None):
        cut = [(name, _take_until(paragraph, rest)) for name, rest in rests]
        if together and (any(texts for _, texts in cut) or paragraph is None):
            yield [(name, tuple(together)) for name, _ in readings]
            together = []
        if any(texts for _, texts in cut):
            yield cut
        if paragraph is not None:
            together.append(paragraph)


def _take_until(paragraph: str | None, rest: list[str]) -> Texts:
    """Take what stands before ``paragraph`` off ``rest``, and that with it; ``None``: all."""
    end = len(rest) if paragraph is None else rest.index(paragraph)
    taken = tuple(rest[:end])
    del rest[: end + 1]
    return taken


def _find_shared(first: Texts, other: Texts) -> Texts:
    """Return the paragraphs that stand in both, in the same order."""
    matcher = SequenceMatcher(None, first, other, autojunk=False)
    return tuple(text for block in matcher.get_matching_blocks() for text in first[block.a : block.a + block.size])
