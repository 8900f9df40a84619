"""A preview in Chromium and in Firefox: each save is seen, where the reader was, and nothing is asked of anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from selenium.common.exceptions import WebDriverException

from lsbook.preview.reload_pages import WAITING_PAGE
from tests.building import HEAD, write_files, write_story
from tests.sharing import in_every_run
from tests.system.browser.windows import Window
from tests.system.preview.running import EDITORS, RunningPreview, run_preview, save_in_place, wait_until

LINES = "\n\n".join(f"Line {number}: you planted beans and peas in Jan's garden." for number in range(80))
LONG = f"{HEAD}{LINES}\n"
CHAPTER, PAGE, COVER = "chapters/01-garden.md", "pages/home.html", "Open my book.html"
FILES = {CHAPTER: LONG, "words.yaml": "- {word: peas, means: Small and green.}\n"}
SLIP = "\n\n[[jann]] laughed.\n"
_IN_CHROMIUM = pytest.mark.parametrize("window", in_every_run(("chromium", "firefox"), ("chromium",)), indirect=True)
"""What these promise hangs on lsbook alone; what hangs on the browser is tried in both in every run."""
_PANEL = "document.querySelector('aside[aria-label=Preview]')"
_SEEN = """
    const block = [...document.querySelectorAll('main p')].find(one => one.textContent.startsWith('Line 40'));
    return {
        text: document.body.innerText,
        panel: PANEL ? PANEL.shadowRoot.textContent : '',
        top: block ? Math.round(block.getBoundingClientRect().top) : -1,
        open: [...document.querySelectorAll('button.word[aria-expanded=true]')].length,
    };
""".replace("PANEL", _PANEL)
_READ_ON = """
    document.documentElement.style.scrollBehavior = 'auto';
    document.querySelector('button.word').click();
    const block = [...document.querySelectorAll('main p')].find(one => one.textContent.startsWith('Line 40'));
    block.scrollIntoView();
    scrollBy(0, -20);
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write_files(write_story(tmp_path / "robin"), FILES)


@pytest.fixture
def running(story: Path, tmp_path: Path) -> Iterator[RunningPreview]:
    with run_preview(story, tmp_path / "log") as preview:
        yield preview


def _see(window: Window) -> dict[str, Any]:
    """What a reader has before her; nothing while one page takes the place of another."""
    seen: dict[str, Any] | None = None
    with suppress(WebDriverException):
        seen = window.driver.execute_script(_SEEN)
    return seen or {"text": "", "panel": "", "top": -1, "open": 0}


def _wait(running: RunningPreview, window: Window, is_so: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    seen: list[dict[str, Any]] = [{}]

    def look() -> object:
        seen[0] = _see(window)
        return is_so(seen[0])

    running.wait_until(look)
    return seen[0]


def _wait_for(running: RunningPreview, window: Window, word: str) -> None:
    _wait(running, window, lambda seen: word in seen["text"])


def _list_complaints(window: Window) -> list[str]:
    """What the browser said, but for Firefox's remark that somebody looked at a page while it was loaded: this test."""
    return [line for line in window.said() if "Layout was forced before" not in line]


def _open(running: RunningPreview, window: Window, page: str = PAGE) -> None:
    window.open(running.folder / "9-12" / page)


def test_each_save_is_seen_where_the_reader_was(window: Window, running: RunningPreview) -> None:
    """Saves as of VS Code, vim and Notepad are seen; the line at the top and the word that was explained stay there."""
    _open(running, window)
    window.driver.execute_script(_READ_ON)
    before = _see(window)
    assert before["open"] == 1 and before["top"] > 0
    for editor in EDITORS:
        word = f"qz{editor.__name__.replace('_', '')}"
        editor(running.story / CHAPTER, f"{HEAD}{word} is new.\n\n{LINES}\n")
        _wait_for(running, window, word)
        seen = _wait(running, window, lambda seen: seen["open"] == 1 and abs(seen["top"] - before["top"]) <= 2)
        assert seen["panel"] == "" or "changed" in seen["panel"]
    assert _list_complaints(window) == [] and window.outside.asked == []


@_IN_CHROMIUM
def test_two_saves_at_once_are_seen_as_the_last(window: Window, running: RunningPreview) -> None:
    """Of saves that follow each other without a pause, the last is what the reader sees in the end."""
    _open(running, window)
    for number in range(5):
        save_in_place(running.story / CHAPTER, f"{HEAD}qzsave{number}.\n\n{LINES}\n")
    _wait(running, window, lambda seen: "qzsave4." in seen["text"])


def test_a_problem_stands_beside_the_last_good_book(window: Window, running: RunningPreview) -> None:
    """What is wrong is shown with file, line and remedy, the reader stays where she is, and mended it goes again."""
    _open(running, window)
    window.driver.execute_script(_READ_ON)
    before = _see(window)
    save_in_place(running.story / CHAPTER, LONG + SLIP)
    seen = _wait(running, window, lambda seen: "1 problem" in seen["panel"])
    assert all(words in seen["panel"] for words in (f"{CHAPTER}:166", "[[jann]] laughed.", "jan"))
    assert (seen["open"], seen["top"]) == (before["open"], before["top"]) and "laughed" not in seen["text"]
    assert "chapters/01-garden.md:166:" in running.read_log()
    save_in_place(running.story / CHAPTER, LONG + SLIP.replace("jann", "jan"))
    seen = _wait(running, window, lambda seen: "Jan laughed." in seen["text"] and "problem" not in seen["panel"])
    _wait(running, window, lambda seen: seen["open"] == 1 and abs(seen["top"] - before["top"]) <= 2)
    assert _list_complaints(window) == []


@_IN_CHROMIUM
def test_the_pages_that_changed_are_listed(window: Window, running: RunningPreview) -> None:
    """After a save a list of the pages that changed stands beside the book, in the log too, and leads to them."""
    _open(running, window, COVER)
    save_in_place(running.story / "chapters" / "02-night.md", (running.story / "chapters" / "02-night.md").read_text(
        encoding="utf-8").replace("It was dark.", "It was a dark night."))  # fmt: skip
    _wait(running, window, lambda seen: "The night you left" in seen["panel"])
    assert "The night you left" in running.read_log()
    window.driver.execute_script(f"const page = {_PANEL}.shadowRoot; page.querySelector('details').open = true;"
                                 "[...page.querySelectorAll('a')].find(one => one.textContent.startsWith('The night'))"
                                 ".click()")  # fmt: skip
    _wait(running, window, lambda seen: "It was a dark night." in seen["text"])


def test_a_preview_of_a_story_with_a_slip_waits_for_the_book(window: Window, story: Path, tmp_path: Path) -> None:
    """A page with the problem is what opens first, and it becomes the book when the slip is mended."""
    save_in_place(story / CHAPTER, LONG + SLIP)
    with run_preview(story, tmp_path / "log") as running:
        assert str(running.folder / WAITING_PAGE) in running.read_log()
        window.open(running.folder / WAITING_PAGE)
        _wait(running, window, lambda seen: f"{CHAPTER}:166" in seen["panel"])
        save_in_place(story / CHAPTER, LONG)
        _wait(running, window, lambda _: "Open%20my%20book.html" in window.driver.current_url)
        _wait(running, window, lambda seen: "Robin" in seen["text"])


@_IN_CHROMIUM
def test_a_page_that_is_gone_gives_way_to_the_cover(window: Window, running: RunningPreview) -> None:
    """A chapter that gets another title is another page: whoever read the old one finds herself on the cover."""
    _open(running, window)
    save_in_place(running.story / CHAPTER, LONG.replace("title: Home", "title: A house of ours"))
    _wait(running, window, lambda _: "Open%20my%20book.html" in window.driver.current_url)
    assert not (running.folder / "9-12" / PAGE).exists()


@_IN_CHROMIUM
def test_a_page_stays_when_the_preview_ends(window: Window, running: RunningPreview) -> None:
    """The page that is open when the preview ends says so, and keeps its words."""
    _open(running, window)
    running.process.terminate()
    wait_until(lambda: "has ended" in _see(window)["panel"])
    assert "Line 40" in _see(window)["text"] and not running.folder.exists()
