"""Switches of the test command, and the example child's books."""

from __future__ import annotations

import gc
import itertools
import os
import re
import shutil
import sys
import threading
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from lsbook.cli import GARBAGE_THRESHOLDS
from lsbook.exports import FinishedBook
from lsbook.exports.finished_book import open_finished_book
from tests.building import make_book, write_story
from tests.sharing import HOME, QUARTER, WHOLE, make_example, once
from tests.tracing import guard_threads

BROWSERS = HOME / "tests" / "system" / "browser"
NUMBERS = itertools.count()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="Write expected files anew instead of comparing.")
    parser.addoption("--all-pages", action="store_true", help="Look at every page in the browser, not at a sample.")
    parser.addoption("--slow", action="store_true", help="Run what is slow, too.")
    parser.addoption("--stories", type=int, help="How many stories to generate against the wall (else 28 or 56).")


def pytest_configure(config: pytest.Config) -> None:
    """Let Python warn of a missing encoding in the processes of pytest, and not in those that a test starts.

    Packages of others warn there as well, and what such a process says is compared word for word. And let a test that
    makes up values try all of them with ``--slow``, each for as long as it takes.
    """
    settings.register_profile("lsbook", max_examples=WHOLE if config.getoption("--slow") else QUARTER, deadline=None)
    settings.load_profile("lsbook")
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    guard_threads()
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        os.environ.pop("PYTHONWARNDEFAULTENCODING", None)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is slow waits for ``--slow``, or for its file to be named; more stories than usual may take their time."""
    named = {Path(argument.partition("::")[0]).resolve() for argument in config.args}
    for item in items:
        if item.path.is_relative_to(BROWSERS):
            item.add_marker("browser")
        if (config.getoption("--stories") or 0) > 100:
            item.add_marker(pytest.mark.timeout(0))
    if config.getoption("--slow"):
        return
    left = [item for item in items if item.get_closest_marker("slow") and item.path not in named]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Lines run by a test that is marked ``unmeasured`` are not counted.

    The mark of pytest-cov for this has no effect in the processes of xdist: they hold two tracers, and it stops one.
    """
    if item.get_closest_marker("unmeasured") is None:
        return (yield)
    tracer, of_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
        threading.settrace(of_threads)


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new folder of the test's own. pytest's fixture lists all those before it to find a number for the next."""
    name = re.sub(r"\W", "_", request.node.name)[:30]
    return tmp_path_factory.mktemp(f"{name}{next(NUMBERS)}", numbered=False)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example child's story, with every book of it in ``books``. Nothing may be changed in it."""
    return once(tmp_path_factory, "example", make_example) / "story"


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small story, with its book for nine to twelve. Nothing may be changed in it."""
    folder = write_story(tmp_path_factory.mktemp("first") / "robin")
    make_book(folder)
    return folder


@pytest.fixture
def story(first: Path, tmp_path: Path) -> Path:
    """A copy of the small story that a test may change."""
    return Path(shutil.copytree(first, tmp_path / "robin"))


@pytest.fixture(scope="session")
def robin(first: Path) -> FinishedBook:
    """The small story's book for nine to twelve."""
    return open_finished_book(first / "books" / "9-12")


@pytest.fixture(scope="session")
def maya(example: Path) -> FinishedBook:
    """The example child's book for nine to twelve."""
    return open_finished_book(example / "books" / "9-12")


@pytest.fixture
def copied(robin: FinishedBook, tmp_path: Path) -> Path:
    """A copy of the small book that a test may spoil."""
    return Path(shutil.copytree(robin.folder, tmp_path / "9-12"))
