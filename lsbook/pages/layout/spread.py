"""One spread of a picture book as data, before it has an address."""

from __future__ import annotations

from msgspec import Struct

from lsbook.drawings.scenes import Scene
from lsbook.model.book import BookItem, PictureLink, Prose


class Spread(Struct, frozen=True):
    """One picture and a sentence or two.

    ``picture`` is shown; where it is ``None``, the look draws ``scene``. ``title`` names the page to a screen reader
    and in the tab; ``chapter`` is the position in ``Book.chapters`` of the chapter that the words come from.
    """

    title: str
    inside: Prose
    picture: PictureLink | None
    scene: Scene
    chapter: int | None = None
    language: str = ""
    """That of the title, where it is not the book's."""


class PictureBook(Struct, frozen=True):
    """``spreads`` in their order, and ``chapters``: positions of the chapters that stand in them word for word."""

    spreads: tuple[Spread, ...] = ()
    chapters: frozenset[int] = frozenset()


class SmallBook(Struct, frozen=True):
    """Hard news as spreads: ``item`` is what they tell, and ``rest`` what they cannot show of it."""

    spreads: tuple[Spread, ...]
    item: BookItem
    rest: BookItem | None


NO_PICTURE_BOOK = PictureBook()
"""What the older looks have."""
