"""What stands on screen and on paper alike is rendered once."""

from __future__ import annotations

from markupsafe import Markup

from lsbook.pages.main_blocks import MainBlocks, PageNotes

PAGE = b"the digest of a page"


def show(notes: PageNotes, *, asks: bool = False) -> tuple[str, list[str]]:
    """The main block of a page that leads to Jan, and the names of all that was rendered for it."""
    rendered = []

    def render() -> Markup:
        rendered.append("main")
        notes.links.add("pages/jan.html")
        notes.is_first("jan")
        return Markup("paper" if asks and notes.on_paper else "both")

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


def test_a_block_that_asks_for_paper_is_rendered_for_each() -> None:
    """A template that shows something else on paper is rendered again."""
    blocks: MainBlocks = {}
    assert show(PageNotes(PAGE, False, blocks), asks=True) == ("both", ["main"])
    assert show(PageNotes(PAGE, True, blocks), asks=True) == ("paper", ["main"])


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
