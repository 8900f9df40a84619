"""The order of the book: which leaves stand in the row of pages, part by part."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lsbook.model.book import Book
from lsbook.pages import search as finding
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
from lsbook.pages.content import help as helping
from lsbook.pages.content.sensitive import threshold
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf
from lsbook.pages.layout.sensitive_items import kinds

PRESENT_FIRST = ("who-am-i", "how-i-got-here", "my-people", "where-im-going")
CHRONOLOGICAL = ("how-i-got-here", "who-am-i", "my-people", "where-im-going")
ORDERS = {"present-first": PRESENT_FIRST, "chronological": CHRONOLOGICAL}

Maker = Callable[[Desk], tuple[Leaf, ...]]


def parts(book: Book) -> tuple[str, ...]:
    """The four parts in the order that the story chose."""
    return ORDERS.get(book.order, PRESENT_FIRST)


def story(desk: Desk, part: str) -> tuple[Leaf, ...]:
    """The chapters of a part in the story's order; for a hard one, its threshold. An empty one is not there."""
    made: list[Leaf | None] = []
    for at, chapter in enumerate(desk.book.chapters):
        if chapter.part == part and chapter in desk.doors:
            made.append(threshold(desk, chapter))
        elif chapter.part == part and not chapter.hard:
            made.append(chapters.leaf(desk, chapter, desk.pages[f"chapter {at}"]))
    return tuple(filter(None, made))


LEAVES: dict[str, tuple[Maker, ...]] = {
    "who-am-i": (about_me.leaves, proud.leaves, partial(story, part="who-am-i"), keepsakes.leaves),
    "how-i-got-here": (partial(story, part="how-i-got-here"), homes.leaves, timeline.leaves, schools.leaves),
    "my-people": (people.leaves, family_tree.leaves, partial(story, part="my-people"), letters.leaves, photos.leaves),
    "where-im-going": (questions.leaves, about_me.hopes, partial(story, part="where-im-going")),
}


def front(desk: Desk) -> tuple[Leaf, ...]:
    """What stands before the story."""
    return about_book.how_to(desk)


def back(desk: Desk) -> tuple[Leaf, ...]:
    """What stands after the story."""
    return (
        *glossary.leaves(desk),
        *finding.leaves(desk),
        *helping.leaves(desk),
        *about_book.about_book(desk, kinds(desk.book)),
    )


def leaves_of(desk: Desk, part: str) -> tuple[Leaf, ...]:
    """The pages of one part, in their order."""
    return tuple(leaf for make in LEAVES[part] for leaf in make(desk))
