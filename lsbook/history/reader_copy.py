"""The copy that the reader of a new book has already, and what is new for them since."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from lsbook.history.changes import find_news_for_reader
from lsbook.history.copy_contents import CopyRecord, find_last_copy
from lsbook.history.inventory import Digester
from lsbook.model.book import Book
from lsbook.model.edition import CHILD


def find_reader_copy(
    book: Book, copies: Collection[CopyRecord], bands: Collection[str], reader: str
) -> CopyRecord | None:
    """Return the copy that the reader of ``book`` has; ``None`` where they have none, or nobody can say who they are.

    The child's editions, ``bands``, have one reader; of others it is known by the name ``reader``. Where nobody says
    for whom the book is, and more than one has, or had, a copy, it is nobody's: of two families neither is told what
    the other has.
    """
    for_child = book.edition.reader == CHILD
    editions = frozenset(bands) if for_child else frozenset({book.edition.name})
    candidates = tuple(copy for copy in copies if copy.inventory.edition in editions)
    if reader:
        candidates = tuple(copy for copy in candidates if copy.given_to.casefold() == reader.casefold())
    elif not for_child and _count_readers(candidates) > 1:
        return None
    return find_last_copy(candidates, editions, book.made_on)


def _count_readers(copies: Collection[CopyRecord]) -> int:
    """Return how many people have had these copies. Each copy without a name may have gone to somebody else."""
    names = {copy.given_to.casefold() for copy in copies if copy.given_to}
    return len(names) + sum(not copy.given_to for copy in copies)


def add_news(book: Book, last: CopyRecord | None, digest: Digester) -> Book:
    """Return ``book`` with what is new in it since the copy ``last``; the same book where there is none."""
    if last is None:
        return book
    return replace(book, since=last.on, news=find_news_for_reader(book, last.inventory, digest))
