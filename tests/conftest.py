"""Switches of the test command, and the example child's books."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sharing import make_example, once


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="Write expected files anew instead of comparing.")
    parser.addoption("--all-pages", action="store_true", help="Look at every page in the browser, not at a sample.")
    parser.addoption("--stories", type=int, help="How many stories to generate against the wall (else 70, the same).")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example child's story, with every book of it in ``books``. Nothing may be changed in it."""
    return once(tmp_path_factory, "example", make_example) / "story"
