"""A walk through a Book: every item that is hard news, and the page it would stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from lsbook.model.book import AboutMe, Book, BookItem, Chapter, Medium, Person
from lsbook.pages.pictures import Pictures


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


def hard_news(book: Book, pictures: Pictures) -> tuple[Hard, ...]:
    """Every hard item once, in the order of the Book; a picture that could not be made is not there at all."""
    found: dict[BookItem, Hard] = {}
    for hard in _all(book):
        if not isinstance(hard.item, Medium) or pictures.usable(hard.item):
            found.setdefault(hard.item, hard)
    return tuple(found.values())


def kinds(book: Book) -> frozenset[type]:
    """The types of everything in a Book that is not hard news."""
    return frozenset(type(value) for value in _values(book))


def _all(book: Book) -> Iterator[Hard]:
    yield from _within(book.child.names, "about-me")
    for field, page in PAGES.items():
        for at, item in enumerate(getattr(book, field)):
            stands = "hopes" if isinstance(item, AboutMe) and item.of == "hope" else page
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


def _values(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for one in value:
            yield from _values(one)
    elif is_dataclass(value) and not (isinstance(value, BookItem) and value.hard):
        yield value
        for field in fields(value):
            yield from _values(getattr(value, field.name))
