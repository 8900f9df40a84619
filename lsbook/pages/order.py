"""The order of the book: which pages stand in the row, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from msgspec import Struct

from lsbook.model.book import Book
from lsbook.model.vocabulary import BookOrder, Part
from lsbook.pages import search
from lsbook.pages.content import (
    about_book,
    about_me,
    chapters,
    family_tree,
    foreword,
    glossary,
    health,
    homes,
    keepsakes,
    letters,
    own_children,
    people,
    photos,
    proud,
    questions,
    records,
    schools,
    things_to_do,
    timeline,
    workers,
)
from lsbook.pages.content import help as help_page
from lsbook.pages.content.long_pages import cut_long_pages
from lsbook.pages.content.subjects import make_threshold
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.declarations import iter_links
from lsbook.pages.layout.page_model import PageModel
from lsbook.pages.layout.sensitive_items import collect_types

PARTS_BY_ORDER = {
    BookOrder.PRESENT_FIRST: tuple(Part),
    BookOrder.CHRONOLOGICAL: (Part.HOW_I_GOT_HERE, Part.WHO_AM_I, Part.MY_PEOPLE, Part.WHERE_IM_GOING),
}

PageMaker = Callable[[PageContext], tuple[PageModel, ...]]


def order_parts(book: Book) -> tuple[Part, ...]:
    """The four parts in the order that the story chose."""
    return PARTS_BY_ORDER[book.order]


def make_chapter_pages(context: PageContext, part: Part) -> tuple[PageModel, ...]:
    """The chapters of a part in the story's order; for a hard one, its threshold. An empty one is not there."""
    models: list[PageModel | None] = []
    for at, chapter in enumerate(context.book.chapters):
        if chapter.part is part and chapter in context.entry_points:
            if _is_first_of_subject(context, at):
                models.append(make_threshold(context, chapter))
        elif chapter.part is part and not chapter.heads_up and at not in context.picture_book.chapters:
            address = context.addresses[f"chapter {at}"]
            make = partial(chapters.make_page, context, chapter, address)
            models.append(context.recall(f"chapter at {address}", chapter, make))
    return tuple(filter(None, models))


def _is_first_of_subject(context: PageContext, at: int) -> bool:
    """Whether no chapter before that at ``at`` stands behind the same heads-up."""
    entry_points = context.entry_points
    own, before = entry_points[context.book.chapters[at]], context.book.chapters[:at]
    return not any(entry_points.get(chapter) == own for chapter in before)


PAGE_MAKERS: dict[Part, tuple[PageMaker, ...]] = {
    Part.WHO_AM_I: (
        about_me.make_pages,
        proud.make_pages,
        partial(make_chapter_pages, part=Part.WHO_AM_I),
        keepsakes.make_pages,
        things_to_do.make_pages,
    ),
    Part.HOW_I_GOT_HERE: (
        partial(make_chapter_pages, part=Part.HOW_I_GOT_HERE),
        homes.make_pages,
        timeline.make_pages,
        schools.make_pages,
    ),
    Part.MY_PEOPLE: (
        people.make_pages,
        family_tree.make_pages,
        partial(make_chapter_pages, part=Part.MY_PEOPLE),
        letters.make_pages,
        photos.make_pages,
        health.make_pages,
        workers.make_pages,
    ),
    Part.WHERE_IM_GOING: (
        questions.make_pages,
        about_me.make_hopes_pages,
        partial(make_chapter_pages, part=Part.WHERE_IM_GOING),
        records.make_pages,
        own_children.make_pages,
    ),
}


BACK_PAGE_MAKERS: tuple[PageMaker, ...] = (
    about_book.make_how_to_pages,
    glossary.make_pages,
    search.make_pages,
    help_page.make_pages,
    lambda context: about_book.make_about_book_pages(context, collect_types(context.book)),
)


def make_front_pages(context: PageContext) -> tuple[PageModel, ...]:
    """What stands before the story."""
    return foreword.make_pages(context)


class PageGroup(Struct, frozen=True):
    """The pages of one maker, where each that is too long is followed by its pieces."""

    make: PageMaker
    models: tuple[PageModel, ...]


def make_groups(context: PageContext, makers: Iterable[PageMaker]) -> tuple[PageGroup, ...]:
    """The pages of ``makers``, in their order."""
    return tuple(
        PageGroup(make, context.recall(f"pages of {make!r}", None, partial(_make_group, context, make)))
        for make in makers
    )


def _make_group(context: PageContext, make: PageMaker) -> tuple[PageModel, ...]:
    return cut_long_pages(context, make(context))


def fold_groups(context: PageContext, groups: Iterable[PageGroup]) -> tuple[PageModel, ...]:
    """The pages of ``groups`` in a context that has folds by now, while that in which they were made had none.

    Only those are made again that stand within others, or lead to one that does: no other has an address that changes.
    """
    return tuple(
        model
        for group in groups
        for model in (_make_group(context, group.make) if _is_near_fold(group.models, context.folds) else group.models)
    )


def _is_near_fold(models: tuple[PageModel, ...], folds: Mapping[str, str]) -> bool:
    """Whether one of ``models`` stands within another page, or leads to one that does."""
    if any(model.address in folds for model in models):
        return True
    return any(link.partition("#")[0] in folds for link in iter_links(models))
