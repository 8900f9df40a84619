"""What a story says, parted by lsbook's own verdicts into what an edition tells and what it does not."""

from __future__ import annotations

import calendar
import html
import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from lsbook.editions import Visibility
from lsbook.model.item import Gate, Item, Telling
from lsbook.model.named_items import NamedItem
from lsbook.model.problem import Location
from lsbook.model.prose import Code, Emphasis, Heading, Link, Mention, Paragraph, Strong, Text
from lsbook.model.walk import list_field_names

LENGTH = 4
_KEYS = {"id", "file", "category", "group", "part", "form", "status", "certainty"}
"""Fields that hold no words of the story."""
_INLINE = re.compile(r"</?(?:a|em|strong|b|i|span)(?: [^>]*)?>")
_DATA = re.compile(r'<script type="application/json"[^>]*>(.*?)</script>', re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MONTHS = frozenset(name.casefold() for name in calendar.month_name if name)
Phrase = tuple[str, ...]


def phrases(texts: Iterable[str], length: int = LENGTH, fillings: frozenset[str] = frozenset()) -> set[Phrase]:
    """Every run of ``length`` words in ``texts``, in small letters.

    ``fillings`` are words that lsbook puts into sentences of its own (names); they and dates end a run.
    """
    found = set()
    for text in texts:
        words = _WORD.findall(text.casefold().replace("’", "'"))
        runs = (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
        found |= {run for run in runs if not any(_is_filling(word, fillings) for word in run)}
    return found


def _is_filling(word: str, fillings: frozenset[str]) -> bool:
    return bool(fillings) and (word in fillings or word in _MONTHS or any(letter.isdigit() for letter in word))


def withheld(sight: Visibility) -> list[str]:
    """Texts of items that are not seen, words for other ages, gates' reasons, and names that are never shown."""
    return [text for verdict in sight.verdicts.values() for text, told in _texts(verdict.item, sight) if not told]


def told(sight: Visibility) -> list[str]:
    """Texts of items that are seen, in the words for this reader."""
    return [text for verdict in sight.verdicts.values() for text, told in _texts(verdict.item, sight) if told]


def read_by_anyone(book: Mapping[str, bytes]) -> Iterator[str]:
    """The words of each page, of its attributes and of its name."""
    for path, content in book.items():
        yield re.sub(r"[-/.]", " ", path)
        if path.endswith((".html", ".txt")):
            page = _DATA.sub(_lines, content.decode("utf-8"))
            yield from map(html.unescape, re.split(r"<[^>]*>", _INLINE.sub("", page)))
            yield from (html.unescape(value) for value in re.findall(r'="([^"]*)"', page))


def _lines(data: re.Match[str]) -> str:
    """The words to look through on the page to find things on, as one element a line."""
    return "".join(f"<p>{html.escape(line)}</p>" for line in re.split(r'\\n|"', data[1]))


def _texts(item: Item, sight: Visibility) -> Iterator[tuple[str, bool]]:
    seen = sight.is_visible(item)
    instead = item.gate.placeholder
    if instead:
        yield from _own(instead, sight, sight.can_show_placeholder(item))
    if item.gate.hold:
        yield item.gate.hold.reason, seen and sight.edition.name == "record"
    for field in list_field_names(type(item)):
        if field not in {"at", "gate", *_KEYS}:
            shown = seen and field not in {"also_called", "permission"}
            yield from _own(getattr(item, field), sight, shown)


def _said(inline: object, sight: Visibility) -> str:
    """The words of a piece of a sentence; a name where it names somebody."""
    match inline:
        case Text(text) | Code(text):
            return text
        case Strong(inside) | Emphasis(inside) | Link(inside, _):
            return "".join(_said(one, sight) for one in inside)
        case Mention(identity):
            named = (v.item for v in sight.verdicts.values() if isinstance(v.item, NamedItem) and v.item.id == identity)
            told = (one.name.find_version(sight.edition.age, sight.edition.easy) for one in named)
            return next((version.content for version in told if version), identity)
        case _:
            return " "


def _own(value: object, sight: Visibility, shown: bool) -> Iterator[tuple[str, bool]]:
    """Texts of ``value`` that are not those of an item inside it."""
    if isinstance(value, Item | Location | Gate):
        return
    if isinstance(value, str):
        yield value, shown
    elif isinstance(value, Paragraph | Heading):
        yield "".join(_said(inline, sight) for inline in value.inside), shown
    elif isinstance(value, Telling):
        chosen = value.find_version(sight.edition.age, sight.edition.easy)
        for version in value.versions:
            yield from _own(version.content, sight, shown and version is chosen)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _own(inner, sight, shown)
    elif isinstance(value, Struct):
        for field in list_field_names(type(value)):
            if field not in _KEYS:
                yield from _own(getattr(value, field), sight, shown)
