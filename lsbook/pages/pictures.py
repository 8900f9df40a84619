"""Pictures: which renditions of a medium a page shows. What could not be made does not stand in the book at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lsbook.model.book import Book, Medium
from lsbook.model.media import Rendition, Renditions
from lsbook.pages.addresses import relative
from lsbook.pages.pieces import Picture

FACE = 96
"""Pixels, as it is laid out; the look makes it round or square."""


@dataclass(frozen=True)
class Pictures:
    book: Book
    renditions: Renditions

    def medium(self, at: int | None) -> Medium | None:
        """The medium at a position of the Book, if it can be shown."""
        if at is None:
            return None
        medium = self.book.media[at]
        return medium if self.usable(medium) else None

    def usable(self, medium: Medium) -> bool:
        return bool(self.renditions.of.get(medium.file))

    def picture(self, medium: Medium, here: str, alt: str | None = None) -> Picture:
        made = self.renditions.of[medium.file]
        widest = made[-1]
        srcset = ", ".join(f"{_src(one, here)} {one.width}w" for one in made) if len(made) > 1 else ""
        words = "" if medium.decorative else (alt or medium.shows)
        return Picture(_src(made[0], here), srcset, widest.width, widest.height, words)

    def thumb(self, positions: Iterable[int], here: str) -> Picture | None:
        """A small picture of the first that may be shown in a list, saying nothing that the words beside it do not."""
        for medium in filter(None, map(self.medium, positions)):
            if not medium.hard:
                narrow = self.renditions.of[medium.file][0]
                return Picture(_src(narrow, here), "", narrow.width, narrow.height, "")
        return None

    def face(self, at: int | None, here: str) -> Picture | None:
        """A small picture beside a name, which says already who it is. Never of something hard."""
        medium = self.medium(at)
        if medium is None or medium.hard:
            return None
        return Picture(_src(self.renditions.of[medium.file][0], here), "", FACE, FACE, "")


def _src(rendition: Rendition, here: str) -> str:
    return relative(f"media/{rendition.name}", here)
