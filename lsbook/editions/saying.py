"""Everything that a Book says, found by walking the finished Book: what is not noted is found all the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from urllib.parse import unquote

from lsbook.editions.chooser import Chooser
from lsbook.model import book
from lsbook.model.item import Item
from lsbook.model.passage import Said
from lsbook.model.problem import Place
from lsbook.model.prose import Break, Code, Emphasis, Heading, Link, Paragraph, Strong, Text
from lsbook.model.story import Medium

_NOT_SAID = {
    book.Book: {"edition", "made", "voice", "language", "order", "theme", "news", "since"},
    book.Child: {"born"},
    book.Medium: {"file", "captions"},
    book.MediaHere: {"form"},
    book.Statement: {"certainty"},
    book.Chapter: {"part", "language"},
    book.Letter: {"language"},
    book.InLanguage: {"language"},
    book.Question: {"status"},
}
"""Fields that hold lsbook's own words, or what is never printed. Everything else is searched, captions as one text."""
_OF = "of"
"""A kind out of lsbook's own list, wherever it stands."""
_TOP = Place("story.yaml")


def everything_said(chooser: Chooser, chosen: book.Book) -> tuple[Said, ...]:
    """Each piece of words in ``chosen`` with the innermost item of the story that it is known to come from."""
    return tuple(_Walk(chooser).within(chosen, ()))


class _Walk:
    def __init__(self, chooser: Chooser) -> None:
        self._comes_from = chooser.comes_from
        self._verdicts = chooser.sight.verdicts

    def within(self, value: object, around: tuple[Item, ...]) -> Iterator[Said]:
        known = self._comes_from.get(id(value))
        if known is not None:
            verdict = self._verdicts.get(known[1].at)
            around = (*(verdict.inside if verdict else ()), known[1])
        if isinstance(value, Paragraph | Heading):
            yield from self._paragraph(value.inside, around)
        elif isinstance(value, book.Named) and value.card is not None:
            return  # it is said on its card
        elif type(value) is str:
            yield from _said(value, around)
        elif isinstance(value, tuple):
            for inner in value:
                yield from self.within(inner, around)
        elif isinstance(value, dict):
            yield from self.within(tuple(value.values()), around)
        elif is_dataclass(value):
            for name in _fields(value.__class__):
                yield from self.within(getattr(value, name), around)
            if isinstance(value, book.Medium) and value.captions:
                yield _captions(value, around)

    def _paragraph(self, inlines: tuple[object, ...], around: tuple[Item, ...]) -> Iterator[Said]:
        """The sentence as it is read, over all emphasis; then what a picture in it says, and where a link leads."""
        yield from _said(flat(inlines), around, tuple(_carded(inlines)))
        yield from self.within(tuple(_beside(inlines)), around)


def _captions(medium: book.Medium, around: tuple[Item, ...]) -> Said:
    """All captions as one text, as they are read one after another: a name may begin in one and end in the next."""
    known = around[-1] if around else None
    at = known.captions[0].at if isinstance(known, Medium) and known.captions else _TOP
    return Said("\n".join(cue.words for cue in medium.captions), at, around)


def _said(words: str, around: tuple[Item, ...], names: tuple[str, ...] = ()) -> Iterator[Said]:
    if words.strip():
        yield Said(words, around[-1].at if around else _TOP, around, names)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    skipped = _NOT_SAID.get(kind, set())
    return tuple(field.name for field in fields(kind) if field.name not in skipped and field.name != _OF)


def flat(inlines: tuple[object, ...]) -> str:
    """The words of a sentence without its markup; names stand as they are printed."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: object) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case Break():
            return "\n"
        case book.Named(words):
            return words
        case Strong(inside) | Emphasis(inside) | Link(inside):
            return flat(inside)
    return ""


def _carded(inlines: tuple[object, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case book.Named(words, card, me) if card is not None or me:
                yield words
            case Strong(inside) | Emphasis(inside) | Link(inside):
                yield from _carded(inside)


def _beside(inlines: tuple[object, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case book.Shown(_, alt):
                yield alt
            case Link(inside, address):
                yield unquote(address)
                yield from _beside(inside)
            case Strong(inside) | Emphasis(inside):
                yield from _beside(inside)
