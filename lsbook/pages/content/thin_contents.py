"""The contents of a thin book: few doors, in large type beside one picture, and the book's own pages in a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct

from lsbook.model.vocabulary import PageLook
from lsbook.pages.content.contents import CoverEntry, CoverPart
from lsbook.pages.layout.addresses import COVER
from lsbook.pages.layout.components import Components
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.sensitive_items import collect_pictures

MAX_THIN_DOORS = 7
"""Pages of the story in a book whose contents need no parts."""


class ThinContents(Struct, frozen=True):
    """``doors`` are the pages of the story, ``own`` those that every book has; ``after`` is what is not told yet."""

    picture: PageImage | None
    doors: tuple[CoverEntry, ...]
    own: tuple[CoverEntry, ...]
    after: Components


def is_thin(context: PageContext, parts: Sequence[CoverPart]) -> bool:
    """Whether the story has so few pages; a picture book has contents of its own."""
    doors = sum(not entry.is_own for part in parts for entry in part.entries)
    return doors <= MAX_THIN_DOORS and not context.picture_book.spreads


def make_thin_contents(context: PageContext, parts: Sequence[CoverPart]) -> ThinContents:
    """The contents without parts."""
    entries = tuple(chain.from_iterable(part.entries for part in parts))
    doors = tuple(entry for entry in entries if not entry.is_own)
    own = tuple(entry for entry in entries if entry.is_own)
    after = tuple(chain.from_iterable(part.after for part in parts))
    return ThinContents(_find_picture(context), doors, own, after)


def _find_picture(context: PageContext) -> PageImage | None:
    """The first picture of the story that the cover does not show; in the scrapbook the cover itself stands beside."""
    if context.look is PageLook.FROM_5:
        return None
    on_cover = context.images.find_cover_picture()
    media = filter(None, map(context.images.find_medium, collect_pictures(_list_sources(context))))
    shown = (medium for medium in media if medium != on_cover and not (medium.heads_up or medium.hold))
    return next(filter(None, (context.images.make_image(medium, COVER) for medium in shown)), None)


def _list_sources(context: PageContext) -> Iterable[object]:
    book = context.book
    return (book.chapters, book.homes, book.moments, book.keepsakes)
