"""Everything that a Book says, found by walking the finished Book: what is not noted is found all the same."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import TypeVar
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from lsbook.editions.selector import Selector
from lsbook.editions.word_places import flatten
from lsbook.model import book
from lsbook.model.item import Item, Telling
from lsbook.model.located_text import WordSpan, get_spans, join_texts
from lsbook.model.passage import Passage
from lsbook.model.problem import Location
from lsbook.model.prose import Emphasis, Heading, Link, Paragraph, Preformatted, Quote, Strong
from lsbook.model.story import Medium
from lsbook.model.story_text import Ref
from lsbook.model.vocabulary import CHILD_ID
from lsbook.model.walk import list_field_names

_UNSEARCHED_FIELDS = {
    book.Book: {"edition", "made_on", "language", "theme", "news", "since"},
    book.Child: {"born"},
    book.Medium: {"file", "captions"},
    book.Chapter: {"language"},
    book.Letter: {"language"},
    book.LanguageBlock: {"language"},
    book.Statement: {"told_in"},
    book.Moment: {"told_in"},
}
"""Fields that hold what is never printed, or what another item says. Everything else is searched, captions as one text.

A word out of lsbook's own vocabulary is an enum and no text of the story.
"""
_TOP = Location("story.yaml")
R = TypeVar("R")


def collect_passages(selector: Selector, chosen: book.Book) -> tuple[Passage, ...]:
    """Return each piece of words in ``chosen`` with the innermost item of the story that it is known to come from."""
    return tuple(_Collector(selector).walk(chosen, (), selector.story))


class _Collector:
    def __init__(self, selector: Selector) -> None:
        self._selector = selector
        self._verdicts = selector.visibility.verdicts

    def walk(self, value: object, ancestors: tuple[Item, ...], twin: object = None) -> Iterator[Passage]:
        """Yield what ``value`` says. ``twin``: what the story has in its place, by which its lines are known."""
        known = self._selector.origins.get(id(value))
        if known is not None:
            verdict = self._verdicts.get(known[1].at)
            ancestors, twin = (*(verdict.ancestors if verdict else ()), known[1]), known[1]
        if isinstance(value, Paragraph | Heading | Quote):
            yield from self._walk_block(value, ancestors)
        elif isinstance(value, Preformatted):
            yield from _make_passage(value.text, self._selector.places.get(value), ancestors)
        elif (words := _extract_words(value)) is not None:
            yield from _make_passage(words, self._find_spans(twin, words), ancestors)
        elif isinstance(value, tuple):
            for inner in value:
                yield from self.walk(inner, ancestors, _find_twin(inner, twin))
        elif isinstance(value, dict):
            yield from self.walk(tuple(value.values()), ancestors)
        elif isinstance(value, Struct):
            for name in _list_searched_fields(value.__class__):
                yield from self.walk(getattr(value, name), ancestors, self._get_twin(twin, name))
            if isinstance(value, book.Medium) and value.captions:
                yield _join_captions(value, ancestors, twin)

    def _walk_block(
        self, block: Paragraph[R] | Heading[R] | Quote[R], ancestors: tuple[Item, ...]
    ) -> Iterator[Passage]:
        """Yield what stands in a block of running text, a heading, or a quotation, marked as what it is."""
        if isinstance(block, Quote):
            for passage in self.walk(block.inside, ancestors):
                yield replace(passage, is_quotation=True)
            return
        for at, passage in enumerate(self._walk_paragraph(block, ancestors)):
            yield replace(passage, is_paragraph=at == 0 and isinstance(block, Paragraph))

    def _walk_paragraph(self, block: Paragraph[R] | Heading[R], ancestors: tuple[Item, ...]) -> Iterator[Passage]:
        """Yield a sentence as it is read, over all emphasis; then what a picture in it says, and where a link leads."""
        names, spans = tuple(_find_linked_names(block.inside)), self._selector.places.get(block)
        yield from _make_passage(flatten(block.inside), spans, ancestors, names)
        for inline, text in _find_unread_texts(block.inside):
            yield from _make_passage(text, self._selector.places.get(inline), ancestors)

    def _get_twin(self, twin: object, name: str) -> object:
        if name == "hold":
            return self._selector.find_hold(twin) if isinstance(twin, Item) else None
        return twin if name == "gentle" else getattr(twin, name, None)  # a chapter, told a second time

    def _find_spans(self, twin: object, words: str) -> tuple[WordSpan, ...]:
        """Return where the ``words`` of ``twin`` stand: one of several that are told by age, an id, or words."""
        if isinstance(twin, Telling):
            same = (version.content for version in twin.versions if str(version.content) == words)
            return get_spans(next(same, self._selector.select(twin)))
        return (WordSpan(0, twin.at),) if isinstance(twin, Ref) else get_spans(twin)


def _extract_words(value: object) -> str | None:
    """Return the words that ``value`` is; what has a card is said there, and an enum is no word of the story."""
    if isinstance(value, book.NameLink):
        return value.label if value.card is None else ""
    return value if isinstance(value, str) and not isinstance(value, Enum) else None


def _find_twin(value: object, twins: object) -> object:
    """Return what ``value`` in a list was among ``twins``; what is an item is known to be one."""
    if not isinstance(twins, tuple):
        return None
    if isinstance(value, book.NameLink):
        return next((ref for ref in twins if isinstance(ref, Ref) and ref.id == CHILD_ID), None)
    return next((text for text in twins if text == value), None) if isinstance(value, str) else None


def _join_captions(medium: book.Medium, ancestors: tuple[Item, ...], twin: object) -> Passage:
    """Return all captions as one text, as they are read in a row: a name may begin in one and end in the next."""
    captions = twin.captions if isinstance(twin, Medium) else ()
    at = captions[0].at if captions else _TOP
    located = join_texts("\n", (caption.text for caption in captions))
    return Passage("\n".join(cue.text for cue in medium.captions), at, ancestors, spans=located.spans)


def _make_passage(
    text: str, spans: tuple[WordSpan, ...], ancestors: tuple[Item, ...], linked_names: tuple[str, ...] = ()
) -> Iterator[Passage]:
    if text.strip():
        yield Passage(text, ancestors[-1].at if ancestors else _TOP, ancestors, linked_names, spans)


@cache
def _list_searched_fields(kind: type[Struct]) -> tuple[str, ...]:
    skipped = _UNSEARCHED_FIELDS.get(kind, set())
    return tuple(name for name in list_field_names(kind) if name not in skipped)


def _find_linked_names(inlines: tuple[object, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case book.NameLink(words, card, me) if card is not None or me:
                yield words
            case Strong(inside) | Emphasis(inside) | Link(inside):
                yield from _find_linked_names(inside)


def _find_unread_texts(inlines: tuple[object, ...]) -> Iterator[tuple[object, str]]:
    """Yield what is not read as part of the sentence, each with what says it."""
    for inline in inlines:
        match inline:
            case book.PictureLink(_, alt):
                yield inline, alt
            case Link(inside, address):
                yield inline, unquote(address)
                yield from _find_unread_texts(inside)
            case Strong(inside) | Emphasis(inside):
                yield from _find_unread_texts(inside)
