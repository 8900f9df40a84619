"""Rules about the picture book of the youngest: people choose it, it is short, and nothing hard is in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lsbook.checks.craft.sentences import split_sentences
from lsbook.checks.rule import Rule
from lsbook.checks.subject import EditionSubject, Subject, VisibleItem
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.prose import PageBreak, Paragraph
from lsbook.model.story import Chapter
from lsbook.model.story_text import StoryProse, TellingBlock
from lsbook.model.vocabulary import PageLook

MAX_SPREADS = 15
"""Spreads that people choose; with the end, which every picture book has, it is sixteen."""
MAX_SENTENCES, MAX_WORDS = 2, 25
"""In a paragraph of a spread."""


def find_books_without_choice(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each picture book of which nobody has chosen what stands in it."""
    for book in _iter_picture_books(subject):
        if not _list_chosen(book) and any(map(_can_be_chosen, book.visible_items)):
            yield Finding(
                Location(f"books/{book.edition.name}"),
                "Nobody has chosen what stands in this picture book, so lsbook put it together: the child, the homes,"
                " and who is there.",
                "Choose the chapters that this child loves: write picture-book: yes among their keys, and --- between"
                " one spread and the next.",
                severity=Severity.WARNING,
            )


def find_long_books(subject: Subject) -> Iterator[Finding]:
    """Yield a warning at the chapter with which a picture book becomes too long."""
    for book in _iter_picture_books(subject):
        count = 0
        for chapter in _list_chosen(book):
            count += _count_spreads(book, chapter.inside)
            if count > MAX_SPREADS:
                yield Finding(
                    chapter.at,
                    f"With this chapter the picture book has {count} spreads, and {MAX_SPREADS} fit.",
                    "Take picture-book: yes from a chapter. What does not fit stands in the pages for the grown-up.",
                    severity=Severity.WARNING,
                )
                break


def find_hard_chapters(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each chapter that is chosen and is hard news."""
    for book in _iter_picture_books(subject):
        for visible in book.visible_items:
            item = visible.item
            if isinstance(item, Chapter) and item.is_picture_book and item.heads_up:
                yield Finding(
                    item.at,
                    "This chapter is hard news (heads-up), and hard news never stands in the picture book.",
                    "Take picture-book: yes out. The chapter is a small book of its own, behind its door.",
                    severity=Severity.WARNING,
                )


def find_long_spreads(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each paragraph of a picture book that is too long to be read on a lap."""
    for book in _iter_picture_books(subject):
        chosen = {chapter.at for chapter in _list_chosen(book)}
        for passage in book.passages:
            if not passage.is_paragraph or not passage.ancestors or passage.ancestors[0].at not in chosen:
                continue
            around = [item for item in passage.ancestors[1:] if not isinstance(item, TellingBlock)]
            words, sentences = len(passage.text.split()), len(tuple(split_sentences(passage.text)))
            if not around and (words > MAX_WORDS or sentences > MAX_SENTENCES):
                yield Finding(
                    passage.locate(0),
                    f"A spread of the picture book has one sentence or two, and this has {sentences} ({words} words).",
                    "Put --- on a line of its own between what belongs to one picture and what belongs to the next, or"
                    " say it shorter.",
                    severity=Severity.WARNING,
                )


def _iter_picture_books(subject: Subject) -> Iterator[EditionSubject]:
    return (book for book in subject.books if book.edition.is_for_child and book.edition.look == PageLook.UNDER_5)


def _list_chosen(book: EditionSubject) -> tuple[Chapter, ...]:
    items = (visible.item for visible in book.visible_items)
    return tuple(item for item in items if isinstance(item, Chapter) and item.is_picture_book and item.heads_up is None)


def _can_be_chosen(visible: VisibleItem) -> bool:
    return isinstance(visible.item, Chapter) and visible.item.heads_up is None


def _count_spreads(book: EditionSubject, prose: StoryProse) -> int:
    marks = _iter_marks(book, prose)
    return sum(not is_turn for is_turn, _ in groupby(marks, lambda block: isinstance(block, PageBreak)))


def _iter_marks(book: EditionSubject, prose: StoryProse) -> Iterator[object]:
    """Yield the paragraphs and page breaks that this reader is told, in their order."""
    for block in prose:
        if isinstance(block, TellingBlock):
            version = block.telling.find_version(book.edition.age, book.edition.easy)
            yield from _iter_marks(book, version.content if version else ())
        elif isinstance(block, PageBreak | Paragraph):
            yield block


PICTURE_BOOK_NOT_CHOSEN = Rule(
    id="picture-book-not-chosen",
    severity=Severity.WARNING,
    explain=(
        "The youngest have a picture book of at most sixteen spreads. Where no chapter says picture-book: yes, lsbook"
        " makes one of what any story has: the child, home, who is there, being born, the homes before. That is true,"
        " and it is nobody's favourite. Somebody who knows the child chooses two or three chapters, each with --- on a"
        " line of its own between one spread and the next. The book is made all the same."
    ),
    find=find_books_without_choice,
    source="reader.md, principle 23",
)
PICTURE_BOOK_TOO_LONG = Rule(
    id="picture-book-too-long",
    severity=Severity.WARNING,
    explain=(
        "The chapters that say picture-book: yes have more spreads than a picture book: fifteen and its end. What comes"
        " after these stands in the pages for the grown-up only. Take picture-book: yes from a chapter, or put two"
        " spreads together."
    ),
    find=find_long_books,
    source="reader.md, principle 23",
)
PICTURE_BOOK_OF_HARD_NEWS = Rule(
    id="picture-book-of-hard-news",
    severity=Severity.WARNING,
    explain=(
        "A chapter says picture-book: yes and is hard news. A small child meets hard news with a grown-up who chose the"
        " moment, never by turning a page. It stays a small book of its own, which the page for the grown-up leads to."
        " Take picture-book: yes out."
    ),
    find=find_hard_chapters,
    source="reader.md, principles 4 and 23",
)
PICTURE_BOOK_WORDS = Rule(
    id="picture-book-words",
    severity=Severity.WARNING,
    explain=(
        "A spread of the picture book has one picture and a sentence or two, in large letters. A paragraph of this"
        " chapter has more. It is set smaller, and a small child stops listening. Put --- on a line of its own where"
        " the next picture begins, or say it shorter."
    ),
    find=find_long_spreads,
    source="reader.md, principles 11 and 23",
)
