"""What is new in a book: for the worker since it was last made, for the reader since the copy that they have."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lsbook.cache.folder import locate_inventory
from lsbook.files.atomic import write_atomically
from lsbook.history.inventory import (
    CONTENT_SCHEME,
    Digester,
    format_inventory,
    iterate_items,
    make_marks,
    read_inventory,
)
from lsbook.model.book import Book, NewItem, Placeholder
from lsbook.model.build import WorkerNews
from lsbook.model.inventory import Inventory, InventoryItem
from lsbook.model.vocabulary import ItemKind
from lsbook.model.walk import find_all

KIND_LABELS: Mapping[str, str] = {
    ItemKind.CHAPTERS: "chapter",
    ItemKind.LETTERS: "letter",
    ItemKind.PEOPLE: "person",
    ItemKind.HOMES: "home",
    ItemKind.SCHOOLS: "school",
    ItemKind.KEEPSAKES: "keepsake",
    ItemKind.MOMENTS: "moment",
    ItemKind.ABOUT_ME: "about me",
    ItemKind.QUESTIONS: "question",
    ItemKind.MEDIA: "picture or recording",
    ItemKind.WORDS: "word",
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


def list_news_for_worker(now: Inventory, before: Inventory | None) -> WorkerNews | None:
    """What is new, changed and gone since this edition was last made; ``None`` if it never was."""
    if before is None:
        return None
    new: list[str] = []
    changed: list[str] = []
    left = list(before.items)
    for item in now.items:
        old = _find_old_item(item, left)
        if old is None:
            new.append(describe_item(item))
            continue
        left.remove(old)
        if old.content.startswith(CONTENT_SCHEME) and old.content != item.content:
            changed.append(describe_item(item))
    if now.content != before.content and not (new or changed or left):
        changed.append("what the book says of the child, or how it is set up")
    return WorkerNews(tuple(new), tuple(changed), tuple(map(describe_item, left)))


def _find_old_item(item: InventoryItem, before: list[InventoryItem]) -> InventoryItem | None:
    """Return what an item was before: of the same name, else what shares a sentence or its file with it."""
    same = (old for old in before if old.marks[0] == item.marks[0])
    alike = (old for old in before if set(old.marks[1:]) & set(item.marks[1:]))
    return next(same, None) or next(alike, None)


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
