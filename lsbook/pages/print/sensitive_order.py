"""Hard news on paper stands in the order of time, as far as the story dates it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.model.book import BookItem
from lsbook.model.vocabulary import ItemKind
from lsbook.model.walk import list_fields
from lsbook.model.when import AtAge, Dated, Point, Span, When, find_bounds, sort_key
from lsbook.pages.layout.addresses import collect_text
from lsbook.pages.layout.context import EntryPoint, PageContext

DATE_FIELDS = ("when", "from_")
"""Fields that say when something was."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SortKey = tuple[int, int, int]
_UNDATED: _SortKey = (-1, 0, 0)


def order_entry_points(context: PageContext) -> tuple[EntryPoint, ...]:
    """The subjects by the earliest date in them, or year in their words; one with neither follows the one before it."""
    dates: dict[EntryPoint, _SortKey] = {}
    born, known = context.book.child.born, dict(_iter_dates(context))
    for item, entry in context.entry_points.items():
        date = known.get(item) or _find_year(item, born)
        key = sort_key(date, born) if date else _UNDATED
        dates[entry] = min(filter(_is_dated, (key, dates.get(entry, _UNDATED))), default=_UNDATED)
    last = _UNDATED
    for entry, key in dates.items():
        last = dates[entry] = key if _is_dated(key) else last
    return tuple(sorted(dates, key=lambda entry: dates[entry]))


def _is_dated(key: _SortKey) -> bool:
    return key != _UNDATED


def _find_year(item: BookItem, born: When) -> When | None:
    """The first year since the child was born that the words of ``item`` name."""
    since = find_bounds(born)[0]
    years = (int(year) for year in YEAR.findall(collect_text(item)))
    first = next((year for year in years if since and year >= since.year), None)
    return Dated(Point(first)) if first else None


def _iter_dates(context: PageContext) -> Iterator[tuple[BookItem, When]]:
    """Every item with its own date, or with that of what it stands in."""
    for kind in ItemKind:
        yield from _iter_inner_dates(getattr(context.book, kind), None)


def _iter_inner_dates(value: object, around: When | None) -> Iterator[tuple[BookItem, When]]:
    if isinstance(value, tuple):
        for part in value:
            yield from _iter_inner_dates(part, around)
        return
    fields = list_fields(value)
    own = next(
        (date for name, date in fields if name in DATE_FIELDS and isinstance(date, Dated | Span | AtAge)), around
    )
    if isinstance(value, BookItem) and own:
        yield value, own
    for _, inner in fields:
        yield from _iter_inner_dates(inner, own)
