"""The cover: the child's name, one loved thing, and the contents by the four parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lsbook.model.book import Medium
from lsbook.model.vocabulary import Part
from lsbook.pages.content.long_pages import IndexContent
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.language.rich_text import NO_TEXT, RichText
from lsbook.pages.layout.addresses import COVER, Href
from lsbook.pages.layout.blocks import make_insteads
from lsbook.pages.layout.components import Components, FigureStyle, MediaFigure
from lsbook.pages.layout.context import PICTURE_FIRST_LOOKS, PageContext
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.render_prose import render_line

ICONS = {
    "about-book.html": "book",
    "about-me.html": "pen",
    "heads-up.html": "arch",
    "homes.html": "home",
    "how-to.html": "now",
    "keepsakes.html": "box",
    "letters.html": "letter",
    "people.html": "with",
    "questions.html": "question",
    "schools.html": "home",
    "stop.html": "talk",
    "things-to-do.html": "pen",
    "timeline.html": "later",
    "words.html": "note",
}
"""What stands for a page in the contents where it has no picture and its readers find their way by pictures."""
MAX_THIN_ENTRIES = 13
"""Entries in the contents of a thin book: seven of the story, and those that every book has."""
NAME_LENGTHS = (2, 15)
"""For how many letters of a name the looks have a size."""


@dataclass(frozen=True)
class CoverEntry:
    href: str
    text: str
    gated: bool
    thumb: PageImage | None
    icon: str


@dataclass(frozen=True)
class CoverPart:
    name: str
    entries: tuple[CoverEntry, ...]
    after: Components = ()


@dataclass(frozen=True)
class CoverContent(PageContent):
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
    grown_up_href: Href | None = None
    """Where a picture book has the contents instead: behind a quiet door."""


def make_part(context: PageContext, name: str, models: Sequence[PageModel], part: Part | None = None) -> CoverPart:
    """One section of the contents; below those of a ``part``, what stands for its chapters that are not told yet."""
    context = context.for_page(context.contents_address.partition("#")[0])
    entries = (_make_entry(context, model) for model in models if model.listed)
    return CoverPart(name, tuple(entries), make_insteads(context, f"chapters:{part}") if part else ())


def make_cover(context: PageContext, parts: Sequence[CoverPart], first: str) -> PageModel:
    """The cover, which leads to the ``first`` page and to every part that has something in it."""
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
    if context.picture_book.spreads:
        template = "picture-cover.html"
        content = replace(content, parts=(), grown_up_href=context.make_href(context.addresses["grown-up"]))
    return PageModel(COVER, template, context.say("running"), content, listed=False, in_row=False)


def _make_invitation(context: PageContext, parts: Sequence[CoverPart]) -> RichText:
    if not context.book.edition.is_for_child or sum(len(part.entries) for part in parts) > MAX_THIN_ENTRIES:
        return NO_TEXT
    pages = context.link(context.addresses["my-pages"], context.say("mine-title"))
    return context.catalog.say_rich("room-for-more", pages=pages)


def _make_entry(context: PageContext, model: PageModel) -> CoverEntry:
    words = capitalize_first(model.topic) if model.gated else model.title
    kind = model.content.template if isinstance(model.content, IndexContent) else model.template
    has_pictures = context.look in PICTURE_FIRST_LOOKS and not context.picture_book.spreads
    icon, thumb = (ICONS.get(kind, "book"), model.thumb) if has_pictures else ("", None)
    return CoverEntry(context.make_href(model.address), words, model.gated, None if model.gated else thumb, icon)


def find_cover_picture(context: PageContext) -> Medium | None:
    """The picture that the story chose for the cover, else the child's own; nothing where neither can be shown."""
    chosen = (context.images.find_medium(at) for at in (context.book.cover, context.book.child.photo))
    return next((medium for medium in chosen if medium and not medium.heads_up and context.make_image(medium)), None)


def _make_plate(context: PageContext) -> MediaFigure | None:
    medium = find_cover_picture(context)
    plate = context.make_image(medium) if medium else None
    if medium is None or plate is None:
        return None
    return MediaFigure(FigureStyle.PLATE, plate, caption=render_line(context, medium.caption))
