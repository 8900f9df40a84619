"""The example child's books, and the browsers to open them in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import pytest
from selenium.common.exceptions import WebDriverException

from tests.system.browser import windows
from tests.system.browser.windows import Outside, Window

Sample: TypeAlias = Callable[[Path], list[Path]]

WHOLE = ("9-12",)
"""The book of which every kind of page is looked at in every run."""
DIFFERENT = ("cover", "chapter", "timeline", "homes", "people", "headsup", "letters")
"""Kinds of pages in which looks differ most."""
DRESSED_ALIKE = {"carers": ("cover", "chapter", "people"), "record": ("cover", "chapter", "people", "letters")}
"""Books in the look of another, and the kinds in which they are unlike it."""
_KIND = re.compile(r'<main[^>]*class="([^"]*)"')


def kind_of(page: Path) -> str:
    """What kind of page it is, as its main part says; nothing for one that has none."""
    found = _KIND.search(page.read_text("utf-8"))
    return found[1] if found else ""


@pytest.fixture(scope="session")
def books(example: Path) -> Path:
    """The example child's book in every edition that has one."""
    return example / "books"


@pytest.fixture(scope="session")
def outside() -> Iterator[Outside]:
    with windows.outside() as server:
        yield server


@pytest.fixture(scope="session")
def running_chromium(tmp_path_factory: pytest.TempPathFactory, outside: Outside) -> Iterator[Window]:
    with windows.chromium(tmp_path_factory.mktemp("profile"), outside) as window:
        yield window


@pytest.fixture
def chromium(running_chromium: Window) -> Window:
    """Chromium as a person has it, whatever the test before made of its window: tests run in any order."""
    for command, wish in windows.AS_IT_COMES.items():
        running_chromium.driver.execute_cdp_cmd(command, wish)
    return running_chromium


@pytest.fixture(scope="session")
def firefox(outside: Outside) -> Iterator[Window]:
    with windows.firefox(outside) as window:
        yield window


@pytest.fixture(params=["chromium", "firefox"])
def window(request: pytest.FixtureRequest) -> Window:
    """Each of the browsers, with nothing said and nothing asked for yet."""
    opened: Window = request.getfixturevalue(request.param)
    with suppress(WebDriverException):  # a page of the test before may still be on its way to where nothing is
        opened.driver.get("about:blank")
    opened.driver.get("about:blank")
    opened.said()
    opened.outside.asked.clear()
    return opened


@pytest.fixture
def sample(request: pytest.FixtureRequest) -> Sample:
    """The pages of a book to look at: with ``--all-pages`` every one, else one of each kind of page.

    Of most books only the kinds that differ most from those of the whole one.
    """

    def chosen(book: Path) -> list[Path]:
        pages = sorted(book.rglob("*.html"))
        if request.config.getoption("--all-pages"):
            return pages
        kinds = {kind: page for page in reversed(pages) if (kind := kind_of(page))}
        wanted = DRESSED_ALIKE.get(book.name, DIFFERENT)
        return sorted(page for kind, page in kinds.items() if book.name in WHOLE or kind.split()[1] in wanted)

    return chosen
