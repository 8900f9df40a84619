"""The example child's books in a real browser, opened from a folder as a child would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from lsbook.build import Wish, build, read
from lsbook.shipped import shipped

EDITIONS = ("under-5", "5-8", "9-12", "13-17", "18-plus", "carers", "record")
NARROWEST = 320
"""CSS pixels: 1280 at 400 % (reader.md, accessibility test)."""


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example child's book in every edition that has one."""
    place = tmp_path_factory.mktemp("books")
    story = shipped("example-child")
    outcome = build(read(story, None), Wish(story, EDITIONS, place, date(2026, 11, 21)), lambda _done, _total: None)
    assert outcome.refused == ()
    return place


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for switch in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        f"--user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    yield driver
    driver.quit()


def _pages(books: Path, edition: str) -> list[Path]:
    return sorted((books / edition).rglob("*.html"))


def _asked_for(browser: webdriver.Chrome) -> set[str]:
    messages = (json.loads(entry["message"])["message"] for entry in cast(Any, browser).get_log("performance"))
    return {
        message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_opens_with_no_word_from_the_browser(browser: webdriver.Chrome, books: Path, edition: str) -> None:
    """Every page opens from its folder with its pictures, no request outside the book and no console or CSP message."""
    inside = (books / edition).as_uri()
    for page in _pages(books, edition):
        browser.get(page.as_uri())
        broken = browser.execute_script(
            "return [...document.images].filter(i => { i.loading = 'eager'; return i.complete && !i.naturalWidth })"
            ".map(i => i.src)"
        )
        assert broken == [], page.name
        assert [entry["message"] for entry in cast(Any, browser).get_log("browser")] == [], page.name
        assert {address for address in _asked_for(browser) if not address.startswith(inside)} <= {"data:,"}, page.name


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_says_all_with_scripts_switched_off(browser: webdriver.Chrome, books: Path, edition: str) -> None:
    """With JavaScript off every page shows the same words as with it on, one heading of the first level among them."""
    for page in _pages(books, edition):
        browser.get(page.as_uri())
        with_scripts = browser.find_element(By.TAG_NAME, "body").text
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        browser.get(page.as_uri())
        assert browser.find_element(By.TAG_NAME, "body").text == with_scripts, page.name
        assert len(browser.find_elements(By.TAG_NAME, "h1")) == 1, page.name
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_needs_sideways_scrolling_on_a_small_phone(
    browser: webdriver.Chrome, books: Path, edition: str
) -> None:
    """At 320 pixels wide nothing sticks out, and every link and button is large enough for a thumb."""
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": NARROWEST, "height": 640, "deviceScaleFactor": 1, "mobile": True},
    )
    for page in _pages(books, edition):
        browser.get(page.as_uri())
        assert browser.execute_script("return document.documentElement.scrollWidth") <= NARROWEST, page.name
        small = browser.execute_script(
            "return [...document.querySelectorAll('a.button, .bar a, .turn a, .choice')].filter(a =>"
            " a.getBoundingClientRect().height && a.getBoundingClientRect().height < 44).map(a => a.textContent)"
        )
        assert small == [], page.name
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_whole_book_is_reached_by_keyboard_from_its_door(
    browser: webdriver.Chrome, books: Path, edition: str
) -> None:
    """Every page is reached by links from the door, and every link can be reached with the tab key."""
    seen: set[str] = set()
    waiting = [(books / edition / "Open my book.html").as_uri()]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        browser.get(page)
        links = browser.execute_script(
            "return [...document.links].filter(a => a.tabIndex === 0).map(a => a.href.split('#')[0])"
        )
        waiting.extend(link for link in links if link.endswith(".html"))
    assert seen == {page.as_uri() for page in _pages(books, edition)}
