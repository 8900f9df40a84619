"""Prose into HTML: typed values to escaped text and a handful of elements. What a worker wrote is never markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from lsbook.model.book import InLanguage, Named, Prose, Reference, Shown
from lsbook.model.prose import (
    Break,
    Code,
    Emphasis,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Plain,
    Preformatted,
    Quote,
    Strong,
    Text,
    Turn,
)
from lsbook.pages.language.language_tags import direction, runs
from lsbook.pages.language.words import Said
from lsbook.pages.layout.context import Desk

PLAIN = (Paragraph, Heading, Listing, Quote, Preformatted)
Ranks = Mapping[int, int]
"""Which heading of the page a level of the worker's becomes: no level is ever skipped."""


def ranks(prose: Prose, level: int) -> Ranks:
    """The levels written in ``prose``, in their order, from ``level`` of the page on."""
    written = sorted(set(_levels(prose)))
    return {own: min(level + at, 6) for at, own in enumerate(written)}


def _levels(prose: Prose) -> Iterator[int]:
    for one in prose:
        if isinstance(one, Heading):
            yield one.level
        elif isinstance(one, InLanguage) and not one.hard:
            yield from _levels(one.inside)


def block(desk: Desk, plain: Plain[Reference], levels: Ranks) -> Markup:
    """One block as HTML, without the pictures in it (``shown`` names those)."""
    of = _of(desk, plain)
    match plain:
        case Paragraph(inside):
            html = inlines(desk, inside)
            return Markup("<p{}>{}</p>\n").format(of, html) if html.strip() else Markup()
        case Heading(level, inside):
            return Markup("<h{0}{1}>{2}</h{0}>\n").format(levels.get(level, 6), of, inlines(desk, inside))
        case Listing(start, entries):
            return _listing(desk, start, entries, levels, of)
        case Quote(quoted):
            return Markup("<blockquote{}>{}</blockquote>\n").format(of, _blocks(desk, quoted, levels))
        case Preformatted(text):
            return Markup("<pre{}>{}</pre>\n").format(of, text)
        case Turn():
            return Markup()


def _of(desk: Desk, plain: Plain[Reference]) -> Markup:
    """The attributes that say in which language, or at least in which direction, a block is to be read."""
    return tongue(desk) or turned(desk, text((plain,)))


def tongue(desk: Desk) -> Markup:
    """The attributes of an element whose words are not in the book's language."""
    if not desk.tongue:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(desk.tongue, direction(desk.tongue))


def turned(desk: Desk, words: str) -> Markup:
    """The attribute of an element whose words run against the book, and nobody has said in which language they are."""
    way = direction(desk.book.language)
    runs_so = runs(words, way)
    return Markup(' dir="{}"').format(runs_so) if runs_so != way else Markup()


def in_its_language(desk: Desk, heading: Heading[Reference]) -> Markup:
    """The inside of a heading, to stand among words of the book's own."""
    inside = inlines(desk, heading.inside)
    return Markup("<span{}>{}</span>").format(tongue(desk), inside) if desk.tongue and inside else inside


def title(desk: Desk, words: str, language: str) -> str:
    """A title as it was written; ``language`` where it is not the book's."""
    return Said(words, language) if words and language else desk.apart(words)


def inlines(desk: Desk, inside: Iterable[Inline[Reference]]) -> Markup:
    """The inside of a paragraph."""
    return Markup().join(_inline(desk, inline) for inline in inside)


def line(desk: Desk, prose: Prose) -> Markup:
    """Prose on one line, for a heading or a label: its paragraphs with a space between."""
    said = (inlines(desk, plain.inside) for plain in prose if isinstance(plain, Paragraph | Heading))
    html = Markup(" ").join(html for html in said if html.strip())
    way = turned(desk, text(prose))
    return Markup("<bdi{}>{}</bdi>").format(way, html) if way and html else html


def text(prose: Prose) -> str:
    """The words alone, for titles and to look words up in."""
    return " ".join(" ".join(_texts(prose)).split())


def shown(plain: object) -> tuple[Shown, ...]:
    """The pictures in a block, in their order."""
    if isinstance(plain, Shown):
        return (plain,)
    if isinstance(plain, tuple):
        return tuple(one for inner in plain for one in shown(inner))
    inner = getattr(plain, "entries", getattr(plain, "inside", ()))
    return shown(inner) if isinstance(inner, tuple) else ()


def _blocks(desk: Desk, plains: Iterable[Plain[Reference]], levels: Ranks) -> Markup:
    return Markup().join(block(desk, plain, levels) for plain in plains)


def _listing(
    desk: Desk, start: int | None, entries: tuple[tuple[Plain[Reference], ...], ...], levels: Ranks, of: Markup
) -> Markup:
    lines = Markup().join(Markup("<li>{}</li>\n").format(_entry(desk, entry, levels)) for entry in entries)
    if start is None:
        return Markup('<ul class="listed"{}>\n{}</ul>\n').format(of, lines)
    first = Markup(' start="{}"').format(start) if start != 1 else Markup()
    return Markup('<ol class="listed"{}{}>\n{}</ol>\n').format(first, of, lines)


def _entry(desk: Desk, entry: tuple[Plain[Reference], ...], levels: Ranks) -> Markup:
    if len(entry) == 1 and isinstance(entry[0], Paragraph):
        return inlines(desk, entry[0].inside)
    return _blocks(desk, entry, levels)


def _inline(desk: Desk, inline: Inline[Reference]) -> Markup:
    match inline:
        case Text(words):
            return escape(words)
        case Code(words):
            return Markup("<code>{}</code>").format(words)
        case Break():
            return Markup("<br>")
        case Strong(inside):
            return Markup("<strong>{}</strong>").format(inlines(desk, inside))
        case Emphasis(inside):
            return Markup("<em>{}</em>").format(inlines(desk, inside))
        case Link(inside, address):
            return _outside(inlines(desk, inside), address)
        case Named():
            return desk.name(inline)
        case _:
            return Markup()


def _outside(words: Markup, address: str) -> Markup:
    """Nothing in a book leads out of it: the address is there to be read."""
    written = Markup('<span class="address" dir="ltr">{}</span>').format(address)
    if not words or words == escape(address):
        return written
    return Markup("{} ({})").format(words, written)


def _texts(value: object) -> Iterable[str]:
    match value:
        case Text(words) | Code(words) | Preformatted(words):
            yield words
        case Named(words):
            yield words
        case tuple():
            if value and all(
                isinstance(one, Text | Named | Strong | Emphasis | Link | Break | Code | Shown) for one in value
            ):
                yield "".join(" ".join(_texts(one)) if not isinstance(one, Break) else " " for one in value)
            else:
                for inner in value:
                    yield from _texts(inner)
        case _:
            for name in ("inside", "says", "entries"):
                yield from _texts(getattr(value, name, ()))
