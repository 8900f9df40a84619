"""Prose as lines of Markdown: paragraphs, headings, lists, quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsbook.model.book import BookPlain, Reference
from lsbook.model.prose import Heading, Listing, PageBreak, Paragraph, Plain, Preformatted, Quote
from lsbook.story_writing.inlines import format_heading_inlines, format_inlines
from lsbook.story_writing.name_table import NameTable

_INDENT = "    "
SEPARATOR = "# #"
"""A heading without words, which no book has: it keeps two lists, or two quotes, from becoming one."""
_MERGING = (Listing, Quote, Preformatted)


def format_prose(blocks: Iterable[BookPlain], names: NameTable) -> str:
    """Return the Markdown of ``blocks``, which hold no ``:::`` blocks, as it stands in YAML."""
    return "\n".join(write_plain_blocks(tuple(blocks), names))


def write_plain_blocks(blocks: Sequence[Plain[Reference]], names: NameTable) -> Iterator[str]:
    """Yield the lines of ``blocks``, with an empty one between two of them."""
    before: object = None
    for block in blocks:
        if before is not None:
            yield ""
        if is_separator_needed(before, block):
            yield from (SEPARATOR, "")
        yield from _write_block(block, names)
        before = block


def is_separator_needed(before: object, block: object) -> bool:
    """Return whether two blocks that follow each other would be read as one."""
    return (
        isinstance(before, Listing | Quote | Preformatted)
        and isinstance(block, _MERGING)
        and (type(before) is type(block) or (isinstance(before, Listing) and isinstance(block, Preformatted)))
    )


def _write_block(block: Plain[Reference], names: NameTable) -> Iterator[str]:
    match block:
        case Paragraph(inside):
            yield from format_inlines(inside, names).split("\n")
        case Heading(level, inside):
            yield f"{'#' * level} {format_heading_inlines(inside, names)}"
        case Listing(start, entries):
            yield from _write_listing(start, entries, names)
        case Quote(inside_quote):
            yield from (f"> {line}" if line else ">" for line in write_plain_blocks(inside_quote, names))
        case Preformatted(text):
            yield from (f"{_INDENT}{line}" if line else "" for line in text.split("\n"))
        case PageBreak():
            yield "---"


def _write_listing(start: int | None, entries: Sequence[Sequence[Plain[Reference]]], names: NameTable) -> Iterator[str]:
    """Yield one line an entry, or several with empty lines between them where an entry has more than a paragraph."""
    is_loose = any(len(entry) > 1 or not isinstance(entry[0], Paragraph) for entry in entries)
    for at, entry in enumerate(entries):
        if at and is_loose:
            yield ""
        yield from _write_entry("-" if start is None else f"{start + at}.", entry, names)


def _write_entry(mark: str, entry: Sequence[Plain[Reference]], names: NameTable) -> Iterator[str]:
    first, *more = entry
    lines = list(_write_block(first, names))
    yield f"{mark} {lines[0]}"
    is_paragraph = isinstance(first, Paragraph)  # whose other lines follow without spaces, which would be read as words
    yield from (line if is_paragraph or not line else f"{_INDENT}{line}" for line in lines[1:])
    before: object = first
    for block in more:
        yield ""
        if is_separator_needed(before, block):
            yield from (f"{_INDENT}{SEPARATOR}", "")
        yield from (f"{_INDENT}{line}" if line else "" for line in _write_block(block, names))
        before = block
