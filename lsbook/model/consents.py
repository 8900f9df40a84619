"""What people agreed to when a copy of a book is handed over."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Consents(Struct, frozen=True):
    """What is said at the handing over. ``reason``: why it goes without what the policy asks for."""

    by: str = ""
    second_reader: str = ""
    child_asked: date | None = None
    reason: str = ""
    also_reads: str = ""
    """Who else will read the copy where it goes; "nobody" where somebody has asked."""
