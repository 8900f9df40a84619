"""What is new in a book since the worker last made it. Kept in the story's ``.lsbook/``, told to the worker only."""

from __future__ import annotations

import json
from pathlib import Path

from lsbook.model.book import Book, Instead
from lsbook.model.item import opening

_KINDS = {
    "chapters": "chapter",
    "letters": "letter",
    "people": "person",
    "homes": "home",
    "schools": "school",
    "keepsakes": "keepsake",
    "moments": "moment",
    "about_me": "about me",
    "questions": "question",
    "media": "picture or recording",
    "words": "word",
}


def contents(book: Book) -> tuple[str, ...]:
    """One line for each item: its kind and its first words."""
    lines = []
    for field, kind in _KINDS.items():
        for item in getattr(book, field):
            if not isinstance(item, Instead):
                lines.append(f"{kind}: {_label(item)}")
    return tuple(lines)


def _label(item: object) -> str:
    for field in ("title", "name", "word", "shows"):
        if words := getattr(item, field, ""):
            return str(words)
    for field in ("what", "ask", "caption", "inside"):
        if words := opening(getattr(item, field, ())):
            return words
    return getattr(item, "of", "") or "one more"


def new_since_last(book: Book, memory: Path) -> tuple[str, ...] | None:
    """Lines of ``contents`` that were not there when this edition was last made; ``None`` if it never was."""
    try:
        last = set(json.loads(_file(book, memory).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, RecursionError):  # whatever has become of it
        return None
    return tuple(line for line in contents(book) if line not in last)


def remember(book: Book, memory: Path) -> None:
    """Keep what this edition holds now. Forgetting it harms no book, so a full disk here is no fault."""
    try:
        memory.mkdir(exist_ok=True)
        _file(book, memory).write_text(json.dumps(contents(book), ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError:
        return


def _file(book: Book, memory: Path) -> Path:
    return memory / f"last-{book.edition.name}.json"
