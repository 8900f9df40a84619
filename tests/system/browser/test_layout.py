"""What stands on what, measured in Chromium: no box over words, and a drawing at every width."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.sharing import EDITIONS, in_every_run
from tests.system.browser.accessible import size
from tests.system.browser.conftest import Sample
from tests.system.browser.windows import Window

WIDTHS = (320, 390, 600, 800, 1024, 1280, 1440, 1920)
QUICK_WIDTHS = (390, 1024)
TALLEST = 16_000
"""Pixels: a window in which a whole page stands, so that every place on it can be asked for what is on top."""
_COVERED = """
    const found = new Set();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const holder = walk.currentNode.parentElement;
        const silent = '.unseen, .pb-hush, script, svg, .skip, dialog, .bar, .pb-top';
        const hidden = !holder.checkVisibility() || holder.closest(silent);
        if (hidden || !walk.currentNode.data.trim()) { continue }
        const said = document.createRange();
        said.selectNodeContents(walk.currentNode);
        for (const box of said.getClientRects()) {
            if (box.width < 4 || box.height < 4) { continue }
            for (const x of [box.left + 2, (box.left + box.right) / 2, box.right - 2]) {
                const y = (box.top + box.bottom) / 2;
                const top = document.elementFromPoint(x, y);
                const own = top?.getBoundingClientRect();
                if (top?.matches('h1,h2,h3,h4,p,span,a,li') && (y < own.top || y > own.bottom)) { continue }
                if (top?.matches('.pb-turn a')) { continue }
                if (top && !holder.contains(top) && !top.contains(holder)) {
                    found.add(`${top.localName}.${top.className} on ${holder.localName}.${holder.className}`);
                }
            }
        }
    }
    return [...found];
"""
"""What stands on top of words. Large letters have room above them that they do not fill: that is no cover.

Neither is the side of a spread that turns the page: nothing is seen of it but its sign, which would be found."""
_DRAWINGS = """
    const shown = one => one.checkVisibility() && one.getBoundingClientRect().width > 0;
    const scale = one => one.getBoundingClientRect().width / one.getAttribute('width');
    return [...document.querySelectorAll('.drawings')].map(
        each => [...each.querySelectorAll('img')].filter(shown).map(scale));
"""

_ALBUM = """
    const wide = one => one.getBoundingClientRect().width;
    const words = [...document.querySelectorAll('.photo-row figcaption')].map(wide);
    const photos = [...document.querySelectorAll('.photo-row img')].map(wide);
    const all = document.querySelectorAll('.gathering');
    const height = all[all.length - 1].getBoundingClientRect().bottom - all[0].getBoundingClientRect().top;
    return [height / 844, Math.min(...words), Math.min(...photos)];
"""
_TIMELINE = """
    const wide = one => one.getBoundingClientRect().width;
    const captions = [...document.querySelectorAll('.moment figcaption')];
    const letters = [...document.querySelectorAll('.moment :is(p, figcaption, figcaption span)')]
        .map(one => parseFloat(getComputedStyle(one).fontSize));
    const all = document.querySelectorAll('.home-time');
    const last = all[all.length - 1].getBoundingClientRect().bottom;
    const height = last - document.querySelector('.drawings').getBoundingClientRect().top;
    const photos = [...document.querySelectorAll('.moment .photo img')].map(wide);
    return [height / 844, Math.min(...letters), Math.min(...captions.map(wide)), Math.min(...photos)];
"""
LONGEST_TIMELINE = 15.0
"""Screens of a phone that the homes drawn and some fifty moments take."""
LONGEST_ALBUM, NARROWEST_WORDS = 12.5, 84
"""Screens of a phone that an album of some sixty pictures takes, and pixels that a name under a photo has."""

PHONE = 424
"""Up to this width a scrollbar lies over the page, and takes no room from it."""


def _look(window: Window, page: Path, width: int) -> Any:
    size(window.driver, width, TALLEST)
    window.driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": width <= PHONE})
    window.open(page)
    return window.driver


@pytest.mark.parametrize("edition", in_every_run(EDITIONS, ("5-8",)))
def test_nothing_stands_on_words_and_a_drawing_at_every_width(
    chromium: Window, books: Path, sample: Sample, request: pytest.FixtureRequest, edition: str
) -> None:
    """In every look no box covers words, and wherever a page has drawings one is shown, never smaller than drawn."""
    widths = WIDTHS if request.config.getoption("--all-pages") else QUICK_WIDTHS
    wrong = []
    for page in sample(books / edition):
        for width in widths if page.name != "print.html" else ():
            driver = _look(chromium, page, width)
            wrong += [f"{page.name} {width}: {fault}" for fault in driver.execute_script(_COVERED)]
            for scales in driver.execute_script(_DRAWINGS):
                if not scales or min(scales) < 0.99:
                    wrong.append(f"{page.name} {width}: drawings at {scales}")
    assert wrong == []


@pytest.mark.parametrize("edition", in_every_run(EDITIONS[:5], ("13-17",)))
def test_an_album_on_a_phone_is_short_and_its_words_have_room(chromium: Window, books: Path, edition: str) -> None:
    """On a phone the example's album ends in the screens it may take, and no words stand in a narrow column."""
    driver = _look(chromium, books / edition / "pages" / "photos.html", 390)
    size(driver, 390, 844)
    screens, words, photos = driver.execute_script(_ALBUM)
    assert screens <= LONGEST_ALBUM
    assert min(words, photos) >= NARROWEST_WORDS


@pytest.mark.parametrize("edition", in_every_run(("5-8", "9-12", "13-17", "18-plus"), ("9-12",)))
def test_a_timeline_on_a_phone_is_short_and_its_captions_can_be_read(
    chromium: Window, books: Path, edition: str
) -> None:
    """On a phone the example's timeline ends in the screens it may take, its captions large enough and with room."""
    (page,) = (books / edition / "pages").glob("*timeline.html")
    driver = _look(chromium, page, 390)
    size(driver, 390, 844)
    screens, letters, words, photos = driver.execute_script(_TIMELINE)
    assert screens <= LONGEST_TIMELINE
    assert letters >= 16
    assert min(words, photos) >= NARROWEST_WORDS


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("edition", [edition for edition in EDITIONS if edition != "under-5"])
def test_every_drawing_stands_at_eight_widths(chromium: Window, books: Path, edition: str, width: int) -> None:
    """Tree, road, timeline, groups and quilt stand at every width in each look, never smaller than drawn."""
    seen = 0
    for page in sorted((books / edition / "pages").glob("*.html")):
        if page.name == "print.html" or 'class="drawings"' not in page.read_text("utf-8"):
            continue
        for scales in _look(chromium, page, width).execute_script(_DRAWINGS):
            seen += 1
            assert scales and min(scales) >= 0.99, page.name
    assert seen >= (1 if edition == "carers" else 4)


def test_a_box_on_words_is_noticed(chromium: Window, tmp_path: Path) -> None:
    """A box that is planted over a sentence is found, and so is a drawing that no width shows."""
    page = tmp_path / "covered.html"
    page.write_text(
        '<!doctype html><title>x</title><body><p id="words">Sue sang all the way</p>'
        '<div style="position:absolute;inset:0;background:red"></div>'
        '<div class="drawings"><img width="320" style="display:none" src=""></div></body>',
        encoding="utf-8",
    )
    driver = _look(chromium, page, 800)
    assert driver.execute_script(_COVERED) == ["div. on p."]
    assert driver.execute_script(_DRAWINGS) == [[]]
