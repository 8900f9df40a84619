"""Finding in a long book, whose words stand in files beside the page: from a folder, and locked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from lsbook.exports.finished_book import open_finished_book
from lsbook.exports.locked.document import UNLOCK_PAGE, make_locked_book
from lsbook.model.build import BuildRequest
from lsbook.pipeline import build, load
from tests.benchmarks.big_stories import StorySize, write_big_story
from tests.system.browser.locking import CODE, WORDS
from tests.system.browser.windows import PATIENCE, Window

pytestmark = [pytest.mark.slow, pytest.mark.unmeasured]

TYPE = """
    const box = document.querySelector('#seek');
    box.value = arguments[0];
    box.dispatchEvent(new Event('input'));
"""
FOUND = "return [...document.querySelectorAll('.found li a')].map(one => one.textContent)"


@pytest.fixture(scope="module")
def long_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished book in which what can be found is too much for its page."""
    story = write_big_story(tmp_path_factory.mktemp("long"), StorySize.of_each(130, photos=False))
    request = BuildRequest(story, ("9-12",), story / "books", date(2026, 3, 1))
    result = build(load(story, None), request, lambda _done, _total: None)
    assert result.refusals == ()
    folder = result.books[0].output.folder
    assert list((folder / "pages").glob("*.dat"))
    return folder


def _find_page(book: Path) -> Path:
    return next(page for page in (book / "pages").glob("*.html") if 'id="seek"' in page.read_text("utf-8"))


def _assert_finds(window: Window) -> None:
    """Each of several people is found by the name, and what is nowhere is not."""
    for name in ("Babel", "Dojen", "Figar"):
        window.driver.execute_script(TYPE, name.lower())
        assert name in window.driver.execute_script(FOUND)
    window.driver.execute_script(TYPE, "qzqzqz")
    assert window.driver.execute_script(FOUND) == []


def test_everything_is_found_from_a_folder(window: Window, long_book: Path) -> None:
    """In either browser, opened by a double-click: nothing is blocked, and nothing outside is asked for."""
    window.open(_find_page(long_book))
    _assert_finds(window)
    assert window.said() == [] and window.outside.asked == []
    window.driver.execute_script(TYPE, "dojen")
    window.driver.find_element(By.CSS_SELECTOR, ".found a").click()
    WebDriverWait(window.driver, PATIENCE).until(lambda driver: "find" not in driver.current_url)


def test_without_script_it_leads_to_the_contents(chromium: Window, long_book: Path) -> None:
    """Whoever has no script finds the way to the contents there, and no box that does nothing."""
    chromium.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    chromium.open(_find_page(long_book))
    assert not chromium.driver.find_element(By.ID, "seek").is_displayed()
    link = chromium.driver.find_element(By.CSS_SELECTOR, ".everything a")
    assert link.is_displayed() and link.get_attribute("href").endswith("#contents")


def test_everything_is_found_in_a_locked_book(window: Window, long_book: Path, tmp_path: Path) -> None:
    """The same once a locked book is open: its files are sealed as its pages are."""
    make_locked_book(open_finished_book(long_book), WORDS, CODE, tmp_path / "locked")
    window.open(tmp_path / "locked" / UNLOCK_PAGE)
    window.driver.find_element(By.CSS_SELECTOR, "form input").send_keys(WORDS)
    window.driver.find_element(By.CSS_SELECTOR, "form button").click()
    waiting = WebDriverWait(window.driver, PATIENCE)
    waiting.until(lambda driver: driver.find_elements(By.CSS_SELECTOR, ".to-find"))[0].click()
    waiting.until(lambda driver: driver.find_elements(By.CSS_SELECTOR, "#seek"))
    _assert_finds(window)
