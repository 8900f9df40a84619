"""A book in Arabic in a real browser: nothing lies over anything else, and nothing hangs over the edge."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from lsbook.model.book import LanguageBlock, ParallelText
from lsbook.model.site import Page
from lsbook.model.vocabulary import PageLook
from lsbook.pages import make_site
from tests.sharing import in_every_run
from tests.system.browser.conftest import DIFFERENT, WHOLE, kind_of
from tests.system.browser.windows import Window
from tests.unit.pages.sample import TEMPLATES, book, renditions
from tests.unit.pages.writing import prose

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

OVERLAPS = """
    const seen = one => {
        const style = getComputedStyle(one), box = one.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && style.position !== 'absolute' && style.display !== 'inline'
            && style.visibility === 'visible' && !one.closest('[aria-hidden=true], svg');
    };
    const found = [];
    for (const parent of document.querySelectorAll('body, body *')) {
        const boxes = [...parent.children].filter(seen).map(one => [one, one.getBoundingClientRect()]);
        boxes.forEach(([one, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 4 && high > 4) found.push(`${parent.className}: ${one.className} ${other.className}`);
        }));
    }
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) found.push('scrolls sideways');
    return [...new Set(found)];
"""
"""Sibling boxes that lie over each other by more than 4 CSS pixels each way, and a page that is too wide."""


STRAIGHT = """
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*{rotate:none!important}');
    document.adoptedStyleSheets = [sheet];
"""
"""Nothing tilted, so that boxes can be compared."""
ON_PURPOSE = {"board: label plate"}
"""In the look of 13 to 17 the title is printed over the edge of the picture, in every language."""


def _written(look: str, language: str, folder: Path) -> list[Path]:
    """A page of each kind of the sample Book; its pictures show nothing, in boxes of their right size."""
    sides = ParallelText(
        (LanguageBlock("ar", prose("نوم هادئ يا قمر.")), LanguageBlock("pl", prose("Śpij spokojnie.")))
    )
    whole = replace(book(look), language=language)
    first = replace(whole.chapters[0], title="بيت جدتي في دمشق", inside=(*whole.chapters[0].inside, sides))
    whole = replace(whole, chapters=(first, *whole.chapters[1:]))
    site = make_site(whole, renditions(whole), TEMPLATES)
    for page in site.pages:
        (folder / page.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / page.path).write_text(page.text, encoding="utf-8")
    for asset in site.assets:
        (folder / asset.path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(asset.file, folder / asset.path)
    kinds = {re.sub('.*<body class="|">.*', "", page.text, flags=re.S): page.path for page in site.pages if _html(page)}
    kinds = {
        kind: path for kind, path in kinds.items() if not path.endswith("print.html")
    }  # paper has tests of its own
    return [folder / path for path in kinds.values()]


def _html(page: Page) -> bool:
    return page.path.endswith(".html")


@pytest.mark.parametrize("look", in_every_run(PageLook, ("9-12",)))
def test_nothing_lies_over_anything_else_from_right_to_left(look: str, chromium: Window, tmp_path: Path) -> None:
    """On a phone and on a desk, no two boxes on any kind of page in Arabic overlap, and no page scrolls sideways."""
    found = []
    pages = _written(look, "ar", tmp_path)
    if look not in WHOLE:
        pages = [page for page in pages if kind_of(page).split()[1] in DIFFERENT]
    assert len(pages) > 4
    for page in pages:
        chromium.open(page)
        chromium.driver.execute_script(STRAIGHT)
        for width in (320, 1366):
            metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
            chromium.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            found += [(width, page.name, one) for one in chromium.driver.execute_script(OVERLAPS)]
    chromium.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert [one for one in found if one[2] not in ON_PURPOSE] == []
