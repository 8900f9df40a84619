"""Prose with its references changed: names for ids, and no trace of a picture that is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

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

R = TypeVar("R")
S = TypeVar("S")


def replaced(blocks: tuple[Plain[R], ...], change: Callable[[R], tuple[Inline[S], ...]]) -> tuple[Plain[S], ...]:
    """The same blocks with every reference changed; what is left empty by it is gone, and so are the spaces around."""
    return tuple(new for block in blocks for new in _block(block, change))


def _block(block: Plain[R], change: Callable[[R], tuple[Inline[S], ...]]) -> Iterator[Plain[S]]:
    match block:
        case Paragraph(inside):
            new = _inlines(inside, change)
            if _says_anything(new) or not inside:
                yield Paragraph(new)
        case Heading(level, inside):
            new = _inlines(inside, change)
            if _says_anything(new):
                yield Heading(level, new)
        case Listing(start, entries):
            kept = tuple(entry for entry in (replaced(entry, change) for entry in entries) if entry)
            if kept:
                yield Listing(start, kept)
        case Quote(inside_quote):
            quoted = replaced(inside_quote, change)
            if quoted:
                yield Quote(quoted)
        case Preformatted() | Turn():
            yield block


def _inlines(inlines: tuple[Inline[R], ...], change: Callable[[R], tuple[Inline[S], ...]]) -> tuple[Inline[S], ...]:
    new: list[Inline[S] | None] = [one for inline in inlines for one in (_inline(inline, change) or (None,))]
    return _closed_up(new)


def _inline(inline: Inline[R], change: Callable[[R], tuple[Inline[S], ...]]) -> tuple[Inline[S], ...]:
    if isinstance(inline, Text | Code | Break):
        return (inline,)
    if not isinstance(inline, Strong | Emphasis | Link):
        return change(inline)
    inside = _inlines(inline.inside, change)
    if inline.inside and not _says_anything(inside):
        return ()
    if isinstance(inline, Link):
        return (Link(inside, inline.address),)
    return (Strong(inside),) if isinstance(inline, Strong) else (Emphasis(inside),)


def _closed_up(inlines: list[Inline[S] | None]) -> tuple[Inline[S], ...]:
    """Without what is gone (``None``), and without the double spaces and empty lines that would tell of it."""
    left: list[Inline[S]] = []
    gap = False
    for one in inlines:
        if one is None:
            gap = True
        elif gap and isinstance(one, Text | Break):
            gap = not _joined(left, one)
        else:
            left.append(one)
            gap = False
    if gap:
        _shorten(left)
        while left and isinstance(left[-1], Break):
            left.pop()
            _shorten(left)
    return tuple(left)


def _joined(left: list[Inline[S]], one: Text | Break) -> bool:
    """Put ``one`` behind a gap. False where nothing of it is left, so that the gap is still open."""
    if isinstance(one, Break):
        _shorten(left)
        starts = not left or isinstance(left[-1], Break)
        left.extend(() if starts else (one,))
        return not starts
    before = left[-1] if left else Break()
    words = one.text
    if isinstance(before, Break) or (isinstance(before, Text) and before.text.endswith(" ")):
        words = words.lstrip(" ")
    if words and isinstance(before, Text):
        left[-1] = Text(before.text + words)
    elif words:
        left.append(Text(words))
    return bool(words)


def _shorten(left: list[Inline[S]]) -> None:
    """Take the spaces off the end."""
    while left and isinstance(last := left[-1], Text):
        left.pop()
        if words := last.text.rstrip(" "):
            left.append(Text(words))
            return


def _says_anything(inlines: tuple[Inline[S], ...]) -> bool:
    return any(
        not isinstance(inline, Break) and not (isinstance(inline, Text) and not inline.text.strip())
        for inline in inlines
    )
