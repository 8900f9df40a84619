"""A drawing in the book: files of its own, shown as pictures, with words that point to the list beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lsbook.drawings.shapes import WIDTH, Drawing, count_clipped, count_overlaps
from lsbook.drawings.svg import render_svg
from lsbook.model.site import Page
from lsbook.pages.language.language_tags import find_direction
from lsbook.pages.layout.components import DrawingImage
from lsbook.pages.layout.context import PageContext


@dataclass(frozen=True)
class DrawingFiles:
    """What a page shows, and the files that it names."""

    images: tuple[DrawingImage, ...] = ()
    files: tuple[Page, ...] = ()


def make_drawing_files(
    context: PageContext, wide: Sequence[Drawing], narrow: Sequence[Drawing], alt: str
) -> DrawingFiles:
    """The same drawn for a wide column and for a narrow one. What has a fault in it is not shown.

    Where one of the two is missing, the other stands at every width.
    """
    good = [_select_faultless(wide), _select_faultless(narrow)]
    pairs = [_make_drawing_file(context, drawing, alt) for drawings in good for drawing in drawings]
    images = tuple(image if all(good) else replace(image, css_class="") for image, _ in pairs)
    return DrawingFiles(images, tuple(file for _, file in pairs))


def _select_faultless(drawings: Sequence[Drawing]) -> Sequence[Drawing]:
    """All ``drawings``, or none where a label of one is cut or covered."""
    return () if any(count_clipped(drawing) or count_overlaps(drawing) for drawing in drawings) else drawings


def _make_drawing_file(context: PageContext, drawing: Drawing, alt: str) -> tuple[DrawingImage, Page]:
    """The component for the page of ``context``, and the file that it names, called after what is in it."""
    language = context.book.language
    text = render_svg(drawing, language, mirrored=find_direction(language) == "rtl")
    path = f"media/{hashlib.sha256(text.encode()).hexdigest()[:16]}.svg"
    css_class = "wide" if drawing.width >= WIDTH else "narrow"
    image = DrawingImage(context.make_href(path), round(drawing.width), round(drawing.height), alt, css_class)
    return image, Page(path, text)
