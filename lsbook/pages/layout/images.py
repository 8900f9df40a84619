"""Pictures as a page names them."""

from __future__ import annotations

from msgspec import Struct

from lsbook.pages.layout.addresses import Href, SourceSet


class ImageSource(Struct, frozen=True):
    """One rendition of a picture; ``width`` in pixels."""

    href: Href
    width: int


class PageImage(Struct, frozen=True):
    """``width`` and ``height`` in pixels; ``sources`` are all renditions, and empty where there is one only."""

    src: Href
    sources: tuple[ImageSource, ...]
    width: int
    height: int
    alt: str

    @property
    def srcset(self) -> SourceSet:
        """Every rendition with its width; empty where there is one only."""
        written = ", ".join(f"{source.href} {source.width}w" for source in self.sources)
        return SourceSet(written, tuple(source.href.target for source in self.sources))
