"""Pictures: which renditions of a medium a page shows. What could not be made does not stand in the book at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lsbook.model.book import Book, Medium
from lsbook.model.media import Recording, Rendered, Rendition, Renditions, Widths
from lsbook.pages.layout.addresses import relative
from lsbook.pages.layout.components import Picture

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
        return medium.file in self.renditions.of

    def made(self, medium: Medium) -> Rendered:
        """What a medium that can be shown has become."""
        return self.renditions.of[medium.file]

    def pages(self, medium: Medium, here: str, alt: str | None = None) -> tuple[Picture, ...]:
        """The pictures of a medium: one of a photo or a film, each page of a document, none of a sound."""
        words = "" if medium.decorative else (alt or medium.shows)
        return tuple(_picture(widths, here, words) for widths in self.made(medium).pictures)

    def poster(self, medium: Medium, here: str, alt: str | None = None) -> Picture | None:
        """The picture of a film until it is played, as wide as there is."""
        made = self.made(medium).pictures
        if not made:
            return None
        widest = made[0][-1]
        return Picture(src(widest, here), "", widest.width, widest.height, alt or medium.shows)

    def widest(self, medium: Medium, here: str) -> str:
        """The address of the first picture of a medium, as wide as there is."""
        return src(self.made(medium).pictures[0][-1], here)

    def picture(self, medium: Medium, here: str) -> Picture | None:
        """The first picture of a medium."""
        return next(iter(self.pages(medium, here)), None)

    def thumb(self, positions: Iterable[int], here: str) -> Picture | None:
        """A small picture of the first that may be shown in a list, saying nothing that the words beside it do not."""
        for medium in filter(None, map(self.medium, positions)):
            small = self._small(medium, here)
            if small:
                return small
        return None

    def face(self, at: int | None, here: str) -> Picture | None:
        """A small picture beside a name, which says already who it is. Never of something hard."""
        medium = self.medium(at)
        small = self._small(medium, here) if medium else None
        return replace(small, width=FACE, height=FACE) if small else None

    def _small(self, medium: Medium, here: str) -> Picture | None:
        made = self.made(medium).pictures
        if medium.hard or not made:
            return None
        narrow = made[0][0]
        return Picture(src(narrow, here), "", narrow.width, narrow.height, "")


def src(made: Rendition | Recording, here: str) -> str:
    """The address of a finished file from the page ``here``."""
    return relative(f"media/{made.name}", here)


def _picture(widths: Widths, here: str, alt: str) -> Picture:
    widest = widths[-1]
    srcset = ", ".join(f"{src(one, here)} {one.width}w" for one in widths) if len(widths) > 1 else ""
    return Picture(src(widths[0], here), srcset, widest.width, widest.height, alt)
