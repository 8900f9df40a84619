"""The order of the book: which pages stand in the row, part by part."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lsbook.model.book import Book
from lsbook.pages import search
from lsbook.pages.content import (
    about_book,
    about_me,
    chapters,
    family_tree,
    glossary,
    homes,
    keepsakes,
    letters,
    people,
    photos,
    proud,
    questions,
    schools,
    timeline,
)
from lsbook.pages.content import help as help_page
from lsbook.pages.content.sensitive import make_threshold
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageModel
from lsbook.pages.layout.sensitive_items import collect_types

PRESENT_FIRST = ("who-am-i", "how-i-got-here", "my-people", "where-im-going")
CHRONOLOGICAL = ("how-i-got-here", "who-am-i", "my-people", "where-im-going")
ORDERS = {"present-first": PRESENT_FIRST, "chronological": CHRONOLOGICAL}

PageMaker = Callable[[PageContext], tuple[PageModel, ...]]


def order_parts(book: Book) -> tuple[str, ...]:
    """The four parts in the order that the story chose."""
    return ORDERS.get(book.order, PRESENT_FIRST)


def make_chapter_pages(context: PageContext, part: str) -> tuple[PageModel, ...]:
    """The chapters of a part in the story's order; for a hard one, its threshold. An empty one is not there."""
    models: list[PageModel | None] = []
    for at, chapter in enumerate(context.book.chapters):
        if chapter.part == part and chapter in context.entry_points:
            models.append(make_threshold(context, chapter))
        elif chapter.part == part and not chapter.heads_up:
            models.append(chapters.make_page(context, chapter, context.addresses[f"chapter {at}"]))
    return tuple(filter(None, models))


PAGE_MAKERS: dict[str, tuple[PageMaker, ...]] = {
    "who-am-i": (
        about_me.make_pages,
        proud.make_pages,
        partial(make_chapter_pages, part="who-am-i"),
        keepsakes.make_pages,
    ),
    "how-i-got-here": (
        partial(make_chapter_pages, part="how-i-got-here"),
        homes.make_pages,
        timeline.make_pages,
        schools.make_pages,
    ),
    "my-people": (
        people.make_pages,
        family_tree.make_pages,
        partial(make_chapter_pages, part="my-people"),
        letters.make_pages,
        photos.make_pages,
    ),
    "where-im-going": (
        questions.make_pages,
        about_me.make_hopes_pages,
        partial(make_chapter_pages, part="where-im-going"),
    ),
}


def make_front_pages(context: PageContext) -> tuple[PageModel, ...]:
    """What stands before the story."""
    return about_book.make_how_to_pages(context)


def make_back_pages(context: PageContext) -> tuple[PageModel, ...]:
    """What stands after the story."""
    return (
        *glossary.make_pages(context),
        *search.make_pages(context),
        *help_page.make_pages(context),
        *about_book.make_about_book_pages(context, collect_types(context.book)),
    )


def make_part_pages(context: PageContext, part: str) -> tuple[PageModel, ...]:
    """The pages of one part, in their order."""
    return tuple(model for make in PAGE_MAKERS[part] for model in make(context))
