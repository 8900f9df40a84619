"""The cover: the child's name, one loved thing, and the contents by the four parts."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from lsbook.pages.content.contents import CoverPart
from lsbook.pages.content.thin_contents import ThinContents, is_thin, make_thin_contents
from lsbook.pages.language.rich_text import NO_TEXT, RichText
from lsbook.pages.layout.addresses import COVER, Href
from lsbook.pages.layout.components import FigureStyle, MediaFigure
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.render_prose import render_line

NAME_LENGTHS = (2, 15)
"""For how many letters of a name the looks have a size."""


class CoverContent(PageContent, frozen=True):
    """``letters`` is how many letters the name has, within what the looks can set."""

    name: str
    kind: str
    letters: int
    line: str
    plate: MediaFigure | None
    belongs: str
    first_href: str
    parts: tuple[CoverPart, ...]
    invitation: RichText = NO_TEXT
    """What a book with few pages says to the child whose book it is."""
    thin: ThinContents | None = None
    """The contents in place of ``parts``, where a book is too thin to need any."""
    grown_up_href: Href | None = None
    """Where a picture book has the contents instead: behind a quiet door."""


def make_cover(context: PageContext, parts: Sequence[CoverPart], first: str, *, for_paper: bool = False) -> PageModel:
    """The cover, which leads to the ``first`` page and to every part that has something in it.

    On paper the contents are a list with numbers, however thin the book is.
    """
    context = context.for_page(COVER)
    name, kind = context.say("cover-name"), context.say("cover-kind")
    letters = min(max(len(name), NAME_LENGTHS[0]), NAME_LENGTHS[1])
    edition = context.book.edition
    belongs = context.say("belongs") if edition.is_for_child else context.say("belongs-reader", edition=edition.title)
    filled = tuple(part for part in parts if part.entries or part.after)
    invitation = _make_invitation(context, filled)
    line, plate, first_href = context.say("cover-line"), _make_plate(context), context.make_href(first)
    content = CoverContent(name, kind, letters, line, plate, belongs, first_href, filled, invitation)
    template = "cover.html"
    if is_thin(context, filled) and not for_paper:
        content = replace(content, thin=make_thin_contents(context, filled))
    if context.picture_book.spreads:
        template = "picture-cover.html"
        content = replace(content, parts=(), grown_up_href=context.make_href(context.addresses["grown-up"]))
    return PageModel(COVER, template, context.say("running"), content, listed=False, in_row=False)


def _make_invitation(context: PageContext, parts: Sequence[CoverPart]) -> RichText:
    if not context.book.edition.is_for_child or not is_thin(context, parts):
        return NO_TEXT
    pages = context.link(context.addresses["my-pages"], context.say("mine-title"))
    return context.catalog.say_rich("room-for-more", pages=pages)


def _make_plate(context: PageContext) -> MediaFigure | None:
    medium = context.images.find_cover_picture()
    plate = context.make_image(medium) if medium else None
    if medium is None or plate is None:
        return None
    return MediaFigure(FigureStyle.PLATE, plate, caption=render_line(context, medium.caption))
