"""What was made of the last book of an edition, in a process that stays: what is made from the same is not made again.

While something is made, it is watched which fields of the Book are read. What was made stays good as long as these are
as they were, and so is all the rest that pages are made from (``_describe_surroundings``): nobody has to say what
depends on what, and what nobody has seen is never taken for the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import asdict, replace

from lsbook.model.book import Book
from lsbook.pages.layout.context import PageContext

T = TypeVar("T")
_FIELDS = frozenset(Book.__struct_fields__)
_APART = ("book", "images", "entry_points", "recall", "drawings", "_hrefs")
"""Fields of a context that are not compared as they are: nothing that is made depends on the last three."""


class _WatchedBook(Book, frozen=True, dict=True):
    """A Book that notes which of its fields somebody reads."""

    def __getattribute__(self, name: str) -> object:
        if name in _FIELDS:
            self.__dict__["read"].add(name)
        return super().__getattribute__(name)


def _describe_surroundings(context: PageContext) -> list[object]:
    """Return all that pages are made from, beside the Book and their templates: whatever ``context`` holds.

    The maker of images holds the Book and the renditions; doors stand in the order in which they are met.
    """
    others = [name for name in PageContext.__struct_fields__ if name not in _APART]
    return [
        context.images.renditions,
        list(context.entry_points.items()),
        *(getattr(context, name) for name in others),
    ]


class _Made(Struct, frozen=True):
    """Something that was made of ``subject``, and the fields of the Book that were read on the way."""

    subject: object
    read: frozenset[str]
    inside: frozenset[str]
    """The names of what was made on the way."""
    value: object


class SiteMemory:
    """What was made of one book. One thread uses it at a time."""

    def __init__(self) -> None:
        self._surroundings: list[object] = []
        self._book: Book | None = None
        self._read: set[str] = set()
        self._made: dict[str, _Made] = {}
        self._asked: set[str] = set()

    def watch(self, book: Book) -> Book:
        """Return ``book`` so that it is noted what is read in it. It is the one that the next pages are made from."""
        watched = _WatchedBook(**asdict(book))
        self._read = watched.__dict__["read"] = set()
        self._forget(self._list_changed_fields(book))
        self._book = book
        return watched

    def begin(self, context: PageContext) -> PageContext:
        """Begin to make the pages of the watched book, in ``context``, and return it as one that remembers."""
        surroundings = _describe_surroundings(context)
        if surroundings != self._surroundings:
            self._made = {}
        self._surroundings = surroundings
        return replace(context, recall=self.recall)

    def recall(self, name: str, subject: object, make: Callable[[], T]) -> T:
        """Return what ``make`` makes of ``subject`` and of the watched book, from the last time if both are the same.

        ``name`` is its own; what is made depends on nothing else but what ``begin`` was told.
        """
        known = self._made.get(name)
        if known is None or known.subject != subject:
            with _note(self._read) as read, _note(self._asked) as inside:
                value = make()
            known = self._made[name] = _Made(subject, frozenset(read), frozenset(inside), value)
        self._read |= known.read
        self._asked |= {name, *known.inside}
        return cast(T, known.value)

    def _list_changed_fields(self, book: Book) -> frozenset[str]:
        if self._book is None:
            return _FIELDS
        before = self._book
        return frozenset(name for name in _FIELDS if getattr(before, name) != getattr(book, name))

    def _forget(self, changed: frozenset[str]) -> None:
        """Forget what was made from what has ``changed``, and what the last book had no use for."""
        asked = {name: known for name, known in self._made.items() if name in self._asked}
        self._made = {name: known for name, known in asked.items() if not known.read & changed}
        self._asked = set()


@contextmanager
def _note(names: set[str]) -> Iterator[set[str]]:
    """Give a set that holds, in the end, what came into ``names`` meanwhile."""
    before = set(names)
    names.clear()
    fresh: set[str] = set()
    try:
        yield fresh
    finally:
        fresh |= names
        names |= before
