"""Books in Chromium and in Firefox, with a person's settings: nothing runs, nothing is asked for, nothing is said."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.sharing import in_every_run, once
from tests.system.browser.conftest import DRESSED_ALIKE, Sample
from tests.system.browser.windows import Window
from tests.system.hostile.tricked import elements, make_tricked

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

BROKEN = """
    const all = [...document.images];
    all.forEach(image => { image.loading = 'eager' });
    const waiting = all.map(image => image.decode().then(() => null, () => image.src));
    return Promise.all(waiting).then(found => found.filter(address => address));
"""
ELEMENTS = """
    const found = new Set();
    for (const one of document.querySelectorAll('*')) {
        found.add(one.localName + ' ');
        for (const name of one.getAttributeNames()) { found.add(one.localName + ' ' + name) }
    }
    return [...found];
"""
EXPLAINED = {"button aria-controls", "button aria-expanded", "span id"}
"""What the book's own script makes where a word is explained in its place."""
POLICY = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
SETTLED = 1.0
"""Seconds in which a page that wants something from outside has asked for it."""


@pytest.mark.parametrize("edition", in_every_run(("5-8", "13-17", "carers"), ("5-8",)))
def test_pages_open_with_nothing_asked_and_nothing_said(
    window: Window, books: Path, edition: str, sample: Sample
) -> None:
    """Pages of three looks open with all their pictures, and the browser blocks, reports and asks for nothing."""
    inside = (books / edition).as_uri()
    pages = sample(books / edition)
    for page in pages:
        window.open(page)
        assert window.driver.execute_script(BROKEN) == [], page.name
        outside = [one for one in window.loaded() if not one.startswith((inside, "data:text/vtt;"))]
        assert outside == [], page.name
    assert window.said() == []
    time.sleep(SETTLED)
    assert window.outside.asked == []
    assert len(pages) >= (3 if edition in DRESSED_ALIKE else 6)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="http://evil.example/x.png" alt="">',
        '<link rel="stylesheet" href="http://evil.example/x.css">',
        '<meta http-equiv="refresh" content="0;url=http://evil.example/">',
        '<iframe src="http://evil.example/"></iframe>',
        "<script>new Image().src = 'http://evil.example/x.png'</script>",
    ],
)
def test_a_page_that_reaches_out_is_noticed(window: Window, tmp_path: Path, body: str) -> None:
    """What these tests look for can be seen: a page without its policy that asks for something is found out."""
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>x</title>{body}", encoding="utf-8")
    window.open(page)
    while not window.outside.asked:
        time.sleep(0.05)
    assert any("evil.example" in line for line in window.outside.asked)


def test_what_a_policy_blocks_is_noticed(window: Window, tmp_path: Path) -> None:
    """What these tests look for can be seen: each thing that the policy blocks is said by the browser."""
    page = tmp_path / "page.html"
    body = '<img src="http://evil.example/x.png" alt=""><script>1</script><p style="color:red">x</p>'
    page.write_text(f"<!doctype html>{POLICY}<title>x</title>{body}", encoding="utf-8")
    window.open(page)
    said: list[str] = []
    while len([one for one in said if "Content" in one and "Policy" in one]) < 3:
        said += window.said()
        time.sleep(0.05)
    assert window.outside.asked == []


@pytest.fixture(scope="module")
def tricked(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Path], set[str]]:
    """The longest pages of a book full of tricks, and the elements and attributes that a harmless one has."""
    place = once(tmp_path_factory, "tricked", make_tricked)
    allowed = {f"{tag} {name}".lower() for tag, name in elements(place / "harmless" / "books" / "9-12")}
    pages = sorted((place / "all" / "books" / "9-12").rglob("*.html"), key=lambda page: -page.stat().st_size)
    return pages[:5], allowed


def test_a_book_full_of_tricks_runs_nothing(window: Window, tricked: tuple[list[Path], set[str]]) -> None:
    """Pages that hold every trick as words have, in the browser's own eyes, a harmless book's elements and no more."""
    pages, allowed = tricked
    allowed = allowed | EXPLAINED
    for page in pages:
        window.open(page)
        assert {one.lower() for one in window.driver.execute_script(ELEMENTS)} - allowed == set()
        assert window.driver.title != "qzran"
        assert "document.title=" in window.driver.page_source
    time.sleep(SETTLED)
    assert window.said() == []
    assert window.outside.asked == []
