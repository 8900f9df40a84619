"""What is read at once, or passed over, is read as Python's own reader of pages reads it, tag by tag."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lsbook.output.markup import _MarkupReader

SIGNS = "<\"'=> /&;-!?\n\t"
TAGS = (
    "<a",
    "<b ",
    "</a>",
    "<img",
    "<script>",
    "</script>",
    "</svg>",
    "<meta",
    "<set",
    "<style",
    "<title>",
    "<svg",
    "<!--",
    "-->",
    "<?",
    "<![CDATA[",
)
ATTRIBUTES = (
    *(' href="x.html"', ' class="a b"', " alt='c'", " open", ' ID="d"', ' e="&amp;"', ' f="<"', ' h:i="#g"'),
    *(" hidden", ' alt="&"', ' aria-label="a>b"', ' id="j"', ' style="k"', ' onclick="l"', ' http-equiv="refresh"'),
)
ICONS = ('<svg class="icon" fill="none">', '<svg stroke="url(#a)">', '<path d="M0 1"/>', '<path id="b"/>')
ENDS = ("/>", " />", "h", ' i="">', ' j="k\nl"')
PIECES = st.sampled_from([*SIGNS, *TAGS, *ATTRIBUTES, *ICONS, *ENDS])
PAGES = (
    '<p class="a">b</p>',
    '<img src="a"/>',
    "<br />",
    '<a href="b"\nid="c">',
    '<title id="d"><b>',
    '<x y="1"" z="2">',
    '<p class="a"id="b">',
    '<p hidden id="c" class>',
    "<svg><a class='b'></svg><math></math><script></script>",
    '<animate class="a" attributename="href"><base class="b">',
    '<script class="a">b</script>c</script><p onclick="d">',
    '<svg class="icon" viewBox="0 0 2 2" fill="none" aria-hidden="true"><path d="M0 1"/></svg><a id="b" hidden>',
    '<svg fill="url(a.svg#b)"><path d="M0 1"/></svg><svg><path d="" id="c"/></svg><svg/><svg><script></script></svg>',
)


class _Slow(_MarkupReader):
    """Reads tag by tag, as Python does, and passes over nothing."""

    parse_starttag = HTMLParser.parse_starttag
    parse_endtag = HTMLParser.parse_endtag


def _read(kind: type[_MarkupReader], page: str, *, is_whole: bool) -> tuple[object, ...]:
    """Everything that was read, its state at the end included: what follows may be read otherwise by it."""
    reader = kind()
    reader.feed(page)
    settled = reader.is_settled
    if is_whole:
        reader.close()
    return reader.addresses, reader.ids, reader.faults, reader.policy, reader.loads_data, settled, reader.is_settled


@given(st.lists(PIECES, max_size=24).map("".join), st.booleans())
@example('<p class="a" id="b">c<img src="d.jpg" alt=""><br/>\n<a href="e.html#f">g</a></p>', True)
@example('<style media="print">p{}<a href="x"></style><a href="y">', True)
@example('<p hidden class="a">b &amp; c</p>\n<svg><set class="d" attributename="href"/></svg><script>e</script>', True)
@example('<p>&amp;\n</p>&am<b class="&"', False)
def test_made_up_pages_are_read_alike(page: str, is_whole: bool) -> None:
    """Whatever stands in a page, the same addresses, ids and faults are read on the same lines."""
    assert _read(_MarkupReader, page, is_whole=is_whole) == _read(_Slow, page, is_whole=is_whole)


@pytest.mark.parametrize("page", PAGES)
def test_tags_of_every_form_are_read_alike(page: str) -> None:
    """Plain tags, tags that end in themselves, tags over two lines, raw elements, and broken ones."""
    assert _read(_MarkupReader, page, is_whole=True) == _read(_Slow, page, is_whole=True)
