"""How long a large locked book takes to open, and how much memory: 300 photos and a film of 100 MB.

Run by hand, with Chromium, Firefox and ffmpeg: ``python -m tests.benchmarks.locked FOLDER``. What is made stays in
FOLDER
(about 800 MB) and is taken again the next time. Every time is also given over that of the key alone, which any locked
book must spend: at most two seconds over it, and less than a gigabyte, is what was promised.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image
from selenium.common.exceptions import WebDriverException

from lsbook.exports.finished_book import LIST, open_finished_book
from lsbook.exports.locked.document import UNLOCK_PAGE, make_locked_book
from lsbook.exports.locked.keys import generate_recovery_code
from lsbook.files.digest_lists import format_list
from lsbook.files.digests import compute_digest
from lsbook.model.build import BuildRequest
from lsbook.pipeline import build, load
from tests.system.browser import windows
from tests.system.browser.windows import Window

PHOTOS = 300
FILM_SECONDS, FILM_RATE = 80, "10M"
WORDS = "tulip river moon sweater candle"
PATIENCE = 120
"""Seconds for any step."""
_KEY = """
    const [done] = arguments;
    const started = performance.now();
    crypto.subtle.importKey('raw', new TextEncoder().encode('words'), 'PBKDF2', false, ['deriveKey']).then(typed =>
        crypto.subtle.deriveKey({name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(16), iterations: 1000000},
            typed, {name: 'AES-GCM', length: 256}, false, ['decrypt'])).then(() => done(performance.now() - started));
"""
_STARTED = """
    const started = performance.now();
    window.took = null;
    const look = () => { if (READY) { clearInterval(told); window.took = performance.now() - started } };
    const told = setInterval(look, 5);
    ACTION;
"""
_SEEN = """[...document.images].filter(one => one.getBoundingClientRect().top < innerHeight
    && one.getBoundingClientRect().bottom > 0).every(
        one => one.src.startsWith('blob:') && one.complete && one.naturalWidth)"""
_PLAYS = "document.querySelector('video').currentTime > 0.3"


def make_book(folder: Path) -> Path:
    """The finished book, with noise in every photo so that it is as large as a real one."""
    story = folder / "story"
    (story / "media").mkdir(parents=True)
    lines = ["- {file: film.mp4, shows: A film}\n"]
    for number in range(PHOTOS):
        noise = Image.effect_noise((1600, 1200), 34 + number % 12)
        tint = Image.new("RGB", noise.size, (number * 37 % 256, number * 59 % 256, number * 83 % 256))
        Image.blend(noise.convert("RGB"), tint, 0.4).save(story / "media" / f"p{number}.jpg", quality=90)
        lines.append(f"- {{file: p{number}.jpg, shows: Photo {number}}}\n")
    (story / "media.yaml").write_text("".join(lines), encoding="utf-8")
    (story / "story.yaml").write_text(
        "child: {name: Robin, born: 2017}\ntelling-age: {age: 9, decided-by: Sam, on: 2026}\n", encoding="utf-8"
    )
    (story / "chapters").mkdir()
    text = "---\ntitle: A film\npart: who-am-i\n---\n::: film\nfilm.mp4\n:::\n"
    (story / "chapters" / "01.md").write_text(text, encoding="utf-8")
    _film(story / "media" / "film.mp4", 1, "200k")
    outcome = build(
        load(story, None), BuildRequest(story, ("9-12",), story / "books", date(2026, 3, 1)), lambda _done, _total: None
    )
    assert outcome.refusals == (), outcome.refusals
    book = outcome.books[0].output.folder
    [film] = (book / "media").glob("*.mp4")
    film.unlink()
    _film(film, FILM_SECONDS, FILM_RATE)
    paths = [line.split("  ", 1)[1] for line in (book / LIST).read_text(encoding="utf-8").splitlines()]
    (book / LIST).write_text(format_list({path: compute_digest(book / path) for path in paths}), encoding="utf-8")
    return book


def _film(to: Path, seconds: int, rate: str) -> None:
    picture = f"testsrc2=s=1280x720:r=25:d={seconds},noise=alls=60:allf=t,format=yuv420p"
    line = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", f"sine=d={seconds}"]
    pace = ["-b:v", rate, "-minrate", rate, "-maxrate", rate, "-bufsize", rate, "-preset", "ultrafast"]
    subprocess.run([*line, *pace, "-movflags", "+faststart", "-c:a", "aac", "-shortest", str(to)], check=True)


@contextmanager
def memory(root: int) -> Iterator[Callable[[], tuple[int, int]]]:
    """The most that ``root`` and all processes under it have had at one time, in MB: RSS, and PSS."""
    most, over = [0, 0], threading.Event()

    def look() -> None:
        while not over.wait(0.2):
            sizes = [_size(one) for one in _family(root)]
            for at in (0, 1):
                most[at] = max(most[at], sum(size[at] for size in sizes))

    thread = threading.Thread(target=look)
    thread.start()
    yield lambda: (most[0] // 1024, most[1] // 1024)
    over.set()
    thread.join()


def _family(root: int) -> set[int]:
    above = dict[int, int]()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            above[int(stat.parent.name)] = int(stat.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = {root}
    while more := {one for one, parent in above.items() if parent in found} - found:
        found |= more
    return found


def _size(process: int) -> tuple[int, int]:
    """Kilobytes: RSS, PSS (what is shared is counted once)."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0, 0
    told = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:]}
    return told["Rss"], told["Pss"]


def took(driver: Any, ready: str, action: str) -> float:
    """Seconds from ``action`` in the page until ``ready`` holds in it."""
    driver.execute_script(_STARTED.replace("READY", ready).replace("ACTION", action))
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(WebDriverException):  # while one page takes the place of another
            if (passed := driver.execute_script("return window.took")) is not None:
                return float(passed) / 1000
        time.sleep(0.05)
    raise AssertionError(ready)


def measured(window: Window, locked: Path) -> Iterator[tuple[str, float]]:
    """What was done, and how many seconds it took."""
    driver = window.driver
    driver.set_script_timeout(PATIENCE)
    window.open(locked / UNLOCK_PAGE)
    key = float(driver.execute_async_script(_KEY)) / 1000
    yield "the key alone", key
    driver.find_element("id", "said").send_keys(WORDS)
    opened = took(driver, f"document.querySelector('main.leaf') && {_SEEN}", "document.querySelector('button').click()")
    yield "the key and the first page with its pictures", opened
    yield "  of it over the key", opened - key
    go = "[...document.links].find(one => one.getAttribute('href').split('#')[0].endsWith('{}')).click()"
    yield (
        "the page of photos, with those in the window",
        took(driver, f"document.querySelector('main.photos') && {_SEEN}", go.format("photos.html")),
    )
    every = f"(scrollBy(0, 800), innerHeight + scrollY + 2 >= document.body.scrollHeight && {_SEEN})"
    yield f"all {PHOTOS} photos, scrolled past", took(driver, every, "1")
    yield "back to the contents", took(driver, "document.querySelector('main.cover')", "history.back()")
    play = "document.querySelector('video').play()"
    yield (
        "the page with the film",
        took(driver, "document.querySelector('video')?.readyState > 1", go.format("a-film.html")),
    )
    yield "until it plays", took(driver, _PLAYS, play)


def main() -> None:
    """Make what is not there yet, and print the figures of both browsers."""
    folder = Path(sys.argv[1])
    book, locked = folder / "story" / "books" / "9-12", folder / "locked"
    if not locked.exists():
        book = book if book.exists() else make_book(folder)
        started = time.monotonic()
        make_locked_book(open_finished_book(book), WORDS, generate_recovery_code(), locked)
        print(f"locked in {time.monotonic() - started:.1f} s")
    plain = sum(file.stat().st_size for file in book.rglob("*") if file.is_file())
    sealed = sum(file.stat().st_size for file in locked.rglob("*") if file.is_file())
    print(f"the book has {plain / 1e6:.0f} MB, locked {sealed / 1e6:.0f} MB")
    with windows.outside() as outside:
        for name in ("chromium", "firefox"):
            profile = folder / "profile"
            opened = windows.chromium(profile, outside) if name == "chromium" else windows.firefox(outside)
            with opened as window, memory(window.driver.service.process.pid) as most:
                print(name)
                for what, seconds in measured(window, locked):
                    rss, pss = most()
                    print(f"  {seconds:7.2f} s  {what}  (so far at most {rss} MB RSS, {pss} MB PSS)", flush=True)


if __name__ == "__main__":
    main()
