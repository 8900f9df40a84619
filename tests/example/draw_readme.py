"""The pictures of the README, made anew from the example child's books: ``python -m tests.example.draw_readme BOOKS``.

BOOKS is a folder with the five editions. Writes ``.readme/covers.jpg`` and ``.readme/pages.jpg``.
"""

from __future__ import annotations

import base64
import io
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from tests.sharing import HOME
from tests.system.browser import windows
from tests.system.browser.accessible import size
from tests.system.browser.windows import Window

COVER = "Open my book.html"
COVERS = tuple(f"{edition}/{COVER}" for edition in ("under-5", "5-8", "9-12", "13-17", "18-plus"))
PAGES = (
    "5-8/pages/the-people-in-your-story.html",
    "9-12/pages/family-tree.html",
    "9-12/pages/your-memory-box.html",
    "13-17/pages/photos.html",
)
VIEW = (900, 1120)
"""Pixels of the window in which a page is looked at."""
GAP, QUALITY = 16, 78


def main(books: Path) -> None:
    """Write both pictures."""
    folder = HOME / ".readme"
    folder.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as profile,
        windows.outside() as outside,
        windows.chromium(Path(profile), outside) as window,
    ):
        for name, pages, width in (("covers", COVERS, 300), ("pages", PAGES, 380)):
            pictures = [_take(window, books / page) for page in pages]
            _join(pictures, width).save(folder / f"{name}.jpg", "JPEG", quality=QUALITY, optimize=True)


def _take(window: Window, page: Path) -> Image.Image:
    size(window.driver, *VIEW)
    window.open(page)
    wish = {"format": "png", "clip": {"x": 0, "y": 0, "width": VIEW[0], "height": VIEW[1], "scale": 1}}
    shot = window.driver.execute_cdp_cmd("Page.captureScreenshot", wish)
    return Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB")


def _join(pictures: Sequence[Image.Image], width: int) -> Image.Image:
    """All ``pictures`` beside each other, each ``width`` pixels wide."""
    small = [picture.resize((width, round(picture.height * width / picture.width))) for picture in pictures]
    whole = Image.new("RGB", (len(small) * (width + GAP) - GAP, max(picture.height for picture in small)), "#ffffff")
    for at, picture in enumerate(small):
        whole.paste(picture, (at * (width + GAP), 0))
    return whole


if __name__ == "__main__":
    main(Path(sys.argv[1]))
