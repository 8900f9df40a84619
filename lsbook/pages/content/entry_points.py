"""The pages beside the row: for each piece of hard news its threshold and what is behind it, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lsbook.model.book import BookItem, Chapter
from lsbook.pages.content.sensitive import behind, name_behind, threshold
from lsbook.pages.layout.addresses import COVER
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf, Turn
from lsbook.pages.layout.sensitive_items import Hard


def pages_beside(desk: Desk, hard: Sequence[Hard], row: Mapping[str, Leaf]) -> Iterator[Leaf]:
    """``row`` holds the leaves of the row by address, each with its way on."""
    contents = Turn(f"{COVER}#contents", desk.say("contents"))
    for one in hard:
        if one.item not in desk.doors:
            continue
        if isinstance(one.item, Chapter):
            onward = row[desk.doors[one.item].threshold].onward or contents
        else:
            onward = _where_it_stands(desk, one, row) or contents
            yield threshold(desk, one.item, onward)
        yield behind(desk, one.item, onward)


def _where_it_stands(desk: Desk, one: Hard, row: Mapping[str, Leaf]) -> Turn | None:
    """The heads-up card that leads to the threshold, so that a reader comes back to the same place."""
    anchor = "#" + "".join(card.anchor for card in desk.heads_up(one.item))
    if isinstance(one.stands, BookItem):
        outer = desk.doors.get(one.stands)
        return Turn(outer.behind + anchor, name_behind(desk, one.stands, outer)) if outer else None
    leaf = row.get(desk.pages.get(one.stands, ""))
    return Turn(leaf.address + anchor, leaf.title) if leaf else None
