"""Drawings are kept by all that they are drawn from, with the pages of their edition."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from lsbook.cache.page_store import PageStore
from lsbook.model.site import Page
from lsbook.pages import make_site, plan_site
from lsbook.pages.layout.drawing_memory import NO_DRAWINGS, DrawingMemory
from tests.unit.pages.sample import TEMPLATES, book, renditions


class _Pen:
    """Counts what it draws."""

    def __init__(self) -> None:
        self.count = 0

    def draw(self) -> str:
        self.count += 1
        return f"drawing {self.count}"


def _open(folder: Path, state: str) -> DrawingMemory:
    return DrawingMemory(PageStore(folder, stays=False, writes=True), state)


def test_a_drawing_of_the_same_is_drawn_once(tmp_path: Path) -> None:
    """Another process finds it, where what is drawn, and lsbook, are the same."""
    pen = _Pen()
    assert [_open(tmp_path, "a").recall(("family", 1), pen.draw) for _ in range(3)] == ["drawing 1"] * 3
    assert _open(tmp_path, "a").recall(("family", 2), pen.draw) == "drawing 2"
    assert _open(tmp_path, "b").recall(("family", 1), pen.draw) == "drawing 3"


def test_nothing_is_kept_where_nobody_can_tell_what_lsbook_is(tmp_path: Path) -> None:
    """Without a state, and without a store, everything is drawn."""
    pen = _Pen()
    for memory in (_open(tmp_path, ""), NO_DRAWINGS):
        memory.recall("family", pen.draw)
    assert pen.count == 2
    assert list(tmp_path.iterdir()) == []


def test_kept_drawings_are_those_of_a_book_made_from_nothing(tmp_path: Path) -> None:
    """A second run shows the same drawings and faces, and after a change of the family those of the new one."""
    whole = book("9-12")
    fewer = replace(whole, people=tuple(replace(person, partners=(), is_="friend") for person in whole.people))
    for shown in (whole, whole, fewer):
        pictures = renditions(shown)
        anew = plan_site(shown, pictures, TEMPLATES).drawings
        store = PageStore(tmp_path, stays=False, writes=True)
        kept = plan_site(shown, pictures, TEMPLATES, drawings=DrawingMemory(store, "a")).drawings
        assert kept == anew
        assert any(isinstance(file, Page) and file.path.endswith(".svg") for file in kept)
        store.forget_unused()


def test_a_site_keeps_its_drawings_with_its_pages(tmp_path: Path) -> None:
    """Made with a store, a site is the one that is made without, also the second time."""
    whole = book("9-12")
    pictures = renditions(whole)
    anew = make_site(whole, pictures, TEMPLATES)
    for _ in range(2):
        assert make_site(whole, pictures, TEMPLATES, PageStore(tmp_path, stays=False, writes=True), "a") == anew
