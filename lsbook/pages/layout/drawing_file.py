"""A drawing in the book: a file of its own, shown as a picture, with words that point to the list beside it."""

from __future__ import annotations

import hashlib

from lsbook.drawings.shapes import Drawing
from lsbook.drawings.svg import render_svg
from lsbook.model.site import Page
from lsbook.pages.language.language_tags import find_direction
from lsbook.pages.layout.components import DrawingImage
from lsbook.pages.layout.context import PageContext


def make_drawing_file(context: PageContext, drawing: Drawing, alt: str) -> tuple[DrawingImage, Page]:
    """The component for the page of ``context``, and the file that it names, called after what is in it."""
    language = context.book.language
    text = render_svg(drawing, language, mirrored=find_direction(language) == "rtl")
    path = f"media/{hashlib.sha256(text.encode()).hexdigest()[:16]}.svg"
    return DrawingImage(context.make_href(path), round(drawing.width), round(drawing.height), alt), Page(path, text)
