"""Every page, edition and look can be read and used by anybody: the table of reader.md, in Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.building import put
from tests.sharing import EDITIONS, in_every_run
from tests.system.browser.accessible import DESK, axe, faults, size, too_wide
from tests.system.browser.conftest import DRESSED_ALIKE, Sample
from tests.system.browser.windows import Window
from tests.system.hostile.stories import build, picture, story
from tests.system.hostile.tricked import yaml_files

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

NARROW = "5-8"
"""The edition that axe looks at on the smallest screen too, in every run; with ``--all-pages`` it looks at each."""
_FOCUS = """
    const one = document.activeElement;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const seen = box.bottom > 0 && box.top < innerHeight;
    return [one === document.body ? '' : one.outerHTML.slice(0, 90), parseFloat(style.outlineWidth), seen];
"""
_FOCUSABLE = """
    const all = document.querySelectorAll('a[href], button, input, select, textarea, video, audio');
    return [...all].filter(one => one.checkVisibility()).length;
"""

_MOVING = """
    const moves = style => style.transitionDuration !== '0s' || style.animationName !== 'none';
    return [...document.querySelectorAll('*')].filter(one => moves(getComputedStyle(one))).map(one => one.className);
"""
_EDGES = """
    const pressed = [...document.querySelectorAll('.button, .to-talk')].filter(one => one.checkVisibility());
    return pressed.map(one => getComputedStyle(one).borderTopWidth);
"""


@pytest.mark.parametrize("edition", in_every_run(EDITIONS, ("9-12",)))
def test_pages_can_be_read_and_used_by_anybody(
    chromium: Window, books: Path, edition: str, sample: Sample, request: pytest.FixtureRequest
) -> None:
    """Axe finds nothing, nothing is too wide, cut off, too small or hard to hit, and no picture is silent."""
    narrow = edition == NARROW or bool(request.config.getoption("--all-pages"))
    source = axe()
    pages = sample(books / edition)
    assert len(pages) >= (3 if edition in DRESSED_ALIKE else 6)
    found = {f"{page.name}: {one}" for page in pages for one in faults(chromium, page, source, narrow=narrow)}
    assert found == set()


@pytest.mark.parametrize("edition", in_every_run(("under-5", "5-8", "9-12", "13-17", "18-plus"), ("9-12",)))
def test_the_keyboard_reaches_everything(chromium: Window, books: Path, edition: str) -> None:
    """The Tab key comes to all that can be pressed, in sight and outlined by 3 px or more, and out at the end."""
    size(chromium.driver, DESK, 800)
    chromium.open(books / edition / "Open my book.html")
    reached = []
    for _ in range(chromium.driver.execute_script(_FOCUSABLE) + 2):
        chromium.driver.switch_to.active_element.send_keys(Keys.TAB)
        what, outline, seen = chromium.driver.execute_script(_FOCUS)
        if not what:
            break
        assert seen and outline >= 3, what
        reached.append(what)
    assert len(reached) >= chromium.driver.execute_script(_FOCUSABLE)


def test_what_these_tests_look_for_can_be_found(chromium: Window, tmp_path: Path) -> None:
    """A page with a picture without words, a tiny wide line and a small button is found out in every point."""
    page = tmp_path / "bad.html"
    page.write_text(
        "<!doctype html><html lang=en><title>x</title><main><h1>x</h1><img src='x.png'>"
        "<p style='white-space:nowrap;font-size:9px'>" + "long " * 300 + "</p><button>a</button>"
        "<div style='overflow:hidden;height:9px'>cut off<br>below</div>"
        "<p style='width:2em;overflow-wrap:anywhere'>wellies</p></main></html>",
        encoding="utf-8",
    )
    said = "\n".join(faults(chromium, page, axe()))
    for needed in (
        "axe image-alt",
        "no words for",
        "smaller than 16",
        "too wide",
        "small target",
        "cut when spaced",
        "broken word",
    ):
        assert needed in said


@pytest.mark.parametrize("edition", in_every_run(("5-8", "13-17", "18-plus"), ("5-8",)))
def test_no_word_is_too_long(chromium: Window, tmp_path: Path, edition: str) -> None:
    """Names and words longer than the smallest screen is wide are broken, wherever they stand."""
    folder = story(tmp_path / "story")
    name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    for file, text in yaml_files([f"{name} {name.lower()}", name]).items():
        put(folder / file, text)
    put(folder / "media" / "photo", picture())
    put(folder / "chapters" / "01.md", f"---\ntitle: {name}\npart: who-am-i\n---\n{name} [[p0]]\n\n> {name}\n")
    put(folder / "letters" / "hello.md", f"---\nfrom: jan\nkind: hello\ntitle: {name}\n---\n{name}\n")
    said = build(folder, "--edition", edition)
    assert said.exit_code == 0, said.stderr
    pages = sorted((folder / "books" / edition).rglob("*.html"))
    assert len(pages) > 15
    assert {page.name: wide for page in pages if (wide := too_wide(chromium, page))} == {}


def test_nothing_moves_for_those_who_want_calm(chromium: Window, books: Path) -> None:
    """Where the device asks for less motion, nothing on a page is animated, and no page ever moves by itself."""
    calm = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    chromium.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", calm)
    for edition in EDITIONS:
        chromium.open(books / edition / "Open my book.html")
        assert chromium.driver.execute_script(_MOVING) == [], edition
    chromium.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize("edition", ["under-5", "9-12", "13-17"])
def test_colours_of_the_device_leave_everything_there(chromium: Window, books: Path, edition: str) -> None:
    """In forced colours every word and picture of a page is still to be seen, and what can be pressed has an edge."""
    forced = {"features": [{"name": "forced-colors", "value": "active"}]}
    chromium.open(books / edition / "Open my book.html")
    words = chromium.driver.find_element(By.TAG_NAME, "body").text
    chromium.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", forced)
    assert chromium.driver.find_element(By.TAG_NAME, "body").text == words
    edges = chromium.driver.execute_script(_EDGES)
    assert edges and "0px" not in edges
    chromium.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
