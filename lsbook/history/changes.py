"""What is new in a book: for the worker since it was last made, for the reader since the copy that they have."""

from __future__ import annotations

from pathlib import Path

from lsbook.cache.folder import locate_inventory
from lsbook.files.atomic import write_atomically
from lsbook.history.inventory import (
    Digester,
    format_inventory,
    iterate_items,
    make_marks,
    read_inventory,
)
from lsbook.model.book import Book, NewItem, Placeholder
from lsbook.model.inventory import Inventory, InventoryItem
from lsbook.model.walk import find_all

KIND_LABELS = {
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


def find_news_for_reader(book: Book, before: Inventory, digest: Digester) -> tuple[NewItem, ...]:
    """What stands whole in ``book`` and was in no shape in the copy that held ``before``.

    An item of which a part is still to be told is not whole. What is no longer there is never spoken of.
    """
    known = {mark for item in before.items for mark in item.marks}
    return tuple(
        NewItem(kind, at)
        for kind, at, item in iterate_items(book)
        if not any(True for _ in find_all(Placeholder, item)) and not known.intersection(make_marks(kind, item, digest))
    )


def list_news_for_worker(items: tuple[InventoryItem, ...], before: Inventory | None) -> tuple[str, ...] | None:
    """A line for each item that was not there when this edition was last made; ``None`` if it never was."""
    if before is None:
        return None
    known = {item.marks[0] for item in before.items}
    return tuple(describe_item(item) for item in items if item.marks[0] not in known)


def describe_item(item: InventoryItem) -> str:
    """An item in one line, for the worker."""
    return f"{KIND_LABELS.get(item.kind, item.kind)}: {item.label or 'one of the child’s own'}"


def read_last_inventory(cache_folder: Path, edition: str) -> Inventory | None:
    """What the book of ``edition`` held when it was last made."""
    return read_inventory(locate_inventory(cache_folder, edition))


def save_inventory(inventory: Inventory, cache_folder: Path) -> None:
    """Keep what a book holds now. Forgetting it harms no book, so a full disk here is no fault."""
    try:
        write_atomically(locate_inventory(cache_folder, inventory.edition), format_inventory(inventory).encode("utf-8"))
    except OSError:
        return
