"""Photos: every one this reader may see, with what it shows, its story, who is in it and when it was."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lsbook.model.book import MediaBlock, Medium
from lsbook.model.vocabulary import MediaForm
from lsbook.pages.layout.blocks import make_insteads, show_medium
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.components import Components, MediaComponent, Player
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens
from lsbook.pages.layout.sensitive_items import find_sensitive_pictures


@dataclass(frozen=True)
class PhotosContent(PageContent):
    """``after`` stands beneath the pictures: hard news is in no grid."""

    figures: Components
    after: Components

    def iter_text(self, say: Say) -> TextTokens:
        yield from iter_text((*self.figures, *self.after), say)


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of all photos. What only decorates says nothing, and stands where it decorates."""
    context = context.for_page(context.addresses["photos"])
    behind = find_sensitive_pictures(context.book)
    listed = (
        at
        for at, item in enumerate(context.book.media)
        if item.listed and (item.heads_up or not item.decorative) and at not in behind
    )
    seen = [context.images.find_medium(at) for at in listed]
    usable = [medium for medium in seen if medium is not None]
    figures = tuple(
        component
        for medium in usable
        if not medium.heads_up
        for component in (*context.make_held_mark(medium), *make_photo(context, medium))
    )
    sensitive = (component for medium in usable if medium.heads_up for component in context.make_heads_up(medium))
    after = (*sensitive, *make_insteads(context, "media"))
    if not figures and not after:
        return ()
    thumb = context.make_thumbnail(
        MediaBlock(MediaForm.PHOTOS, tuple(at for at, item in enumerate(context.book.media) if item in usable))
    )
    played = any(isinstance(component, Player) for component in figures)
    title, part = context.say("photos-films-title" if played else "photos-title"), context.say("part-my-people")
    return (PageModel(context.address, "photos.html", title, PhotosContent(figures, after), part, thumb=thumb),)


def make_photo(context: PageContext, medium: Medium) -> Components:
    """A picture with all that is known of it."""
    when = context.dates.format_when_and_age(medium.when)
    people = context.join_names(medium.people)
    return tuple(
        replace(component, people=people, when=when) if isinstance(component, MediaComponent) else component
        for component in show_medium(context, medium)
    )
