"""The picture book of the youngest on a lap: its pages turn with the keys, and at a touch of either side."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.system.browser.windows import PATIENCE, Window

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

WIDTH, HEIGHT = 1000, 700


class Reader:
    """Somebody who turns the pages. Every turn gives the name of the page that it comes to."""

    def __init__(self, driver: webdriver.Chrome, cover: Path) -> None:
        self.driver = driver
        driver.set_window_size(WIDTH, HEIGHT)
        driver.get(cover.as_uri())

    @property
    def page(self) -> str:
        return self.driver.current_url.rpartition("/")[2]

    def key(self, key: str) -> str:
        return self._turn(lambda: cast(Any, ActionChains(self.driver)).send_keys(key).perform())

    def touch(self, part: float) -> str:
        """Press ``part`` of the way across, half the way down: no arrow is drawn there."""
        width, height = self.driver.execute_script("return [innerWidth, innerHeight]")
        finger = ActionBuilder(self.driver)
        cast(Any, finger.pointer_action).move_to_location(round(width * part), round(height / 2)).click()
        return self._turn(finger.perform)

    def _turn(self, act: Any) -> str:
        before = self.page
        act()
        WebDriverWait(self.driver, PATIENCE).until(lambda _: self.page != before)
        return self.page


def test_the_pages_turn_with_the_arrow_keys_and_at_the_sides(chromium: Window, books: Path) -> None:
    """The keys and the whole side of the screen turn on and back; a small book of hard news turns in the same way."""
    book = books / "under-5"
    reader = Reader(cast(webdriver.Chrome, chromium.driver), book / "Open my book.html")
    cover = reader.page
    first, second = reader.key(Keys.ARROW_RIGHT), reader.touch(0.97)
    assert len({cover, first, second}) == 3
    assert [reader.key(Keys.ARROW_LEFT), reader.key(Keys.PAGE_DOWN), reader.touch(0.03)] == [first, second, first]
    assert reader.key(Keys.ARROW_LEFT) == cover
    reader.driver.get((book / "pages" / "heads-up-mum-and-alcohol.html").as_uri())
    reader.driver.find_element(By.CSS_SELECTOR, ".choice.now").click()
    opened = reader.page
    turned = reader.touch(0.97)
    assert "mum-and-alcohol" in opened and "mum-and-alcohol" in turned and turned != opened
    assert reader.key(Keys.ARROW_LEFT) == opened
