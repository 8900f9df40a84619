"""The way back from hard news: to a chapter with a picture and no heads-up, the next in the row of pages.

Chapters in which nothing hard stands at all, behind a door either, come before those in which something does; and of
both those about people come last: from one parent who is not there the way would lead to another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from lsbook.model.book import BookItem, Chapter
from lsbook.model.vocabulary import Part
from lsbook.model.walk import find_all
from lsbook.pages.layout.addresses import Href
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.page_model import PageModel
from lsbook.pages.layout.sensitive_items import collect_pictures


class WarmLink(Struct, frozen=True):
    """A link with a picture; the picture says nothing that the ``text`` does not."""

    href: Href
    text: str
    image: PageImage


def make_warm_link(context: PageContext, row: Sequence[PageModel], origin: str, address: str) -> WarmLink | None:
    """The link on the page ``address`` to the next such chapter after the page ``origin``, else to the first of all."""
    places = {model.address: at for at, model in enumerate(row)}
    begin = places.get(origin.partition("#")[0], 0)
    chapters = _find_chapters(context)
    models = [model for model in (*row[begin + 1 :], *row[: begin + 1]) if model.address in chapters]
    for model in sorted(models, key=lambda model: _rank(chapters[model.address])):
        if model.address != origin:
            image = context.images.make_thumbnail(_find_photos(context, chapters[model.address]), address)
            if image:
                return WarmLink(context.for_page(address).make_href(model.address), model.title, image)
    return None


def _rank(chapter: Chapter) -> tuple[bool, bool]:
    """How near a chapter may be to hard news: whether it holds some, and whether it is about people."""
    has_hard_news = any(item.heads_up is not None for item in find_all(BookItem, chapter.inside))
    return has_hard_news, chapter.part is Part.MY_PEOPLE


def _find_photos(context: PageContext, chapter: Chapter) -> Iterator[int]:
    """The pictures of a chapter but for papers, which have to be read."""
    return (at for at in collect_pictures(chapter.inside) if not context.book.media[at].transcript)


def _find_chapters(context: PageContext) -> Mapping[str, Chapter]:
    """The chapters that are no hard news, by the addresses of their pages."""
    return {
        context.addresses[f"chapter {at}"]: chapter
        for at, chapter in enumerate(context.book.chapters)
        if not chapter.heads_up
    }
