"""A drawing in the book: a file of its own, shown as a picture, with words that point to the list beside it."""

from __future__ import annotations

import hashlib

from lsbook.drawings.shapes import Drawing
from lsbook.drawings.svg import svg
from lsbook.model.site import Page
from lsbook.pages.language.language_tags import direction
from lsbook.pages.layout.components import Drawn
from lsbook.pages.layout.context import Desk


def shown(desk: Desk, drawing: Drawing, alt: str) -> tuple[Drawn, Page]:
    """The piece for the page ``desk.here``, and the file that it names, called after what is in it."""
    language = desk.book.language
    text = svg(drawing, language, mirrored=direction(language) == "rtl")
    path = f"media/{hashlib.sha256(text.encode()).hexdigest()[:16]}.svg"
    return Drawn(desk.to(path), round(drawing.width), round(drawing.height), alt), Page(path, text)
