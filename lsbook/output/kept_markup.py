"""What was read in the files of a finished book, as JSON and back, so that the next process need not read it again.

It is kept under the SHA-256 of each file alone: a file with other bytes is read, and so is every one where lsbook has
changed. Only a book without a flaw is remembered, so nothing that is kept has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from lsbook.output.markup import Address, Markup
from lsbook.output.verify import MarkupMemory

JsonList: TypeAlias = list[object]
_KEY_SEPARATOR = " "
"""Between the ending of a file and its SHA-256."""


def format_markup(memory: MarkupMemory) -> dict[str, object]:
    """Return what JSON can hold of ``memory``; each address stands in it once."""
    texts: dict[str, int] = {}
    files = {
        _KEY_SEPARATOR.join(key): _format(markup, texts) for key, markup in memory.files.items() if not markup.faults
    }
    pieces = {key: _format(markup, texts) for key, markup in memory.pieces.items() if not markup.faults}
    return {"files": files, "pieces": pieces, "texts": list(texts)}


def parse_markup(data: object) -> MarkupMemory:
    """Return the memory that ``data`` was made from; an empty one for anything else."""
    try:
        return _parse(data)
    except (KeyError, ValueError, TypeError, IndexError, AttributeError):
        return MarkupMemory()


def _format(markup: Markup, texts: dict[str, int]) -> JsonList:
    lines = [address.line for address in markup.addresses]
    numbers = [texts.setdefault(address.address, len(texts)) for address in markup.addresses]
    return [lines, numbers, sorted(markup.ids), markup.loads_data]


def _parse(data: object) -> MarkupMemory:
    if not isinstance(data, dict):
        return MarkupMemory()
    texts = [str(text) for text in data["texts"]]
    keys = {key: key.partition(_KEY_SEPARATOR) for key in data["files"]}
    files = {(keys[key][0], keys[key][2]): markup for key, markup in _parse_all(data["files"], texts)}
    return MarkupMemory(files, dict(_parse_all(data["pieces"], texts)))


def _parse_all(entries: Mapping[str, JsonList], texts: list[str]) -> Iterable[tuple[str, Markup]]:
    for key, (lines, numbers, ids, loads_data) in entries.items():
        if not (isinstance(lines, list) and isinstance(numbers, list) and isinstance(ids, list)):
            raise TypeError(key)
        if len(lines) != len(numbers):
            raise ValueError(key)
        addresses = tuple(map(Address, lines, [texts[number] for number in numbers]))
        yield key, Markup(addresses, frozenset(ids), (), bool(loads_data))
