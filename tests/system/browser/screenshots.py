"""Screenshots of books, made by one command, for a person to look at.

``python -m tests.system.browser.screenshots FOLDER [BOOK ...]`` makes the example child's book in every edition, or
takes the finished books that are named, and puts into FOLDER a picture of one page of every kind at the four widths,
and the sheets that a printer would get. ``--every-page`` takes every page. Nothing here decides: it is for eyes.
"""

from __future__ import annotations

import argparse
import base64
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from lsbook.model.site import PRINT_PAGE
from tests.sharing import EDITIONS, make_example
from tests.system.browser import windows
from tests.system.browser.accessible import size
from tests.system.browser.conftest import kind_of
from tests.system.browser.windows import Window

WIDTHS = (320, 768, 1366, 1920)
TALLEST = 6000
"""Pixels: a browser gives no larger picture whole."""
_ALL_SHOWN = "for (const one of document.images) { one.loading = 'eager' }"
_LOADED = "return [...document.images].every(one => one.complete)"


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    reader.add_argument("folder", type=Path)
    reader.add_argument("books", nargs="*", type=Path)
    reader.add_argument("--every-page", action="store_true")
    reader.add_argument("--widths", nargs="+", type=int, default=WIDTHS)
    reader.add_argument("--no-paper", action="store_true")
    wish = reader.parse_args()
    with tempfile.TemporaryDirectory() as made:
        books = wish.books or _example(Path(made))
        with windows.outside() as outside, windows.chromium(Path(made, "profile"), outside) as window:
            for book in books:
                for page in _pages(book, every=wish.every_page):
                    for width in wish.widths:
                        _shot(window, page, width, wish.folder / book.name / f"{width}")
                if not wish.no_paper:
                    _sheets(window, book, wish.folder / book.name / "paper")


def _example(place: Path) -> list[Path]:
    make_example(place)
    return [place / "story" / "books" / edition for edition in EDITIONS]


def _pages(book: Path, *, every: bool) -> Iterator[Path]:
    """One page of each kind, the first by name; the one for paper is looked at as paper."""
    seen = set()
    for page in sorted(book.rglob("*.html")):
        kind = kind_of(page)
        if page != book / PRINT_PAGE and (every or kind not in seen):
            seen.add(kind)
            yield page


def _shot(window: Window, page: Path, width: int, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    size(window.driver, width, 900)
    window.open(page)
    window.driver.execute_script(_ALL_SHOWN)
    while not window.driver.execute_script(_LOADED):
        pass
    high = min(TALLEST, window.driver.execute_script("return document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": width, "height": high, "scale": 1}
    wish = {"format": "png", "captureBeyondViewport": True, "clip": clip}
    told = window.driver.execute_cdp_cmd("Page.captureScreenshot", wish)
    (folder / f"{page.stem}.png").write_bytes(base64.b64decode(told["data"]))


def _sheets(window: Window, book: Path, folder: Path) -> None:
    """Twelve sheets of paper to a picture, as the browser would print them."""
    folder.mkdir(parents=True, exist_ok=True)
    window.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    window.open(book / PRINT_PAGE)
    wish = {"printBackground": True, "preferCSSPageSize": True}
    told = window.driver.execute_cdp_cmd("Page.printToPDF", wish)
    paper = pypdfium2.PdfDocument(base64.b64decode(told["data"]))
    sheets = [sheet.render(scale=0.7).to_pil() for sheet in paper]
    for start in range(0, len(sheets), 12):
        _twelve(sheets[start : start + 12]).save(folder / f"{start + 1:03}.png")


def _twelve(sheets: list[Image.Image]) -> Image.Image:
    wide, high = sheets[0].size
    whole = Image.new("RGB", (wide * 4 + 50, (high + 10) * 3 + 10), "#777777")
    for at, sheet in enumerate(sheets):
        whole.paste(sheet, (10 + (at % 4) * (wide + 10), 10 + (at // 4) * (high + 10)))
    return whole


if __name__ == "__main__":
    main()
