"""A drawing in the book: files of its own, shown as pictures, with words that point to the list beside them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from lsbook.drawings.shapes import NARROW_WIDTH, Drawing, count_clipped, count_overlaps
from lsbook.drawings.svg import render_svg
from lsbook.model.site import Page, make_page
from lsbook.pages.language.language_tags import find_direction
from lsbook.pages.layout.components import DrawingImage
from lsbook.pages.layout.context import PageContext


class DrawingFiles(Struct, frozen=True):
    """What a page shows, and the files that it names."""

    images: tuple[DrawingImage, ...] = ()
    files: tuple[Page, ...] = ()


class DrawnPicture(NamedTuple):
    """An SVG, and its size in units of the drawing."""

    width: int
    height: int
    svg: str


def make_drawing_files(
    context: PageContext, wide: Sequence[Drawing], narrow: Sequence[Drawing], alt: str
) -> DrawingFiles:
    """The same drawn for a wide column and for a narrow one. What has a fault in it is not shown.

    Where one of the two is missing, the other stands at every width.
    """
    return _make_files(context, [_render_faultless(context, drawings) for drawings in (wide, narrow)], alt)


def recall_drawing_files(
    context: PageContext, subject: object, draw: Callable[[], tuple[Sequence[Drawing], Sequence[Drawing]]], alt: str
) -> DrawingFiles:
    """What ``make_drawing_files`` makes of the two that ``draw`` draws of ``subject``, or made of them before."""

    def render() -> str:
        return json.dumps([_render_faultless(context, drawings) for drawings in draw()])

    text = context.drawings.recall((subject, context.book.language), render)
    pictures = [[DrawnPicture(int(wide), int(high), str(svg)) for wide, high, svg in each] for each in json.loads(text)]
    return _make_files(context, pictures, alt)


def _render_faultless(context: PageContext, drawings: Sequence[Drawing]) -> list[DrawnPicture]:
    """All ``drawings``, or none where a label of one is cut or covered."""
    if any(count_clipped(drawing) or count_overlaps(drawing) for drawing in drawings):
        return []
    language = context.book.language
    is_mirrored = find_direction(language) == "rtl"
    return [
        DrawnPicture(round(drawing.width), round(drawing.height), render_svg(drawing, language, mirrored=is_mirrored))
        for drawing in drawings
    ]


def _make_files(context: PageContext, good: Sequence[Sequence[DrawnPicture]], alt: str) -> DrawingFiles:
    pairs = [_make_drawing_file(context, picture, alt) for pictures in good for picture in pictures]
    images = tuple(image if all(good) else replace(image, css_class="") for image, _ in pairs)
    return DrawingFiles(images, tuple(file for _, file in pairs))


def _make_drawing_file(context: PageContext, picture: DrawnPicture, alt: str) -> tuple[DrawingImage, Page]:
    """The component for the page of ``context``, and the file that it names, called after what is in it."""
    path = f"media/{hashlib.sha256(picture.svg.encode()).hexdigest()[:16]}.svg"
    css_class = "wide" if picture.width > NARROW_WIDTH else "narrow"
    image = DrawingImage(context.make_href(path), picture.width, picture.height, alt, css_class)
    return image, make_page(path, picture.svg)
