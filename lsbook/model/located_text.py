"""Words of a story that know where they stand.

They are a ``str`` like any other, with the places of their pieces. What cuts or joins a ``str`` loses the places; the
functions here keep them. No place gets past the wall: the words of a Book are plain.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lsbook.model.problem import Location


class WordSpan(NamedTuple):
    """Where the piece of a text stands that begins at ``start`` and ends where the next piece begins."""

    start: int
    at: Location


class LocatedText(str):
    """Words with the place of each piece of them, in their order."""

    __slots__ = ("spans",)
    spans: tuple[WordSpan, ...]

    def __new__(cls, text: str, spans: tuple[WordSpan, ...] = ()) -> LocatedText:
        """Return ``text`` with its places."""
        located = super().__new__(cls, text)
        located.spans = spans
        return located


def place_text(text: str, at: Location) -> LocatedText:
    """Return ``text``, all of which stands at ``at``."""
    return LocatedText(text, (WordSpan(0, at),))


def get_spans(text: object) -> tuple[WordSpan, ...]:
    """Return the places of the words in ``text``; none where nobody knows them."""
    return text.spans if isinstance(text, LocatedText) else ()


def find_span(
    spans: tuple[WordSpan, ...], start: int, unknown: Location, measure: Callable[[int], int] = int
) -> Location:
    """Return the place of the last piece that begins at ``start`` or before it; ``unknown`` where there is none.

    ``measure`` turns the beginning of a piece into what ``start`` counts.
    """
    number = bisect_right(spans, start, key=lambda span: measure(span.start))
    return spans[number - 1].at if number else unknown


def find_location(text: str, offset: int, unknown: Location) -> Location:
    """Return where the letter at ``offset`` of ``text`` stands; ``unknown`` where nobody knows."""
    return find_span(get_spans(text), offset, unknown)


def join_texts(separator: str, texts: Iterable[str]) -> LocatedText:
    """Return ``texts`` in a row with ``separator`` between them."""
    texts = tuple(texts)
    spans: list[WordSpan] = []
    length = 0
    for text in texts:
        for start, at in get_spans(text):
            if not spans or spans[-1].at != at:
                spans.append(WordSpan(length + start, at))
        length += len(text) + len(separator)
    return LocatedText(separator.join(texts), tuple(spans))


def cut_text(text: str, start: int, end: int) -> str:
    """Return ``text`` from ``start`` to ``end``."""
    spans = [WordSpan(max(0, span.start - start), span.at) for span in get_spans(text) if span.start < end]
    first = max((number for number, span in enumerate(spans) if span.start == 0), default=0)
    return LocatedText(text[start:end], tuple(spans[first:]))


def strip_text(text: str, chars: str | None = None) -> str:
    """Return ``text`` without spaces, or ``chars``, at both ends."""
    return strip_end(strip_start(text, chars), chars)


def strip_start(text: str, chars: str | None = None) -> str:
    """Return ``text`` without spaces, or ``chars``, at its beginning."""
    return cut_text(text, len(text) - len(text.lstrip(chars)), len(text))


def strip_end(text: str, chars: str | None = None) -> str:
    """Return ``text`` without spaces, or ``chars``, at its end."""
    return cut_text(text, 0, len(text.rstrip(chars)))


def split_lines(text: str) -> tuple[str, ...]:
    """Return the lines of ``text``, as ``text.split`` does."""
    lines: list[str] = []
    start = 0
    for line in text.split("\n"):
        lines.append(cut_text(text, start, start + len(line)))
        start += len(line) + 1
    return tuple(lines)


def collapse_spaces(text: str) -> LocatedText:
    """Return ``text`` on one line, with one space where there are several, and none at its ends."""
    spans = (WordSpan(len(" ".join(text[: span.start].split())), span.at) for span in get_spans(text))
    return LocatedText(" ".join(text.split()), tuple(spans))


def expand_tabs(text: str, size: int) -> LocatedText:
    """Return ``text``, one line, with spaces for its tabs, as ``text.expandtabs`` does."""
    spans = (WordSpan(len(text[: span.start].expandtabs(size)), span.at) for span in get_spans(text))
    return LocatedText(text.expandtabs(size), tuple(spans))
