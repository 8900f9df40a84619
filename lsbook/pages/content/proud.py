"""What the child does well: strengths and achievements as a quilt of equal patches, and the same in words beneath."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from lsbook.drawings.palette import get_palette
from lsbook.drawings.quilt import MOST_PATCHES, Patch, PatchKind, can_fit, draw_quilt
from lsbook.drawings.shapes import NARROW_WIDTH, WIDTH, Drawing
from lsbook.model.book import AboutMe, Moment
from lsbook.model.vocabulary import AboutMeKind, MomentKind, PageLook
from lsbook.pages.content.timeline import sort_moments
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.language.rich_text import RichText
from lsbook.pages.layout.components import DrawingImage
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.drawing_file import DrawingFiles, make_drawing_files
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens
from lsbook.pages.layout.render_prose import extract_text, render_line

MAX_LENGTH = 200
"""Letters; with longer words in it a quilt is a wall of text, and the list stands alone."""

QUILT_LOOKS = frozenset({PageLook.UNDER_5, PageLook.FROM_5, PageLook.FROM_9})
"""Looks for those who like a quilt. In older ones each thing stands once: about the child, or in the timeline."""


class ProudItem(Struct, frozen=True):
    """One thing that is told: in words, and as a patch."""

    html: RichText
    by: str
    patch: Patch


class ProudContent(PageContent, frozen=True):
    drawings: tuple[DrawingImage, ...]
    entries: tuple[ProudItem, ...]

    def iter_text(self, say: Say) -> TextTokens:
        if self.drawings:
            yield say("proud-same")
        for entry in self.entries:
            yield from (entry.html, entry.by)


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page, where more than one thing is told. Hard news is no patch."""
    context = context.for_page(context.addresses["proud"])
    good = tuple(_iter_items(context))
    if len(good) < 2 or context.look not in QUILT_LOOKS:
        return ()
    drawn = _make_drawings(context, good)
    content = ProudContent(drawn.images, good)
    title, part, deck = context.say("proud-title"), context.say("part-who-am-i"), context.say("proud-deck")
    return (PageModel(context.address, "proud.html", title, content, part, deck, files=drawn.files),)


def _make_drawings(context: PageContext, items: tuple[ProudItem, ...]) -> DrawingFiles:
    patches = [entry.patch for entry in items]
    if any(len(entry.text) > MAX_LENGTH for entry in patches):
        return DrawingFiles()
    wide, narrow = (_draw_quilts(context, patches, width) for width in (WIDTH, NARROW_WIDTH))
    return make_drawing_files(context, wide, narrow, context.say("proud-alt"))


def _draw_quilts(context: PageContext, patches: list[Patch], width: float) -> list[Drawing]:
    """As many quilts as the patches need; none where a word is too wide for its patch."""
    palette = get_palette(context.look)
    if not can_fit(patches, palette, width):
        return []
    size = -(-len(patches) // -(-len(patches) // MOST_PATCHES))
    return [draw_quilt(patches[at : at + size], palette, width) for at in range(0, len(patches), size)]


def _iter_items(context: PageContext) -> Iterator[ProudItem]:
    for item in context.book.about_me:
        if (
            isinstance(item, AboutMe)
            and item.category is AboutMeKind.STRENGTH
            and not item.heads_up
            and (html := render_line(context, item.what))
        ):
            mine = item.said_by is not None and item.said_by.me
            kind = PatchKind.CHILDS_OWN if mine else PatchKind.STRENGTH
            by: str = capitalize_first(context.dates.format_when(item.when))
            if item.said_by and not context.is_sensitive(item.said_by):
                by = context.say("proud-said-you") if mine else context.say("proud-said", who=item.said_by.label)
            yield ProudItem(html, by, Patch(kind, extract_text(item.what).strip(), by))
    for moment in sort_moments(context):
        if isinstance(moment, Moment) and moment.category is MomentKind.ACHIEVEMENT and not moment.heads_up:
            html, when = render_line(context, moment.what), capitalize_first(context.dates.format_when(moment.when))
            if html:
                yield ProudItem(html, when, Patch(PatchKind.ACHIEVEMENT, extract_text(moment.what).strip(), when))
