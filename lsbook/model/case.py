"""A case: what the work around one story needs to know of it, and what stands in its ``work/``.

Nothing of it is the child's own (only-me), and nothing is a word of what is held back.
"""

from __future__ import annotations

import hashlib
from datetime import date

from msgspec import Struct, field

from lsbook.model.work import WorkPlan, WorkRecords
from lsbook.model.work_vocabulary import BookPart, ChangeKind


class HeldItem(Struct, frozen=True):
    """Something held back that is to be looked at again: where it stands, and until when. No word of it."""

    path: str
    line: int
    look_again: date


class Change(Struct, frozen=True):
    """Something after which a book is out of date. ``is_hard``: nothing says what it was."""

    kind: ChangeKind
    day: date
    is_hard: bool = False


class KnownKeepsake(Struct, frozen=True):
    """A keepsake of the child's book that is somewhere, with the day from which that was known."""

    id: str
    name: str
    day: date | None


class StoryFacts(Struct, frozen=True):
    """What a story says, as far as the work around it needs it. Days are the earliest that a date may mean."""

    name: str
    pronouns: str = ""
    child_key: str = ""
    """A digest of name and birth date, by which one child is known whose story lies in two folders."""
    plan: str = ""
    language: str = "en-GB"
    band: str = ""
    """The edition that holds the telling age."""
    changes: tuple[Change, ...] = ()
    first_told: date | None = None
    """When somebody first told the child something hard."""
    about_me_days: tuple[date, ...] = ()
    """The days in about-me.yaml, in their order."""
    questions_asked: tuple[date, ...] = ()
    held: tuple[HeldItem, ...] = ()
    keepsakes: tuple[KnownKeepsake, ...] = ()
    parts: tuple[BookPart, ...] = ()
    """What of a full book the child's book shows, at the telling age."""
    names: tuple[tuple[str, str], ...] = ()
    """The names of people whom the child's book shows, by id."""
    unsayable: tuple[str, ...] = ()
    """Digests of the pages and people who are named in ``work/``, and whom no list of what is due may name."""

    @property
    def initials(self) -> str:
        """Return the first letters of the name."""
        return "".join(word[0] for word in self.name.split())

    def find_name(self, who: str) -> str:
        """Return the name of the person whom an id or a name means; empty for one who may not be named."""
        known = dict(self.names)
        if who in known or who in known.values():
            return known.get(who, who)
        return "" if is_id_like(who) or digest_name(who) in self.unsayable else who

    def find_last_move(self, today: date) -> date | None:
        """Return since when the child lives where they live on ``today``."""
        moves = (change.day for change in self.changes if change.kind is ChangeKind.MOVE and change.day <= today)
        return max(moves, default=None)


def digest_name(name: str) -> str:
    """Return the digest by which a name is known that may not be said."""
    return hashlib.sha256(" ".join(name.split()).casefold().encode()).hexdigest()[:16]


def is_id_like(text: str) -> bool:
    """Return whether ``text`` is written as an id is: small letters, numbers and hyphens."""
    return bool(text) and all(letter in "abcdefghijklmnopqrstuvwxyz0123456789-" for letter in text)


class Discrepancy(Struct, frozen=True):
    """What a story and the authority's own list of children say of the same ``key``, and not in the same words."""

    key: str
    ours: str
    listed: str

    def __str__(self) -> str:
        return f"which is right? {self.key}: {self.ours} here, {self.listed}"


class Case(Struct, frozen=True):
    """One child's story with the work around it. ``plan`` is that of ``work/``, filled from the list of children."""

    facts: StoryFacts
    records: WorkRecords = field(default_factory=WorkRecords)
    plan: WorkPlan = field(default_factory=WorkPlan)
    differences: tuple[Discrepancy, ...] = ()
    """Where the list of children and work/plan.yaml differ."""
