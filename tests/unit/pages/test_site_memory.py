"""In a process that stays, pages that are made from the same are not made again, and no page is an old one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar, cast

import pytest
from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.book import Book
from lsbook.model.prose import Text
from lsbook.model.walk import list_field_names
from lsbook.pages import SiteMemory, SitePlan, plan_site
from lsbook.pages.page_inputs import PageInputs
from tests.unit.pages.sample import TEMPLATES, book, renditions

T = TypeVar("T")


def _add_word(value: T) -> T:
    """``value`` with one word more in each piece of its text."""
    return cast(T, _reword(value))


def _reword(value: object) -> object:
    if isinstance(value, Text):
        return Text(f"{value.text} Hail")
    if isinstance(value, tuple):
        return tuple(map(_reword, value))
    if isinstance(value, Struct):
        return replace(value, **{field: _reword(getattr(value, field)) for field in list_field_names(type(value))})
    return value


def _list_pages(plan: SitePlan) -> list[PageInputs]:
    return [*plan.screen, *plan.paper.all_inputs]


EDITS: tuple[Callable[[Book], Book], ...] = (
    lambda whole: replace(whole, about_me=_add_word(whole.about_me)),
    lambda whole: replace(whole, people=_add_word(whole.people)),
    lambda whole: replace(whole, homes=_add_word(whole.homes)),
    lambda whole: replace(whole, moments=_add_word(whole.moments)),
    lambda whole: replace(whole, keepsakes=_add_word(whole.keepsakes)),
    lambda whole: replace(whole, questions=_add_word(whole.questions)),
    lambda whole: replace(whole, words=_add_word(whole.words)),
    lambda whole: replace(whole, chapters=_add_word(whole.chapters)),
    lambda whole: replace(whole, letters=_add_word(whole.letters)),
    lambda whole: replace(whole, made_on=whole.made_on + timedelta(days=400)),
    lambda whole: replace(whole, groups=whole.groups[::-1]),
    lambda whole: replace(whole, child=replace(whole.child, name="Bo")),
    lambda whole: replace(whole, chapters=whole.chapters[1:]),
    lambda whole: replace(whole, chapters=(replace(whole.chapters[0], title="Hail"), *whole.chapters[1:])),
    lambda whole: replace(whole, talk_to=()),
    lambda whole: whole,
)


def _expect_what_nothing_remembered(look: str, edits: tuple[Callable[[Book], Book], ...]) -> None:
    memory, first = SiteMemory(), book(look)
    unchanged = first, plan_site(first, renditions(first), TEMPLATES)
    for edited in (edit(first) for edit in edits):
        for whole, anew in ((edited, plan_site(edited, renditions(edited), TEMPLATES)), unchanged):
            remembered = plan_site(whole, renditions(whole), TEMPLATES, memory)
            assert _list_pages(remembered) == _list_pages(anew)
            assert [page.links for page in remembered.screen] == [page.links for page in anew.screen]


@pytest.mark.parametrize(("look", "every"), [("9-12", 1), ("under-5", 3), ("18-plus", 3)])
def test_pages_are_those_of_a_book_made_from_nothing(look: str, every: int) -> None:
    """Whatever of a book changes, and back: its pages, and what they declare, are those that nothing remembered."""
    _expect_what_nothing_remembered(look, EDITS[::every])


@pytest.mark.slow
@pytest.mark.unmeasured
@pytest.mark.parametrize("look", ["under-5", "18-plus"])
def test_every_edit_of_other_looks_gives_the_pages_of_a_book_made_from_nothing(look: str) -> None:
    """The same holds for each edit of the books of the youngest and of adults."""
    _expect_what_nothing_remembered(look, EDITS)


def test_a_chapter_that_changed_makes_few_pages_again() -> None:
    """The other chapters, and pages that tell nothing of chapters, are the very same as in the last book."""
    memory, whole = SiteMemory(), book()
    before = plan_site(whole, renditions(whole), TEMPLATES, memory)
    changed = replace(whole, chapters=(*whole.chapters[:-1], _add_word(whole.chapters[-1])))
    after = plan_site(changed, renditions(changed), TEMPLATES, memory)
    made_again = {*map(id, after.screen)} - {*map(id, before.screen)}
    assert 0 < len(made_again) < len(after.screen) / 3


def test_pictures_that_changed_make_every_page_again() -> None:
    """Where a photo has become another, no page is taken from the last book."""
    memory, whole = SiteMemory(), book()
    before = plan_site(whole, renditions(whole), TEMPLATES, memory)
    after = plan_site(whole, replace(renditions(whole), by_file={}), TEMPLATES, memory)
    assert not {*map(id, after.screen)} & {*map(id, before.screen)}
