"""A walk through a Book: every item that is hard news, and the page it would stand on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.book import (
    AboutMe,
    Book,
    BookItem,
    Chapter,
    HeadsUp,
    Letter,
    LetterBlock,
    Medium,
    Person,
    Question,
    WorkTime,
)
from lsbook.model.vocabulary import AboutMeKind, ItemKind
from lsbook.model.walk import list_fields
from lsbook.pages.layout.pictures import ImageMaker


class SensitiveItem(Struct, frozen=True):
    """``parent`` is the key of the page on which a heads-up stands for it: a page, or the page of another hard item.

    ``question`` is what it answers, where it is the answer to a question that is itself no hard news.
    """

    item: BookItem
    parent: str | BookItem
    question: Question | None = None

    @property
    def topic(self) -> str:
        """What its heads-up says that it is about."""
        return format_topic(self.item.heads_up) if self.item.heads_up else ""


PAGE_KEYS = {
    ItemKind.ABOUT_ME: "about-me",
    ItemKind.PEOPLE: "people",
    ItemKind.HOMES: "homes",
    ItemKind.SCHOOLS: "schools",
    ItemKind.MOMENTS: "timeline",
    ItemKind.KEEPSAKES: "keepsakes",
    ItemKind.QUESTIONS: "questions",
    ItemKind.MEDIA: "photos",
    ItemKind.WORDS: "words",
    ItemKind.CHAPTERS: "contents",
    ItemKind.LETTERS: "letters",
}
"""Where each part of a Book stands."""
NO_PAGE = ""
"""A picture that is in no album has no page to come back to but the contents."""
PICTURE_FIELDS = frozenset({"photo", "photos", "scan", "medium", "media", "read_aloud"})
"""Fields that hold positions in ``Book.media``."""


def find_sensitive_items(book: Book, images: ImageMaker) -> tuple[SensitiveItem, ...]:
    """Every hard item once, in the order of the Book; a picture that could not be made is not there at all."""
    by_item: dict[BookItem, SensitiveItem] = {}
    for sensitive in _iter_items(book):
        if not isinstance(sensitive.item, Medium) or images.is_usable(sensitive.item):
            by_item.setdefault(sensitive.item, sensitive)
    return tuple(by_item.values())


def format_topic(heads_up: HeadsUp) -> str:
    """What hard news is about: workers write "about Mum's drinking" and "Mum's drinking" alike."""
    words = heads_up.about.strip().rstrip(".")
    return words[len("about ") :].lstrip() if words.lower().startswith("about ") else words


def group_by_topic(items: Iterable[SensitiveItem]) -> dict[str, tuple[SensitiveItem, ...]]:
    """Hard news by subject, in the order of the book: what has the same words on its heads-up is one subject.

    Nothing is guessed: the words are the worker's. A subject begins with its chapters, then comes what stands in
    chapters, then all the rest. Its words are those of whatever comes first in the book.
    """
    topics: dict[str, str] = {}
    subjects: dict[str, list[SensitiveItem]] = {}
    for item in items:
        topic = topics.setdefault(_fold_topic(item.topic), item.topic)
        subjects.setdefault(topic, []).append(item)
    return {topic: tuple(sorted(members, key=_rank)) for topic, members in subjects.items()}


def _fold_topic(topic: str) -> str:
    return " ".join(topic.casefold().replace("’", "'").split())


def _rank(sensitive_item: SensitiveItem) -> int:
    if isinstance(sensitive_item.item, Chapter):
        return 0
    stands_in_chapter = isinstance(sensitive_item.parent, Chapter) or str(sensitive_item.parent).startswith("chapter ")
    return 1 if stands_in_chapter else 2


def drop_repeated_items(book: Book, items: tuple[SensitiveItem, ...]) -> tuple[SensitiveItem, ...]:
    """``items`` of one subject without those that another of them shows: what it holds, its letter, its picture."""
    members = frozenset(item.item for item in items)
    shown = {other for item in items for other in _iter_shown_items(book, item.item, members)}
    return tuple(item for item in items if item.parent not in members and item.item not in shown)


def _iter_shown_items(book: Book, holder: BookItem, members: frozenset[BookItem]) -> Iterator[BookItem]:
    """The letters and media of the Book that stand in ``holder``; what could hold its like holds none here."""
    for value in _iter_own_subject(holder, members):
        if isinstance(value, LetterBlock) and not isinstance(holder, Letter):
            yield book.letters[value.letter]
        if not isinstance(holder, Medium):
            for name, inner in list_fields(value):
                if name in PICTURE_FIELDS:
                    yield from (book.media[at] for at in _list_positions(inner))


def _iter_own_subject(value: object, members: frozenset[BookItem]) -> Iterator[object]:
    """``value`` and all that stands in it, but for hard news about something else."""
    if isinstance(value, tuple):
        for part in value:
            yield from _iter_own_subject(part, members)
    elif not (isinstance(value, BookItem) and value.heads_up and value not in members):
        yield value
        for _, inner in list_fields(value):
            yield from _iter_own_subject(inner, members)


def _list_positions(value: object) -> tuple[int, ...]:
    """The positions in a field of ``PICTURE_FIELDS``: one, several or none."""
    every = value if isinstance(value, tuple) else (value,)
    return tuple(at for at in every if isinstance(at, int))


def collect_pictures(value: object) -> Iterator[int]:
    """The pictures of anything that is not hard news itself, as positions in ``Book.media``, in their order."""
    for at, behind in _iter_pictures(value, is_sensitive=False):
        if not behind:
            yield at


def find_sensitive_pictures(book: Book) -> frozenset[int]:
    """Pictures that stand in hard news and nowhere else: the scan of a hard letter is in no album."""
    everything = (
        book.child,
        book.what_is_new,
        book.foreword,
        book.records,
        *(getattr(book, field) for field in PAGE_KEYS if field is not ItemKind.MEDIA),
    )
    seen = frozenset(_iter_pictures(everything, is_sensitive=False))
    open_ones = {at for at, behind in seen if not behind} | {book.cover, book.child.photo}
    return frozenset(at for at, _ in seen if at not in open_ones)


def collect_types(book: Book) -> frozenset[type]:
    """The types of everything in a Book that is not hard news."""
    return frozenset(type(value) for value in _iter_values(book))


def _iter_items(book: Book) -> Iterator[SensitiveItem]:
    yield from _iter_item(book.child.names, "about-me")
    yield from _iter_item(book.what_is_new, "about-book")
    yield from _iter_item(book.foreword, "foreword")
    yield from _iter_item(book.records, "records")
    behind = find_sensitive_pictures(book)
    for field, page in PAGE_KEYS.items():
        for at, item in enumerate(getattr(book, field)):
            stands = "hopes" if isinstance(item, AboutMe) and item.category is AboutMeKind.HOPE else page
            if field is ItemKind.MEDIA and at in behind:
                stands = NO_PAGE
            if getattr(item, "heads_up", None):
                yield SensitiveItem(item, stands)
                yield from _iter_parts(item, item)
            elif isinstance(item, Person):
                yield from _iter_parts(item, f"person {at}")
            elif isinstance(item, Chapter):
                yield from _iter_parts(item, f"chapter {at}")
            elif isinstance(item, Question):
                yield from (replace(part, question=item) for part in _iter_parts(item, stands))
            else:
                yield from _iter_parts(item, stands)


def _iter_item(value: object, parent: str | BookItem) -> Iterator[SensitiveItem]:
    if isinstance(value, BookItem) and value.heads_up:
        is_apart = isinstance(value, WorkTime) and isinstance(parent, str)
        yield SensitiveItem(value, "workers" if is_apart else parent)
        parent = value
    yield from _iter_parts(value, parent)


def _iter_parts(value: object, parent: str | BookItem) -> Iterator[SensitiveItem]:
    if isinstance(value, tuple):
        for part in value:
            yield from _iter_item(part, parent)
    else:
        for _, inner in list_fields(value):
            yield from _iter_item(inner, parent)


def _iter_pictures(value: object, *, is_sensitive: bool) -> Iterator[tuple[int, bool]]:
    """Every picture in ``value``, in its order, and whether it stands in hard news."""
    waiting: list[tuple[object, bool, bool]] = [(value, is_sensitive, False)]
    while waiting:
        part, is_behind, is_picture = waiting.pop()
        if is_picture and isinstance(part, tuple | int):
            yield from ((at, is_behind) for at in _list_positions(part))
        elif isinstance(part, tuple):
            waiting += [(inner, is_behind, False) for inner in reversed(part)]
        else:
            is_behind = is_behind or (isinstance(part, BookItem) and part.heads_up is not None)
            fields = [(inner, is_behind, name in PICTURE_FIELDS) for name, inner in list_fields(part)]
            waiting += reversed(fields)


def _iter_values(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for part in value:
            yield from _iter_values(part)
    elif isinstance(value, Struct) and not (isinstance(value, BookItem) and value.heads_up):
        yield value
        for _, inner in list_fields(value):
            yield from _iter_values(inner)
