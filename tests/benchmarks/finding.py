"""How long a key takes to be answered on the page to find things on, at a sixth of the speed of this machine.

Run by hand, with Chromium: ``python -m tests.benchmarks.finding BOOK`` (a finished book's folder). At most 50 ms a key
on 500 pages is what was promised. Each time is from the key until what was found is laid out, and the best of
several, since other programs take their share of the machine.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tests.system.browser import windows
from tests.system.browser.windows import Window

SLOWDOWN = 6
REPEATS = 5
TYPED = ("garden", "river w", "the", "old bread", "zzz", "babel", "kitchen wi")
"""What is typed, letter by letter: a word, two words, one that stands everywhere, one that stands nowhere, a name."""
_KEY = """
    const [words] = arguments;
    const box = document.querySelector('#seek');
    box.value = words;
    const once = () => {
        const started = performance.now();
        box.dispatchEvent(new Event('input'));
        const searched = performance.now();
        document.body.offsetHeight;
        return [performance.now() - started, searched - started];
    };
    return Array.from({length: REPEATS}, once).sort(([one], [other]) => one - other)[0];
"""
_FOUND = "return document.querySelectorAll('.found li').length"
_OPENED = "const [entry] = performance.getEntriesByType('navigation'); return entry.domComplete"


def measure(window: Window, page: Path) -> tuple[float, list[tuple[float, float]]]:
    """Milliseconds until ``page`` is open, and for each key: in all, and until it was found."""
    window.driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    window.open(page)
    opened = float(window.driver.execute_script(_OPENED))
    keys: list[tuple[float, float]] = []
    for words in TYPED:
        for end in range(1, len(words) + 1):
            took, searched = window.driver.execute_script(_KEY.replace("REPEATS", str(REPEATS)), words[:end])
            keys.append((float(took), float(searched)))
    window.driver.execute_script(_KEY.replace("REPEATS", "1"), TYPED[0])
    assert window.driver.execute_script(_FOUND), "nothing was found"
    return opened, keys


def main() -> None:
    """Print the times of the book whose folder is given."""
    book = Path(sys.argv[1])
    page = next(page for page in (book / "pages").glob("*.html") if 'id="seek"' in page.read_text(encoding="utf-8"))
    with (
        tempfile.TemporaryDirectory() as profile,
        windows.outside() as server,
        windows.chromium(Path(profile), server) as window,
    ):
        opened, keys = measure(window, page)
        said = window.said()
    for name, times in zip(("a key", "of it, looking"), zip(*keys, strict=True), strict=True):
        print(f"{name}: median {statistics.median(times):.1f} ms, slowest {max(times):.1f} ms")
    print(f"opened in {opened:.0f} ms; {len(said)} complaints of the browser", *said)


if __name__ == "__main__":
    main()
