"""What a Book says, piece by piece, with where each piece stands in the story. It never goes past the wall."""

from __future__ import annotations

from dataclasses import dataclass

from lsbook.model.item import Item
from lsbook.model.place import Place


@dataclass(frozen=True)
class Said:
    """A paragraph, a title, a name or a source: ``words`` as a reader reads them, without markup."""

    words: str
    at: Place
    """Where the innermost item around it begins."""
    around: tuple[Item, ...]
    """The items in which it stands, the outermost first."""
