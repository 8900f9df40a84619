"""Everything that a Book says, found by walking the finished Book: what is not noted is found all the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from urllib.parse import unquote

from lsbook.editions.selector import Selector
from lsbook.model import book
from lsbook.model.item import Item
from lsbook.model.passage import Passage
from lsbook.model.problem import Location
from lsbook.model.prose import Code, Emphasis, Heading, LineBreak, Link, Paragraph, Strong, Text
from lsbook.model.story import Medium

_UNSEARCHED_FIELDS = {
    book.Book: {"edition", "made_on", "language", "theme", "news", "since"},
    book.Child: {"born"},
    book.Medium: {"file", "captions"},
    book.Chapter: {"language"},
    book.Letter: {"language"},
    book.LanguageBlock: {"language"},
}
"""Fields that hold what is never printed. Everything else is searched, captions as one text.

A word out of lsbook's own vocabulary is an enum and no text of the story: ``type(value) is str`` passes over it.
"""
_TOP = Location("story.yaml")


def collect_passages(selector: Selector, chosen: book.Book) -> tuple[Passage, ...]:
    """Return each piece of words in ``chosen`` with the innermost item of the story that it is known to come from."""
    return tuple(_Collector(selector).walk(chosen, ()))


class _Collector:
    def __init__(self, selector: Selector) -> None:
        self._origins = selector.origins
        self._verdicts = selector.visibility.verdicts

    def walk(self, value: object, ancestors: tuple[Item, ...]) -> Iterator[Passage]:
        known = self._origins.get(id(value))
        if known is not None:
            verdict = self._verdicts.get(known[1].at)
            ancestors = (*(verdict.ancestors if verdict else ()), known[1])
        if isinstance(value, Paragraph | Heading):
            yield from self._walk_paragraph(value.inside, ancestors)
        elif isinstance(value, book.NameLink) and value.card is not None:
            return  # it is said on its card
        elif type(value) is str:
            yield from _make_passage(value, ancestors)
        elif isinstance(value, tuple):
            for inner in value:
                yield from self.walk(inner, ancestors)
        elif isinstance(value, dict):
            yield from self.walk(tuple(value.values()), ancestors)
        elif is_dataclass(value):
            for name in _list_searched_fields(value.__class__):
                yield from self.walk(getattr(value, name), ancestors)
            if isinstance(value, book.Medium) and value.captions:
                yield _join_captions(value, ancestors)

    def _walk_paragraph(self, inlines: tuple[object, ...], ancestors: tuple[Item, ...]) -> Iterator[Passage]:
        """Yield a sentence as it is read, over all emphasis; then what a picture in it says, and where a link leads."""
        yield from _make_passage(flatten(inlines), ancestors, tuple(_find_linked_names(inlines)))
        yield from self.walk(tuple(_find_unread_texts(inlines)), ancestors)


def _join_captions(medium: book.Medium, ancestors: tuple[Item, ...]) -> Passage:
    """Return all captions as one text, as they are read in a row: a name may begin in one and end in the next."""
    known = ancestors[-1] if ancestors else None
    at = known.captions[0].at if isinstance(known, Medium) and known.captions else _TOP
    return Passage("\n".join(cue.text for cue in medium.captions), at, ancestors)


def _make_passage(text: str, ancestors: tuple[Item, ...], linked_names: tuple[str, ...] = ()) -> Iterator[Passage]:
    if text.strip():
        yield Passage(text, ancestors[-1].at if ancestors else _TOP, ancestors, linked_names)


@cache
def _list_searched_fields(kind: type) -> tuple[str, ...]:
    skipped = _UNSEARCHED_FIELDS.get(kind, set())
    return tuple(field.name for field in fields(kind) if field.name not in skipped)


def flatten(inlines: tuple[object, ...]) -> str:
    """Return the words of a sentence without its markup; names stand as they are printed."""
    return "".join(_flatten_inline(inline) for inline in inlines)


def _flatten_inline(inline: object) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case LineBreak():
            return "\n"
        case book.NameLink(words):
            return words
        case Strong(inside) | Emphasis(inside) | Link(inside):
            return flatten(inside)
    return ""


def _find_linked_names(inlines: tuple[object, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case book.NameLink(words, card, me) if card is not None or me:
                yield words
            case Strong(inside) | Emphasis(inside) | Link(inside):
                yield from _find_linked_names(inside)


def _find_unread_texts(inlines: tuple[object, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case book.PictureLink(_, alt):
                yield alt
            case Link(inside, address):
                yield unquote(address)
                yield from _find_unread_texts(inside)
            case Strong(inside) | Emphasis(inside):
                yield from _find_unread_texts(inside)
