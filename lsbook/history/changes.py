"""What is new in a book: for the worker since it was last made, for the reader since the copy that they have."""

from __future__ import annotations

from pathlib import Path

from lsbook.history.inventory import Digest, kept, marks_of, read_holdings, whole_items, written
from lsbook.model.book import Book, Instead, New
from lsbook.model.inventory import Holding, Holdings
from lsbook.model.walk import every

KINDS = {
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
"""In the words of a worker."""


def new_for_reader(book: Book, before: Holdings, digest: Digest) -> tuple[New, ...]:
    """What stands whole in ``book`` and was in no shape in the copy that held ``before``.

    An item of which a part is still to be told is not whole. What is no longer there is never spoken of.
    """
    known = {mark for item in before.items for mark in item.marks}
    return tuple(
        New(kind, at)
        for kind, at, item in whole_items(book)
        if not any(True for _ in every(Instead, item)) and not known.intersection(marks_of(kind, item, digest))
    )


def new_for_worker(items: tuple[Holding, ...], before: Holdings | None) -> tuple[str, ...] | None:
    """A line for each item that was not there when this edition was last made; ``None`` if it never was."""
    if before is None:
        return None
    known = {item.marks[0] for item in before.items}
    return tuple(line_of(item) for item in items if item.marks[0] not in known)


def line_of(item: Holding) -> str:
    """An item in one line, for the worker."""
    return f"{KINDS.get(item.kind, item.kind)}: {item.label or 'one of the child’s own'}"


def last_made(memory: Path, edition: str) -> Holdings | None:
    """What the book of ``edition`` held when it was last made."""
    return read_holdings(kept(memory, edition))


def remember(holdings: Holdings, memory: Path) -> None:
    """Keep what a book holds now. Forgetting it harms no book, so a full disk here is no fault."""
    try:
        memory.mkdir(exist_ok=True)
        beside = kept(memory, holdings.edition).with_suffix(".new")
        beside.write_text(written(holdings), encoding="utf-8")
        beside.replace(kept(memory, holdings.edition))
    except OSError:
        return
