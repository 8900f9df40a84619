"""What reader.md asks of every page, measured in Chromium: axe, reflow, spacing, size, targets, words.

``python -m tests.system.browser.accessible BOOK ...`` looks at every page of finished books, whoever wrote them.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.system.browser import windows
from tests.system.browser.windows import PATIENCE, Window

NARROWEST = 320
"""CSS pixels: 1280 at 400 %."""
DESK = 1280
TRIAGED = {
    "incomplete color-contrast": "on gradients axe gives up; tests/unit/pages/look proves every pair of tokens",
    "incomplete color-contrast-enhanced": "the same",
    "incomplete identical-links-same-purpose": "a name leads to its card from everywhere and to its page from the card",
    "incomplete video-caption": "asks whether captions fit; transcripts and tracks are looked for by a test",
}
"""What axe leaves to a person, and what a person found."""
PAPER = "print.html"
"""The whole book, looked at as it is printed."""
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SPACED = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-block-end:2em!important}"
)
"""Text spacing as WCAG 2.2 (1.4.12) has it."""
DOUBLED = "html{font-size:calc(var(--base)*2)!important}"

_RUN = """
    const [tags, done] = arguments;
    const where = one => one.nodes.map(node => node.target.join(' ')).join(', ');
    axe.run(document, {runOnly: tags, resultTypes: ['violations', 'incomplete']}).then(found => done({
        violations: found.violations.map(one => `${one.id}: ${where(one)}`),
        incomplete: found.incomplete.map(one => one.id),
    }));
"""
_DRESSED = """
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(arguments[0]);
    document.adoptedStyleSheets = [sheet];
    return null;
"""
_WIDE = """
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) { return [] }
    const reaches = one => one.getBoundingClientRect().right > room + 1 || one.getBoundingClientRect().left < -1;
    const name = one => one.localName + '.' + one.className;
    const wide = [...document.querySelectorAll('main *, .bar *, .foot *')].filter(reaches).map(name).slice(0, 5);
    return wide.length ? wide : ['the page'];
"""
_CUT = """
    const hides = one => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX);
    const rounded = (one, box, line) => ['left', 'right'].some(side => ['top', 'bottom'].some(end => {
        const name = `border${end[0].toUpperCase() + end.slice(1)}${side[0].toUpperCase() + side.slice(1)}Radius`;
        const round = parseFloat(getComputedStyle(one)[name]);
        const across = round - Math.abs(line[side] - box[side]) - 2;
        const down = round - Math.abs(line[end] - box[end]) - line.height / 4;
        return across > 0 && down > 0 && Math.hypot(across, down) > round;
    }));
    const found = new Set();
    for (const one of [...document.querySelectorAll('main *')].filter(hides)) {
        const box = one.getBoundingClientRect();
        const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const said = document.createRange();
            said.selectNodeContents(walk.currentNode);
            const words = said.getBoundingClientRect();
            const out = words.bottom > box.bottom + 2 || words.right > box.right + 2 || words.left < box.left - 2;
            const spoken = walk.currentNode.parentElement.closest('.unseen');
            const gone = () => out || [...said.getClientRects()].some(line => rounded(one, box, line));
            if (!spoken && walk.currentNode.data.trim() && words.height && box.height > 1 && gone()) {
                found.add(one.localName + '.' + one.className);
            }
        }
    }
    return [...found];
"""
_SMALL = """
    const found = [];
    for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
        const box = one.getBoundingClientRect();
        const inText = getComputedStyle(one).display === 'inline' || one.matches('button.word');
        const labelled = one.closest('label');
        const target = labelled ? labelled.getBoundingClientRect() : box;
        if (box.height && !inText && (target.height < 44 || target.width < 44)) {
            found.push(`${one.localName}.${one.className} ${Math.round(target.width)}x${Math.round(target.height)}`);
        }
    }
    return found;
"""
_TINY = """
    const found = new Set();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const holder = walk.currentNode.parentElement;
        const shown = holder.checkVisibility() && walk.currentNode.data.trim() && !holder.closest('.unseen, script');
        const small = shown && parseFloat(getComputedStyle(holder).fontSize) < 16;
        if (small) { found.add(holder.className || holder.localName) }
    }
    return [...found];
"""
BROKEN = """
    const found = new Set();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const holder = walk.currentNode.parentElement;
        if (!holder.checkVisibility() || holder.closest('.unseen, script, svg')) { continue }
        for (const word of walk.currentNode.data.matchAll(/[\\p{L}\\p{M}\u2019]{2,12}/gu)) {
            const before = walk.currentNode.data[word.index - 1] ?? ' ';
            const after = walk.currentNode.data[word.index + word[0].length] ?? ' ';
            if (/[\\p{L}\\p{M}\u2019]/u.test(before + after)) { continue }
            const said = document.createRange();
            said.setStart(walk.currentNode, word.index);
            said.setEnd(walk.currentNode, word.index + word[0].length);
            const [one, ...more] = [...said.getClientRects()].filter(box => box.width);
            const rtl = getComputedStyle(holder).direction === 'rtl';
            const back = box => rtl ? box.right > one.left + 1 : box.left < one.right - 1;
            const below = box => box.top > one.top + 8 && back(box);
            if (more.some(below)) { found.add(`${word[0]} in ${holder.localName}.${holder.className}`) }
        }
    }
    return [...found];
"""
"""A word of twelve letters or fewer on two lines, the second beginning anew (beside a drop cap it does not)."""
_WORDLESS = """
    const silent = [...document.querySelectorAll('img')].filter(one => !one.hasAttribute('alt'));
    const unheard = [...document.querySelectorAll('video, audio')].filter(
        one => !one.querySelector('track') && !one.closest('figure').querySelector('.transcript'));
    return [...silent, ...unheard].map(one => one.getAttribute('src'));
"""


def axe() -> str:
    """The source of axe-core, which a package for another driver carries; nothing else of it is used."""
    found = importlib.util.find_spec("axe_playwright_python")
    assert found and found.origin
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def size(driver: Any, width: int, height: int) -> None:
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def faults(window: Window, page: Path, source: str, *, narrow: bool = True) -> Iterator[str]:
    """Everything on ``page`` that reader.md does not allow, each with what it is; what axe asked was answered.

    With ``narrow`` axe looks at it on the smallest screen as well.
    """
    driver = window.driver
    driver.set_script_timeout(PATIENCE)
    size(driver, DESK, 800)
    window.open(page)
    driver.execute_script(source)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print" if page.name == PAPER else ""})
    yield from _axe(driver)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    yield from (f"no words for {one}" for one in driver.execute_script(_WORDLESS))
    yield from (f"smaller than 16 px: {one}" for one in driver.execute_script(_TINY))
    yield from (f"cut: {one}" for one in driver.execute_script(_CUT))
    driver.execute_script(_DRESSED, DOUBLED)
    yield from (f"too wide at twice the size: {one}" for one in driver.execute_script(_WIDE))
    driver.execute_script(_DRESSED, "")
    size(driver, NARROWEST, 256)
    yield from (f"narrow, {one}" for one in (_axe(driver) if narrow and page.name != PAPER else ()))
    yield from (f"too wide: {one}" for one in driver.execute_script(_WIDE))
    yield from (f"broken word: {one}" for one in (driver.execute_script(BROKEN) if page.name != PAPER else ()))
    yield from (f"small target: {one}" for one in driver.execute_script(_SMALL))
    driver.execute_script(_DRESSED, SPACED)
    yield from (f"too wide when spaced: {one}" for one in driver.execute_script(_WIDE))
    yield from (f"cut when spaced: {one}" for one in driver.execute_script(_CUT))


def too_wide(window: Window, page: Path) -> list[str]:
    """What reaches over the edge of the smallest screen."""
    size(window.driver, NARROWEST, 256)
    window.open(page)
    return list(window.driver.execute_script(_WIDE))


def _axe(driver: Any) -> Iterator[str]:
    result = driver.execute_async_script(_RUN, TAGS)
    yield from (f"axe {one}" for one in result["violations"])
    yield from (one for each in result["incomplete"] if (one := f"incomplete {each}") not in TRIAGED)


def main() -> None:
    """Print each fault with how many pages have it, and two of them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    with (
        tempfile.TemporaryDirectory() as profile,
        windows.outside() as outside,
        windows.chromium(Path(profile), outside) as window,
    ):
        for book in map(Path, sys.argv[1:]):
            pages = sorted(book.rglob("*.html"))
            for page in pages:
                for fault in faults(window, page, axe()):
                    found[fault].append(f"{book.name}/{page.name}")
            print(f"{book}: {len(pages)} pages")
    for fault, places in sorted(found.items()):
        print(f"{len(places)}: {fault} ({', '.join(places[:2])})")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
