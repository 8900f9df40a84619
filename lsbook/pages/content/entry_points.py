"""Makes the pages beside the row: the threshold of each subject of hard news, what is behind it, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lsbook.model.book import BookItem, Chapter
from lsbook.pages.content.long_pages import IndexContent
from lsbook.pages.content.subjects import format_subject_title, make_subject_page, make_threshold
from lsbook.pages.content.warm_links import make_warm_link
from lsbook.pages.layout.context import EntryPoint, PageContext
from lsbook.pages.layout.declarations import iter_anchors
from lsbook.pages.layout.page_model import NavLink, PageModel
from lsbook.pages.layout.sensitive_items import SensitiveItem


def make_sensitive_pages(
    context: PageContext, sensitive_items: Sequence[SensitiveItem], row: Mapping[str, PageModel]
) -> Iterator[PageModel]:
    """The threshold and the page of each subject; ``row`` holds the pages of the row, with their way on."""
    contents = NavLink(context.contents_address, context.say("contents"))
    models = tuple(row.values())
    for entry_point, items in _group_items(context, sensitive_items).items():
        if isinstance(items[0].item, Chapter):
            origin = entry_point.threshold
            onward = row[origin].onward or contents
        else:
            back = next(filter(None, (_link_to_card(context, item, row) for item in items)), None)
            onward = back or contents
            origin = onward.address
            yield make_threshold(context, items[0].item, onward)
        warm = make_warm_link(context, models, origin, entry_point.sensitive_page)
        yield make_subject_page(context, items, onward, warm)


def _group_items(
    context: PageContext, sensitive_items: Sequence[SensitiveItem]
) -> Mapping[EntryPoint, tuple[SensitiveItem, ...]]:
    """The items of each subject in the order in which its page tells them, by the way there."""
    by_item = {item.item: item for item in sensitive_items}
    groups: dict[EntryPoint, tuple[SensitiveItem, ...]] = {}
    for item, entry_point in context.entry_points.items():
        groups[entry_point] = (*groups.get(entry_point, ()), by_item[item])
    return groups


def _link_to_card(context: PageContext, sensitive_item: SensitiveItem, row: Mapping[str, PageModel]) -> NavLink | None:
    """The heads-up card that leads to the threshold, so that a reader comes back to the same place."""
    anchor = "#" + "".join(card.anchor for card in context.make_heads_up(sensitive_item.item))
    if isinstance(sensitive_item.parent, BookItem):
        outer = context.entry_points.get(sensitive_item.parent)
        if outer is None or outer == context.entry_points[sensitive_item.item]:
            return None
        return NavLink(outer.sensitive_page + anchor, format_subject_title(context, outer))
    model = row.get(context.addresses.get(sensitive_item.parent, ""))
    if model and isinstance(model.content, IndexContent):
        model = _find_piece(model, model.content, anchor[1:], row)
    return NavLink(model.address + anchor, model.title) if model else None


def _find_piece(whole: PageModel, content: IndexContent, anchor: str, row: Mapping[str, PageModel]) -> PageModel:
    """The page on which ``anchor`` stands of those that a long page is cut into; else the page that leads to them."""
    pieces = (row[link.href.target] for link in content.links)
    return next((piece for piece in pieces if anchor in iter_anchors(piece.content)), whole)
