"""A copy of a book that was handed over: which edition, to whom, when, in which form, and who agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Copy:
    """One entry of ``work/copies.yaml``. Empty texts were not said."""

    id: str
    on: date
    edition: str
    form: str
    book: str
    """The SHA-256 of the book's own list: two books with the same one are the same book."""
    given_to: str = ""
    by: str = ""
    second_reader: str = ""
    child_asked: str = ""
    hint: str = ""
    """Of a locked book: what helps the reader to remember the passphrase. Never the passphrase."""
    reason: str = ""
    """Why it was handed over without what the policy asks for."""
    lost: date | None = None
