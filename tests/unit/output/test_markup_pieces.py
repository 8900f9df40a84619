"""A page that is read article by article is read as it is read whole."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from lsbook.output.markup import read_page
from lsbook.output.markup_pieces import MarkupPieces, read_page_in_pieces

_HEAD = '<!doctype html>\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n<main>\n'
_ARTICLES = (
    '<p id="a"><a href="b.html#c">one\ntwo</a></p>\n',
    '<img src="c.jpg" srcset="d.jpg 1x, e.jpg 2x">\n',
    '<svg><path fill="url(#g)"></path></svg>\n',
    "&amp; &quot",
    "words",
    '<p id="twice">\n',
    "<svg>",
    "</svg>",
    "<script>",
    "<script></script>",
    "<script>x</script>",
    "</script>",
    "<style>a{}</style>",
    '<script type="application/json">["<p>"]</script>',
    '<script src="f.dat"></script>',
    "<!-- ",
    " -->",
    '<a href="',
    '">',
    "<textarea>",
    '<META HTTP-EQUIV="content-security-policy" content="x">',
)
_PAGES = st.lists(st.lists(st.sampled_from(_ARTICLES), max_size=3).map("".join), min_size=1, max_size=6)


@given(_PAGES, _PAGES, st.booleans())
@example([_ARTICLES[0], *_ARTICLES[1:4]], [_ARTICLES[4], *_ARTICLES[1:4]], True)
def test_reads_the_same_in_pieces(before: list[str], after: list[str], has_policy: bool) -> None:
    """Addresses, ids, faults and lines are the same, whatever was read of an earlier page, and however bad it is."""
    known: MarkupPieces = {}
    for articles in (before, after):
        page = _HEAD * has_policy + "".join(f'<article id="s{at}">\n{article}\n' for at, article in enumerate(articles))
        markup, known = read_page_in_pieces(page, known)
        assert markup == read_page(page)


def test_remembers_what_stands_in_each_article() -> None:
    """Each article of a good page is remembered."""
    page = _HEAD + "".join(
        f'<article id="s{at}">\n{article}' for at, article in enumerate((*_ARTICLES[:3], _ARTICLES[4]))
    )
    assert len(read_page_in_pieces(page, {})[1]) == 4
