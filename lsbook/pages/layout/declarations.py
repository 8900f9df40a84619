"""What a value of a page declares: the words in it, where it leads, and the anchors that lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat

from lsbook.model.walk import list_fields, list_parts
from lsbook.pages.language.rich_text import RichText, Words
from lsbook.pages.layout.addresses import Href

ANCHOR_FIELD = "anchor"
"""The field of a component that holds its place on the page."""


def iter_words(value: object) -> Iterator[Words]:
    """Every text in ``value``, in its order; the addresses in it are no words."""
    return (leaf for leaf in _list_leaves(value) if not isinstance(leaf, Href))


def iter_links(value: object) -> Iterator[str]:
    """Every address in ``value``, from the book's folder."""
    for leaf in _list_leaves(value):
        if isinstance(leaf, RichText):
            yield from leaf.links
        elif isinstance(leaf, Href) and leaf.target:
            yield leaf.target


def _list_leaves(value: object) -> list[Words]:
    """Every text and every address in ``value``, in its order. (Thousands of values: a generator for each is slow.)"""
    leaves: list[Words] = []
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, RichText | str):
            leaves.append(part)
        else:
            waiting += reversed(list_parts(part))
    return leaves


def iter_anchors(value: object) -> Iterator[str]:
    """Every place in ``value`` that a link may lead to."""
    for name, inner in _iter_parts(value):
        if name == ANCHOR_FIELD and isinstance(inner, str):
            yield from filter(None, (inner,))
        elif not isinstance(inner, str):
            yield from iter_anchors(inner)


def _iter_parts(value: object) -> Iterable[tuple[str, object]]:
    """What stands directly in ``value``, by the name of its field."""
    if isinstance(value, tuple):
        return zip(repeat(""), value)
    return list_fields(value)
