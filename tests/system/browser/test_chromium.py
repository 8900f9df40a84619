"""The example child's books in a real browser, opened from a folder as a child would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.sharing import EDITIONS, in_every_run
from tests.system.browser.conftest import Sample
from tests.system.browser.test_both import BROKEN
from tests.system.browser.windows import Window

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

NARROWEST = 320
"""CSS pixels: 1280 at 400 % (reader.md, accessibility test)."""


@pytest.fixture
def browser(chromium: Window) -> webdriver.Chrome:
    _log(cast(webdriver.Chrome, chromium.driver), "performance")  # what it did for itself before any book was opened
    return cast(webdriver.Chrome, chromium.driver)


OWN_TOOLS = ("find-something-in-this-book.html", "my-pages.html")
"""Pages that have a form where scripts run, and without them a list by name and lines to write on."""

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


@pytest.mark.parametrize("edition", in_every_run(EDITIONS, ("9-12",)))
def test_every_page_says_all_on_a_small_phone_with_and_without_scripts(
    browser: webdriver.Chrome, books: Path, edition: str, sample: Sample
) -> None:
    """On 320 pixels a page is whole and quiet, and with JavaScript off it shows all that it says with it."""
    browser.get("about:blank")  # a page of the test before may still be asking for its icon
    for kind in ("performance", "browser"):
        _log(browser, kind)
    _size(browser, NARROWEST)
    inside = (books / edition).as_uri()
    for page in sample(books / edition):
        browser.get(page.as_uri())
        assert browser.execute_script(BROKEN) == [], page.name
        assert browser.execute_script("return [...document.links].filter(a => a.tabIndex).length") == 0, page.name
        assert [entry["message"] for entry in _log(browser, "browser")] == [], page.name
        with_scripts = browser.find_element(By.TAG_NAME, "main").text
        assert browser.execute_script("return document.documentElement.scrollWidth") <= NARROWEST, page.name
        assert browser.execute_script(_SMALL_TARGETS) == [], page.name
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        browser.get(page.as_uri())
        without = browser.find_element(By.TAG_NAME, "main").text
        assert without == with_scripts or (page.name in OWN_TOOLS and len(without) > 100), page.name
        topics = browser.find_elements(By.CSS_SELECTOR, "article.bound:not(.between)")  # on the page for paper
        assert len(browser.find_elements(By.TAG_NAME, "h1")) == max(1, len(topics)), page.name
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    asked = {address for address in _asked_for(browser) if not address.startswith(inside)}
    assert {address for address in asked if not address.startswith("data:")} == set()  # its own icons, and captions


def _size(browser: webdriver.Chrome, width: int) -> None:
    metrics = {"width": width, "height": 640, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
