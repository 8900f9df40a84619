"""What a Book holds, kept as a small file: in ``.lsbook/`` for each book made, in ``work/copies/`` for each copy."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from lsbook.files.digests import compute_digest
from lsbook.model.book import Account, Book, BookItem, Medium, Placeholder, Statement
from lsbook.model.book import NamedItem as BookEntry
from lsbook.model.book_text import Card
from lsbook.model.inventory import Fact, Inventory, InventoryItem
from lsbook.model.item import excerpt
from lsbook.model.prose import Text
from lsbook.model.vocabulary import ItemKind
from lsbook.model.walk import find_all, list_fields, list_parts
from lsbook.model.when import Nearness, Season

SHORTEST_SENTENCE = 25
"""Letters of a sentence by which an item may be known again."""
_MARK_LENGTH = 16
"""Hexadecimal digits."""

_RECORDED_AS = {
    "NameLink": "Named", "PictureLink": "Shown", "Conversation": "Told", "Hold": "Held", "Placeholder": "Instead",
    "FlaggedBlock": "Marked", "NotKnownBlock": "NotKnown", "NoteBlock": "Note", "LanguageBlock": "InLanguage",
    "ParallelText": "SideBySide", "WritingSpace": "WriteHere", "LetterBlock": "LetterHere", "MediaBlock": "MediaHere",
    "LineBreak": "Break", "PageBreak": "Turn", "UnknownDate": "NotKnown",
    "category": "of", "NameLink.label": "words", "Cue.text": "words", "position": "at", "conversation": "told",
    "heads_up": "hard", "hold": "held", "made_on": "made", "placeholders": "insteads", "nearness": "near",
    "is_for_second_reader": "to_read", "block_kind": "form",
}  # fmt: skip
"""What classes and fields are called in what is digested: as at first, or copies made before would count as changed."""

_UNRECORDED = frozenset({"only_me"})
"""Fields that change no word and no picture of what is told, but where it may stand as well."""

_MEDIA_FIELDS = frozenset({"photo", "photos", "cover", "scan", "read_aloud", "medium", "media"})
"""Fields within an item that hold positions in ``Book.media``."""
CONTENT_SCHEME = "2:"
"""At the head of an item's digest since it holds what a position stands for, and no position."""

_PLAIN = frozenset({str, int, float, bool, type(None)})
"""What JSON knows as it is: two thirds of all values in a Book."""

Digester = Callable[[str], str]
"""The SHA-256 of a medium by its path under ``media/``."""


def digest_content(book: Book, digest: Digester) -> str:
    """The SHA-256 of what ``book`` tells and shows. Its date, and what it says is new, are no part of that.

    A field that is empty counts as not there, so that a field which a later lsbook adds changes nothing.
    """
    dated_alike = replace(book, made_on=date.min, what_is_new=(), news=(), since=None)
    media = [digest(medium.file) for medium in book.media]
    return hashlib.sha256(json.dumps([_simplify(dated_alike), media], ensure_ascii=False).encode()).hexdigest()


def list_items(book: Book, private_values: tuple[object, ...], digest: Digester) -> tuple[InventoryItem, ...]:
    """Every item of ``book``, in its order. ``private_values`` are the child's alone: kept without words."""
    positions = _Positions(book, digest)
    return tuple(
        InventoryItem(
            kind,
            "" if _is_among(item, private_values) else find_label(item),
            make_marks(kind, item, digest),
            _is_hard(item),
            _digest_item(item, positions),
        )
        for kind, _, item in iterate_items(book)
    )


class _Positions(Struct, frozen=True):
    """What the positions within an item of ``book`` stand for: another item before them changes nothing of it."""

    book: Book
    digest: Digester

    def resolve(self, field: str, value: object) -> object:
        """Return the files, or the words, that ``value`` stands for; ``value`` itself where it is no position."""
        if isinstance(value, Card):
            return [value.kind, find_label(getattr(self.book, value.kind)[value.position])]
        if field == "letter" and isinstance(value, int):
            return find_label(self.book.letters[value])
        if field not in _MEDIA_FIELDS or value is None:
            return value
        places = value if isinstance(value, tuple) else (value,)
        return [self.digest(self.book.media[place].file) for place in places if isinstance(place, int)]


def _digest_item(item: BookItem, positions: _Positions) -> str:
    """Return a digest of all that an item says and shows."""
    files = [positions.digest(item.file)] if isinstance(item, Medium) else []
    content = json.dumps([_simplify(item, positions), files], ensure_ascii=False)
    return CONTENT_SCHEME + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK_LENGTH]


def _is_hard(item: BookItem) -> bool:
    """Whether it is hard news, or holds some; what is said of people and places stands among the facts."""
    parts_too = () if isinstance(item, BookEntry) else find_all(BookItem, item)
    return any(part.heads_up is not None for part in (item, *parts_too))


def list_facts(book: Book, private_values: tuple[object, ...]) -> tuple[Fact, ...]:
    """The first words of all that is said of people and places, with whose it is; of the child's alone, none."""
    holders: list[tuple[str, object]] = [(book.child.name, book.child.names)]
    holders += [(entry.name, entry) for entry in (*book.people, *book.homes, *book.schools, *book.keepsakes)]
    holders.append(("what is new", book.what_is_new))
    facts = (
        Fact(f"{name}: {words}", is_hard)
        for name, holder in holders
        for words, is_hard in _find_statements(holder, private_values, is_hard=False)
    )
    return tuple(dict.fromkeys(facts))


def _find_statements(value: object, private_values: tuple[object, ...], *, is_hard: bool) -> Iterator[tuple[str, bool]]:
    """The first words of each statement in ``value``, and of how somebody sees it; whether it is hard news."""
    if _is_among(value, private_values):
        return
    is_hard = is_hard or (isinstance(value, BookItem) and value.heads_up is not None)
    if isinstance(value, Statement | Account):
        if words := excerpt(value.says):
            yield (f"as {value.by.label} sees it: {words}" if isinstance(value, Account) else words), is_hard
    else:
        for inner in list_parts(value):
            yield from _find_statements(inner, private_values, is_hard=is_hard)


def iterate_items(book: Book) -> Iterator[tuple[ItemKind, int, BookItem]]:
    """The kind, the position and the item, of all that is there at all, if not to its end."""
    for kind in ItemKind:
        for at, item in enumerate(getattr(book, kind)):
            if not isinstance(item, Placeholder):
                yield kind, at, item


def make_marks(kind: ItemKind, item: BookItem, digest: Digester) -> tuple[str, ...]:
    """By what an item is known again: its name, any of its sentences, its file."""
    sentences = [
        find_label(item),
        *(text.text.strip() for text in find_all(Text, item) if len(text.text.strip()) >= SHORTEST_SENTENCE),
    ]
    files = [digest(item.file)] if isinstance(item, Medium) else []
    return tuple(dict.fromkeys(_make_mark(kind, words) for words in (*sentences, *files)))


def find_label(item: BookItem) -> str:
    """A few words of an item, to know it by."""
    for field in ("title", "name", "word", "shows"):
        if words := getattr(item, field, ""):
            return str(words)
    for field in ("what", "ask", "caption"):  # never what stands in a text: a block of it may be the child's own
        if words := excerpt(getattr(item, field, ())):
            return words
    return str(getattr(item, "category", None) or "")


def format_inventory(inventory: Inventory) -> str:
    """The text of the small file."""
    return json.dumps(to_builtins(inventory), ensure_ascii=False, indent=1) + "\n"


def read_inventory(file: Path) -> Inventory | None:
    """What stands in the small file; ``None`` where there is none, whatever has become of it."""
    try:
        return parse_inventory(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def parse_inventory(data: Any) -> Inventory:
    """What ``format_inventory`` wrote. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for anything else."""
    items = tuple(
        InventoryItem(
            str(entry["kind"]),
            str(entry["label"]),
            tuple(map(str, entry["marks"])),
            bool(entry["hard"]),
            str(entry.get("content", "")),
        )
        for entry in data["items"]
    )
    facts = tuple(Fact(str(entry["says"]), bool(entry["hard"])) for entry in data["facts"])
    since, reader = str(data.get("since", "")), str(data.get("reader", ""))
    return Inventory(str(data["edition"]), str(data["book"]), str(data["content"]), items, facts, since, reader)


def make_digester(story: Path) -> Digester:
    """The SHA-256 of media of ``story``, each read once; empty for what cannot be read."""
    known: dict[str, str] = {}

    def digest(file: str) -> str:
        if file not in known:
            known[file] = _digest_file(story / "media" / file)
        return known[file]

    return digest


def _digest_file(file: Path) -> str:
    """Return the SHA-256 of a plain file; empty for what is none, or cannot be read."""
    try:
        return compute_digest(file, follow=False)
    except OSError:
        return ""


def _is_among(item: object, private_values: tuple[object, ...]) -> bool:
    return any(item is private for private in private_values)


def _make_mark(kind: ItemKind, text: str) -> str:
    return hashlib.sha256(f"{kind}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:_MARK_LENGTH]


def _simplify(value: object, positions: _Positions | None = None) -> object:
    """``value`` as JSON knows it, without what is empty; where there are ``positions``, with what they stand for."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, Season | Nearness):
        return value.name
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Struct):
        recorded = ((name, part) for name, part in list_fields(value) if name not in _UNRECORDED)
        parts = [(name, positions.resolve(name, part) if positions else part) for name, part in recorded]
        inner = {_record_field(kind.__name__, name): _simplify(part, positions) for name, part in parts}
        known = {name: part for name, part in inner.items() if part not in (None, "", [], {})}
        return {"": _RECORDED_AS.get(kind.__name__, kind.__name__), **known}
    if isinstance(value, tuple | list):
        return [_simplify(part, positions) for part in value]
    if isinstance(value, dict):
        return {str(key): _simplify(part, positions) for key, part in value.items()}
    return value if isinstance(value, str | int | float | bool) else str(value)


@cache
def _record_field(kind: str, field: str) -> str:
    return _RECORDED_AS.get(f"{kind}.{field}", _RECORDED_AS.get(field, field))
