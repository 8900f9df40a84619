"""What a finished book holds, kept small: to say what is new, what a lost copy tells, what is out of date."""

from __future__ import annotations

from msgspec import Struct


class InventoryItem(Struct, frozen=True):
    """One item of a Book. ``marks`` are digests: of its kind and name first, then of its sentences and its file."""

    kind: str
    """A field of a Book: ``people``, ``chapters``."""
    label: str
    """A few of its words. Empty for what is the child's own: it stands in the child's book and nowhere else."""
    marks: tuple[str, ...]
    hard: bool = False
    """Hard news."""
    content: str = ""
    """A digest of all that it says and shows, with its scheme; empty in what an older lsbook kept."""


class Fact(Struct, frozen=True):
    """What is told of somebody or some place: whose it is, and the first words."""

    says: str
    hard: bool = False


class Inventory(Struct, frozen=True):
    """``book`` is the SHA-256 of the finished book's list; ``content`` that of the Book without date and news."""

    edition: str
    book: str
    content: str
    items: tuple[InventoryItem, ...]
    facts: tuple[Fact, ...] = ()
    since: str = ""
    """The day of the copy since which its book says what is new; empty where it says nothing of that."""
    reader: str = ""
    """To whom that copy was given."""
