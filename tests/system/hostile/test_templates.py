"""Templates and styles of an authority that would reach out of the book."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.files.resources import find_resources
from tests.building import put
from tests.sharing import in_every_run
from tests.system.hostile.stories import build, everything, story

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

CLOSED = '{{% extends "pages/base.html" %}}{{% block main %}}\n{}\n{{% endblock %}}\n'
REACHING = """
<img src="https://evil.example/x.png" alt="">
<img src="//evil.example/x.png" alt="">
<img src="\\\\evil.example\\share\\x.png" alt="">
<img src="/\\evil.example/x.png" alt="">
<img src="https:evil.example/x.png" alt="">
<img src="	https://evil.example/x.png" alt="">
<img src="data:image/svg+xml,%3Csvg/%3E" alt="">
<img src="../../../outside/photo.png" alt="">
<img src="file:///etc/passwd" alt="">
<img src="closed.html?x=1" alt="">
<img srcset="https://evil.example/x.png 2x" alt="">
<img srcset="//evil.example/x.png, closed.html 1x" alt="">
<picture><source srcset="//evil.example/x.png"></picture>
<video src="//evil.example/x.mp4"></video>
<video poster="//evil.example/x.png"></video>
<audio><source src="//evil.example/x.mp3"></audio>
<video><track src="//evil.example/x.vtt"></video>
<iframe src="//evil.example/"></iframe>
<iframe src="data:text/html,hello"></iframe>
<iframe srcdoc="hello"></iframe>
<embed src="//evil.example/">
<object data="//evil.example/"></object>
<object data="data:text/html,hello"></object>
<link rel="stylesheet" href="//evil.example/x.css">
<link rel="preconnect" href="https://evil.example">
<link rel="dns-prefetch" href="//evil.example">
<link rel="prefetch" href="https://evil.example/">
<link rel="modulepreload" href="https://evil.example/x.mjs">
<link rel="preload" as="image" imagesrcset="https://evil.example/x.png">
<link rel="icon" href="https://evil.example/x.ico">
<link rel="manifest" href="https://evil.example/x.json">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<meta http-equiv=" REFRESH " content="0">
<meta http-equiv="Content-Security-Policy" content="img-src https:">
<base href="https://evil.example/">
<form action="https://evil.example/"></form>
<form><button formaction="//evil.example/">x</button></form>
<form><input type="image" src="//evil.example/x.png"></form>
<a href="https://evil.example/">x</a>
<a href="javascript:alert(1)">x</a>
<a href="java&#10;script:alert(1)">x</a>
<a href="&#106;avascript:alert(1)">x</a>
<a href="mailto:x@evil.example">x</a>
<a href="#" ping="https://evil.example/">x</a>
<script src="https://evil.example/x.js"></script>
<script src="closed.html"></script>
<p onclick="x()">x</p>
<p style="background:url(//evil.example/x.png)">x</p>
<style>p{background:url(//evil.example/x.png)}</style>
<style>p{background:image-set("//evil.example/x.png" 1x)}</style>
<style>@import "//evil.example/x.css";</style>
<style>@import url(//evil.example/x.css);</style>
<style>@font-face{font-family:x;src:url(https://evil.example/x.woff2)}</style>
<style>p{background:\\75 rl(//evil.example/x.png)}</style>
<svg><image href="//evil.example/x.png"/></svg>
<svg><image xlink:href="//evil.example/x.png"/></svg>
<svg><use href="https://evil.example/x.svg#a"/></svg>
<svg><a href="https://evil.example/">x</a></svg>
<svg><path fill="url(https://evil.example/x.svg#a)"/></svg>
<svg><filter><feImage href="//evil.example/x.png"/></filter></svg>
<svg><a href="#"><set attributeName="href" to="https://evil.example/"/></a></svg>
<svg><script href="//evil.example/x.js"></script></svg>
<svg><style><img src="//evil.example/x.png"></style></svg>
<table background="//evil.example/x.png"></table>
<!-- <img src="https://evil.example/x.png"> -->
""".strip().split("\n")
UNCLOSED = [
    "<style>p{background:url(//evil.example/x.png",
    "<style>@import '//evil.example/x.css",
    "<!--><img src=https://evil.example/x.png>",
    "<![CDATA[<img src=//evil.example/x.png>]]>",
    '<?xml-stylesheet href="//evil.example/x.css"?>',
    "<textarea><img src=//evil.example/x.png>",
]
SLIPS = [
    "{{ 1/0 }}",
    "{% include 'nothing.html' %}",
    "{{ frame.nothing }}",
    "{% block %}",
    "{{ ''.nothing() }}",
    "{{ 'a' + 1 }}",
    "{{ none.x }}",
    "\x00{{",
]
STYLES = [
    "@import '//evil.example/x.css';",
    '@import url("https://evil.example/x.css");',
    "p { background: url(//evil.example/x.png) }",
    "p { background: url( 'https://evil.example/x.png' ) }",
    "p { background: u\\72l(https://evil.example/x.png) }",
    "p { background: url(data:image/png;base64,AAAA) }",
    'p { background: image-set("https://evil.example/x.png" 1x) }',
    "@font-face { font-family: x; src: url(//evil.example/x.woff2) }",
    "p { cursor: url(\\\\evil.example\\x.cur), auto }",
    "@import/**/'//evil.example/x.css';",
    "p { width: expression(alert(1)) }",
    "p { background: url(../../../../outside/photo.png) }",
    "p { background: url(//evil.example/x.png",
]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A story with a policy of its authority, so that templates beside it are used, and its book."""
    folder = story(tmp_path / "story")
    put(folder / "policy.yaml", "readers: []\n")
    put(
        folder / "templates" / "pages" / "base.html", (find_resources("templates") / "pages" / "base.html").read_bytes()
    )
    put(folder / "templates" / "pages" / "closed.html", CLOSED.format("<p>Our own page.</p>"))
    assert build(folder).exit_code == 0
    return folder


def refusal(folder: Path) -> str:
    """What is said of the story now; its old book stands as it was."""
    before = everything(folder / "books")
    result = build(folder)
    assert result.exit_code == 1
    assert everything(folder / "books") == before
    return result.stderr


def test_every_line_of_a_template_that_reaches_out_is_named(made: Path) -> None:
    """Each of the ways in which a page may reach out of a book is refused with its page and line."""
    pages = (page.read_text(encoding="utf-8").split("\n") for page in (made / "books" / "9-12" / "pages").iterdir())
    (first,) = (lines.index("<p>Our own page.</p>") + 1 for lines in pages if "<p>Our own page.</p>" in lines)
    put(made / "templates" / "pages" / "closed.html", CLOSED.format("\n".join(REACHING)))
    said = refusal(made)
    unnoticed = [line for number, line in enumerate(REACHING, first) if f".html:{number}:\n" not in said]
    assert unnoticed == []
    assert said.count("not in the story") >= len(REACHING) >= 60


@pytest.mark.parametrize("markup", in_every_run(UNCLOSED, UNCLOSED[::3]))
def test_what_is_never_closed_is_refused_too(made: Path, markup: str) -> None:
    """A tag, a style or a remark that a browser closes by itself, or never, does not get past the check."""
    page = (find_resources("templates") / "pages" / "base.html").read_text(encoding="utf-8")
    put(made / "templates" / "pages" / "base.html", page.rstrip() + markup)
    assert ".html:" in refusal(made)


def test_a_page_without_its_policy_is_refused(made: Path) -> None:
    """A frame of an authority's own that forgets the Content-Security-Policy makes no book."""
    page = (find_resources("templates") / "pages" / "base.html").read_text(encoding="utf-8").split("\n")
    kept = "\n".join(line for line in page if "Content-Security-Policy" not in line)
    put(made / "templates" / "pages" / "base.html", kept)
    assert "has no Content-Security-Policy" in refusal(made)


@pytest.mark.parametrize("style", in_every_run(STYLES, STYLES[::4]))
def test_a_style_that_reaches_out_is_refused(made: Path, style: str) -> None:
    """An address in an authority's style sheet that leads out of the book stops it, with the sheet's name."""
    sheet = (find_resources("templates") / "look" / "shared" / "print.css").read_text(encoding="utf-8")
    put(made / "templates" / "look" / "shared" / "print.css", f"{sheet}\n{style}\n")
    assert "print.css" in refusal(made)


@pytest.mark.parametrize("template", in_every_run(SLIPS, SLIPS[::3]))
def test_a_template_that_fails_is_a_sentence(made: Path, template: str) -> None:
    """A slip in a template of whatever kind is a problem in plain words, and never a traceback."""
    put(made / "templates" / "pages" / "closed.html", template)
    assert "This template" in refusal(made)
