"""Makes the pages beside the row: the threshold of each item of hard news, what is behind it, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lsbook.model.book import BookItem, Chapter
from lsbook.pages.content.long_pages import IndexContent
from lsbook.pages.content.sensitive import format_sensitive_title, make_sensitive_page, make_threshold
from lsbook.pages.layout.addresses import COVER
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.declarations import iter_anchors
from lsbook.pages.layout.page_model import NavLink, PageModel
from lsbook.pages.layout.sensitive_items import SensitiveItem


def make_sensitive_pages(
    context: PageContext, sensitive_items: Sequence[SensitiveItem], row: Mapping[str, PageModel]
) -> Iterator[PageModel]:
    """The threshold and the page of each item; ``row`` holds the pages of the row by address, with their way on."""
    contents = NavLink(f"{COVER}#contents", context.say("contents"))
    for sensitive_item in sensitive_items:
        if sensitive_item.item not in context.entry_points:
            continue
        if isinstance(sensitive_item.item, Chapter):
            onward = row[context.entry_points[sensitive_item.item].threshold].onward or contents
        else:
            onward = _link_to_card(context, sensitive_item, row) or contents
            yield make_threshold(context, sensitive_item.item, onward)
        yield make_sensitive_page(context, sensitive_item.item, onward)


def _link_to_card(context: PageContext, sensitive_item: SensitiveItem, row: Mapping[str, PageModel]) -> NavLink | None:
    """The heads-up card that leads to the threshold, so that a reader comes back to the same place."""
    anchor = "#" + "".join(card.anchor for card in context.make_heads_up(sensitive_item.item))
    if isinstance(sensitive_item.parent, BookItem):
        outer = context.entry_points.get(sensitive_item.parent)
        return (
            NavLink(outer.sensitive_page + anchor, format_sensitive_title(context, sensitive_item.parent, outer))
            if outer
            else None
        )
    model = row.get(context.addresses.get(sensitive_item.parent, ""))
    if model and isinstance(model.content, IndexContent):
        model = _find_piece(model, model.content, anchor[1:], row)
    return NavLink(model.address + anchor, model.title) if model else None


def _find_piece(whole: PageModel, content: IndexContent, anchor: str, row: Mapping[str, PageModel]) -> PageModel:
    """The page on which ``anchor`` stands of those that a long page is cut into; else the page that leads to them."""
    pieces = (row[link.href.target] for link in content.links)
    return next((piece for piece in pieces if anchor in iter_anchors(piece.content)), whole)
