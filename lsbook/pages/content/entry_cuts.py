"""Which homes and schools of a long story stand together on a page: known before any page is made, as people are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lsbook.model.book import Book, Home, School, Stay
from lsbook.model.vocabulary import ItemKind
from lsbook.pages.content.homes import order_homes
from lsbook.pages.content.people import cut_people
from lsbook.pages.content.schools import order_schools
from lsbook.pages.layout.addresses import collect_text
from lsbook.pages.layout.cuts import IMAGE_WEIGHT, CutEntry, cut

SECTION_WEIGHT = 700
"""Bytes of HTML around the words of a home, a school or a stay."""


def _cut_homes(book: Book) -> tuple[tuple[int, ...], ...]:
    return _cut([(at, book.homes[at]) for at in order_homes(book)])


def _cut_schools(book: Book) -> tuple[tuple[int, ...], ...]:
    return _cut([(at, book.schools[at]) for at in order_schools(book)])


def _cut(entries: list[tuple[int, Home]] | list[tuple[int, School]]) -> tuple[tuple[int, ...], ...]:
    """The positions of ``entries`` by page; none where all have room on one. Hard news stands on none of them."""
    runs = cut([CutEntry(at, entry.name, "", _weigh(entry)) for at, entry in entries if not entry.heads_up])
    return tuple(run.values for run in runs) if len(runs) > 1 else ()


def _weigh(entry: Home | School) -> int:
    stays = [stay for stay in entry.stays if isinstance(stay, Stay)] if isinstance(entry, Home) else []
    pictures = sum(len(stay.photos) for stay in stays) + 1
    return SECTION_WEIGHT * (1 + len(stays)) + IMAGE_WEIGHT * pictures + len(collect_text(entry).encode())


ENTRY_CUTTERS: Mapping[ItemKind, Callable[[Book], tuple[tuple[int, ...], ...]]] = {
    ItemKind.PEOPLE: cut_people,
    ItemKind.HOMES: _cut_homes,
    ItemKind.SCHOOLS: _cut_schools,
}
"""Kinds of entries that names lead to, and who stands together on each page of a long story."""
