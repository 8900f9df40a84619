"""The locked book in Chromium and Firefox, double-clicked: nothing before its words, the whole book after them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.common.exceptions import NoAlertPresentException, WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from lsbook.exports.finished_book import open_finished_book
from lsbook.exports.locked.document import UNLOCK_PAGE
from tests.sharing import in_every_run, once
from tests.system.browser.accessible import axe, faults
from tests.system.browser.locking import CODE, WORDS, copy_of, make_locked_books, pieces_of, spoil
from tests.system.browser.test_script import SAVED, at, dataset, every, press
from tests.system.browser.windows import PATIENCE, Window

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

BROWSERS = ("chromium", "firefox")
TITLE = "A book with a lock"
WRONG = "Those words do not open this book."
DAMAGED = "A part of this book is missing or damaged. Ask the person who gave it to you for another copy."
_GO = """
    const found = [...document.querySelectorAll('a[href]')].find(
        one => one.getAttribute('href').split('#')[0].endsWith(arguments[0]));
    found.click();
"""
_PICTURES = """
    const near = [...document.images].filter(
        one => one.checkVisibility() && Math.abs(one.getBoundingClientRect().top) < innerHeight);
    const there = one => one.src.startsWith('blob:') && one.complete && one.naturalWidth > 0;
    return near.every(there) ? near.length : 0;
"""
_ALL_PICTURES = (
    "return [...document.images].every(one => one.src.startsWith('blob:') && one.complete && one.naturalWidth > 0)"
)
_ANSWERED = """
    const each = [...document.querySelectorAll('main.photos figure img')].filter(one => one.checkVisibility());
    const answered = one => one.dataset.spoilt || (one.src.startsWith('blob:') && one.complete && one.naturalWidth > 0);
    const kept = document.documentElement.dataset;
    let asked = Number(kept.asked || 0);
    while (asked < each.length && answered(each[asked])) { asked += 1 }
    kept.asked = asked;
    each[asked]?.scrollIntoView({block: 'center', behavior: 'instant'});
    return each.length > 20 && asked === each.length;
"""
"""Goes down the album as a reader does, who has each photo or its sentence before the next comes near."""
_PLAYED = """
    const [kind] = arguments;
    const one = document.querySelector(kind);
    if (one.started) { return one.currentTime }
    one.scrollIntoView();
    if (one.readyState < 2) { return 0 }
    one.started = one.muted = true;
    one.play();
    return 0;
"""


@pytest.fixture(scope="session")
def locked(tmp_path_factory: pytest.TempPathFactory, books: Path) -> Path:
    """Locked books; nothing may be changed in them."""
    assert books.is_dir()  # they are made from these
    return once(tmp_path_factory, "locked", make_locked_books)


def _until(window: Window, holds: Callable[[Any], Any]) -> Any:
    return WebDriverWait(window.driver, PATIENCE, 0.05, [WebDriverException]).until(holds)


def _try(window: Window, words: str) -> None:
    box = at(window, "#said")
    box.clear()
    box.send_keys(words)
    press(window, "form button")


def _open(window: Window, door: Path, words: str = WORDS, *, whole: bool = True) -> None:
    window.open(door)
    _try(window, words)
    _on(window, "cover")
    assert not whole or _pictures(window) > 0


def _on(window: Window, kind: str) -> None:
    _until(window, lambda driver: driver.execute_script(f"return !!document.querySelector('main.{kind}')"))


def _go(window: Window, page: str, kind: str) -> None:
    window.driver.execute_script(_GO, page)
    _on(window, kind)


def _plays(window: Window, kind: str) -> None:
    _until(window, lambda driver: driver.execute_script(_PLAYED, kind) > 0.1)


def _pictures(window: Window) -> int:
    return int(_until(window, lambda driver: driver.execute_script(_PICTURES)))


def test_nothing_shows_before_its_words_and_whoever_mistypes_tries_again(window: Window, locked: Path) -> None:
    """The door says nothing of the child; wrong words are a plain sentence, again and again; the right ones open it."""
    door = locked / "mine" / UNLOCK_PAGE
    window.open(door)
    source = window.driver.page_source
    assert window.driver.title == TITLE
    assert not any(word in source for word in ("Maya", "story so far", "Told for", "Jan", "photos"))
    for wrong in ("sweater", WORDS + "s"):
        _try(window, wrong)
        _until(window, lambda _driver: at(window, "[role=status]").text.startswith(WRONG))
        assert window.driver.title == TITLE and at(window, "form button").is_enabled()
    decomposed = unicodedata.normalize("NFD", WORDS)
    assert decomposed != WORDS
    for right in (decomposed, f"  {WORDS.upper()} ", CODE.upper().replace("-", " ").replace("0", "O")):
        _open(window, door, right)
        assert window.driver.title == "Maya: the story so far"
    assert window.said() == [] and window.outside.asked == []


@pytest.mark.parametrize("window", in_every_run(BROWSERS, ("chromium",)), indirect=True)
def test_the_whole_book_can_be_read(window: Window, locked: Path) -> None:
    """Pages, photos, films, sounds, finding and choices work as in the plain book, and nothing else is asked for."""
    _open(window, locked / "mine" / UNLOCK_PAGE)
    press(window, ".to-ease")
    press(window, '#ease input[name="s"][value="2"]')
    press(window, "#ease .done")
    _go(window, "photos.html", "photos")
    assert dataset(window) == {"size": "2"} and window.driver.current_url.endswith("#~s2")
    window.driver.execute_script("document.querySelector('.photo-row img').scrollIntoView()")
    assert _pictures(window) > 0
    press(window, "a.larger")
    _until(
        window, lambda driver: driver.execute_script("return document.querySelector('#larger img').naturalHeight > 900")
    )
    assert at(window, "#larger img").is_displayed() and at(window, "#larger img").get_attribute("alt")
    press(window, "#larger .done")
    for kind in ("video", "audio"):
        _plays(window, kind)
    assert window.driver.execute_script("return document.querySelector('video').textTracks[0].cues.length") > 0
    _go(window, "find-something-in-this-book.html", "find")
    at(window, "#seek").send_keys("blanket nana")
    press(window, ".found a")
    _until(window, lambda driver: driver.execute_script("return !document.querySelector('main.find')"))
    assert "blanket" in at(window, "main").text
    assert dataset(window) == {"size": "2"}
    inside = ((locked / "mine").as_uri(), "blob:null/", "data:text/vtt;")
    assert [one for one in window.loaded() if not one.startswith(inside)] == []
    assert window.said() == [] and window.outside.asked == []


def test_back_and_forward_and_links_within_a_page(window: Window, locked: Path) -> None:
    """Turning back comes to the page that was there, where it was left, also over links within a page."""
    _open(window, locked / "mine" / UNLOCK_PAGE)
    _go(window, "photos.html", "photos")
    window.driver.execute_script("scrollTo(0, 900)")
    _go(window, "find-something-in-this-book.html", "find")
    window.driver.execute_script("document.querySelector('.skip').click()")
    _until(window, lambda driver: driver.current_url.endswith("#story"))
    press(window, ".to-ease")
    press(window, '#ease input[name="c"][value="3"]')
    press(window, "#ease .done")
    window.driver.execute_script("document.querySelector('.to-contents').click()")
    _on(window, "cover")
    assert "#contents" in window.driver.current_url
    assert window.driver.execute_script("return scrollY") > 0
    for _ in range(2):  # over the link within the page
        window.driver.back()
        _on(window, "find")
    window.driver.back()
    _on(window, "photos")
    _until(window, lambda driver: driver.execute_script("return scrollY") > 800)
    for kind in ("find", "find", "cover"):
        window.driver.forward()
        _on(window, kind)
    assert window.said() == []


def test_a_closed_book_is_locked(window: Window, locked: Path) -> None:
    """After "Close my book" neither the way back nor "open again" shows a page: both come to the door."""
    for leave in (window.driver.back, lambda: press(window, "main.closed a.button")):
        _open(window, locked / "mine" / UNLOCK_PAGE)
        _go(window, "photos.html", "photos")
        press(window, "a.close")
        _on(window, "closed")
        leave()
        _until(window, lambda driver: driver.title == TITLE)
        assert at(window, "#said").get_attribute("value") == ""


def test_what_is_written_is_saved_and_not_lost_by_turning_the_page(window: Window, locked: Path) -> None:
    """Words go into a file as in the plain book; a page with words that are not saved asks before it is left."""
    _open(window, locked / "mine" / UNLOCK_PAGE)
    _go(window, "my-pages.html", "my-pages")
    at(window, "#mine-words").send_keys("I was five")
    window.driver.execute_script("setTimeout(() => document.querySelector('.to-contents').click(), 0)")
    asked = WebDriverWait(window.driver, PATIENCE, 0.05, [NoAlertPresentException]).until(
        lambda driver: driver.switch_to.alert
    )
    assert asked.text == "What you wrote on this page is not saved yet. Leave the page?"
    asked.dismiss()
    assert at(window, "#mine-words").get_attribute("value") == "I was five"
    window.driver.execute_async_script(SAVED)
    press(window, ".write > p > button")
    press(window, '.kept [data-file="my-pages.json"]')
    [saved] = _until(window, lambda driver: driver.execute_script("return window.saved"))
    assert [one["words"] for one in json.loads(saved)["entries"]] == ["I was five"]


@pytest.mark.parametrize("window", in_every_run(BROWSERS, ("chromium",)), indirect=True)
def test_the_page_for_paper_has_all_its_pictures(window: Window, locked: Path) -> None:
    """Whoever prints the book from its locked form has every picture on paper, not only those near the window."""
    _open(window, locked / "mine" / UNLOCK_PAGE)
    _go(window, "about-this-book.html", "about-book")
    window.driver.execute_script(_GO, "print.html")
    _until(window, lambda driver: driver.execute_script("return document.images.length > 20"))
    _until(window, lambda driver: driver.execute_script(_ALL_PICTURES))
    assert window.said() == []


@pytest.mark.parametrize("fault", in_every_run(("missing", "flipped", "swapped", "foreign", "cut off"), ("flipped",)))
def test_photos_in_a_piece_that_is_spoilt_leave_their_page_to_read(
    window: Window, locked: Path, books: Path, tmp_path: Path, fault: str
) -> None:
    """Each photo that cannot be opened says so in its place, and every other word of the page is there."""
    where = pieces_of(open_finished_book(books / "9-12"))
    pages = set().union(*(where[path] for path in where if path.startswith(("pages/", "look"))), where[UNLOCK_PAGE])
    album = (books / "9-12" / "pages" / "photos.html").read_text(encoding="utf-8")
    shown = (path for path in where if path.startswith("media/") and f"../{path}" in album)
    photos = set().union(*(where[path] for path in shown)) - pages
    door = spoil(copy_of(locked / "mine", tmp_path / "photos"), min(photos), fault, locked / "other")
    _open(window, door, whole=False)
    _go(window, "photos.html", "photos")
    _until(window, lambda driver: driver.execute_script(_ANSWERED))
    said = every(window, "main.photos [role=alert]")
    assert {one.text for one in said} == {DAMAGED}
    assert at(window, "h1").is_displayed() and len(every(window, "figcaption")) > 20


def test_a_page_in_a_piece_that_is_spoilt_leaves_the_page_before(
    window: Window, locked: Path, books: Path, tmp_path: Path
) -> None:
    """A page that cannot be opened is said on the page that led there; where none can be, the door says so."""
    number = max(pieces_of(open_finished_book(books / "9-12"))["pages/photos.html"])
    door = spoil(copy_of(locked / "mine", tmp_path / "pages"), number, "flipped", locked / "other")
    _open(window, door)
    window.driver.execute_script(_GO, "photos.html")
    _until(window, lambda _driver: [one.text for one in every(window, "main.cover [role=alert]")] == [DAMAGED])
    window.open(spoil(copy_of(locked / "mine", tmp_path / "first"), 0, "missing", locked / "other"))
    _try(window, WORDS)
    _until(window, lambda _driver: at(window, "[role=status]").text == DAMAGED)
    assert window.driver.title == TITLE and window.outside.asked == []


def test_the_door_needs_no_mouse(window: Window, locked: Path) -> None:
    """By keyboard alone the words can be typed, looked at and sent, and reading goes on by keyboard."""
    window.open(locked / "mine" / UNLOCK_PAGE)
    active = "return document.activeElement.id || document.activeElement.localName"
    keys = ActionChains(window.driver)
    order = []
    for _ in range(3):
        keys.send_keys(Keys.TAB).perform()
        order.append(window.driver.execute_script(active))
    assert order == ["said", "see", "button"]
    for back in (Keys.SPACE, WORDS):
        keys.key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        keys.send_keys(back).perform()
    assert at(window, "#said").get_attribute("type") == "text"
    keys.send_keys(Keys.ENTER).perform()
    _on(window, "cover")
    keys.send_keys(Keys.TAB).perform()
    assert window.driver.execute_script("return document.activeElement.className") == "skip"


@pytest.mark.parametrize("name", ["mine", "ar"])
def test_the_door_can_be_used_by_anybody(chromium: Window, locked: Path, name: str) -> None:
    """Axe finds nothing at the door, nothing is too wide or too small, from left to right and from right to left."""
    assert list(faults(chromium, locked / name / UNLOCK_PAGE, axe())) == []
    assert chromium.driver.execute_script("return document.dir") == {"mine": "ltr", "ar": "rtl"}[name]


def test_without_javascript_the_door_says_what_is_needed(chromium: Window, locked: Path) -> None:
    """Where scripts are switched off there is no box to type into, and a sentence says why."""
    chromium.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chromium.open(locked / "mine" / UNLOCK_PAGE)
        assert "This book needs JavaScript to open." in at(chromium, "main").text
        assert not at(chromium, "#said").is_displayed()
    finally:
        chromium.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
