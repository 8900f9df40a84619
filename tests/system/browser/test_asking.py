"""Pages for people who are asked, and for workers, in Chromium and in Firefox, from a folder and on paper."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from lsbook.files.resources import find_resources
from lsbook.practice.asking.answers import read_saved_answers
from tests.building import put
from tests.system.browser.accessible import axe, faults
from tests.system.browser.test_script import SAVED
from tests.system.browser.windows import PATIENCE, Window
from tests.unit.practice.casework import run, write_case

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The page for Maya's mum."""
    assert run("ask", write_case(tmp_path / "s", {}), "kelly", "--to", tmp_path).exit_code == 0
    return tmp_path / "for-mum.html"


def test_a_page_is_answered_with_the_keyboard_alone(window: Window, page: Path, tmp_path: Path) -> None:
    """Tab, letters, space and Enter fill it in and save a file that receive reads; nothing is asked of the world."""
    window.open(page)
    window.driver.execute_async_script(SAVED)
    keys = ActionChains(window.driver)
    keys.send_keys(Keys.TAB, "I sang it.", Keys.TAB, Keys.SPACE)  # the first answer, and: yes, you may show it
    keys.send_keys(Keys.TAB * 5, Keys.TAB, Keys.ENTER).perform()  # over two questions to the button
    WebDriverWait(window.driver, PATIENCE).until(lambda driver: driver.execute_script("return window.saved.length"))
    [saved] = window.driver.execute_script("return window.saved")
    answers = read_saved_answers(put(tmp_path / "answers.json", saved))
    assert (answers.name, answers.by, answers.is_declined) == ("Maya", "Mum", False)
    assert [(reply.words, reply.may_show) for reply in answers.replies] == [("I sang it.", True)]
    assert json.loads(saved)["lsbook"] == "answers"
    assert "answers.json" in window.driver.execute_script("return document.querySelector('[role=status]').textContent")
    assert window.outside.asked == []


def test_a_page_can_be_read_by_anybody(chromium: Window, page: Path) -> None:
    """Axe finds nothing on it, nor on the other pages for workers, and nothing is too wide, cut off or hard to hit."""
    for words in (
        ("audit", page.parent, "--sample", "1"), ("report", page.parent), ("visit", page.parent / "s"),
        ("form", page.parent / "s", "--for", "session"),
    ):  # fmt: skip
        assert run(*words, "--to", page.parent).exit_code == 0
    source, pages = axe(), sorted(page.parent.glob("*.html"))
    assert len(pages) == 5
    assert {f"{each.name}: {fault}" for each in pages for fault in faults(chromium, each, source, narrow=True)} == set()


def test_the_page_for_a_visit_is_a_single_sheet(chromium: Window, tmp_path: Path) -> None:
    """What is to be known before a visit to Maya, and the lines for the session, stand on one side of A4."""
    assert run("visit", find_resources("example-child"), "--to", tmp_path).exit_code == 0
    [page] = tmp_path.glob("visit-*.html")
    chromium.open(page)
    printed = chromium.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    assert len(PdfReader(io.BytesIO(base64.b64decode(printed))).pages) == 1
