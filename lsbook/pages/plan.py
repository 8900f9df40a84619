"""The plan of the book: which pages there may be, and where they stand, before any of them is made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsbook.model.book import Book, BookItem, Card
from lsbook.model.media import Renditions
from lsbook.model.site import WHOLE
from lsbook.pages.content.people import has_page
from lsbook.pages.language.dates import Dates
from lsbook.pages.language.language_tags import locale_of
from lsbook.pages.language.words import Words
from lsbook.pages.layout.addresses import TAKEN, Wish, distinct, spoken
from lsbook.pages.layout.context import Desk, Door, topic
from lsbook.pages.layout.pictures import Pictures
from lsbook.pages.layout.sensitive_items import Hard, hard_news

OWN = {
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
    "questions": "questions-title",
    "words": "words-title",
    "help": "help-title",
    "about-book": "about-book-title",
    "my-pages": "mine-title",
    "find": "find-title",
    "closed": "closed-title",
}
"""The pages that every book may have, and their titles."""
CARDS = ("people", "homes", "schools", "keepsakes")


def desk_for(book: Book, words: Words, renditions: Renditions) -> tuple[Desk, tuple[Hard, ...]]:
    """The desk with every address on it, and the hard news that it has doors for."""
    pictures = Pictures(book, renditions)
    hard = hard_news(book, pictures)
    wishes = dict(_wishes(book, words, hard))
    pages = {key: f"pages/{stem}.html" for key, stem in distinct(wishes, (Path(WHOLE).stem,)).items()}
    letters = distinct({f"letter {at}": Wish(one.title, spoken(one)) for at, one in enumerate(book.letters)}, TAKEN)
    doors = {
        one.item: Door(topic(one.item.hard), pages[f"threshold {at}"], pages[f"behind {at}"])
        for at, one in enumerate(hard)
        if one.item.hard
    }
    cards = dict(_cards(book, pages, doors))
    dates = Dates(words, locale_of(book.language), book.child.born, book.made)
    return Desk(book, words, dates, pictures, cards, doors, {**pages, **letters, "print": WHOLE}), hard


def _wishes(book: Book, words: Words, hard: tuple[Hard, ...]) -> Iterator[tuple[str, Wish]]:
    for key, title in OWN.items():
        yield key, Wish(words.say(title), key)
    for at, chapter in enumerate(book.chapters):
        if not chapter.hard:
            yield f"chapter {at}", Wish(chapter.title, spoken(chapter))
    for at, person in enumerate(book.people):
        if not person.hard and has_page(person):
            yield f"person {at}", Wish(person.name, spoken(person))
    for at, one in enumerate(hard):
        about = topic(one.item.hard) if one.item.hard else ""
        yield f"threshold {at}", Wish(words.say("heads-up-title", topic=about), spoken(one.item))
        yield f"behind {at}", Wish(about, spoken(one.item))


def _cards(book: Book, pages: dict[str, str], doors: dict[BookItem, Door]) -> Iterator[tuple[Card, str]]:
    """Where a name leads: to a card among its kind, or to the door of what is hard news."""
    for kind in CARDS:
        entries = getattr(book, kind)
        anchors = distinct({str(at): Wish(entry.name, spoken(entry)) for at, entry in enumerate(entries)}, TAKEN)
        for at, entry in enumerate(entries):
            own = f"{pages[kind]}#{anchors[str(at)]}"
            yield Card(kind, at), doors[entry].threshold if entry in doors else own
