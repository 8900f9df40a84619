"""Pictures: which renditions of a medium a page shows. What could not be made does not stand in the book at all."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.book import Book, Medium
from lsbook.model.media import Recording, RenderedMedium, Rendition, Renditions, Widths
from lsbook.pages.layout.addresses import Href, make_relative
from lsbook.pages.layout.images import ImageSource, PageImage

FACE_SIZE = 96
"""Pixels, as it is laid out; the look makes it round or square."""


class ImageMaker(Struct, frozen=True):
    book: Book
    renditions: Renditions

    def find_medium(self, index: int | None) -> Medium | None:
        """The medium at a position of the Book, if it can be shown."""
        if index is None:
            return None
        medium = self.book.media[index]
        return medium if self.is_usable(medium) else None

    def find_cover_picture(self) -> Medium | None:
        """The picture that the story chose for the cover, else the child's own; nothing where neither can be shown."""
        chosen = map(self.find_medium, (self.book.cover, self.book.child.photo))
        return next(
            (medium for medium in chosen if medium and not medium.heads_up and self.get_rendered(medium).pictures), None
        )

    def is_usable(self, medium: Medium) -> bool:
        return medium.file in self.renditions.by_file

    def get_rendered(self, medium: Medium) -> RenderedMedium:
        """What a medium that can be shown has become."""
        return self.renditions.by_file[medium.file]

    def make_images(self, medium: Medium, page_address: str, alt: str | None = None) -> tuple[PageImage, ...]:
        """The pictures of a medium: one of a photo or a film, each page of a document, none of a sound."""
        words = "" if medium.decorative else (alt or medium.shows)
        return tuple(_make_page_image(widths, page_address, words) for widths in self.get_rendered(medium).pictures)

    def make_poster(self, medium: Medium, page_address: str, alt: str | None = None) -> PageImage | None:
        """The picture of a film until it is played, as wide as there is."""
        pictures = self.get_rendered(medium).pictures
        if not pictures:
            return None
        widest = pictures[0][-1]
        return PageImage(make_src(widest, page_address), (), widest.width, widest.height, alt or medium.shows)

    def find_widest(self, medium: Medium, page_address: str) -> Href:
        """The address of the first picture of a medium, as wide as there is."""
        return make_src(self.get_rendered(medium).pictures[0][-1], page_address)

    def make_image(self, medium: Medium, page_address: str) -> PageImage | None:
        """The first picture of a medium."""
        return next(iter(self.make_images(medium, page_address)), None)

    def make_thumbnail(self, indexes: Iterable[int], page_address: str) -> PageImage | None:
        """A small picture of the first that may be shown in a list, saying nothing that the words beside it do not."""
        for medium in filter(None, map(self.find_medium, indexes)):
            small = self._make_small_image(medium, page_address)
            if small:
                return small
        return None

    def make_face(self, index: int | None, page_address: str) -> PageImage | None:
        """A small picture beside a name, which says already who it is. Never of something hard."""
        medium = self.find_medium(index)
        small = self._make_small_image(medium, page_address) if medium else None
        return replace(small, width=FACE_SIZE, height=FACE_SIZE) if small else None

    def _make_small_image(self, medium: Medium, page_address: str) -> PageImage | None:
        pictures = self.get_rendered(medium).pictures
        if medium.heads_up or not pictures:
            return None
        narrow = pictures[0][0]
        return PageImage(make_src(narrow, page_address), (), narrow.width, narrow.height, "")


def make_src(file: Rendition | Recording, page_address: str) -> Href:
    """The address of a finished file from the page ``page_address``."""
    return make_relative(f"media/{file.name}", page_address)


def _make_page_image(widths: Widths, page_address: str, alt: str) -> PageImage:
    widest = widths[-1]
    sources = tuple(ImageSource(make_src(width, page_address), width.width) for width in widths)
    return PageImage(sources[0].href, sources if len(sources) > 1 else (), widest.width, widest.height, alt)
