"""Switches of the test command, and the example child's books."""

from __future__ import annotations

import sys
import threading
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.sharing import HOME, make_example, once

BROWSERS = HOME / "tests" / "browser"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="Write expected files anew instead of comparing.")
    parser.addoption("--all-pages", action="store_true", help="Look at every page in the browser, not at a sample.")
    parser.addoption("--slow", action="store_true", help="Run what is slow, too.")
    parser.addoption("--stories", type=int, help="How many stories to generate against the wall (else 28 or 56).")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is slow waits for ``--slow``, or for a path that is given; more stories than usual may take their time."""
    for item in items:
        if item.path.is_relative_to(BROWSERS):
            item.add_marker("browser")
        if (config.getoption("--stories") or 0) > 100:
            item.add_marker(pytest.mark.timeout(0))
    if config.getoption("--slow") or config.args_source is pytest.Config.ArgsSource.ARGS:
        return
    left = [item for item in items if item.get_closest_marker("slow")]
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


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example child's story, with every book of it in ``books``. Nothing may be changed in it."""
    return once(tmp_path_factory, "example", make_example) / "story"
