"""What a story is made from, and what comes out: texts by their paths, and media by what they are to be made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from lsbook.model.book import Book
from lsbook.model.edition import Policy


class BookSource(Struct, frozen=True):
    """A Book with what its reader may know beside it: the policy, which is no part of any child's story.

    ``shipped`` is the policy that comes with lsbook: only what differs from it is written. ``private_values`` are the
    values in the Book that are the child's alone. ``cleared`` are words in it that look like an identifier and may
    stand. ``made_by`` hands the copy over.
    """

    book: Book
    policy: Policy
    shipped: Policy
    made_on: date
    private_values: tuple[object, ...] = ()
    cleared: tuple[str, ...] = ()
    made_by: str = ""
    suffixes: Mapping[int, str] = field(default_factory=dict)
    """What the file of a medium ends with (``.jpg``), by its position in the Book; none for what could not be shown."""


class StoryFiles(Struct, frozen=True):
    """``texts`` by their paths in the story. ``media`` maps a position in ``Book.media`` to a name under ``media/``."""

    texts: Mapping[str, str]
    media: Mapping[int, str]
