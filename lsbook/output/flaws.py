"""What is wrong with a book that lsbook itself has made."""

from __future__ import annotations

from msgspec import Struct


class Flaw(Struct, frozen=True):
    """``path`` is a file of the book, with forward slashes; ``line`` counts from 1 (0: the file)."""

    path: str
    line: int
    what: str
