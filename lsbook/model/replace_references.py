"""Prose with its references changed: names for ids, and no trace of a picture that is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from lsbook.model.located_text import join_texts, strip_end, strip_start
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

R = TypeVar("R")
S = TypeVar("S")


def replace_references(
    blocks: tuple[Plain[R], ...], change: Callable[[R], tuple[Inline[S], ...]]
) -> tuple[Plain[S], ...]:
    """The same blocks with every reference changed; what is left empty by it is gone, and so are the spaces around."""
    return tuple(new for block in blocks for new in _replace_in_block(block, change))


def _replace_in_block(block: Plain[R], change: Callable[[R], tuple[Inline[S], ...]]) -> Iterator[Plain[S]]:
    match block:
        case Paragraph(inside):
            new = _replace_in_inlines(inside, change)
            if _has_content(new) or not inside:
                yield Paragraph(new)
        case Heading(level, inside):
            new = _replace_in_inlines(inside, change)
            if _has_content(new):
                yield Heading(level, new)
        case Listing(start, entries):
            kept = tuple(entry for entry in (replace_references(entry, change) for entry in entries) if entry)
            if kept:
                yield Listing(start, kept)
        case Quote(inside_quote):
            quoted = replace_references(inside_quote, change)
            if quoted:
                yield Quote(quoted)
        case Preformatted() | PageBreak():
            yield block


def _replace_in_inlines(
    inlines: tuple[Inline[R], ...], change: Callable[[R], tuple[Inline[S], ...]]
) -> tuple[Inline[S], ...]:
    replacements = (_replace_in_inline(inline, change) or (None,) for inline in inlines)
    return _close_gaps([inline for replaced in replacements for inline in replaced])


def _replace_in_inline(inline: Inline[R], change: Callable[[R], tuple[Inline[S], ...]]) -> tuple[Inline[S], ...]:
    if isinstance(inline, Text | Code | LineBreak):
        return (inline,)
    if not isinstance(inline, Strong | Emphasis | Link):
        return change(inline)
    inside = _replace_in_inlines(inline.inside, change)
    if inline.inside and not _has_content(inside):
        return ()
    if isinstance(inline, Link):
        return (Link(inside, inline.address),)
    return (Strong(inside),) if isinstance(inline, Strong) else (Emphasis(inside),)


def _close_gaps(inlines: list[Inline[S] | None]) -> tuple[Inline[S], ...]:
    """Without what is gone (``None``), and without the double spaces and empty lines that would tell of it."""
    left: list[Inline[S]] = []
    gap = False
    for inline in inlines:
        if inline is None:
            gap = True
        elif gap and isinstance(inline, Text | LineBreak):
            gap = not _join_after_gap(left, inline)
        else:
            left.append(inline)
            gap = False
    if gap:
        _strip_trailing_spaces(left)
        while left and isinstance(left[-1], LineBreak):
            left.pop()
            _strip_trailing_spaces(left)
    return tuple(left)


def _join_after_gap(left: list[Inline[S]], inline: Text | LineBreak) -> bool:
    """Put ``inline`` behind a gap. False where nothing of it is left, so that the gap is still open."""
    if isinstance(inline, LineBreak):
        _strip_trailing_spaces(left)
        starts = not left or isinstance(left[-1], LineBreak)
        left.extend(() if starts else (inline,))
        return not starts
    before = left[-1] if left else LineBreak()
    words = inline.text
    if isinstance(before, LineBreak) or (isinstance(before, Text) and before.text.endswith(" ")):
        words = strip_start(words, " ")
    if words and isinstance(before, Text):
        left[-1] = Text(join_texts("", (before.text, words)))
    elif words:
        left.append(Text(words))
    return bool(words)


def _strip_trailing_spaces(left: list[Inline[S]]) -> None:
    """Take the spaces off the end."""
    while left and isinstance(last := left[-1], Text):
        left.pop()
        if words := strip_end(last.text, " "):
            left.append(Text(words))
            return


def _has_content(inlines: tuple[Inline[S], ...]) -> bool:
    return any(
        not isinstance(inline, LineBreak) and not (isinstance(inline, Text) and not inline.text.strip())
        for inline in inlines
    )
