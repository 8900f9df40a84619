"""What a Book holds, kept as a small file: in ``.lsbook/`` for each book made, in ``work/copies/`` for each copy."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from lsbook.model.book import Account, Book, BookItem, Instead, Medium, Statement
from lsbook.model.book import Entry as BookEntry
from lsbook.model.inventory import Fact, Holding, Holdings
from lsbook.model.item import opening
from lsbook.model.prose import Text
from lsbook.model.walk import every, parts

KINDS = (
    "chapters", "letters", "people", "homes", "schools", "keepsakes",
    "moments", "about_me", "questions", "media", "words",
)  # fmt: skip
"""The fields of a Book that hold items."""
SHORTEST = 25
"""Letters of a sentence by which an item may be known again."""
_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""No link is followed, and a pipe keeps nobody waiting."""
_MARK = 16
"""Hexadecimal digits."""

Digest = Callable[[str], str]
"""The SHA-256 of a medium by its path under ``media/``."""


def content_of(book: Book, digest: Digest) -> str:
    """The SHA-256 of what ``book`` tells and shows. Its date, and what it says is new, are no part of that.

    A field that is empty counts as not there, so that a field which a later lsbook adds changes nothing.
    """
    told = replace(book, made=date.min, what_is_new=(), news=(), since=None)
    media = [digest(medium.file) for medium in book.media]
    return hashlib.sha256(json.dumps([_plain(told), media], ensure_ascii=False).encode()).hexdigest()


def items_of(book: Book, own: tuple[object, ...], digest: Digest) -> tuple[Holding, ...]:
    """Every item of ``book``, in its order. ``own`` are those that are the child's alone: kept without words."""
    return tuple(
        Holding(kind, "" if _among(item, own) else label_of(item), marks_of(kind, item, digest), _is_hard(item))
        for kind, _, item in whole_items(book)
    )


def _is_hard(item: BookItem) -> bool:
    """Whether it is hard news, or holds some; what is said of people and places stands among the facts."""
    parts_too = () if isinstance(item, BookEntry) else every(BookItem, item)
    return any(one.hard is not None for one in (item, *parts_too))


def facts_of(book: Book, own: tuple[object, ...]) -> tuple[Fact, ...]:
    """The first words of all that is said of people and places, with whose it is; of the child's alone, none."""
    holders: list[tuple[str, object]] = [(book.child.name, book.child.names)]
    holders += [(entry.name, entry) for entry in (*book.people, *book.homes, *book.schools, *book.keepsakes)]
    holders.append(("what is new", book.what_is_new))
    found = (Fact(f"{name}: {said}", hard) for name, holder in holders for said, hard in _said(holder, own, hard=False))
    return tuple(dict.fromkeys(found))


def _said(value: object, own: tuple[object, ...], *, hard: bool) -> Iterator[tuple[str, bool]]:
    """The first words of each statement in ``value``, and of how somebody sees it; whether it is hard news."""
    if _among(value, own):
        return
    hard = hard or (isinstance(value, BookItem) and value.hard is not None)
    if isinstance(value, Statement | Account):
        if words := opening(value.says):
            yield (f"as {value.by.words} sees it: {words}" if isinstance(value, Account) else words), hard
    else:
        for inner in parts(value):
            yield from _said(inner, own, hard=hard)


def whole_items(book: Book) -> Iterator[tuple[str, int, BookItem]]:
    """The kind, the position and the item, of all that is there at all, if not to its end."""
    for kind in KINDS:
        for at, item in enumerate(getattr(book, kind)):
            if not isinstance(item, Instead):
                yield kind, at, item


def marks_of(kind: str, item: BookItem, digest: Digest) -> tuple[str, ...]:
    """By what an item is known again: its name, any of its sentences, its file."""
    said = [label_of(item), *(text.text.strip() for text in every(Text, item) if len(text.text.strip()) >= SHORTEST)]
    files = [digest(item.file)] if isinstance(item, Medium) else []
    return tuple(dict.fromkeys(_mark(kind, words) for words in (*said, *files)))


def label_of(item: BookItem) -> str:
    """A few words of an item, to know it by."""
    for field in ("title", "name", "word", "shows"):
        if words := getattr(item, field, ""):
            return str(words)
    for field in ("what", "ask", "caption"):  # never what stands in a text: a block of it may be the child's own
        if words := opening(getattr(item, field, ())):
            return words
    return getattr(item, "of", "")


def written(holdings: Holdings) -> str:
    """The text of the small file."""
    return json.dumps(asdict(holdings), ensure_ascii=False, indent=1) + "\n"


def read_holdings(file: Path) -> Holdings | None:
    """What stands in the small file; ``None`` where there is none, whatever has become of it."""
    try:
        return holdings_from(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def holdings_from(told: Any) -> Holdings:
    """What ``written`` wrote. Raises ``KeyError``, ``TypeError`` or ``ValueError`` where it is something else."""
    items = tuple(
        Holding(str(one["kind"]), str(one["label"]), tuple(map(str, one["marks"])), bool(one["hard"]))
        for one in told["items"]
    )
    facts = tuple(Fact(str(one["says"]), bool(one["hard"])) for one in told["facts"])
    since, reader = str(told.get("since", "")), str(told.get("reader", ""))
    return Holdings(str(told["edition"]), str(told["book"]), str(told["content"]), items, facts, since, reader)


def kept(memory: Path, edition: str) -> Path:
    """Where ``build`` keeps what the book of an edition holds."""
    return memory / f"held-{edition}.json"


def digests_in(story: Path) -> Digest:
    """The SHA-256 of media of ``story``, each read once; empty for what cannot be read."""
    known: dict[str, str] = {}

    def digest(file: str) -> str:
        if file not in known:
            known[file] = _digest_of(story / "media" / file)
        return known[file]

    return digest


def _digest_of(file: Path) -> str:
    """Only what is a file is read: a device has no end."""
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | _CAREFULLY), "rb") as content:
            regular = stat.S_ISREG(os.fstat(content.fileno()).st_mode)
            return hashlib.file_digest(content, "sha256").hexdigest() if regular else ""
    except OSError:
        return ""


def _among(item: object, own: tuple[object, ...]) -> bool:
    return any(item is one for one in own)


def _mark(kind: str, words: str) -> str:
    return hashlib.sha256(f"{kind}\n{words}".encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]


def _plain(value: object) -> object:
    """``value`` as JSON knows it, without what is empty."""
    if isinstance(value, Enum):
        return value.name
    if is_dataclass(value):
        inner = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"": type(value).__name__, **{name: one for name, one in inner.items() if one not in (None, "", [], {})}}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
