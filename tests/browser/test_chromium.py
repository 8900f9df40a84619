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
    driver.get("about:blank")
    _log(driver, "performance")  # what the browser did for itself before any book was opened
    yield driver
    driver.quit()


def _pages(books: Path, edition: str) -> list[Path]:
    return sorted((books / edition).rglob("*.html"))


_BROKEN_PICTURES = """
    const all = [...document.images];
    all.forEach(image => { image.loading = 'eager' });
    const waiting = all.map(image => image.decode().then(() => null, () => image.src));
    return Promise.all(waiting).then(found => found.filter(address => address));
"""
_SMALL_TARGETS = """
    const targets = document.querySelectorAll('a.button, .bar a, .turn a, .choice');
    const height = target => target.getBoundingClientRect().height;
    return [...targets].filter(target => height(target) && height(target) < 44).map(target => target.textContent);
"""


def _log(browser: webdriver.Chrome, kind: str) -> list[dict[str, str]]:
    return cast("list[dict[str, str]]", cast(Any, browser).get_log(kind))


def _asked_for(browser: webdriver.Chrome) -> set[str]:
    messages = (json.loads(entry["message"])["message"] for entry in _log(browser, "performance"))
    return {
        message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_opens_with_no_word_from_the_browser(browser: webdriver.Chrome, books: Path, edition: str) -> None:
    """Every page opens from its folder with its pictures, asks for nothing outside and gets no console or CSP word."""
    inside = (books / edition).as_uri()
    for page in _pages(books, edition):
        browser.get(page.as_uri())
        assert browser.execute_script(_BROKEN_PICTURES) == [], page.name
        assert browser.execute_script("return [...document.links].filter(a => a.tabIndex).length") == 0, page.name
        assert [entry["message"] for entry in _log(browser, "browser")] == [], page.name
    asked = {address for address in _asked_for(browser) if not address.startswith(inside)}
    assert {address for address in asked if not address.startswith("data:,")} == set()


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_says_all_without_scripts_on_a_small_phone(
    browser: webdriver.Chrome, books: Path, edition: str
) -> None:
    """On 320 pixels nothing sticks out, and with JavaScript off every page shows the words it shows with it."""
    _size(browser, NARROWEST)
    for page in _pages(books, edition):
        browser.get(page.as_uri())
        with_scripts = browser.find_element(By.TAG_NAME, "body").text
        assert browser.execute_script("return document.documentElement.scrollWidth") <= NARROWEST, page.name
        assert browser.execute_script(_SMALL_TARGETS) == [], page.name
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        browser.get(page.as_uri())
        assert browser.find_element(By.TAG_NAME, "body").text == with_scripts, page.name
        assert len(browser.find_elements(By.TAG_NAME, "h1")) == 1, page.name
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def _size(browser: webdriver.Chrome, width: int) -> None:
    metrics = {"width": width, "height": 640, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
