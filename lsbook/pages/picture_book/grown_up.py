"""The page behind the quiet door: all that is no picture book, for the grown-up who reads along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lsbook.model.book import BookItem
from lsbook.pages.content.contents import CoverEntry, CoverPart
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout.addresses import Href
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens
from lsbook.pages.layout.sensitive_items import SensitiveItem


class GrownUpContent(PageContent, frozen=True):
    """``parts`` are the contents of the book: hard news first, each a small book of its own, then the four parts."""

    first_href: Href
    parts: tuple[CoverPart, ...]

    def iter_text(self, say: Say) -> TextTokens:
        yield from (say("grown-up-line"), say("read-again"))


def make_pages(context: PageContext, sensitive_items: Sequence[SensitiveItem]) -> tuple[PageModel, ...]:
    """The page of a picture book, still without the contents of the four parts: these are known when all pages are."""
    if not context.picture_book.spreads:
        return ()
    context = context.for_page(context.addresses["grown-up"])
    books = CoverPart(context.say("small-books"), tuple(_list_small_books(context, sensitive_items)))
    content = GrownUpContent(context.make_href(context.addresses["spread 0"]), (books,))
    return (PageModel(context.address, "grown-up.html", context.say("grown-up-title"), content, listed=False),)


def fill_page(model: PageModel, parts: Sequence[CoverPart]) -> PageModel:
    """The page with the contents of the book, where hard news stands in a list of its own; any other as it is."""
    if not isinstance(model.content, GrownUpContent):
        return model
    own = (replace(part, entries=tuple(entry for entry in part.entries if not entry.gated)) for part in parts)
    every = (*model.content.parts, *own)
    filled = tuple(part for part in every if part.entries or part.after)
    return replace(model, content=replace(model.content, parts=filled))


def _list_small_books(context: PageContext, sensitive_items: Sequence[SensitiveItem]) -> Iterator[CoverEntry]:
    """Every subject of hard news that stands in no other."""
    outer = (item.item for item in sensitive_items if not isinstance(item.parent, BookItem))
    for entry in dict.fromkeys(context.entry_points.get(item) for item in outer):
        if entry:
            yield CoverEntry(
                context.make_href(entry.threshold), capitalize_first(entry.topic), True, None, "", is_own=False
            )
