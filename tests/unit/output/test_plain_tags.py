"""Tags that are read at once are read as Python's own reader of pages reads them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lsbook.output.markup import _MarkupReader

Event = tuple[str, tuple[tuple[str, str | None], ...], int]
"""The name of a tag, its attributes, and the line on which it begins."""
SIGNS = "<\"'=> /&;-!?\n\t"
TAGS = (
    "<a",
    "<b ",
    "</a>",
    "<img",
    "<script>",
    "</script>",
    "<style",
    "<title>",
    "<svg",
    "<!--",
    "-->",
    "<?",
    "<![CDATA[",
)
ATTRIBUTES = (' href="x.html"', ' class="a b"', " alt='c'", " open", ' ID="d"', ' e="&amp;"', ' f="<"', ' h:i="#g"')
ENDS = ("/>", " />", "h", ' i="">', ' j="k\nl"')
PIECES = st.sampled_from([*SIGNS, *TAGS, *ATTRIBUTES, *ENDS])
PAGES = (
    '<p class="a">b</p>',
    '<img src="a"/>',
    "<br />",
    '<a href="b"\nid="c">',
    '<title id="d"><b>',
    '<x y="1"" z="2">',
)


class _Plain(HTMLParser):
    """Notes the tags of a page as Python reads them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, tuple(attrs), self.getpos()[0]))


class _Quick(_MarkupReader):
    """Notes the tags of a page as the book's verification reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, tuple(attrs), self.getpos()[0]))


def _read(reader: _Plain | _Quick, page: str) -> list[Event]:
    reader.feed(page)
    reader.close()
    return reader.events


@given(st.lists(PIECES, max_size=24).map("".join))
@example('<p class="a" id="b">c<img src="d.jpg" alt=""><br/>\n<a href="e.html#f">g</a></p>')
@example('<style media="print">p{}<a href="x"></style><a href="y">')
def test_made_up_pages_are_read_alike(page: str) -> None:
    """Whatever stands in a page, the same tags with the same attributes are read on the same lines."""
    assert _read(_Quick(), page) == _read(_Plain(), page)


@pytest.mark.parametrize("page", PAGES)
def test_tags_of_every_form_are_read_alike(page: str) -> None:
    """Plain tags, tags that end in themselves, tags over two lines, raw elements, and broken ones."""
    assert _read(_Quick(), page) == _read(_Plain(), page) != []
