"""The book as Chromium would print it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.site import PRINT_PAGE
from tests.sharing import EDITIONS
from tests.system.browser.windows import Window

_PALE = """
    const [least, found] = [4.5, new Set()];
    const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
    const light = ([red, green, blue]) => [red, green, blue]
        .map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = element => {
        for (let each = element; each; each = each.parentElement) {
            const style = getComputedStyle(each);
            if (style.backgroundImage !== 'none') { return null }
            const [red, green, blue, alpha = 1] = parse(style.backgroundColor);
            if (alpha > 0.5) { return [red, green, blue] }
        }
        return [255, 255, 255];
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const holder = walk.currentNode.parentElement;
        const words = walk.currentNode.data.trim();
        if (!words || holder.closest('.unseen, script, svg') || !holder.checkVisibility()) { continue }
        const under = ground(holder);
        if (!under) { continue }
        const [one, two] = [light(parse(getComputedStyle(holder).color)), light(under)];
        const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
        if (contrast < least) { found.add(`${contrast.toFixed(1)} ${holder.className || holder.localName}: ${words}`) }
    }
    return [...found];
"""
"""Words that stand out too little from what is printed beneath them. A ground that is a picture is not looked at."""


@pytest.mark.parametrize("edition", EDITIONS)
def test_all_words_can_be_read_on_paper(chromium: Window, books: Path, edition: str) -> None:
    """Of the whole book in print no words stand white on white, or nearly so."""
    chromium.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        chromium.open(books / edition / PRINT_PAGE)
        assert chromium.driver.execute_script(_PALE) == []
    finally:
        chromium.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
