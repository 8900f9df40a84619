"""Hard news for the youngest: of each subject a small book of spreads, behind its heads-up.

Its words are those of the chapter about it, else of the first of its items that spreads can hold. What they cannot hold
stands on the page behind them, for the grown-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from lsbook.drawings.scenes import Scene
from lsbook.model.book import Block, Book, BookItem, Chapter, FlaggedBlock, Prose, Statement
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout.pictures import ImageMaker
from lsbook.pages.layout.render_prose import extract_text
from lsbook.pages.layout.sensitive_items import SensitiveItem, drop_repeated_items
from lsbook.pages.layout.spread import SmallBook, Spread
from lsbook.pages.picture_book.cut_chapters import MAX_SPREADS, cut_prose, find_rest, is_text_alone

LONGEST_WORDS = 190
"""In letters: what is longer goes over the page, with the same picture."""


def find_small_books(
    book: Book, images: ImageMaker, subjects: Mapping[str, Sequence[SensitiveItem]]
) -> Mapping[str, SmallBook]:
    """The small book of each subject by its topic; there is none where no item is made of sentences and pictures."""
    books = {topic: _make_small_book(book, images, topic, items) for topic, items in subjects.items()}
    return {topic: small for topic, small in books.items() if small}


def _make_small_book(book: Book, images: ImageMaker, topic: str, items: Sequence[SensitiveItem]) -> SmallBook | None:
    subject = frozenset(item.item for item in items)
    like = Spread(capitalize_first(topic), (), None, Scene.WINDOW)
    for item in drop_repeated_items(book, tuple(items)):
        small = None if item.question else _cut_item(images, item.item, like, subject)
        if small and 0 < len(small.spreads) < MAX_SPREADS:
            return small
    return None


def _cut_item(images: ImageMaker, item: BookItem, like: Spread, subject: frozenset[BookItem]) -> SmallBook | None:
    match item:
        case Chapter(inside=inside, hold=None):
            titled = replace(like, title=item.title or like.title, language=item.language)
            cut, rest = cut_prose(images, inside, titled, subject), find_rest(images, inside, subject)
            whole = cut.is_whole and is_text_alone(item)
            left = None if whole else replace(item, inside=rest) if rest else item
            return SmallBook(tuple(_split_spreads(cut.spreads)), item, left)
        case Statement(says=prose, hold=None) | FlaggedBlock(inside=prose, hold=None):
            cut = cut_prose(images, prose, like, subject)
            return SmallBook(tuple(_split_spreads(cut.spreads)), item, None) if cut.is_whole else None
        case _:
            return None


def _split_spreads(spreads: Sequence[Spread]) -> Iterator[Spread]:
    """``spreads``, of which one with more words than it has room for goes over the page; a paragraph stays whole."""
    for spread in spreads:
        for words in _split_words(spread.inside):
            yield replace(spread, inside=words)


def _split_words(prose: Prose) -> Iterator[Prose]:
    page: tuple[Block, ...] = ()
    for block in prose:
        if page and len(extract_text((*page, block))) > LONGEST_WORDS:
            yield page
            page = ()
        page = (*page, block)
    yield page
