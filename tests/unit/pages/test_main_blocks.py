"""What stands on screen and on paper alike is rendered once."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader
from markupsafe import Markup

from lsbook.pages.html import make_environment
from lsbook.pages.main_blocks import MainBlocks, PageNotes, mark_only, select_parts
from tests.unit.pages.sample import TEMPLATES

PAGE = b"the digest of a page"
PARTS = {
    "right.html": '<b>\n{% call only("screen") %}\n<p>tap</p>\n{% endcall %}\n</b>\n',
    "wrong.html": '{% call only("stone") %}{% endcall %}',
}


def show(notes: PageNotes) -> tuple[str, list[str]]:
    """The main block of a page that leads to Jan, and the names of all that was rendered for it."""
    rendered = []

    def render() -> Markup:
        rendered.append("main")
        notes.links.add("pages/jan.html")
        notes.is_first("jan")
        return Markup("both")

    return notes.show_main(render), rendered


def test_paper_has_the_main_block_of_the_screen() -> None:
    """The block is rendered for the screen alone, and its links and anchors count on paper too."""
    blocks: MainBlocks = {}
    assert show(PageNotes(PAGE, False, blocks)) == ("both", ["main"])
    paper = PageNotes(PAGE, True, blocks, links={"look/a.css"})
    assert show(paper) == ("both", [])
    assert paper.links == {"look/a.css", "pages/jan.html"}
    assert not paper.is_first("jan")
    assert blocks == {}


def test_what_one_place_shows_is_left_out_of_the_other() -> None:
    """A part that a template marks for the screen or for paper stands there alone, and no mark stands anywhere."""
    html = "a" + mark_only("screen", "b") + "c" + mark_only("paper", "<p>\nd</p>") + "e"
    assert select_parts(html, for_paper=False) == "abce"
    assert select_parts(html, for_paper=True) == "ac<p>\nd</p>e"


def test_a_template_marks_what_one_place_shows() -> None:
    """The block leaves no line of its own behind, and a place that is neither is an error."""
    env = make_environment(TEMPLATES).overlay(loader=DictLoader(PARTS))
    html = env.get_template("right.html").render()
    assert select_parts(html, for_paper=False) == "<b>\n<p>tap</p>\n</b>\n"
    assert select_parts(html, for_paper=True) == "<b>\n</b>\n"
    with pytest.raises(ValueError, match="for the screen or for paper"):
        env.get_template("wrong.html").render()


def test_another_page_has_a_block_of_its_own() -> None:
    """Only the same inputs give the same block, and a page without a screen is rendered on paper."""
    blocks: MainBlocks = {}
    show(PageNotes(PAGE, False, blocks))
    assert show(PageNotes(b"another", True, blocks)) == ("both", ["main"])
    assert show(PageNotes(PAGE, False)) == ("both", ["main"])


def test_what_stands_around_a_block_is_none_of_its_links() -> None:
    """The links of the frame on screen do not come to paper with the block."""
    blocks: MainBlocks = {}
    show(PageNotes(PAGE, False, blocks, links={"pages/find.html"}))
    paper = PageNotes(PAGE, True, blocks)
    show(paper)
    assert paper.links == {"pages/jan.html"}
