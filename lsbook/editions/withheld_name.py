"""A name that one edition may not say."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from lsbook.model.problem import Location


class SearchMode(StrEnum):
    """How a withheld name is looked for."""

    NAME = "name"
    """Whole, and each word of it that is somebody's own."""
    TITLE = "title"
    """Whole: it is made of words that anybody uses."""
    KEPT = "kept"
    """As the worker wrote it under ``keeps``, whoever else is called so."""


class WithheldName(Struct, frozen=True):
    """Whose name it is, where that stands, and why this edition may not say it."""

    name: str
    """Folded (``model.passage.fold_text``), as the worker wrote it."""
    owner: str
    """An id, a file, a place, or ``CHILD_ID``."""
    at: Location
    reason: str
    remedy: str
    """What may be done so that it is withheld no longer, in the words of a remedy."""
    search_mode: SearchMode = SearchMode.NAME
    is_allowed_by_name: bool = False
    """True where ``allow``, with a reason and a person, lets it be said."""
