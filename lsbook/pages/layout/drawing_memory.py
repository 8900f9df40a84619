"""Drawings that need not be made again: kept with the pages of the edition, by all that they are drawn from."""

from __future__ import annotations

import hashlib
import pickle  # to tell subjects apart: nothing is ever read back from it
from collections.abc import Callable

from msgspec import Struct

from lsbook.cache.page_store import PageStore, StoredPage


class DrawingMemory(Struct, frozen=True):
    """``store`` holds what was drawn as long as lsbook is as ``state`` says; without one, everything is drawn."""

    store: PageStore | None = None
    state: str = ""

    def recall(self, subject: object, draw: Callable[[], str]) -> str:
        """Return the text that ``draw`` makes of ``subject``, and of nothing else."""
        if self.store is None or not self.state:
            return draw()
        content = pickle.dumps(("drawing", self.state, subject), protocol=5)
        key = hashlib.sha256(content).hexdigest()
        known = self.store.load(key)
        if known is None:
            known = StoredPage(draw(), frozenset(), "")
            self.store.store(key, known)
        return known.html


NO_DRAWINGS = DrawingMemory()
"""Draws everything."""
