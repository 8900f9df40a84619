"""The cover is what a child sees first: name, picture and the way in, on any screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.sharing import EDITIONS, in_every_run
from tests.system.browser.accessible import BROKEN, size
from tests.system.browser.windows import Window

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

COVER = "Open my book.html"
LAPTOPS = ((1280, 610), (1366, 658), (1920, 970))
"""CSS pixels of the page in a full window: a screen less the browser's own bars."""
WIDTHS = (320, 390, 480, 768, 800, 1024, 1366, 1920)
NAMES = ("Jo", "Maya", "Rosalind", "Christopher")
_PLACED = """
    return Object.fromEntries(Object.entries(arguments[0]).map(([name, one]) => {
        const {top, bottom, left, right} = document.querySelector(one).getBoundingClientRect();
        return [name, {top, bottom, left, right}];
    }));
"""
_NAMED = """
    const [name] = arguments;
    const head = document.querySelector('h1');
    const own = head.querySelector('.name');
    own.textContent = own.textContent.replace(/^\\p{L}+/u, name);
    head.className = 'letters-' + own.textContent.length;
"""
BARE = {"title": "h1", "way in": ".open-button", "belongs": ".belongs"}
PARTS = {**BARE, "picture": ".plate img"}


def _over(one: dict[str, Any], other: dict[str, Any]) -> bool:
    wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
    high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(wide > 1 and high > 1)


@pytest.mark.parametrize("edition", in_every_run(EDITIONS, ("under-5", "13-17")))
def test_the_first_window_shows_whose_book_it_is_and_the_way_in(chromium: Window, books: Path, edition: str) -> None:
    """Without scrolling, a laptop shows the title, the picture and what opens the book, none over another's words."""
    for width, height in LAPTOPS:
        size(chromium.driver, width, height)
        chromium.open(books / edition / COVER)
        for parts in (PARTS, BARE):
            placed = chromium.driver.execute_script(_PLACED, parts)
            _shown(placed, height, f"{width}x{height}")
            chromium.driver.execute_script(
                "document.querySelector('.plate')?.remove()"
            )  # as where no photo may be told
    chromium.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def _shown(placed: dict[str, dict[str, Any]], height: int, where: str) -> None:
    assert placed["title"]["top"] > 0 and placed["title"]["bottom"] < height, f"title at {where}"
    for part in placed.keys() - {"title", "belongs"}:
        middle = (placed[part]["top"] + placed[part]["bottom"]) / 2
        assert 0 < middle < height, f"{part} at {where}: {placed.keys()}"
    assert not _over(placed["title"], placed["belongs"]), where


@pytest.mark.parametrize("edition", in_every_run(EDITIONS, ("under-5", "13-17")))
def test_a_name_is_never_broken_on_the_cover(chromium: Window, books: Path, edition: str) -> None:
    """Whether short or long, on a telephone or a large screen, the child's name is whole."""
    chromium.open(books / edition / COVER)
    for name in NAMES:
        chromium.driver.execute_script(_NAMED, name)
        for width in WIDTHS:
            size(chromium.driver, width, 700)
            broken = [one for one in chromium.driver.execute_script(BROKEN) if one.startswith(name)]
            assert broken == [], f"{name} at {width}"
    chromium.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_scrapbook_opens_with_its_prints_beside_each_other(chromium: Window, books: Path) -> None:
    """On a laptop the contents of 5-8 are prints in rows of four, none over another, and soon seen whole."""
    size(chromium.driver, 1366, 658)
    chromium.open(books / "5-8" / COVER)
    placed = chromium.driver.execute_script(
        "return [...document.querySelectorAll('.contents li')].map(one => one.getBoundingClientRect().toJSON())"
    )
    assert len({entry["top"] for entry in placed[:4]}) == 1 and placed[4]["top"] > placed[3]["top"]
    assert not any(_over(entry, other) for at, entry in enumerate(placed) for other in placed[:at])
    assert chromium.driver.execute_script("return document.documentElement.scrollHeight") < 3400
    chromium.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
