"""A book that is not as a book must be is never put in the old one's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.problem import Problem, ProblemsFound
from lsbook.model.site import Asset, Site, make_page
from lsbook.output import MarkupMemory, markup, verify, write
from tests.unit.output.sites import DOOR, POLICY, files_in, page, site

STILL = "pages/still.html"

BAD_MARKUP = {
    '<a href="https://example.org/">x</a>': "leads out of the book",
    '<a href="http:x">x</a>': "leads out of the book",
    '<a href="//host/x.png">x</a>': "leads out of the book",
    '<a href="/etc/passwd">x</a>': "leads out of the book",
    '<a href="C:/Users/x.html">x</a>': "leads out of the book",
    '<a href="c:x.html">x</a>': "leads out of the book",
    '<a href="\\\\host\\x">x</a>': "may not have",
    '<a href="file:///x">x</a>': "leads out of the book",
    '<a href="javascript:alert(1)">x</a>': "leads out of the book",
    '<a href="java\nscript:alert(1)">x</a>': "may not have",
    '<a href=" jan.html">x</a>': "may not have",
    '<a href="&#106;avascript:alert(1)">x</a>': "leads out of the book",
    '<a href="tel:08001111">x</a>': "leads out of the book",
    '<img src="data:image/png;base64,AAAA" alt="">': "leads out of the book",
    '<a href="../../outside.html">x</a>': "leads out of the book",
    '<a href="../../9-12/pages/jan.html">x</a>': "leads out of the book",
    '<a href="%2e%2e/%2e%2e/x.html">x</a>': "leads out of the book",
    '<a href="..%2fpages%2fjan.html">x</a>': "or to a folder",
    '<a href="">x</a>': "is empty",
    "<a href>x</a>": "is empty",
    '<a href="../pages">x</a>': "leads to a folder",
    '<a href="../pages/">x</a>': "or to a folder",
    '<a href="..">x</a>': "or to a folder",
    '<a href="jan.html?x=1">x</a>': "more than a file",
    '<a href="Jan.html">x</a>': 'is called "pages/jan.html"',
    '<a href="missing.html">x</a>': "not in the book",
    '<a href="jan.html#nowhere">x</a>': "not on that page",
    '<a href="#nowhere">x</a>': "not on that page",
    '<img src="../media/missing.jpg" alt="">': "not in the book",
    '<img srcset="../media/abc.jpg 640w, ../media/missing.jpg 1600w" alt="">': "not in the book",
    '<link rel="preload" as="image" imagesrcset="https://x/y.png 1x">': "leads out of the book",
    '<video poster="missing.jpg"></video>': "not in the book",
    '<object data="https://x/"></object>': "leads out of the book",
    '<form action="https://x/"></form>': "leads out of the book",
    '<button formaction="https://x/">x</button>': "leads out of the book",
    '<svg><use xlink:href="https://x/#y"/></svg>': "leads out of the book",
    '<svg><image href="missing.png"/></svg>': "not in the book",
    '<svg><image href="data:image/svg+xml;base64,AAAA"/></svg>': "leads out of the book",
    '<svg><a href="data:image/jpeg;base64,AAAA"/></svg>': "leads out of the book",
    '<svg><path fill="url(https://x/#y)"/></svg>': "leads out of the book",
    '<svg><a href="#"><animate attributeName="href" to="javascript:x"/></a></svg>': "where a link leads",
    "<style>p{background:url(https://x/y.png)}</style>": "leads out of the book",
    "<style>@import 'https://x/y.css';</style>": "leads out of the book",
    "<style>p{background:\\75rl(https://x/y.png)}</style>": "leads out of the book",
    "<style>p{background:url(/**/https://x/y.png)}</style>": "leads out of the book",
    '<style>p{background:image-set("https://x/y.png" 1x)}</style>': "may lead anywhere",
    '<p style="color:red">x</p>': "style of its own",
    '<p onclick="x()">x</p>': "program of its own",
    "<svg/onload=x>": "program of its own",
    '<iframe srcdoc="x"></iframe>': "program of its own",
    '<base href="#">': "no <base>",
    '<meta http-equiv="Refresh" content="0;url=jan.html">': "meta refresh",
    '<script src="jan.html"></script>': "another file",
    "<script>let a = 1;</script>": "does not name",
    '<script type="module">let a = 1;</script>': "does not name",
    '<p id="a"></p><p id="a"></p>': "stands twice",
    '<p id=""></p>': "empty or stands twice",
    '<!DOCTYPE svg [<!ENTITY x "y">]>': "rules of its own",
    '<?xml-stylesheet href="https://x/y.css"?>': "from elsewhere",
    "<!-- Priya: not before 2027 -->": "no remarks",
    "<!--><img src=//x/y.png>-->": "no remarks",
    "</ img src=//x/y.png>": "no remarks",
    "<svg><style><img src=//x/y.png></style></svg>": "inside a drawing",
    "<math><script>x</script></math>": "inside a drawing",
    "<style>p{background:url(https://x/y.png": "never closed",
    "<script>x": "never closed",
    '<svg><path fill="url(https://x/y.svg"/></svg>': "leads out of the book",
    "<style>p{background:url('https://x/y.png</style>": "leads out of the book",
    "<style>@import 'https://x/y.css</style>": "leads out of the book",
    "<style>p::after{content:'/*';background:url(https://x/y.png);x:'*/'}</style>": "leads out of the book",
    '<img attributionsrc="https://x/" alt="">': "leads out of the book",
    '<meta http-equiv="Content-Security-Policy" content="img-src *">': "policy lets in *",
    '<meta http-equiv="content-security-policy" content="script-src \'unsafe-inline\'">': "lets in 'unsafe-inline'",
}


def faults(made: Site, tmp_path: Path) -> tuple[Problem, ...]:
    """What is said about ``made``; an old book stands in its place and stays there, byte for byte."""
    place = tmp_path / "books" / "9-12"
    write(site(tmp_path / "workshop", "old"), place)
    before = files_in(place.parent)
    with pytest.raises(ProblemsFound) as refused:
        write(made, place)
    assert files_in(place.parent) == before
    assert {path.name for path in place.parent.iterdir()} == {"9-12"}
    return refused.value.problems


@pytest.mark.parametrize("markup", BAD_MARKUP)
def test_every_address_and_element_is_checked(tmp_path: Path, markup: str) -> None:
    """One wrong address, id, style or program in a page stops the book, with the page, the line and the reason."""
    made = site(tmp_path / "workshop", pages__still_html=page(f"<p>A line.</p>\n{markup}"))
    problems = faults(made, tmp_path)
    assert any(BAD_MARKUP[markup] in problem.what for problem in problems), problems
    assert {problem.at.path for problem in problems} == {(tmp_path / "books" / "9-12" / STILL).as_posix()}
    assert {problem.at.line for problem in problems} <= {4, 5}
    assert all("not in the story" in problem.remedy for problem in problems)


@pytest.mark.parametrize(
    "head",
    ["", f'<link rel="icon" href="../media/abc.jpg"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'],
)
def test_a_page_without_its_policy_is_refused(tmp_path: Path, head: str) -> None:
    """A page that does not say before its first address that nothing comes from elsewhere stops the book."""
    bare = f"<!DOCTYPE html>\n<html><head>{head}<title>x</title></head><body>x</body></html>\n"
    (problem,) = faults(site(tmp_path / "workshop", pages__still_html=bare), tmp_path)
    assert "has no Content-Security-Policy" in problem.what


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    """A book with faults on several pages, in a style sheet and in a drawing names them all together."""
    made = site(
        tmp_path / "workshop",
        pages__still_html=page('<a href="missing.html">x</a><a href="https://x/">y</a>'),
        look__look_css="p{}\n/* url(https://comment/) \n */ p { background: url(missing.svg), url(road.svg) }",
        look__road_svg='<svg xmlns="http://www.w3.org/2000/svg"><script>x</script><image href="//x/y"/></svg>',
    )
    found = [(problem.at.path.rpartition("/")[2], problem.at.line) for problem in faults(made, tmp_path)]
    assert found == [("look.css", 3), *[("road.svg", 1)] * 3, ("still.html", 3), ("still.html", 3)]


def test_what_nothing_leads_to_is_refused(tmp_path: Path) -> None:
    """A page, a photo or a text that cannot be reached from the doors does not belong in the book."""
    good = site(tmp_path / "workshop")
    extra = (make_page("pages/alone.html", page('<a href="jan.html">Jan</a>')), make_page("look/unused.css", "p{}"))
    made = Site((*good.pages, *extra), (*good.assets, Asset("media/unused.jpg", good.assets[0].file)), good.start_files)
    problems = faults(made, tmp_path)
    assert {problem.at.path.rpartition("/")[2] for problem in problems} == {"alone.html", "unused.css", "unused.jpg"}
    assert all("Nothing in the book leads" in problem.what for problem in problems)


def test_a_door_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A book whose door is missing is not made."""
    good = site(tmp_path / "workshop")
    problems = faults(Site(good.pages, good.assets, (*good.start_files, "start.html")), tmp_path)
    assert ["not there" in problem.what for problem in problems] == [True]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("pages/Jan.html", "a to z"),
        ("pages/jän.html", "a to z"),
        ("pages/my page.html", "a to z"),
        ("pages/jan", "a to z"),
        ("pages/jan.old.html", "a to z"),
        ("pages/jan.html.", "a to z"),
        ("pages/../../escape.html", "a to z"),
        ("../escape.html", "a to z"),
        ("/tmp/escape.html", "a to z"),
        ("pages//jan.html", "a to z"),
        ("pages\\jan.html", "a to z"),
        (".hidden.html", "a to z"),
        ("", "a to z"),
        (f"pages/{'a' * 36}.html", "more than 40"),
        ("a/" * 60 + "a.html", "more than 120"),
        ("pages/con.html", "Windows"),
        ("aux/a.html", "Windows"),
        ("pages/com1.html", "Windows"),
        ("look/look.js", "may run"),
        ("look/look.mjs", "may run"),
        ("pages/STILL.html", "one and the same"),
        ("pages/still.html", "one and the same"),
        ("book.sha256", "lsbook's own"),
    ],
)
def test_names_survive_every_stick(tmp_path: Path, path: str, said: str) -> None:
    """A name that some system cannot keep, or that leads out of the book, is refused before anything is written."""
    good = site(tmp_path / "workshop")
    problems = faults(Site((*good.pages, make_page(path, page("x"))), good.assets, good.start_files), tmp_path)
    assert any(said in problem.what for problem in problems), problems
    assert not (tmp_path / "escape.html").exists()
    assert not (tmp_path / "books" / "escape.html").exists()


def test_what_a_good_book_may_have_passes(tmp_path: Path) -> None:
    """Links, fragments, source sets, data, drawings and films that are as they should be are no fault."""
    body = (
        '<a href="jan.html#top">a</a><a href="#here">b</a><p id="here" data-href="https://x/">https://example.org</p>'
        '<img srcset="../media/abc.jpg 640w, ../media/abc.jpg 1600w" src="../media/abc.jpg" alt="url(https://x)">'
        '<video poster="../media/abc.jpg"></video>'
        '<script type="application/json">{"href": "https://x/"}</script><svg><use href="#here"/></svg>'
        '<object data="../look/road.svg#r"></object>'
        '<style>/* url(https://x) */ p{fill:url("../look/road.svg#r")}</style>'
    )
    made = site(tmp_path / "workshop", pages__still_html=page(body))
    assert write(made, tmp_path / "9-12").pages_written == 6
    assert DOOR in files_in(tmp_path / "9-12")


def test_what_was_read_before_is_not_taken_apart_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a process that stays, the second book of a place is read from the disk, and only a new page is taken apart."""
    place, sources, memory = tmp_path / "9-12", tmp_path / "sources", MarkupMemory()
    write(site(sources), place, memory=memory)
    before, texts = dict(memory.files), list[str]()

    def read_page(text: str) -> markup.Markup:
        texts.append(text)
        return markup.read_page(text)

    monkeypatch.setattr(verify, "_READERS", {**verify._READERS, "html": read_page})
    write(site(sources), place, memory=memory)
    assert (texts, memory.files) == ([], before)
    changed = page("<p>This page has changed.</p>")
    write(site(sources, pages__still_html=changed), place, memory=memory)
    assert texts == [changed]
    assert len(memory.files) == len(before)


def test_a_link_from_a_page_that_was_read_before_still_has_to_lead_somewhere(tmp_path: Path) -> None:
    """A page that is as it was is refused where the page that it leads to has changed."""
    place, sources, memory = tmp_path / "9-12", tmp_path / "sources", MarkupMemory()
    write(site(sources), place, memory=memory)
    without_top = page('<h1 id="head">Jan</h1>')
    with pytest.raises(ProblemsFound) as stopped:
        write(site(sources, pages__jan_html=without_top), place, memory=memory)
    assert any("not on that page" in problem.what for problem in stopped.value.problems)
