"""Pictures that stand above words: an authority's own symbols, for readers who read with them."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from lsbook.model.problem import Location

SYMBOLS_FOLDER = "symbols"
"""In a folder of templates: the list, and the pictures that it names."""


class Symbol(Struct, frozen=True):
    """A word with its picture, as the list has it."""

    words: tuple[str, ...]
    """The word, and other forms of it."""
    templates: Path
    """The folder of templates in whose ``symbols/`` the picture lies."""
    picture: str
    at: Location


class SymbolPicture(Struct, frozen=True):
    """A symbol that a book can show. ``name`` comes from its content, and says nothing of the file that it was."""

    words: tuple[str, ...]
    name: str
    content: str | Path
    """The whole of a drawing; of a photo the file in which its rendition lies."""
