"""Turns prose into rich text: escaped words and a handful of elements. What a worker wrote is never markup."""

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
from lsbook.pages.language.language_tags import find_direction, find_text_direction
from lsbook.pages.language.rich_text import LINE_BREAK, NO_TEXT, RichText, TaggedText, join_rich, make_rich
from lsbook.pages.layout.context import PageContext

PLAIN = (Paragraph, Heading, Listing, Quote, Preformatted)
HeadingLevels = Mapping[int, int]
"""Which heading of the page a level of the worker's becomes: no level is ever skipped."""
INLINE_TYPES = (Text, NameLink, Strong, Emphasis, Link, LineBreak, Code, PictureLink)


def map_heading_levels(prose: Prose, level: int) -> HeadingLevels:
    """The levels written in ``prose``, in their order, from ``level`` of the page on."""
    written = sorted(set(_iter_levels(prose)))
    return {own: min(level + at, 6) for at, own in enumerate(written)}


def _iter_levels(prose: Prose) -> Iterator[int]:
    for block in prose:
        if isinstance(block, Heading):
            yield block.level
        elif isinstance(block, LanguageBlock) and not block.heads_up:
            yield from _iter_levels(block.inside)


def render_block(context: PageContext, plain: Plain[Reference], levels: HeadingLevels) -> RichText:
    """One block, without the pictures in it (``find_pictures`` names those)."""
    attributes = _make_attributes(context, plain)
    match plain:
        case Paragraph(inside):
            words = render_inlines(context, inside)
            return NO_TEXT if words.is_blank else words.put_into("<p{}>{}</p>\n", attributes).put_on_line()
        case Heading(level, inside):
            element = f"h{levels.get(level, 6)}"
            words = render_inlines(context, inside)
            return words.put_into(f"<{element}{{}}>{{}}</{element}>\n", attributes).put_on_line()
        case Listing(start, entries):
            return _render_listing(context, start, entries, levels, attributes)
        case Quote(quoted):
            blocks = _render_blocks(context, quoted, levels)
            return blocks.put_into("<blockquote{}>{}</blockquote>\n", attributes).put_on_line()
        case Preformatted(text):
            return make_rich(text).put_into("<pre{}>{}</pre>\n", attributes).put_on_line()
        case PageBreak():
            return NO_TEXT


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
    book_direction = find_direction(context.book.language)
    direction = find_text_direction(text, book_direction)
    return Markup(' dir="{}"').format(direction) if direction != book_direction else Markup()


def render_heading_inside(context: PageContext, heading: Heading[Reference]) -> RichText:
    """The inside of a heading, to stand among words of the book's own."""
    inside = render_inlines(context, heading.inside)
    if not context.text_language or not inside:
        return inside
    return inside.put_into("<span{}>{}</span>", make_language_attributes(context)).put_on_line()


def format_title(context: PageContext, text: str, language: str) -> str:
    """A title as it was written; ``language`` where it is not the book's."""
    return TaggedText(text, language) if text and language else context.isolate(text)


def render_inlines(context: PageContext, inside: Iterable[Inline[Reference]]) -> RichText:
    """The inside of a paragraph."""
    return join_rich("", (_render_inline(context, inline) for inline in inside))


def render_line(context: PageContext, prose: Prose) -> RichText:
    """Prose on one line, for a heading or a label: its paragraphs with a space between."""
    lines = (render_inlines(context, plain.inside) for plain in prose if isinstance(plain, Paragraph | Heading))
    line = join_rich(" ", (words for words in lines if not words.is_blank))
    direction = make_direction_attribute(context, extract_text(prose))
    return line.put_into("<bdi{}>{}</bdi>", direction) if direction and line else line


def extract_text(prose: Prose) -> str:
    """The words alone, for titles and to look words up in."""
    return " ".join(" ".join(_iter_texts(prose)).split())


def find_pictures(plain: object) -> tuple[PictureLink, ...]:
    """The pictures in a block, in their order."""
    if isinstance(plain, PictureLink):
        return (plain,)
    if isinstance(plain, tuple):
        return tuple(picture for inner in plain for picture in find_pictures(inner))
    inner = getattr(plain, "entries", getattr(plain, "inside", ()))
    return find_pictures(inner) if isinstance(inner, tuple) else ()


def _render_blocks(context: PageContext, plains: Iterable[Plain[Reference]], levels: HeadingLevels) -> RichText:
    return join_rich("", (render_block(context, plain, levels) for plain in plains))


def _render_listing(
    context: PageContext,
    start: int | None,
    entries: tuple[tuple[Plain[Reference], ...], ...],
    levels: HeadingLevels,
    attributes: Markup,
) -> RichText:
    lines = join_rich("", (_render_entry(context, entry, levels) for entry in entries))
    if start is None:
        return lines.put_into('<ul class="listed"{}>\n{}</ul>\n', attributes)
    first = Markup(' start="{}"').format(start) if start != 1 else Markup()
    return lines.put_into('<ol class="listed"{}{}>\n{}</ol>\n', first, attributes)


def _render_entry(context: PageContext, entry: tuple[Plain[Reference], ...], levels: HeadingLevels) -> RichText:
    if len(entry) == 1 and isinstance(entry[0], Paragraph):
        inside = render_inlines(context, entry[0].inside)
    else:
        inside = _render_blocks(context, entry, levels)
    return inside.put_into("<li>{}</li>\n").put_on_line()


def _render_inline(context: PageContext, inline: Inline[Reference]) -> RichText:
    match inline:
        case Text(words):
            return context.put_symbols(words)
        case Code(words):
            return make_rich(words).put_into("<code>{}</code>")
        case LineBreak():
            return RichText(Markup("<br>"), LINE_BREAK)
        case Strong(inside):
            return render_inlines(context, inside).put_into("<strong>{}</strong>")
        case Emphasis(inside):
            return render_inlines(context, inside).put_into("<em>{}</em>")
        case Link(inside, address):
            return _render_outside_link(render_inlines(context, inside), address)
        case NameLink():
            return context.link_name(inline, with_symbols=True)
        case _:
            return NO_TEXT


def _render_outside_link(words: RichText, address: str) -> RichText:
    """Nothing in a book leads out of it: the address is there to be read."""
    written = make_rich(address).put_into('<span class="address" dir="ltr">{}</span>').put_on_line()
    if not words or words.html == escape(address):
        return written
    return join_rich("", (words, make_rich(" ("), written, make_rich(")")))


def _iter_texts(value: object) -> Iterable[str]:
    match value:
        case Text(words) | Code(words) | Preformatted(words):
            yield words
        case NameLink(words):
            yield words
        case tuple():
            if value and all(isinstance(inline, INLINE_TYPES) for inline in value):
                yield "".join(
                    " " if isinstance(inline, LineBreak) else " ".join(_iter_texts(inline)) for inline in value
                )
            else:
                for inner in value:
                    yield from _iter_texts(inner)
        case _:
            for name in ("inside", "says", "entries"):
                yield from _iter_texts(getattr(value, name, ()))
