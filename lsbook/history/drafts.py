"""A chosen book about to be made, with what is new in it for its reader, and what it holds once it is finished."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from lsbook.editions import Choice
from lsbook.history.changes import list_news_for_worker
from lsbook.history.copy_contents import CopyRecord, read_copy_records
from lsbook.history.inventory import Digester, digest_content, list_facts, list_items
from lsbook.history.reader_copy import add_news, find_reader_copy
from lsbook.model.book import Book
from lsbook.model.build import BuildRequest, PublishedBook, WorkerNews
from lsbook.model.edition import Policy
from lsbook.model.inventory import Inventory
from lsbook.model.media import Renditions
from lsbook.model.problem import Problem


class Draft(Struct, frozen=True):
    """A chosen book about to be made, with what is new in it since the ``last`` copy that its reader has."""

    choice: Choice
    book: Book
    last: CopyRecord | None


class BookPlan(NamedTuple):
    """The books about to be made, what speaks against others, and what is to be looked at in either."""

    drafts: tuple[Draft, ...]
    renditions: Renditions
    refusals: list[Problem]
    findings: tuple[Problem, ...]

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Return all that the books are made in spite of."""
        return (*self.findings, *self.renditions.problems)

    def select_lasting_warnings(self, of_story: tuple[Problem, ...]) -> tuple[Problem, ...] | None:
        """Return the warnings that the same build gives again; ``None`` where a medium may be shown another time.

        ``of_story`` are those of the story itself. How media are opened is said only when one is.
        """
        if any(medium.may_pass for medium in self.renditions.unusable):
            return None
        return (*of_story, *(self.warnings if self.renditions.unusable else self.findings))


def make_drafts(
    choices: Iterable[Choice], policy: Policy, request: BuildRequest, digest: Digester
) -> tuple[Draft, ...]:
    """Return the draft of every chosen book. ``digest`` gives the SHA-256 of a medium."""
    copies, bands = read_copy_records(request.story), [band.name for band in policy.bands]
    lasts = [(choice, find_reader_copy(choice.book, copies, bands, request.reader)) for choice in choices]
    return tuple(Draft(choice, add_news(choice.book, last, digest), last) for choice, last in lasts)


def list_news_since_build(choice: Choice, before: Inventory | None, digest: Digester) -> WorkerNews | None:
    """Return what is new, changed and gone since a book was made, without making it; ``None`` where it never was.

    ``choice`` is the book as a second reader reads it. Of what is the child's own nothing is said.
    """
    if before is None:
        return None
    book = choice.draft
    items = list_items(book, choice.private_values, digest)
    known = tuple(item for item in before.items if item.label)
    now = Inventory(book.edition.name, "", "", tuple(item for item in items if item.label), ())
    return list_news_for_worker(now, replace(before, items=known, content=""))


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
