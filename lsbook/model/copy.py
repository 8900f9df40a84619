"""A copy of a book that was handed over: which edition, to whom, when, in which format, and who agreed."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from lsbook.model.problem import Location
from lsbook.model.vocabulary import CopyOutcome


class Copy(Struct, frozen=True):
    """One entry of ``work/copies.yaml``. Empty texts were not said."""

    id: str
    on: date
    edition: str
    copy_format: str
    """A ``CopyFormat``, or whatever a person wrote."""
    book: str
    """The SHA-256 of the book's own list: two books with the same one are the same book."""
    copy_digest: str = ""
    """The SHA-256 of what stands where it was put: of its list, or of the one file."""
    given_to: str = ""
    by: str = ""
    unlocked_by: str = ""
    """Who chose that it goes unlocked: a person, or the policy."""
    approved_by: str = ""
    """Who approved the edition in story.yaml, and when."""
    second_reader: str = ""
    child_asked: str = ""
    also_reads: str = ""
    """Who else reads it where it went."""
    hint: str = ""
    """Of a locked book: what helps the reader to remember the passphrase. Never the passphrase."""
    reason: str = ""
    """Why it was handed over without what the policy asks for."""
    instead_of: str = ""
    """The lost copy that this one takes the place of."""
    replaces: str = ""
    """The copy that stood in the same place, and is no more."""
    events: tuple[tuple[CopyOutcome, date], ...] = ()
    """What became of it, in its order, and the day."""
    at: Location = field(default_factory=lambda: Location(""))
    """Where it stands in the log."""

    @property
    def is_gone(self) -> bool:
        """Its reader has it no more."""
        return bool(self.events)

    @property
    def lost_on(self) -> date | None:
        """The day on which it was lost the last time, whether it came back or not."""
        return next((day for what, day in reversed(self.events) if what is CopyOutcome.LOST), None)
