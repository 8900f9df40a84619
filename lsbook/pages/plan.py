"""The plan of the book: which pages there may be, and where they stand, before any of them is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lsbook.model.book import Book, BookItem, Card
from lsbook.model.media import Renditions
from lsbook.model.site import PRINT_PAGE
from lsbook.model.vocabulary import NAMED_KINDS
from lsbook.pages.content.chapters import PART_KEYS
from lsbook.pages.content.entry_cuts import ENTRY_CUTTERS
from lsbook.pages.content.long_pages import MAX_CHAPTERS_ON_COVER
from lsbook.pages.content.people import has_page
from lsbook.pages.language.catalog import Catalog, resolve_look
from lsbook.pages.language.dates import DateFormatter
from lsbook.pages.language.language_tags import resolve_locale
from lsbook.pages.layout.addresses import PAGE_ANCHORS, AddressRequest, assign_slugs
from lsbook.pages.layout.context import EntryPoint, PageContext
from lsbook.pages.layout.pictures import ImageMaker
from lsbook.pages.layout.render_prose import extract_text
from lsbook.pages.layout.sensitive_items import SensitiveItem, find_sensitive_items, group_by_topic
from lsbook.pages.layout.spread import PictureBook, SmallBook
from lsbook.pages.layout.word_symbols import SymbolFinder
from lsbook.pages.picture_book.find_spreads import find_picture_book
from lsbook.pages.picture_book.small_books import find_small_books

PAGE_TITLES = {
    "how-to": "how-title",
    "about-me": "about-me-title",
    "proud": "proud-title",
    "hopes": "hopes-title",
    "timeline": "timeline-title",
    "homes": "homes-title",
    "schools": "schools-title",
    "people": "people-title",
    "family-tree": "tree-title",
    "keepsakes": "keepsakes-title",
    "letters": "letters-title",
    "photos": "photos-title",
    "things-to-do": "play-title",
    "questions": "questions-title",
    "words": "words-title",
    "help": "help-title",
    "about-book": "about-book-title",
    "my-pages": "mine-title",
    "find": "find-title",
    "closed": "closed-title",
    "foreword": "foreword-title",
    "health": "health-title",
    "records": "records-title",
    "workers": "workers-title",
    "own-children": "own-children-title",
}
"""The pages that every book may have, and their titles."""


def make_context(book: Book, catalog: Catalog, renditions: Renditions) -> tuple[PageContext, tuple[SensitiveItem, ...]]:
    """The context with every address in it, and the hard news that it has entry points for."""
    pictures = ImageMaker(book, renditions)
    sensitive_items = find_sensitive_items(book, pictures)
    picture_book = find_picture_book(book, catalog, pictures)
    subjects = group_by_topic(sensitive_items)
    small_books = find_small_books(book, pictures, subjects) if picture_book.spreads else {}
    requests = {
        **dict(_request_addresses(book, catalog, sensitive_items, picture_book)),
        **dict(_request_small_books(catalog, small_books)),
        **dict(_request_spreads(catalog, picture_book)),
    }
    pages = {key: f"pages/{stem}.html" for key, stem in assign_slugs(requests, (Path(PRINT_PAGE).stem,)).items()}
    pages |= _address_chapters(picture_book, pages)
    letters = assign_slugs(
        {f"letter {at}": AddressRequest(item.title, item) for at, item in enumerate(book.letters)},
        PAGE_ANCHORS,
    )
    entry_points = dict(_make_entry_points(subjects, small_books, pages))
    cards = dict(_address_cards(book, pages, entry_points))
    dates = DateFormatter(
        catalog, resolve_locale(book.language), book.child.born, book.made_on, bool(book.child.is_ageless)
    )
    return PageContext(
        book,
        catalog,
        dates,
        pictures,
        cards,
        entry_points,
        {**pages, **letters, "print": PRINT_PAGE},
        picture_book=picture_book,
        small_books=small_books,
        symbols=SymbolFinder(renditions.symbols if book.edition.has_symbols else (), book.language),
    ), sensitive_items


def _request_addresses(
    book: Book, catalog: Catalog, sensitive_items: tuple[SensitiveItem, ...], picture_book: PictureBook
) -> Iterator[tuple[str, AddressRequest]]:
    for key, title in PAGE_TITLES.items():
        yield key, AddressRequest(catalog.say(title), key)
    for at, chapter in enumerate(book.chapters):
        if not chapter.heads_up and at not in picture_book.chapters:
            yield f"chapter {at}", AddressRequest(chapter.title, chapter)
    for part, key in PART_KEYS.items():
        if sum(chapter.part is part for chapter in book.chapters) > MAX_CHAPTERS_ON_COVER:
            yield f"contents {part}", AddressRequest(catalog.say(key), "contents")
    for kind, cut_entries in ENTRY_CUTTERS.items():
        entries = getattr(book, kind)
        for at, positions in enumerate(cut_entries(book)):
            names = (entries[positions[0]].name, entries[positions[-1]].name)
            yield f"{kind} {at}", AddressRequest(" ".join(names), kind)
    for at, person in enumerate(book.people):
        if not person.heads_up and has_page(book, person, resolve_look(book)):
            yield f"person {at}", AddressRequest(person.name, person)
    for topic, items in group_by_topic(sensitive_items).items():
        inside = tuple(sensitive_item.item for sensitive_item in items)
        yield f"threshold {topic}", AddressRequest(catalog.say("heads-up-title", topic=topic), inside)
        yield f"behind {topic}", AddressRequest(topic, inside)


def _request_spreads(catalog: Catalog, picture_book: PictureBook) -> Iterator[tuple[str, AddressRequest]]:
    for at, spread in enumerate(picture_book.spreads):
        yield f"spread {at}", AddressRequest(extract_text(spread.inside) or spread.title, spread.title)
    if picture_book.spreads:
        yield "spread end", AddressRequest(catalog.say("end-title"), "end")
        yield "grown-up", AddressRequest(catalog.say("grown-up-door"), "grown-up")


def _make_entry_points(
    subjects: Mapping[str, tuple[SensitiveItem, ...]], small_books: Mapping[str, SmallBook], pages: Mapping[str, str]
) -> Iterator[tuple[BookItem, EntryPoint]]:
    """The way to each item of hard news."""
    for topic, items in subjects.items():
        spreads = tuple(pages[key] for key in _list_spread_keys(topic, small_books))
        entry_point = EntryPoint(topic, pages[f"threshold {topic}"], pages[f"behind {topic}"], spreads)
        yield from ((sensitive_item.item, entry_point) for sensitive_item in items)


def _list_spread_keys(topic: str, small_books: Mapping[str, SmallBook]) -> tuple[str, ...]:
    return tuple(
        f"small {topic} {at}" for at, _ in enumerate(small_books[topic].spreads if topic in small_books else ())
    )


def _request_small_books(
    catalog: Catalog, small_books: Mapping[str, SmallBook]
) -> Iterator[tuple[str, AddressRequest]]:
    """Called after the topic alone: what is told behind a heads-up stands in no name of a file."""
    for topic, small_book in small_books.items():
        for key, spread in zip(_list_spread_keys(topic, small_books), small_book.spreads, strict=True):
            yield key, AddressRequest(f"{topic} {catalog.say('turn')}", extract_text(spread.inside))


def _address_chapters(picture_book: PictureBook, addresses: dict[str, str]) -> dict[str, str]:
    """A chapter that stands in the picture book is found at the first of its spreads."""
    first: dict[str, str] = {}
    for at, spread in enumerate(picture_book.spreads):
        if spread.chapter is not None and spread.chapter in picture_book.chapters:
            first.setdefault(f"chapter {spread.chapter}", addresses[f"spread {at}"])
    return first


def _address_cards(
    book: Book, addresses: dict[str, str], entry_points: dict[BookItem, EntryPoint]
) -> Iterator[tuple[Card, str]]:
    """Where a name leads: to a card among its kind, or to the threshold of what is hard news."""
    pages_by_card = {
        Card(kind, position): addresses[f"{kind} {at}"]
        for kind, cut_entries in ENTRY_CUTTERS.items()
        for at, positions in enumerate(cut_entries(book))
        for position in positions
    }
    for kind in NAMED_KINDS:
        entries = getattr(book, kind)
        anchors = assign_slugs(
            {str(at): AddressRequest(entry.name, entry) for at, entry in enumerate(entries)}, PAGE_ANCHORS
        )
        for at, entry in enumerate(entries):
            own = f"{pages_by_card.get(Card(kind, at), addresses[kind])}#{anchors[str(at)]}"
            yield Card(kind, at), entry_points[entry].threshold if entry in entry_points else own
