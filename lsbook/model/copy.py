"""A copy of a book that was handed over: which edition, to whom, when, in which form, and who agreed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from lsbook.model.place import Place


@dataclass(frozen=True)
class Copy:
    """One entry of ``work/copies.yaml``. Empty texts were not said."""

    id: str
    on: date
    edition: str
    form: str
    book: str
    """The SHA-256 of the book's own list: two books with the same one are the same book."""
    stands: str = ""
    """The SHA-256 of what stands where it was put: of its list, or of the one file."""
    given_to: str = ""
    by: str = ""
    approved_by: str = ""
    """Who approved the edition in story.yaml, and when."""
    second_reader: str = ""
    child_asked: str = ""
    hint: str = ""
    """Of a locked book: what helps the reader to remember the passphrase. Never the passphrase."""
    reason: str = ""
    """Why it was handed over without what the policy asks for."""
    instead_of: str = ""
    """The lost copy that this one takes the place of."""
    replaces: str = ""
    """The copy that stood in the same place, and is no more."""
    lost: date | None = None
    returned: date | None = None
    """The day on which it came back to those who gave it."""
    destroyed: date | None = None
    at: Place = field(default_factory=lambda: Place(""))
    """Where it stands in the log."""

    @property
    def gone(self) -> bool:
        """Its reader has it no more."""
        return bool(self.lost or self.returned or self.destroyed)
