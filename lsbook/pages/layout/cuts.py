"""Where a page is cut that would grow too heavy for a telephone: at the turn of a year, a letter or a group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from lsbook.model.walk import find_all
from lsbook.pages.language.rich_text import RichText
from lsbook.pages.layout.components import Components
from lsbook.pages.layout.declarations import iter_links, iter_words
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.page_model import PageContent

T = TypeVar("T")

MAX_WEIGHT = 180_000
"""Bytes of one page, as it is weighed before it is HTML. With all that stands around it, it has less than 300 kB."""
ENTRY_WEIGHT = 200
"""Bytes of markup around an entry."""
IMAGE_WEIGHT = 500
"""Bytes of markup around a picture."""
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


class CutEntry(Struct, Generic[T], frozen=True):
    """Something that stays whole. ``label`` says where it belongs (2019), ``exact_label`` what it is (3 July 2019)."""

    value: T
    label: str
    exact_label: str
    weight: int


class Cut(Struct, Generic[T], frozen=True):
    """What stands on one of the pages that a long one is cut into; ``label`` tells it from the others."""

    label: str
    values: tuple[T, ...]


class Piece(Struct, frozen=True):
    """A part of a long page: its ``label`` tells it from the others.

    ``address``, from the book's folder, is empty where it was not known before the page was made.
    """

    label: str
    content: PageContent
    address: str = ""


class Pieces(Struct, frozen=True):
    """What a long page is cut into, and what stays on the page that leads there."""

    pieces: tuple[Piece, ...] = ()
    after: Components = ()


def weigh(value: object) -> int:
    """The bytes of ``value`` as HTML, roughly."""
    texts = (words.html if isinstance(words, RichText) else words for words in iter_words(value))
    pictures = sum(1 for _ in find_all(PageImage, value))
    words, links = sum(len(text.encode()) for text in texts), sum(map(len, iter_links(value)))
    return ENTRY_WEIGHT + IMAGE_WEIGHT * pictures + words + links


def find_year(when: str) -> str:
    """The first year in a date as the book writes it; the date itself where no year is in it."""
    year = _YEAR.search(when)
    return year[0] if year else when


def cut(entries: Sequence[CutEntry[T]], room: int = MAX_WEIGHT) -> tuple[Cut[T], ...]:
    """``entries`` in their order, cut where they outgrow ``room`` bytes; once it is half full, where a label ends.

    Where all have room together, nothing is cut.
    """
    fits = sum(entry.weight for entry in entries) <= room
    runs = tuple(_iter_runs(entries, room)) if not fits else (tuple(entries),) if entries else ()
    labels = [format_label(run[0].label, run[-1].label) for run in runs]
    often = Counter(labels)
    return tuple(
        Cut(
            label if often[label] == 1 else format_label(run[0].exact_label, run[-1].exact_label),
            tuple(entry.value for entry in run),
        )
        for label, run in zip(labels, runs, strict=True)
    )


def _iter_runs(entries: Sequence[CutEntry[T]], room: int) -> Iterator[tuple[CutEntry[T], ...]]:
    run: list[CutEntry[T]] = []
    weight = 0
    for entry in entries:
        ends = bool(run) and entry.label != run[-1].label
        if run and (weight + entry.weight > room or (ends and weight > room // 2)):
            yield tuple(run)
            run, weight = [], 0
        run.append(entry)
        weight += entry.weight
    if run:
        yield tuple(run)


def format_label(first: str, last: str) -> str:
    """The label of all from ``first`` to ``last``."""
    return first if first == last else " – ".join(filter(None, (first, last)))
