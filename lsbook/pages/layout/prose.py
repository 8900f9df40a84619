"""Prose into HTML: typed values to escaped text and a handful of elements. What a worker wrote is never markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from lsbook.model.book import LanguageBlock, NameLink, PictureLink, Prose, Reference
from lsbook.model.prose import (
    Code,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    Listing,
    PageBreak,
    Paragraph,
    Plain,
    Preformatted,
    Quote,
    Strong,
    Text,
)
from lsbook.pages.language.catalog import TaggedText
from lsbook.pages.language.language_tags import find_direction, find_text_direction
from lsbook.pages.layout.context import PageContext

PLAIN = (Paragraph, Heading, Listing, Quote, Preformatted)
HeadingLevels = Mapping[int, int]
"""Which heading of the page a level of the worker's becomes: no level is ever skipped."""


def map_heading_levels(prose: Prose, level: int) -> HeadingLevels:
    """The levels written in ``prose``, in their order, from ``level`` of the page on."""
    written = sorted(set(_iter_levels(prose)))
    return {own: min(level + at, 6) for at, own in enumerate(written)}


def _iter_levels(prose: Prose) -> Iterator[int]:
    for one in prose:
        if isinstance(one, Heading):
            yield one.level
        elif isinstance(one, LanguageBlock) and not one.heads_up:
            yield from _iter_levels(one.inside)


def render_block(context: PageContext, plain: Plain[Reference], levels: HeadingLevels) -> Markup:
    """One block as HTML, without the pictures in it (``shown`` names those)."""
    attributes = _make_attributes(context, plain)
    match plain:
        case Paragraph(inside):
            html = render_inlines(context, inside)
            return Markup("<p{}>{}</p>\n").format(attributes, html) if html.strip() else Markup()
        case Heading(level, inside):
            return Markup("<h{0}{1}>{2}</h{0}>\n").format(
                levels.get(level, 6), attributes, render_inlines(context, inside)
            )
        case Listing(start, entries):
            return _render_listing(context, start, entries, levels, attributes)
        case Quote(quoted):
            return Markup("<blockquote{}>{}</blockquote>\n").format(attributes, _render_blocks(context, quoted, levels))
        case Preformatted(text):
            return Markup("<pre{}>{}</pre>\n").format(attributes, text)
        case PageBreak():
            return Markup()


def _make_attributes(context: PageContext, plain: Plain[Reference]) -> Markup:
    """The attributes that say in which language, or at least in which direction, a block is to be read."""
    return make_language_attributes(context) or make_direction_attribute(context, extract_text((plain,)))


def make_language_attributes(context: PageContext) -> Markup:
    """The attributes of an element whose words are not in the book's language."""
    if not context.text_language:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(context.text_language, find_direction(context.text_language))


def make_direction_attribute(context: PageContext, text: str) -> Markup:
    """The attribute of an element whose words run against the book, and nobody has said in which language they are."""
    way = find_direction(context.book.language)
    runs_so = find_text_direction(text, way)
    return Markup(' dir="{}"').format(runs_so) if runs_so != way else Markup()


def render_heading_inside(context: PageContext, heading: Heading[Reference]) -> Markup:
    """The inside of a heading, to stand among words of the book's own."""
    inside = render_inlines(context, heading.inside)
    return (
        Markup("<span{}>{}</span>").format(make_language_attributes(context), inside)
        if context.text_language and inside
        else inside
    )


def format_title(context: PageContext, text: str, language: str) -> str:
    """A title as it was written; ``language`` where it is not the book's."""
    return TaggedText(text, language) if text and language else context.isolate(text)


def render_inlines(context: PageContext, inside: Iterable[Inline[Reference]]) -> Markup:
    """The inside of a paragraph."""
    return Markup().join(_render_inline(context, inline) for inline in inside)


def render_line(context: PageContext, prose: Prose) -> Markup:
    """Prose on one line, for a heading or a label: its paragraphs with a space between."""
    said = (render_inlines(context, plain.inside) for plain in prose if isinstance(plain, Paragraph | Heading))
    html = Markup(" ").join(html for html in said if html.strip())
    way = make_direction_attribute(context, extract_text(prose))
    return Markup("<bdi{}>{}</bdi>").format(way, html) if way and html else html


def extract_text(prose: Prose) -> str:
    """The words alone, for titles and to look words up in."""
    return " ".join(" ".join(_iter_texts(prose)).split())


def find_pictures(plain: object) -> tuple[PictureLink, ...]:
    """The pictures in a block, in their order."""
    if isinstance(plain, PictureLink):
        return (plain,)
    if isinstance(plain, tuple):
        return tuple(one for inner in plain for one in find_pictures(inner))
    inner = getattr(plain, "entries", getattr(plain, "inside", ()))
    return find_pictures(inner) if isinstance(inner, tuple) else ()


def _render_blocks(context: PageContext, plains: Iterable[Plain[Reference]], levels: HeadingLevels) -> Markup:
    return Markup().join(render_block(context, plain, levels) for plain in plains)


def _render_listing(
    context: PageContext,
    start: int | None,
    entries: tuple[tuple[Plain[Reference], ...], ...],
    levels: HeadingLevels,
    attributes: Markup,
) -> Markup:
    lines = Markup().join(Markup("<li>{}</li>\n").format(_render_entry(context, entry, levels)) for entry in entries)
    if start is None:
        return Markup('<ul class="listed"{}>\n{}</ul>\n').format(attributes, lines)
    first = Markup(' start="{}"').format(start) if start != 1 else Markup()
    return Markup('<ol class="listed"{}{}>\n{}</ol>\n').format(first, attributes, lines)


def _render_entry(context: PageContext, entry: tuple[Plain[Reference], ...], levels: HeadingLevels) -> Markup:
    if len(entry) == 1 and isinstance(entry[0], Paragraph):
        return render_inlines(context, entry[0].inside)
    return _render_blocks(context, entry, levels)


def _render_inline(context: PageContext, inline: Inline[Reference]) -> Markup:
    match inline:
        case Text(words):
            return escape(words)
        case Code(words):
            return Markup("<code>{}</code>").format(words)
        case LineBreak():
            return Markup("<br>")
        case Strong(inside):
            return Markup("<strong>{}</strong>").format(render_inlines(context, inside))
        case Emphasis(inside):
            return Markup("<em>{}</em>").format(render_inlines(context, inside))
        case Link(inside, address):
            return _render_outside_link(render_inlines(context, inside), address)
        case NameLink():
            return context.link_name(inline)
        case _:
            return Markup()


def _render_outside_link(html: Markup, address: str) -> Markup:
    """Nothing in a book leads out of it: the address is there to be read."""
    written = Markup('<span class="address" dir="ltr">{}</span>').format(address)
    if not html or html == escape(address):
        return written
    return Markup("{} ({})").format(html, written)


def _iter_texts(value: object) -> Iterable[str]:
    match value:
        case Text(words) | Code(words) | Preformatted(words):
            yield words
        case NameLink(words):
            yield words
        case tuple():
            if value and all(
                isinstance(one, Text | NameLink | Strong | Emphasis | Link | LineBreak | Code | PictureLink)
                for one in value
            ):
                yield "".join(" ".join(_iter_texts(one)) if not isinstance(one, LineBreak) else " " for one in value)
            else:
                for inner in value:
                    yield from _iter_texts(inner)
        case _:
            for name in ("inside", "says", "entries"):
                yield from _iter_texts(getattr(value, name, ()))
