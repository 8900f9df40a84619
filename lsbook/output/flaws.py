"""What is wrong with a book that lsbook itself has made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Flaw:
    """``path`` is a file of the book, with forward slashes; ``line`` counts from 1 (0: the file)."""

    path: str
    line: int
    what: str
