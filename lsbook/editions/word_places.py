"""Where the words of a Book stand in the story. It is kept beside the Book and never in it, and ends at the wall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct

from lsbook.model import book
from lsbook.model.located_text import WordSpan, get_spans, join_texts, place_text
from lsbook.model.problem import Location
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

T = TypeVar("T")


class LocatedReference(Struct, frozen=True):
    """What a Book has of a reference that stands at ``at`` in the story."""

    value: book.Reference
    at: Location


class WordPlaces:
    """The places of the words in paragraphs, headings, links and pictures of a Book, by their identity."""

    def __init__(self) -> None:
        self._spans: dict[int, tuple[object, tuple[WordSpan, ...]]] = {}

    def get(self, value: object) -> tuple[WordSpan, ...]:
        """Return where the words of ``value`` stand; nothing where nobody has noted it."""
        return self._spans.get(id(value), (value, ()))[1]

    def release(self, block: Plain[LocatedReference]) -> book.BookPlain:
        """Return ``block`` without the places of its words, which are kept here."""
        match block:
            case Paragraph(inside):
                paragraph: Paragraph[book.Reference] = Paragraph(self._release_all(inside))
                return self._keep(paragraph, join_texts("", _list_words(inside)))
            case Heading(level, inside):
                heading: Heading[book.Reference] = Heading(level, self._release_all(inside))
                return self._keep(heading, join_texts("", _list_words(inside)))
            case Listing(start, entries):
                return Listing(start, tuple(tuple(map(self.release, entry)) for entry in entries))
            case Quote(quoted):
                return Quote(tuple(map(self.release, quoted)))
            case Preformatted(text):
                return self._keep(Preformatted(str(text)), text)
            case PageBreak():
                return block

    def _release_all(self, inlines: tuple[Inline[LocatedReference], ...]) -> tuple[Inline[book.Reference], ...]:
        return tuple(map(self._release_inline, inlines))

    def _release_inline(self, inline: Inline[LocatedReference]) -> Inline[book.Reference]:
        match inline:
            case Text(text):
                return Text(str(text))
            case Code(text):
                return Code(str(text))
            case LineBreak():
                return inline
            case Strong(inside):
                return Strong(self._release_all(inside))
            case Emphasis(inside):
                return Emphasis(self._release_all(inside))
            case Link(inside, address):
                link: Link[book.Reference] = Link(self._release_all(inside), str(address))
                return self._keep(link, address)
            case LocatedReference(book.PictureLink(medium, alt), at):
                return self._keep(book.PictureLink(medium, str(alt)), alt if get_spans(alt) else place_text(alt, at))
        return inline.value

    def _keep(self, value: T, text: str) -> T:
        self._spans[id(value)] = (value, get_spans(text))
        return value


def flatten(inlines: tuple[object, ...]) -> str:
    """Return the words of a sentence without its markup; names stand as they are printed."""
    return "".join(_list_words(inlines))


def _list_words(inlines: tuple[object, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text) | Code(text) | book.NameLink(text):
                yield text
            case LineBreak():
                yield "\n"
            case Strong(inside) | Emphasis(inside) | Link(inside):
                yield from _list_words(inside)
            case LocatedReference(book.NameLink(label), at):
                yield place_text(label, at)
