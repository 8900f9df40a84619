"""A walk through a Book: every item that is hard news, and the page it would stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from lsbook.model.book import AboutMe, Book, BookItem, Chapter, Medium, Person
from lsbook.pages.layout.pictures import Pictures


@dataclass(frozen=True)
class Hard:
    """``stands`` is the key of the page on which a heads-up stands for it: a page, or the page of another hard item."""

    item: BookItem
    stands: str | BookItem


PAGES = {
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
NOWHERE = ""
"""A picture that is in no album has no page to come back to but the contents."""
PICTURES = frozenset({"photo", "photos", "scan", "medium", "media", "read_aloud"})
"""Fields that hold positions in ``Book.media``."""


def hard_news(book: Book, pictures: Pictures) -> tuple[Hard, ...]:
    """Every hard item once, in the order of the Book; a picture that could not be made is not there at all."""
    found: dict[BookItem, Hard] = {}
    for hard in _all(book):
        if not isinstance(hard.item, Medium) or pictures.usable(hard.item):
            found.setdefault(hard.item, hard)
    return tuple(found.values())


def pictured(value: object) -> Iterator[int]:
    """The pictures of anything that is not hard news itself, as positions in ``Book.media``, in their order."""
    for at, behind in _pictured(value, behind=False):
        if not behind:
            yield at


def behind_doors(book: Book) -> frozenset[int]:
    """Pictures that stand in hard news and nowhere else: the scan of a hard letter is in no album."""
    everything = (book.child, book.what_is_new, *(getattr(book, field) for field in PAGES if field != "media"))
    seen = frozenset(_pictured(everything, behind=False))
    open_ones = {at for at, behind in seen if not behind} | {book.cover, book.child.photo}
    return frozenset(at for at, _ in seen if at not in open_ones)


def kinds(book: Book) -> frozenset[type]:
    """The types of everything in a Book that is not hard news."""
    return frozenset(type(value) for value in _values(book))


def _all(book: Book) -> Iterator[Hard]:
    yield from _within(book.child.names, "about-me")
    yield from _within(book.what_is_new, "about-book")
    behind = behind_doors(book)
    for field, page in PAGES.items():
        for at, item in enumerate(getattr(book, field)):
            stands = "hopes" if isinstance(item, AboutMe) and item.of == "hope" else page
            if field == "media" and at in behind:
                stands = NOWHERE
            if getattr(item, "hard", None):
                yield Hard(item, stands)
                yield from _parts(item, item)
            elif isinstance(item, Person):
                yield from _parts(item, f"person {at}")
            elif isinstance(item, Chapter):
                yield from _parts(item, f"chapter {at}")
            else:
                yield from _parts(item, stands)


def _within(value: object, stands: str | BookItem) -> Iterator[Hard]:
    if isinstance(value, BookItem) and value.hard:
        yield Hard(value, stands)
        stands = value
    yield from _parts(value, stands)


def _parts(value: object, stands: str | BookItem) -> Iterator[Hard]:
    if isinstance(value, tuple):
        for one in value:
            yield from _within(one, stands)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _within(getattr(value, field.name), stands)


def _pictured(value: object, *, behind: bool) -> Iterator[tuple[int, bool]]:
    behind = behind or (isinstance(value, BookItem) and value.hard is not None)
    if isinstance(value, tuple):
        for one in value:
            yield from _pictured(one, behind=behind)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name in PICTURES:
                yield from ((at, behind) for at in (inner if isinstance(inner, tuple) else (inner,)) if at is not None)
            else:
                yield from _pictured(inner, behind=behind)


def _values(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for one in value:
            yield from _values(one)
    elif is_dataclass(value) and not (isinstance(value, BookItem) and value.hard):
        yield value
        for field in fields(value):
            yield from _values(getattr(value, field.name))
