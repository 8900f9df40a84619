"""Reading the page of the whole book again: it is remembered what stands in those of its articles that are as before.

The page is cut before each article. One counts alone only where nothing in it could change how the rest is read, nor
the rest how it is read, but for the policy of the page: an article has no fault and no policy of its own, and ends with
every tag, script and drawing closed.
Where one is otherwise, the page is read in one piece.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from lsbook.output.markup import Address, Markup, read_page, read_piece

_ARTICLE = re.compile(r"^(?=<article )", re.MULTILINE)
_POLICY = "http-equiv"
"""What would say which programs may run on all of the page."""
_FEWEST = 4
"""Pieces of a page that is worth it."""
MarkupPieces: TypeAlias = dict[str, Markup]
"""What stands in pieces of pages, by the SHA-256 of their policy and text; lines count from the first of a piece."""


def read_page_in_pieces(text: str, known: Mapping[str, Markup]) -> tuple[Markup, MarkupPieces]:
    """Read a page as ``read_page`` does; ``known`` are pieces that were read before. Return its own pieces, too."""
    texts = _ARTICLE.split(text)
    if len(texts) < _FEWEST:
        return read_page(text), {}
    head, *articles = texts
    first = read_piece(head)
    if first is None or not first.policy or first.markup.faults:
        return read_page(text), {}
    pieces: list[tuple[str, Markup]] = []
    for article in articles:
        digest = hashlib.sha256(f"{first.policy}\0{article}".encode("utf-8", "surrogatepass")).hexdigest()
        markup = known.get(digest) or _read_article(article, first.policy)
        if markup is None:
            return read_page(text), {}
        pieces.append((digest, markup))
    whole = _join(texts, (first.markup, *(markup for _, markup in pieces)))
    return (read_page(text), {}) if whole is None else (whole, dict(pieces))


def _read_article(text: str, policy: str) -> Markup | None:
    """Read one article; ``None`` where it cannot count alone."""
    piece = None if _POLICY in text.casefold() else read_piece(text, policy)
    return None if piece is None or piece.markup.faults else piece.markup


def _join(texts: Sequence[str], pieces: Sequence[Markup]) -> Markup | None:
    """Return the page of ``pieces``; ``None`` where an id stands in two of them."""
    ids = frozenset[str]().union(*(piece.ids for piece in pieces))
    if len(ids) != sum(len(piece.ids) for piece in pieces):
        return None
    loads_data = any(piece.loads_data for piece in pieces)
    return Markup(tuple(_iter_addresses(texts, pieces)), ids, (), loads_data)


def _iter_addresses(texts: Sequence[str], pieces: Sequence[Markup]) -> Iterator[Address]:
    """Yield the addresses of all ``pieces``, with their lines on the page."""
    before = 0
    for text, piece in zip(texts, pieces, strict=True):
        yield from [Address(line + before, address) for line, address in piece.addresses]
        before += text.count("\n")
