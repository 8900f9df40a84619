"""Which spreads a Book has: those that a person chose, or those that any Book has something for."""

from __future__ import annotations

from lsbook.model.book import Book
from lsbook.model.vocabulary import PageLook
from lsbook.pages.language.catalog import Catalog, resolve_look
from lsbook.pages.layout.pictures import ImageMaker
from lsbook.pages.layout.spread import NO_PICTURE_BOOK, PictureBook
from lsbook.pages.picture_book.cut_chapters import cut_chapters
from lsbook.pages.picture_book.default_spreads import make_default_spreads


def find_picture_book(book: Book, catalog: Catalog, images: ImageMaker) -> PictureBook:
    """The picture book of the child in the youngest look; in every other book there is none."""
    if resolve_look(book) is not PageLook.UNDER_5 or not book.edition.is_for_child:
        return NO_PICTURE_BOOK
    chosen = cut_chapters(book, images)
    return chosen if chosen.spreads else make_default_spreads(book, catalog, images)
