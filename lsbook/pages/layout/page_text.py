"""The text of a page as data: lines, and what stands under a heading that a link can lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from lsbook.pages.language.rich_text import LINE_BREAK, TaggedText, Words, extract_plain_text

Say: TypeAlias = Callable[..., TaggedText]
"""Gives the book's own words for a key (``Catalog.say``)."""


class TextSection(Struct, frozen=True):
    """What stands in an element of its own: ``anchor`` is its id, ``name`` its heading."""

    anchor: str
    name: Words
    inside: tuple[TextToken, ...]


TextToken: TypeAlias = Words | TextSection
"""Each text is a line of its own, or several."""
TextTokens: TypeAlias = Iterator[TextToken]


class TextPassage(Struct, frozen=True):
    """The text under one heading, as lines with ``\\n`` between. That of the whole page has neither anchor nor name."""

    anchor: str
    name: str
    text: str


def make_section(anchor: str, name: Words, inside: Iterable[TextToken]) -> TextTokens:
    """``inside`` under its heading; without an ``anchor`` the heading is a line like any other."""
    if anchor:
        yield TextSection(anchor, name, tuple(inside))
    else:
        yield name
        yield from inside


def collect_passages(tokens: Iterable[TextToken]) -> tuple[TextPassage, ...]:
    """The passages of a page, its own first. What stands in an inner section is no part of the outer one."""
    sections: list[TextSection] = []
    own = _format_lines(_iter_own(tokens, sections))
    return (TextPassage("", "", own), *_collect_sections(sections))


def _collect_sections(sections: Iterable[TextSection]) -> Iterator[TextPassage]:
    for section in sections:
        inner: list[TextSection] = []
        name = extract_plain_text(section.name).replace(LINE_BREAK, "")
        yield TextPassage(section.anchor, " ".join(name.split()), _format_lines(_iter_own(section.inside, inner)))
        yield from _collect_sections(inner)


def _iter_own(tokens: Iterable[TextToken], sections: list[TextSection]) -> Iterator[str]:
    """The texts of ``tokens``; the sections among them are put aside."""
    for token in tokens:
        if isinstance(token, TextSection):
            sections.append(token)
        else:
            yield extract_plain_text(token)


def _format_lines(texts: Iterable[str]) -> str:
    lines = (" ".join(line.split()) for text in texts for line in text.split(LINE_BREAK))
    return "\n".join(filter(None, lines))
