"""What the book's own scripts do, in Chromium and in Firefox, opened from a folder as a child would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.system.browser.windows import PATIENCE, Window

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

VOICE = """
    window.said = [];
    const far = {name: 'Far', lang: 'en-GB', localService: false};
    const voices = [far, {name: 'Here', lang: 'en-GB', localService: LOCAL}];
    const speech = {getVoices: () => voices, cancel() {}, addEventListener() {},
        speak(one) { window.said.push([one.voice.name, one.text]); setTimeout(() => one.onend(), 1); }};
    Object.defineProperty(window, 'speechSynthesis', {value: speech});
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
SAVED = """
    const [done] = arguments;
    const give = URL.createObjectURL;
    window.saved = [];
    URL.createObjectURL = blob => {
        if (blob.type !== 'application/json') { return give.call(URL, blob); }  // a locked book shows its pictures so
        blob.text().then(text => window.saved.push(text));
        return '#';
    };
    done();
"""


def at(window: Window, selector: str) -> Any:
    return window.driver.find_element(By.CSS_SELECTOR, selector)


def every(window: Window, selector: str) -> list[Any]:
    return list(window.driver.find_elements(By.CSS_SELECTOR, selector))


def press(window: Window, selector: str) -> None:
    window.driver.execute_script("arguments[0].click()", at(window, selector))


def dataset(window: Window) -> dict[str, str]:
    return dict(window.driver.execute_script("return {...document.documentElement.dataset}"))


def page_with(book: Path, words: str) -> Path:
    return next(page for page in sorted((book / "pages").glob("*.html")) if words in page.read_text(encoding="utf-8"))


def test_what_a_reader_chose_goes_along(window: Window, books: Path) -> None:
    """Size and colours chosen on one page hold on the next, in its links alone, and can be taken back."""
    window.open(books / "9-12" / "Open my book.html")
    press(window, ".to-ease")
    press(window, '#ease input[name="s"][value="2"]')
    press(window, '#ease input[name="c"][value="3"]')
    press(window, "#ease .done")
    assert dataset(window) == {"size": "2", "colours": "3"}
    press(window, ".open-button")
    WebDriverWait(window.driver, PATIENCE).until(lambda driver: "pages/" in driver.current_url)
    assert dataset(window) == {"size": "2", "colours": "3"}
    window.driver.execute_script("document.querySelector('.skip').click()")
    WebDriverWait(window.driver, PATIENCE).until(lambda driver: "#story~" in driver.current_url)
    assert window.driver.execute_script("return document.activeElement.id") == "story"
    press(window, ".to-talk")
    WebDriverWait(window.driver, PATIENCE).until(lambda driver: "people-who-can-help" in driver.current_url)
    assert dataset(window) == {"size": "2", "colours": "3"}
    press(window, ".to-ease")
    press(window, '#ease input[name="s"][value="0"]')
    press(window, '#ease input[name="c"][value="0"]')
    assert dataset(window) == {}
    assert not any("~" in link for link in window.driver.execute_script("return [...document.links].map(a => a.href)"))
    assert window.driver.execute_script("return [localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


def test_finding_says_what_the_book_says(window: Window, books: Path) -> None:
    """Words are found where they stand, hard news by its heads-up alone, and nothing is asked of anybody."""
    window.open(page_with(books / "9-12", 'id="places"'))
    at(window, "#seek").send_keys("blanket nana")
    found = every(window, ".found li")
    assert found and all(one.text for one in found)
    assert not at(window, ".everything").is_displayed()
    places = json.loads(window.driver.execute_script("return document.querySelector('#places').textContent"))
    hard = [one for one in places if one["name"].startswith("Heads-up")]
    assert hard and all(one["text"] == "" for one in hard)
    at(window, "#seek").clear()
    at(window, "#seek").send_keys("zzzz")
    assert every(window, ".found li") == [] and at(window, ".found-line").text
    assert window.outside.asked == []


def test_a_photo_opens_larger_and_gives_the_focus_back(window: Window, books: Path) -> None:
    """A photo opens in a dialog with its words; closing it comes back to the photo."""
    window.open(page_with(books / "9-12", 'class="larger"'))
    press(window, "a.larger")
    large = at(window, "#larger img")
    assert large.get_attribute("alt") and at(window, "#larger").is_displayed()
    window.driver.execute_script("document.querySelector('a.larger').focus()")
    press(window, "#larger .done")
    assert not at(window, "#larger").is_displayed()


def test_a_word_is_explained_where_it_stands(window: Window, books: Path) -> None:
    """A word of the glossary can be pressed, and its meaning opens behind it and closes again."""
    book = books / "9-12"
    texts = {page: page.read_text(encoding="utf-8") for page in sorted((book / "pages").glob("*.html"))}
    for page in (one for one, text in texts.items() if "facts words-here" in text):
        window.open(page)
        if every(window, "button.word"):
            break
    meaning = at(window, ".meaning")
    assert not meaning.is_displayed()
    press(window, "button.word")
    assert meaning.is_displayed() and at(window, "button.word").get_attribute("aria-expanded") == "true"
    press(window, "button.word")
    assert not meaning.is_displayed()


def test_what_is_written_goes_into_files_and_nowhere_else(window: Window, books: Path) -> None:
    """What is shared and what is only for the child go into files of their own, and the browser keeps nothing."""
    window.open(books / "9-12" / "pages" / "my-pages.html")
    window.driver.execute_async_script(SAVED)
    for kind, words, mine in (("wrong", "I was five", False), ("add", "qz secret", True)):
        press(window, f"input[name=kind][value={kind}]")
        at(window, "#mine-words").send_keys(words)
        if mine:
            press(window, "input[name=mine]")
        press(window, ".write > p > button")
    for button in every(window, ".kept [data-file]"):
        window.driver.execute_script("arguments[0].click()", button)
    WebDriverWait(window.driver, PATIENCE).until(lambda one: one.execute_script("return window.saved.length") == 2)
    shared, own = map(json.loads, window.driver.execute_script("return window.saved"))
    assert [entry["words"] for entry in shared["entries"]] == ["I was five"] and shared["only-for-me"] is False
    assert [entry["words"] for entry in own["entries"]] == ["qz secret"] and own["only-for-me"] is True
    assert shared["name"] == "Maya" and "qz" not in json.dumps(shared)
    assert window.driver.execute_script("return [localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.parametrize("local", [True, False])
def test_reading_aloud_needs_a_voice_on_the_device(chromium: Window, books: Path, local: bool) -> None:
    """With a voice on the device a page is read from its title on; a voice from elsewhere is never used or offered."""
    driver = chromium.driver
    script = {"source": VOICE.replace("LOCAL", str(local).lower())}
    added = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", script)
    try:
        chromium.open(page_with(books / "9-12", 'class="passage'))
        assert at(chromium, ".listen").is_displayed() is local
        if local:
            press(chromium, ".listen button")
            WebDriverWait(driver, PATIENCE).until(lambda one: not one.find_elements(By.CSS_SELECTOR, ".spoken"))
            said = driver.execute_script("return window.said")
            assert said[0][1] == at(chromium, "h1").text and len(said) > 3
            assert {voice for voice, _ in said} == {"Here"}
    finally:
        driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
