"""A walk through a Book: every item that is hard news, and the page it would stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass

from lsbook.model.book import AboutMe, Book, BookItem, Chapter, Medium, Person
from lsbook.model.vocabulary import AboutMeKind
from lsbook.model.walk import list_fields
from lsbook.pages.layout.pictures import ImageMaker


@dataclass(frozen=True)
class SensitiveItem:
    """``stands`` is the key of the page on which a heads-up stands for it: a page, or the page of another hard item."""

    item: BookItem
    parent: str | BookItem


PAGE_KEYS = {
    "about_me": "about-me",
    "people": "people",
    "homes": "homes",
    "schools": "schools",
    "moments": "timeline",
    "keepsakes": "keepsakes",
    "questions": "questions",
    "media": "photos",
    "words": "words",
    "chapters": "contents",
    "letters": "letters",
}
"""Where each part of a Book stands."""
NO_PAGE = ""
"""A picture that is in no album has no page to come back to but the contents."""
PICTURE_FIELDS = frozenset({"photo", "photos", "scan", "medium", "media", "read_aloud"})
"""Fields that hold positions in ``Book.media``."""


def find_sensitive_items(book: Book, images: ImageMaker) -> tuple[SensitiveItem, ...]:
    """Every hard item once, in the order of the Book; a picture that could not be made is not there at all."""
    by_item: dict[BookItem, SensitiveItem] = {}
    for sensitive in _iter_items(book):
        if not isinstance(sensitive.item, Medium) or images.is_usable(sensitive.item):
            by_item.setdefault(sensitive.item, sensitive)
    return tuple(by_item.values())


def collect_pictures(value: object) -> Iterator[int]:
    """The pictures of anything that is not hard news itself, as positions in ``Book.media``, in their order."""
    for at, behind in _iter_pictures(value, is_sensitive=False):
        if not behind:
            yield at


def find_sensitive_pictures(book: Book) -> frozenset[int]:
    """Pictures that stand in hard news and nowhere else: the scan of a hard letter is in no album."""
    everything = (book.child, book.what_is_new, *(getattr(book, field) for field in PAGE_KEYS if field != "media"))
    seen = frozenset(_iter_pictures(everything, is_sensitive=False))
    open_ones = {at for at, behind in seen if not behind} | {book.cover, book.child.photo}
    return frozenset(at for at, _ in seen if at not in open_ones)


def collect_types(book: Book) -> frozenset[type]:
    """The types of everything in a Book that is not hard news."""
    return frozenset(type(value) for value in _iter_values(book))


def _iter_items(book: Book) -> Iterator[SensitiveItem]:
    yield from _iter_item(book.child.names, "about-me")
    yield from _iter_item(book.what_is_new, "about-book")
    behind = find_sensitive_pictures(book)
    for field, page in PAGE_KEYS.items():
        for at, item in enumerate(getattr(book, field)):
            stands = "hopes" if isinstance(item, AboutMe) and item.category is AboutMeKind.HOPE else page
            if field == "media" and at in behind:
                stands = NO_PAGE
            if getattr(item, "heads_up", None):
                yield SensitiveItem(item, stands)
                yield from _iter_parts(item, item)
            elif isinstance(item, Person):
                yield from _iter_parts(item, f"person {at}")
            elif isinstance(item, Chapter):
                yield from _iter_parts(item, f"chapter {at}")
            else:
                yield from _iter_parts(item, stands)


def _iter_item(value: object, parent: str | BookItem) -> Iterator[SensitiveItem]:
    if isinstance(value, BookItem) and value.heads_up:
        yield SensitiveItem(value, parent)
        parent = value
    yield from _iter_parts(value, parent)


def _iter_parts(value: object, parent: str | BookItem) -> Iterator[SensitiveItem]:
    if isinstance(value, tuple):
        for part in value:
            yield from _iter_item(part, parent)
    else:
        for _, inner in list_fields(value):
            yield from _iter_item(inner, parent)


def _iter_pictures(value: object, *, is_sensitive: bool) -> Iterator[tuple[int, bool]]:
    is_sensitive = is_sensitive or (isinstance(value, BookItem) and value.heads_up is not None)
    if isinstance(value, tuple):
        for part in value:
            yield from _iter_pictures(part, is_sensitive=is_sensitive)
    else:
        for name, inner in list_fields(value):
            if name in PICTURE_FIELDS:
                yield from (
                    (at, is_sensitive) for at in (inner if isinstance(inner, tuple) else (inner,)) if at is not None
                )
            else:
                yield from _iter_pictures(inner, is_sensitive=is_sensitive)


def _iter_values(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for part in value:
            yield from _iter_values(part)
    elif is_dataclass(value) and not (isinstance(value, BookItem) and value.heads_up):
        yield value
        for _, inner in list_fields(value):
            yield from _iter_values(inner)
