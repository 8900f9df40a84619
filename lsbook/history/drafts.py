"""A chosen book about to be made, with what is new in it for its reader, and what it holds once it is finished."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lsbook.editions import Choice
from lsbook.history.copy_contents import CopyRecord, read_copy_records
from lsbook.history.inventory import Digester, digest_content, list_facts, list_items
from lsbook.history.reader_copy import add_news, find_reader_copy
from lsbook.model.book import Book
from lsbook.model.build import BuildRequest, PublishedBook
from lsbook.model.edition import Policy
from lsbook.model.inventory import Inventory


@dataclass(frozen=True)
class Draft:
    """A chosen book about to be made, with what is new in it since the ``last`` copy that its reader has."""

    choice: Choice
    book: Book
    last: CopyRecord | None


def make_drafts(
    choices: Iterable[Choice], policy: Policy, request: BuildRequest, digest: Digester
) -> tuple[Draft, ...]:
    """Return the draft of every chosen book. ``digest`` gives the SHA-256 of a medium."""
    copies, bands = read_copy_records(request.story), [band.name for band in policy.bands]
    lasts = [(choice, find_reader_copy(choice.book, copies, bands, request.reader)) for choice in choices]
    return tuple(Draft(choice, add_news(choice.book, last, digest), last) for choice, last in lasts)


def take_inventory(draft: Draft, published: PublishedBook, digest: Digester) -> Inventory:
    """Return what the finished book holds, by the Book it was made from, and since when and for whom it has news."""
    book, private = draft.choice.book, draft.choice.private_values
    last = draft.last if draft.book.news else None
    return Inventory(
        book.edition.name,
        published.digest,
        digest_content(book, digest),
        list_items(book, private, digest),
        list_facts(book, private),
        last.on.isoformat() if last else "",
        last.given_to if last else "",
    )
